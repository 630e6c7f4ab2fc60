/** `/vcenter/vm-template/library-items`: items that are machines, copied from and checked out. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Blobs } from '../../files/blobs.ts';
import { restGuest } from '../inventory/guest-words.ts';
import { guestNameOf } from '../../objects/machine/config.ts';
import { paperOf } from '../../objects/machine/paper.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, mapIn, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { param, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { entityAt } from '../inventory/estate.ts';
import { withMachine } from '../inventory/machines.ts';
import type { Vm } from '../inventory/machines.ts';
import { itemOf, write } from './book.ts';
import type { Hand, Item } from './book.ts';
import { may, withItem } from './guarded.ts';
import { keepItem, newItem, roomFor } from './items.ts';
import { nameIn } from './library-specs.ts';
import { copyOf, isRunning } from './template-copy.ts';

export function templateOf(call: Pick<RestCall, 'vc'>, item: Item): Vm | undefined {
  const vm = item.template === null ? undefined : call.vc.world().inventory.get(item.template);
  return vm?.kind === 'vm' ? vm : undefined;
}

const withTemplate = (run: (call: RestCall, item: Item, vm: Vm) => Reply | Promise<Reply>) =>
  withItem((call, item) => {
    const vm = templateOf(call, item);
    return vm === undefined
      ? refuse('invalid_element_type', `${item.name} is no template of a machine.`)
      : run(call, item, vm);
  });

async function create(hand: Hand, call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const source = entityAt(call.vc, 'vm', textIn(spec, 'source_vm') ?? '');
  if (source === undefined) return noSuch('vm', textIn(spec, 'source_vm') ?? '');
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const library = roomFor(call, textIn(spec, 'library') ?? '', name.value);
  if (!library.ok) return library;
  const vm = await copyOf(call, { source, name: name.value, spec, becomes: 'template' });
  if (!vm.ok) return vm;
  const item = newItem(call, {
    library: library.value.id,
    name: name.value,
    type: 'vm-template',
    description: textIn(spec, 'description') ?? '',
    template: vm.value.id,
  });
  const did = await keepItem(hand, item);
  return did.ok ? madeNew(item.id) : did;
}

async function deploy(call: RestCall, source: Vm): Promise<Reply> {
  const spec = specIn(call);
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const vm = await copyOf(call, { source, name: name.value, spec, becomes: isRunning(spec) });
  return vm.ok ? madeNew(call.vc.refs.of(vm.value).value) : vm;
}

const macTypeOf = (vc: RestCall['vc'], vm: Vm, key: number): string =>
  paperOf(vc, vm.id).nics?.[key]?.addressType === 'manual' ? 'MANUAL' : 'ASSIGNED';

function info({ vc, dialect }: RestCall, vm: Vm): object {
  const storage = (id: EntityId | null): object => {
    const store = vc.refs.ofId(id);
    return store === undefined ? {} : { datastore: store.value };
  };
  return {
    vm_template: vc.refs.of(vm).value,
    guest_OS: restGuest(guestNameOf(vm, paperOf(vc, vm.id)).id),
    cpu: { count: vm.spec.cpus, cores_per_socket: vm.spec.coresPerSocket },
    memory: { size_MiB: vm.spec.memory },
    disks: mapIn(
      dialect,
      vm.spec.disks.map(({ key, size, datastore }) => [
        String(key),
        { capacity: Math.round(size * 1_073_741_824), disk_storage: storage(datastore) },
      ]),
    ),
    nics: mapIn(
      dialect,
      vm.spec.nics.map(({ key, network }) => [
        String(key),
        {
          mac_type: macTypeOf(vc, vm, key),
          ...(network === null ? {} : { network: vc.refs.ofId(network)?.value }),
        },
      ]),
    ),
    vm_home_storage: storage(vm.spec.disks[0]?.datastore ?? null),
  };
}

/** Goes with the machine. */
const checkedOutKey = (vm: Vm): string => `vm/${vm.id}/checked-out`;
const itemBehind = (call: RestCall, vm: Vm): Item | undefined => {
  const id = call.vc.papers.get(checkedOutKey(vm));
  return typeof id === 'string' ? itemOf(call.vc, id) : undefined;
};

const machinesOut = (call: RestCall, item: Item): readonly Vm[] =>
  call.vc
    .world()
    .inventory.ofKind('vm')
    .filter((vm) => call.vc.papers.get(checkedOutKey(vm)) === item.id);

async function checkOut(call: RestCall, item: Item, source: Vm): Promise<Reply> {
  const [out] = machinesOut(call, item);
  if (out !== undefined)
    return refuse('not_allowed_in_current_state', `${item.name} is checked out already, as ${out.name}.`);
  const spec = specIn(call);
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const vm = await copyOf(call, { source, name: name.value, spec, becomes: isRunning(spec) });
  if (!vm.ok) return vm;
  const did = await write(call, [{ key: checkedOutKey(vm.value), value: item.id }]);
  return did.ok ? madeNew(call.vc.refs.of(vm.value).value) : did;
}

const withCheckOut = (run: (call: RestCall, item: Item, vm: Vm) => Reply | Promise<Reply>) =>
  withTemplate((call, item) => {
    const id = param(call, 'vm');
    const vm = entityAt(call.vc, 'vm', id);
    return vm === undefined || itemBehind(call, vm)?.id !== item.id
      ? refuse('not_found', `${item.name} is not checked out as '${id}'.`)
      : run(call, item, vm);
  });

/** What was checked out is the template from now on; what was it before goes. */
async function checkIn(hand: Hand, call: RestCall, { item, vm }: { item: Item; vm: Vm }): Promise<Reply> {
  if (vm.spec.power !== 'off')
    return refuse('not_allowed_in_current_state', `${vm.name} is on: stop it before it is checked in.`);
  const before = templateOf(call, item);
  const contentVersion = item.contentVersion + 1;
  const after = { ...item, template: vm.id, contentVersion, modified: call.vc.now() };
  const kept = await keepItem(hand, after);
  if (!kept.ok) return kept;
  const self = call.vc.refs.of(vm);
  const steps = [
    ...(before === undefined ? [] : [{ self: call.vc.refs.of(before), method: 'Destroy_Task' }]),
    { self, method: 'Rename_Task', args: { newName: before?.name ?? item.name } },
    { self, method: 'MarkAsTemplate' },
  ];
  for (const step of steps) {
    const did = await bySoap(call, step);
    if (!did.ok) return did;
  }
  const noted = await write(call, [{ key: checkedOutKey(vm), value: null }]);
  return noted.ok ? told(String(contentVersion)) : noted;
}

const throwAway = withCheckOut(async (call, _, vm) => {
  const did = await bySoap(call, { self: call.vc.refs.of(vm), method: 'Destroy_Task' });
  return did.ok ? told(undefined) : did;
});

const behind = withMachine((call, vm) => {
  const item = itemBehind(call, vm);
  return item === undefined
    ? refuse('not_found', `${vm.name} is checked out of no library.`)
    : told({ check_out: { library_item: item.id } });
});

export function templateOperations(blobs: Blobs): readonly Operation[] {
  const handOf = ({ vc, caller }: RestCall): Hand => ({ vc, caller, blobs });
  const path = '/vcenter/vm-template/library-items';
  const outs = `${path}/{item}/check-outs`;
  return [
    { on: `POST ${path}`, run: may('AddLibraryItem', (call) => create(handOf(call), call)) },
    { on: `GET ${path}/{item}`, run: withTemplate((call, _, vm) => told(info(call, vm))) },
    { on: `POST ${path}/{item}`, action: 'deploy', run: withTemplate((call, _, vm) => deploy(call, vm)) },
    { on: `POST ${outs}`, action: 'check-out', run: may('CheckOutTemplate', withTemplate(checkOut)) },
    {
      on: `GET ${outs}`,
      run: withTemplate((call, item) =>
        told(machinesOut(call, item).map((vm) => ({ vm: call.vc.refs.of(vm).value }))),
      ),
    },
    {
      on: `GET ${outs}/{vm}`,
      run: withCheckOut((call, _, vm) => told({ vm: call.vc.refs.of(vm).value, name: vm.name })),
    },
    {
      on: `POST ${outs}/{vm}`,
      action: 'check-in',
      run: may(
        'CheckInTemplate',
        withCheckOut((call, item, vm) => checkIn(handOf(call), call, { item, vm })),
      ),
    },
    { on: `DELETE ${outs}/{vm}`, run: may('CheckInTemplate', throwAway) },
    { on: 'GET /vcenter/vm/{vm}/library-item', run: behind },
  ];
}
