/**
 * Whether something may stand somewhere, as sim/inventory/rules.ts judges it: for what is shown while it is moved.
 * The host judges again, and its word counts. Pure.
 */
import type { Spot } from '../../canvas/floor/floor-plan.ts';
import type { Point, RoomSize } from '../../canvas/floor/viewport.ts';

export type Problem = { readonly kind: 'outside' } | { readonly kind: 'inside'; readonly of: string };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A millimetre: racks stand side by side. */
const grace = 0.001;

export const boxOf = ({ x, y, width, depth }: Omit<Spot, 'id' | 'name'>): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - depth / 2,
  bottom: y + depth / 2,
});

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right - grace &&
  other.left < one.right - grace &&
  one.top < other.bottom - grace &&
  other.top < one.bottom - grace;

export const isOutside = ({ left, top, right, bottom }: Box, { width, depth }: RoomSize): boolean =>
  left < -grace || top < -grace || right > width + grace || bottom > depth + grace;

/** Racks by their footprint: inside the walls, and in no other rack. */
export function rackProblem(spot: Spot, room: RoomSize, others: readonly Spot[]): Problem | null {
  const box = boxOf(spot);
  if (isOutside(box, room)) return { kind: 'outside' };
  const hit = others.find((other) => other.id !== spot.id && overlaps(box, boxOf(other)));
  return hit === undefined ? null : { kind: 'inside', of: hit.name };
}

/** Units by their centre alone. */
export const unitProblem = ({ x, y }: Point, { width, depth }: RoomSize): Problem | null =>
  x < 0 || y < 0 || x > width || y > depth ? { kind: 'outside' } : null;
