import type { FloorPoint } from '../contract/floor-point.ts';
import { ropeWetAt } from '../physics/air/leak.ts';
import type { Plot, SpotOf, Truth } from './point.ts';

/** 0 means dry, so that a rope wet at its very start says its smallest step. */
const leastDistance = 0.1;

/** What a leak rope in a room tells: whether it is wet, or how far along. Null where there is no such rope. */
export function truthOfRope({ world, layout }: Plot, spot: SpotOf, room: number): Truth | null {
  const path = spot.path ?? courseBeside({ world, layout }, spot);
  if (path === null) return null;
  const wet = (): number | null => ropeWetAt(world.plant.state, layout, { room, path });
  if (spot.metric === 'leak') return () => (wet() === null ? 0 : 1);
  return () => {
    const along = wet();
    return along === null ? 0 : Math.max(leastDistance, along);
  };
}

/** The course of the rope at the same place of the same thing. */
function courseBeside({ world }: Plot, { entity, place }: SpotOf): readonly FloorPoint[] | null {
  for (const child of world.inventory.childrenOf(entity.id)) {
    if (child.kind !== 'sensor') continue;
    const { spec } = child;
    if (spec.metric === 'leak' && spec.place === place && spec.path !== undefined) return spec.path;
  }
  return null;
}
