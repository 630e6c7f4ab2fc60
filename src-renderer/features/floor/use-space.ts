/** Units that are taken in each rack of a room: the page does not hold the devices, so the host counts. */
import { useEffect, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { query } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import type { RoomFloor } from './room-floor.ts';

export type SpaceUsed = ReadonlyMap<EntityId, number>;

const nothingKnown: SpaceUsed = new Map();
const perPage = 1000;

/** What is planned keeps its place, so it counts. Null where the host refuses. */
async function askSpace(room: EntityId): Promise<SpaceUsed | null> {
  const used = new Map<EntityId, number>();
  for (let after: string | null | undefined; after !== null;) {
    const from = after === undefined ? {} : { after };
    const page = await query('capacity', { within: room, level: 'rack', limit: perPage, ...from });
    if (!page.ok) return null;
    for (const { id, space } of page.value.items) used.set(id, space.used + space.reserved);
    after = page.value.next;
  }
  return used;
}

/** Asks again with each edit, and when another lab is opened. */
export function useSpace(room: EntityId | null): SpaceUsed {
  const [known, setKnown] = useState(nothingKnown);
  const story = useWorld((state) => state.story);
  const edits = useWorld((state) => state.edits);
  const layout = useWorld((state) => state.layout);
  useEffect(() => {
    if (room === null) return undefined;
    let live = true;
    void askSpace(room).then((used) => {
      if (live && used !== null) setKnown((last) => (isSame(last, used) ? last : used));
    });
    return () => {
      live = false;
    };
  }, [room, story, edits, layout]);
  return known;
}

const isSame = (one: SpaceUsed, other: SpaceUsed): boolean =>
  one.size === other.size && [...one].every(([id, units]) => other.get(id) === units);

/** A rack that nobody has counted yet has no value, and is not empty. */
export function withSpace(floor: RoomFloor, used: SpaceUsed): RoomFloor {
  const counted = Float32Array.from(floor.plan.racks, ({ id }) => used.get(id) ?? Number.NaN);
  return { ...floor, facts: { ...floor.facts, used: counted } };
}
