/** Deltas that removed snapshots left behind, and their merging. */
import type { Actor } from '../contract/actors.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { findVm } from './find.ts';
import { memorySeconds } from './stores.ts';
import { idle, started } from './task.ts';

/** MiB of a delta that took in next to nothing: one grain of its table, as VMFS lays it down. */
const grain = 16;

/** GiB that a machine's store bears when so many snapshots go and their deltas stay. */
export const leftBy = ({ spec }: Vm, snapshots: number): number =>
  (spec.leftovers ?? 0) + (grain * snapshots * spec.disks.length) / 1024;

export function consolidated(vm: Vm): Vm {
  const { leftovers: _, ...spec } = vm.spec;
  return { ...vm, spec };
}

export function decideConsolidate(
  world: World,
  { id }: ComputeCommandOf<'machine.consolidate'>,
  actor: Actor,
): Result<Decision> {
  const found = findVm(world, id);
  if (!found.ok) return found;
  const vm = found.value;
  const free = idle(world, vm);
  if (!free.ok) return free;
  const { leftovers } = vm.spec;
  if (leftovers === undefined || leftovers === 0) {
    return refused('wrong-state', `${vm.name} has nothing to consolidate`, {
      where: 'id',
      hint: 'Only snapshots that were removed with their deltas left in place leave something.',
    });
  }
  const task = started(world, {
    verb: 'consolidate',
    target: vm,
    by: actor,
    seconds: memorySeconds(world, leftovers * 1024, vm.spec.disks),
    cancel: 'may-not',
    plan: {},
    nth: 0,
  });
  return decided([task], [task.task.id]);
}
