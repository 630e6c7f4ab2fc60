/** A linked copy that becomes a full one. */
import type { Actor } from '../contract/actors.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { madeWhole } from './delta.ts';
import { findVm } from './find.ts';
import { copySeconds, disksFit } from './stores.ts';
import { idle, started } from './task.ts';

/** Its snapshots too would bring back disks that hang on another machine. */
const isLinked = ({ spec }: Vm): boolean =>
  [spec.disks, ...spec.snapshots.map(({ was }) => was.disks)].flat().some(({ delta }) => delta !== undefined);

export function decidePromote(
  world: World,
  { id }: ComputeCommandOf<'machine.promote'>,
  actor: Actor,
): Result<Decision> {
  const found = findVm(world, id);
  if (!found.ok) return found;
  const vm = found.value;
  const free = idle(world, vm);
  if (!free.ok) return free;
  if (!isLinked(vm)) {
    return refused('wrong-state', `${vm.name} is a full machine already`, {
      where: 'id',
      hint: 'Only linked copies are promoted.',
    });
  }
  const whole = promoted(world, vm);
  if (!whole.ok) return whole;
  const task = started(world, {
    verb: 'promote',
    target: vm,
    by: actor,
    seconds: copySeconds(world, added(world, vm), null),
    cancel: 'may',
    plan: {},
    nth: 0,
  });
  return decided([task], [task.task.id]);
}

/** What is read from below and written beside its delta. */
const added = (world: World, { spec }: Vm): Vm['spec']['disks'] =>
  spec.disks
    .filter(({ delta }) => delta !== undefined)
    .map((disk) => ({ ...disk, isThin: true, used: madeWhole(world, disk).used - disk.used }));

export function promoted(world: World, vm: Vm): Result<Vm> {
  const fits = disksFit(world, added(world, vm));
  if (!fits.ok) return fits;
  const whole = (disks: Vm['spec']['disks']): Vm['spec']['disks'] =>
    disks.map((disk) => madeWhole(world, disk));
  const snapshots = vm.spec.snapshots.map((each) => ({
    ...each,
    was: { ...each.was, disks: whole(each.was.disks) },
  }));
  return accepted({ ...vm, spec: { ...vm.spec, disks: whole(vm.spec.disks), snapshots } });
}
