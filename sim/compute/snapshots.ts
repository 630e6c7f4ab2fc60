import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import type { Disk, MachineSnapshot } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Task } from '../contract/tasks.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { nothingHangs } from './delta.ts';
import { findVm } from './find.ts';
import { filesForgotten, filesKept, filesReverted } from './guest-events.ts';
import { storeTakes } from './limits.ts';
import { placeOn } from './placement.ts';
import { leftBy } from './consolidate.ts';
import { memorySeconds, storeOf } from './stores.ts';
import { idle, started } from './task.ts';
import { toolsNow, turnedOff, turnedOn } from './turned.ts';

const most = 200;

export function decideSnapshot(
  world: World,
  command: ComputeCommandOf<'machine.snapshot'>,
  actor: Actor,
): Result<Decision> {
  const found = idleVm(world, command.id);
  if (!found.ok) return found;
  const vm = found.value;
  const may = mayKeep(world, vm, command);
  if (!may.ok) return may;
  const isWithMemory = command.memory === 'with' && vm.spec.power === 'on';
  const kept: MachineSnapshot = {
    id: nextSnapshot(vm),
    name: command.name,
    description: command.description,
    parent: vm.spec.snapshot,
    at: world.now(),
    withMemory: isWithMemory,
    isQuiesced: command.quiesce === 'yes',
    power: vm.spec.power === 'paused' ? 'on' : vm.spec.power,
    size: isWithMemory ? vm.spec.memory / 1024 : 0,
    was: {
      cpus: vm.spec.cpus,
      memory: vm.spec.memory,
      disks: vm.spec.disks,
      nics: vm.spec.nics,
    },
  };
  const files = filesKept(world, vm.id, kept.id);
  const entity = { ...vm, spec: { ...vm.spec, snapshots: [...vm.spec.snapshots, kept], snapshot: kept.id } };
  const events: readonly WorldEvent[] = [{ type: 'entity.changed', entity }, ...files];
  if (!isWithMemory) return decided(events, [String(kept.id)]);
  // It is of the moment in which it began; until its memory is written, nothing else is done to the machine.
  const task = started(world, {
    verb: 'snapshot',
    target: vm,
    by: actor,
    seconds: memorySeconds(world, vm.spec.memory, vm.spec.disks),
    cancel: 'may-not',
    plan: { snapshot: kept.id },
    nth: 0,
  });
  return decided([...events, task], [String(kept.id), task.task.id]);
}

export const nextSnapshot = ({ spec }: Vm): number => Math.max(0, ...spec.snapshots.map(({ id }) => id)) + 1;

function idleVm(world: World, id: Vm['id']): Result<Vm> {
  const found = findVm(world, id);
  if (!found.ok) return found;
  const free = idle(world, found.value);
  return free.ok ? found : free;
}

function mayKeep(
  world: World,
  vm: Vm,
  { quiesce, memory }: ComputeCommandOf<'machine.snapshot'>,
): Result<null> {
  if (vm.spec.isTemplate) {
    return refused('wrong-state', `${vm.name} is a template; templates have no snapshots`, { where: 'id' });
  }
  if (vm.spec.snapshots.length >= most) {
    return refused('too-many', `${vm.name} has ${most} snapshots already`, {
      where: 'id',
      hint: 'Remove some that nobody needs.',
    });
  }
  if (quiesce === 'yes' && toolsNow(vm, world) !== 'running') {
    return refused('wrong-state', `${vm.name} cannot be quiesced: its guest's tools are not running`, {
      where: 'quiesce',
      hint: 'Take it without quiescing, or wait until the guest is up.',
    });
  }
  const store = storeOf(world, vm.spec.disks[0]?.datastore ?? null);
  if (memory === 'without' || vm.spec.power !== 'on' || store === undefined) return accepted(null);
  return storeTakes(world, store, vm.spec.memory);
}

function snapshotOf({ name, spec }: Vm, wanted: number | undefined): Result<MachineSnapshot> {
  const id = wanted ?? spec.snapshot;
  const found = spec.snapshots.find((each) => each.id === id);
  if (found !== undefined) return accepted(found);
  const message = id === null ? `${name} has no snapshot` : `${name} has no snapshot ${id}`;
  return refused('not-found', message, { where: 'snapshot' });
}

/** To what was frozen. With its memory it runs on from there; without, it is off. */
export function decideRevert(
  world: World,
  command: ComputeCommandOf<'machine.revert'>,
  actor: Actor,
): Result<Decision> {
  const found = idleVm(world, command.id);
  if (!found.ok) return found;
  const vm = found.value;
  const to = snapshotOf(vm, command.snapshot);
  if (!to.ok) return to;
  const back = broughtBack(vm, to.value);
  const reverted: readonly WorldEvent[] = [
    { type: 'entity.changed', entity: back },
    ...filesReverted(world, vm.id, to.value.id),
  ];
  if (!to.value.withMemory) return decided(reverted, []);
  const room =
    back.spec.host === null
      ? accepted(null)
      : placeOn(world, back.spec.host, { vm: asOn(world, back), admission: 'heed' });
  if (!room.ok) return room;
  const task = started(world, {
    verb: 'revert',
    target: vm,
    by: actor,
    seconds: memorySeconds(world, to.value.was.memory, to.value.was.disks),
    cancel: 'may-not',
    plan: { snapshot: to.value.id },
    nth: 0,
  });
  return decided([...reverted, task], [task.task.id]);
}

const asOn = (world: World, vm: Vm): Vm => turnedOn(vm, vm.spec.host, world.now());

/** Disks lie where they lie now, or where they lay if they are gone since. */
function broughtBack(vm: Vm, { id, was }: MachineSnapshot): Vm {
  const disks = was.disks.map((disk): Disk => {
    const now = vm.spec.disks.find(({ key }) => key === disk.key);
    return now === undefined ? disk : { ...disk, datastore: now.datastore };
  });
  const { cpus, memory, nics } = was;
  return turnedOff({
    ...vm,
    spec: { ...vm.spec, cpus, coresPerSocket: coresIn(vm, cpus), memory, disks, nics, snapshot: id },
  });
}

const coresIn = ({ spec }: Vm, cpus: number): number =>
  cpus % spec.coresPerSocket === 0 ? spec.coresPerSocket : 1;

/** Its memory is read: it goes on, on its host, as it was then. */
export function revertedOn(world: World, vm: Vm, task: Task): Result<Vm> {
  const snapshot = snapshotOf(vm, task.plan.snapshot);
  if (!snapshot.ok) return snapshot;
  // Without a boot: its system was up.
  const on = asOn(world, vm);
  const host =
    vm.spec.host === null ? accepted(null) : placeOn(world, vm.spec.host, { vm: on, admission: 'heed' });
  return host.ok ? accepted({ ...on, spec: { ...on.spec, startedAt: snapshot.value.at } }) : host;
}

export function decideForget(world: World, command: ComputeCommandOf<'machine.forget'>): Result<Decision> {
  const found = idleVm(world, command.id);
  if (!found.ok) return found;
  const vm = found.value;
  const doomed = doomedOf(vm, command);
  if (!doomed.ok) return doomed;
  const alone = nothingHangs(world, vm, doomed.value);
  if (!alone.ok) return alone;
  const kept = vm.spec.snapshots.filter(({ id }) => !doomed.value.has(id));
  const heir = (id: number | null): number | null => {
    let at = id;
    while (at !== null && doomed.value.has(at)) at = parentOf(vm, at);
    return at;
  };
  const spec = {
    ...vm.spec,
    snapshots: kept.map((each) => ({ ...each, parent: heir(each.parent) })),
    snapshot: heir(vm.spec.snapshot),
    ...(command.disks === 'leave' ? { leftovers: leftBy(vm, doomed.value.size) } : {}),
  };
  const files = [...doomed.value].flatMap((id) => filesForgotten(world, vm.id, id));
  return decided([{ type: 'entity.changed', entity: { ...vm, spec } }, ...files], []);
}

const parentOf = ({ spec }: Vm, id: number): number | null =>
  spec.snapshots.find((each) => each.id === id)?.parent ?? null;

function doomedOf(
  vm: Vm,
  { snapshot, children }: ComputeCommandOf<'machine.forget'>,
): Result<ReadonlySet<number>> {
  if (snapshot === 'all') return accepted(new Set(vm.spec.snapshots.map(({ id }) => id)));
  const found = snapshotOf(vm, snapshot);
  if (!found.ok) return found;
  const doomed = new Set([snapshot]);
  if (children === 'keep') return accepted(doomed);
  // A child is always younger than its parent, and stands after it.
  for (const { id, parent } of vm.spec.snapshots) {
    if (parent !== null && doomed.has(parent)) doomed.add(id);
  }
  return accepted(doomed);
}
