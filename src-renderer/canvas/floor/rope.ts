/** A leak rope as a line over the floor: how long it is, where a metre of it lies, where it can be pointed at. Pure. */
import type { LeakSpot, Spot } from './floor-plan.ts';
import type { Point } from './viewport.ts';

const between = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** Each piece with what was walked before it. */
function pieces(path: readonly Point[]) {
  let walked = 0;
  return path.slice(1).map((to, index) => {
    const from = path[index] ?? to;
    const piece = { from, to, start: walked, length: between(from, to) };
    walked += piece.length;
    return piece;
  });
}

export const ropeLength = (path: readonly Point[]): number =>
  pieces(path).reduce((sum, { length }) => sum + length, 0);

/** The point so many metres from its start; its end where the rope is shorter. */
export function pointAlong(path: readonly Point[], metres: number): Point | null {
  const piece = pieces(path).find(({ start, length }) => metres <= start + length);
  if (piece === undefined) return path.at(-1) ?? null;
  const share = piece.length === 0 ? 0 : Math.max(0, metres - piece.start) / piece.length;
  const { from, to } = piece;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export type Nearest = { readonly piece: number; readonly at: Point; readonly off: number };

/** The point of the rope that is nearest to another, and on which of its pieces it lies. */
export function nearestOn(path: readonly Point[], to: Point): Nearest | null {
  let best: Nearest | null = null;
  for (const [piece, { from, to: end, length }] of pieces(path).entries()) {
    const onto =
      length === 0
        ? 0
        : ((to.x - from.x) * (end.x - from.x) + (to.y - from.y) * (end.y - from.y)) / (length * length);
    const share = Math.min(1, Math.max(0, onto));
    const at = { x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share };
    const off = between(at, to);
    if (best === null || off < best.off) best = { piece, at, off };
  }
  return best;
}

/** Room for a finger: metres, and how far apart along a rope. */
const reach = 0.4;
const apart = 0.3;

/** What stands for a leak sensor under the pointer: a square, or a chain of them along its course. */
export function leakSpots({ id, name, x, y, path }: LeakSpot): readonly Spot[] {
  if (path === null) return [{ id, name, x, y, width: reach, depth: reach }];
  const count = Math.max(1, Math.ceil(ropeLength(path) / apart));
  return Array.from({ length: count + 1 }, (_, index) => {
    const at = pointAlong(path, (index / count) * ropeLength(path)) ?? { x, y };
    return { id, name, x: at.x, y: at.y, width: apart, depth: apart };
  });
}
