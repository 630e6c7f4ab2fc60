/** `POST /vcenter/vm?action=clone`, `POST /vcenter/vm/{vm}?action=relocate`. */
import { parentOfEntity } from '../../objects/inventory/tree.ts';
import { isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
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

async function clone(call: RestCall): Promise<Reply> {
  const { vc } = call;
  const spec = specIn(call);
  const source = entityAt(vc, 'vm', textIn(spec, 'source') ?? '');
  if (source === undefined) return noSuch('vm', textIn(spec, 'source') ?? '');
  const place = placeIn(vc, fieldsIn(spec, 'placement'));
  if (!place.ok) return place;
  const args = {
    name: textIn(spec, 'name') ?? '',
    folder: place.value.folder ?? parentOfEntity(vc, source),
    spec: {
      _type: 'VirtualMachineCloneSpec',
      location: relocation(call, place.value),
      powerOn: flagIn(spec, 'power_on') ?? false,
      template: false,
    },
  };
  const did = await bySoap(call, { self: vc.refs.of(source), method: 'CloneVM_Task', args });
  if (!did.ok) return did;
  return isRef(did.value) ? madeNew(did.value.value) : refuse('error', 'The machine was not named.');
}

const relocate = withMachine(async (call, vm) => {
  const place = placeIn(call.vc, fieldsIn(specIn(call), 'placement'));
  if (!place.ok) return place;
  const args = { spec: relocation(call, place.value) };
  const did = await bySoap(call, { self: call.vc.refs.of(vm), method: 'RelocateVM_Task', args });
  return did.ok ? told(undefined) : did;
});

export const copyOperations: readonly Operation[] = [
  { on: 'POST /vcenter/vm', action: 'clone', run: clone },
  { on: 'POST /vcenter/vm/{vm}', action: 'relocate', run: relocate },
];
