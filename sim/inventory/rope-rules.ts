/** What a leak rope may be: a line on the floor of one room. */
import type { EntityOf } from '../contract/entities.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { above } from './inventory.ts';
import type { InventoryView } from './inventory.ts';

const grace = 0.001;

export function ropeLies(view: InventoryView, sensor: EntityOf<'sensor'>): Result<null> {
  const { path, metric } = sensor.spec;
  if (path === undefined) return accepted(null);
  if (metric !== 'leak') {
    return refused('invalid-input', `A sensor of ${metric} has no course`, {
      where: 'spec.path',
      hint: 'Only a leak sensor is a rope; leak-distance beside it, at the same place, tells where it is wet.',
    });
  }
  const room = above(view, sensor.parent, 'room');
  if (room === undefined) return accepted(null);
  const { width, depth } = room.spec;
  const at = path.findIndex(({ x, y }) => x > width + grace || y > depth + grace);
  if (at === -1) return accepted(null);
  return refused('outside-room', `${sensor.name} would leave ${room.name} (${width} × ${depth} m)`, {
    where: `spec.path[${at}]`,
    hint: 'Points are in metres from the north-west corner.',
  });
}
