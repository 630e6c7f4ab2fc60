/** `POST /vcenter/vm?action=clone` and `instant-clone`, `POST /vcenter/vm/{vm}?action=relocate`. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { parentOfEntity } from '../../objects/inventory/tree.ts';
import { isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, listIn, specIn, textIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import { entityAt } from './estate.ts';
import { withMachine } from './machines.ts';
import { placeIn } from './machine-specs.ts';
import type { Place } from './machine-specs.ts';

const relocation = (call: RestCall, { pool, host, store }: Place): Data => ({
  _type: 'VirtualMachineRelocateSpec',
  pool,
  host,
  datastore: store === undefined ? undefined : call.vc.refs.of(store),
});

type Asked = { readonly source: Entity; readonly spec: Fields; readonly place: Place };

/** By the act of SOAP's method, which tells the new machine. */
const copying =
  (method: string, argsOf: (call: RestCall, asked: Asked) => Reply<Data>) =>
  async (call: RestCall): Promise<Reply> => {
    const { vc } = call;
    const spec = specIn(call);
    const source = entityAt(vc, 'vm', textIn(spec, 'source') ?? '');
    if (source === undefined) return noSuch('vm', textIn(spec, 'source') ?? '');
    const place = placeIn(vc, fieldsIn(spec, 'placement'));
    if (!place.ok) return place;
    const args = argsOf(call, { source, spec, place: place.value });
    if (!args.ok) return args;
    const did = await bySoap(call, { self: vc.refs.of(source), method, args: args.value });
    if (!did.ok) return did;
    return isRef(did.value) ? madeNew(did.value.value) : refuse('error', 'The machine was not named.');
  };

const clone = copying('CloneVM_Task', (call, { source, spec, place }) =>
  told({
    name: textIn(spec, 'name') ?? '',
    folder: place.folder ?? parentOfEntity(call.vc, source),
    spec: {
      _type: 'VirtualMachineCloneSpec',
      location: relocation(call, place),
      powerOn: flagIn(spec, 'power_on') ?? false,
      template: false,
    },
  }),
);

const instantClone = copying('InstantClone_Task', (call, { spec, place }) => {
  const other = ['nics_to_update', 'parallel_ports_to_update', 'serial_ports_to_update'].find(
    (name) => listIn(spec, name).length > 0 || Object.keys(fieldsIn(spec, name)).length > 0,
  );
  if (other !== undefined || flagIn(spec, 'disconnect_all_nics') === true)
    return refuse('unsupported', 'The copy has the devices of its original: change them once it is there.');
  return told({
    spec: {
      _type: 'VirtualMachineInstantCloneSpec',
      name: textIn(spec, 'name') ?? '',
      location: { ...relocation(call, place), folder: place.folder },
      biosUuid: textIn(spec, 'bios_uuid'),
    },
  });
});

const relocate = withMachine(async (call, vm) => {
  const place = placeIn(call.vc, fieldsIn(specIn(call), 'placement'));
  if (!place.ok) return place;
  const args = { spec: relocation(call, place.value) };
  const did = await bySoap(call, { self: call.vc.refs.of(vm), method: 'RelocateVM_Task', args });
  return did.ok ? told(undefined) : did;
});

export const copyOperations: readonly Operation[] = [
  { on: 'POST /vcenter/vm', action: 'clone', run: clone },
  { on: 'POST /vcenter/vm', action: 'instant-clone', run: instantClone },
  { on: 'POST /vcenter/vm/{vm}', action: 'relocate', run: relocate },
];
