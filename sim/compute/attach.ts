import type { EntityOf } from '../contract/entities.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { firstDiskKey } from '../inventory/device-keys.ts';
import { decided, unknown } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { maySettle } from '../inventory/rules.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { diskLabel } from './draft.ts';
import { findVm } from './find.ts';
import { idle } from './task.ts';

type Volume = EntityOf<'volume'>;

function findVolume(world: World, id: Volume['id']): Result<Volume> {
  const found = world.inventory.get(id);
  if (found === undefined) return unknown(id);
  return found.kind === 'volume'
    ? accepted(found)
    : refused('wrong-kind', `${found.name} is a ${found.kind}, no volume`, { where: 'id' });
}

function together(world: World, volume: Volume, vm: Vm): Result<null> {
  if (volume.parent !== vm.parent) {
    return refused('not-allowed', `${volume.name} and ${vm.name} are of different projects`, {
      where: 'machine',
    });
  }
  return idle(world, vm);
}

export function decideAttach(
  world: World,
  { id, machine }: ComputeCommandOf<'volume.attach'>,
): Result<Decision> {
  const volume = findVolume(world, id);
  if (!volume.ok) return volume;
  const found = findVm(world, machine);
  if (!found.ok) return found;
  const { name, spec } = volume.value;
  if (spec.state !== 'available') {
    const holder = spec.machine === null ? undefined : world.inventory.get(spec.machine);
    const by = holder === undefined ? '' : ` by ${holder.name}`;
    return refused('wrong-state', `Volume ${name} is ${spec.state}${by}`, {
      where: 'id',
      hint: 'Detach it first, or choose another.',
    });
  }
  const may = together(world, volume.value, found.value);
  if (!may.ok) return may;
  const vm = withVolume(found.value, volume.value);
  const settled = maySettle(world.inventory, vm);
  if (!settled.ok) return settled;
  const mountPoint = `/dev/vd${String.fromCharCode(97 + found.value.spec.disks.length)}`;
  const held = { ...spec, state: 'in-use' as const, machine: vm.id, mountPoint };
  return decided(
    [
      { type: 'entity.changed', entity: vm },
      { type: 'entity.changed', entity: { ...volume.value, spec: held } },
    ],
    [],
  );
}

/** It takes no room of a datastore: volumes are the cloud's own. */
function withVolume(vm: Vm, volume: Volume): Vm {
  const key = Math.max(firstDiskKey - 1, ...vm.spec.disks.map((disk) => disk.key)) + 1;
  const { size } = volume.spec;
  const disk = {
    key,
    label: diskLabel(key),
    size,
    datastore: null,
    volume: volume.id,
    isThin: true,
    used: 0,
  };
  return { ...vm, spec: { ...vm.spec, disks: [...vm.spec.disks, disk] } };
}

export function decideDetach(world: World, { id }: ComputeCommandOf<'volume.detach'>): Result<Decision> {
  const volume = findVolume(world, id);
  if (!volume.ok) return volume;
  const { name, spec } = volume.value;
  if (spec.machine === null) {
    return refused('wrong-state', `Volume ${name} hangs on no machine`, { where: 'id' });
  }
  const freed: Volume = {
    ...volume.value,
    spec: { ...spec, state: 'available', machine: null, mountPoint: null },
  };
  const vm = world.inventory.get(spec.machine);
  if (vm?.kind !== 'vm') return decided([{ type: 'entity.changed', entity: freed }], []);
  const free = idle(world, vm);
  if (!free.ok) return free;
  const disks = vm.spec.disks.filter((disk) => disk.volume !== id);
  return decided(
    [
      { type: 'entity.changed', entity: { ...vm, spec: { ...vm.spec, disks } } },
      { type: 'entity.changed', entity: freed },
    ],
    [],
  );
}

export function decideAssociate(
  world: World,
  { id, machine }: ComputeCommandOf<'address.associate'>,
): Result<Decision> {
  const address = world.inventory.get(id);
  if (address === undefined) return unknown(id);
  if (address.kind !== 'address') {
    return refused('wrong-kind', `${address.name} is a ${address.kind}, no floating address`, {
      where: 'id',
    });
  }
  if (address.spec.machine === machine) return decided([], []);
  const vm = machine === null ? null : findVm(world, machine);
  if (vm?.ok === false) return vm;
  const may = vm === null ? accepted(null) : mayLead(address, vm.value);
  if (!may.ok) return may;
  return decided(
    [{ type: 'entity.changed', entity: { ...address, spec: { ...address.spec, machine } } }],
    [],
  );
}

function mayLead({ parent, spec }: EntityOf<'address'>, vm: Vm): Result<null> {
  if (vm.parent !== parent) {
    return refused('not-allowed', `${spec.address} and ${vm.name} are of different projects`, {
      where: 'machine',
    });
  }
  if (vm.spec.nics.length > 0) return accepted(null);
  return refused('wrong-state', `${vm.name} has no adapter that ${spec.address} could lead to`, {
    where: 'machine',
  });
}
