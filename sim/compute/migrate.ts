import type { Actor } from '../contract/actors.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { TaskPlan } from '../contract/tasks.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';
import { dirtiedByCore, migrationLink, setupSeconds } from './durations.table.ts';
import { nothingHangs } from './delta.ts';
import { findVm } from './find.ts';
import { storeTakes } from './limits.ts';
import { placeOn } from './placement.ts';
import { realmOf } from './reach.ts';
import { takenBy } from './sizes.ts';
import { copySeconds, storeOf } from './stores.ts';
import { idle, started } from './task.ts';

export function decideMigrate(
  world: World,
  command: ComputeCommandOf<'machine.migrate'>,
  actor: Actor,
): Result<Decision> {
  const found = findVm(world, command.id);
  if (!found.ok) return found;
  const vm = found.value;
  const { host = vm.spec.host ?? undefined, datastore } = command;
  const moved = movedTo(world, vm, { host, datastore });
  if (!moved.ok) return moved;
  const free = idle(world, vm);
  if (!free.ok) return free;
  if (isSame(vm, moved.value)) {
    return refused('invalid-input', `${vm.name} is there already`, {
      where: 'host',
      hint: 'Name another host, another datastore, or both.',
    });
  }
  const task = started(world, {
    verb: 'migrate',
    target: vm,
    by: actor,
    seconds: moveSeconds(world, vm, moved.value),
    cancel: 'may',
    plan: { ...(host === undefined ? {} : { host }), ...(datastore === undefined ? {} : { datastore }) },
    nth: 0,
  });
  return decided([task], [task.task.id]);
}

const isSame = (one: Vm, other: Vm): boolean =>
  one.spec.host === other.spec.host &&
  one.spec.disks.every(({ datastore }, at) => datastore === other.spec.disks[at]?.datastore);

type Target = Pick<TaskPlan, 'host' | 'datastore'>;

/** The machine as it will be there, if it may. */
export function movedTo(world: World, vm: Vm, { host, datastore }: Target): Result<Vm> {
  const disks = vm.spec.disks.map((disk) =>
    datastore === undefined || disk.volume !== null ? disk : { ...disk, datastore },
  );
  const moved: Vm = { ...vm, spec: { ...vm.spec, host: host ?? vm.spec.host, disks } };
  const stores = datastore === undefined ? accepted(null) : storeTakesDisks(world, vm, datastore);
  if (!stores.ok) return stores;
  if (host === undefined) return accepted(moved);
  const there = placeOn(world, host, { vm: moved, admission: 'heed' });
  if (!there.ok) return there;
  const own = sameRealm(world, vm, there.value);
  return own.ok ? accepted(moved) : own;
}

function sameRealm(world: World, vm: Vm, host: Host): Result<null> {
  const { inventory } = world;
  const realm = realmOf(inventory, vm.parent);
  if (realm === null || realm === realmOf(inventory, host.parent)) return accepted(null);
  return refused(
    'not-allowed',
    `${vm.name} does not leave ${inventory.get(realm)?.name}; ${host.name} is outside`,
    {
      where: 'host',
    },
  );
}

/** Linked copies look for their original's disks where they lie now. */
function storeTakesDisks(world: World, vm: Vm, datastore: EntityId): Result<null> {
  const alone = nothingHangs(world, vm, 'any');
  return alone.ok ? storeHasRoom(world, vm, datastore) : alone;
}

function storeHasRoom(world: World, vm: Vm, datastore: EntityId): Result<null> {
  const store = storeOf(world, datastore);
  if (store === undefined) {
    return refused('unknown-entity', `There is no datastore ${datastore}`, { where: 'datastore' });
  }
  const moving = vm.spec.disks.filter((disk) => disk.volume === null && disk.datastore !== datastore);
  return storeTakes(
    world,
    store,
    moving.reduce((sum, disk) => sum + takenBy(disk), 0),
  );
}

/** Memory over the link, then what was dirtied meanwhile; what was written of the disks from store to store. */
export function moveSeconds(world: World, before: Vm, after: Vm): number {
  const changesHost = before.spec.host !== after.spec.host;
  const runs = before.spec.power === 'on' || before.spec.power === 'paused';
  const { memory, cpus } = before.spec;
  const first = changesHost && runs ? memory / migrationLink : 0;
  const last = Math.min(memory, first * dirtiedByCore * cpus) / migrationLink;
  const moving = before.spec.disks.filter(
    ({ datastore }, at) => datastore !== after.spec.disks[at]?.datastore,
  );
  const to = after.spec.disks.find(({ volume }) => volume === null)?.datastore ?? null;
  return (moving.length === 0 ? setupSeconds : copySeconds(world, moving, to)) + first + last;
}
