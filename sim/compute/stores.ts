/** Where disks lie, and how fast they are copied. */
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Disk } from '../contract/machine-specs.ts';
import { accepted } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import type { Host } from './allotments.ts';
import { cloudSpeed, setupSeconds, streamSpeed } from './durations.table.ts';
import { freeOn, storeTakes } from './limits.ts';
import { mebibytesOf, takenBy } from './sizes.ts';
import { struck } from './struck.ts';

type Store = EntityOf<'datastore'>;

export const storeOf = (world: World, id: EntityId | null): Store | undefined => {
  const found = id === null ? undefined : world.inventory.get(id);
  return found?.kind === 'datastore' ? found : undefined;
};

/** Of what a host mounts, the one with most room. */
export function roomiest(world: World, host: Host): Store | undefined {
  const stores = (host.links.mounts ?? []).flatMap((id) => storeOf(world, id) ?? []);
  const usable = stores.filter(({ spec }) => spec.mode === 'normal');
  return usable.toSorted((one, other) => freeOn(world, other) - freeOn(world, one))[0];
}

/** Whether all disks that are put down anew find room, those on one store together. */
export function disksFit(world: World, disks: readonly Disk[]): Result<null> {
  const needs = new Map<EntityId, number>();
  for (const disk of disks) {
    if (disk.datastore !== null) needs.set(disk.datastore, (needs.get(disk.datastore) ?? 0) + takenBy(disk));
  }
  for (const [id, need] of needs) {
    const store = storeOf(world, id);
    const takes = store === undefined ? accepted(null) : storeTakes(world, store, need);
    if (!takes.ok) return takes;
  }
  return accepted(null);
}

function speedOf(world: World, id: EntityId | null): number {
  const store = storeOf(world, id);
  if (store === undefined) return cloudSpeed;
  return streamSpeed[store.spec.type] / Math.max(1, struck(world, 'DATASTORE_LATENCY', store.id));
}

/** What was written is read and written once: the slower of the two stores says how fast. */
export function copySeconds(world: World, disks: readonly Disk[], to: EntityId | null): number {
  const seconds = disks.map(({ used, datastore }) => {
    const speed = Math.min(speedOf(world, datastore), speedOf(world, to ?? datastore));
    return mebibytesOf(used) / speed;
  });
  return setupSeconds + seconds.reduce((sum, each) => sum + each, 0);
}

/** Memory that is written to, or read from, where the machine's first disk lies. */
export const memorySeconds = (world: World, memory: number, disks: readonly Disk[]): number =>
  setupSeconds + memory / speedOf(world, disks[0]?.datastore ?? null);
