import type { Point } from './viewport.ts';
import type { Spot } from './floor-plan.ts';

/** Squares of two metres: a handful of racks in each. */
const cell = 2;

export type HitGrid = {
  /** Index of the spot under a point of the floor, the later one where two overlap. */
  readonly at: (point: Point) => number | null;
};

export function createHitGrid(spots: readonly Spot[]): HitGrid {
  const cells = new Map<string, number[]>();
  spots.forEach((spot, index) => {
    for (const key of keysOf(spot)) {
      const inside = cells.get(key);
      if (inside === undefined) cells.set(key, [index]);
      else inside.push(index);
    }
  });
  return {
    at: (point) => {
      const inside = cells.get(keyOf(Math.floor(point.x / cell), Math.floor(point.y / cell)));
      return inside?.findLast((index) => holds(spots[index], point)) ?? null;
    },
  };
}

const keyOf = (column: number, line: number): string => `${column}:${line}`;

function keysOf(spot: Spot): readonly string[] {
  const keys: string[] = [];
  const last = {
    column: Math.floor((spot.x + spot.width / 2) / cell),
    line: Math.floor((spot.y + spot.depth / 2) / cell),
  };
  for (let column = Math.floor((spot.x - spot.width / 2) / cell); column <= last.column; column += 1) {
    for (let line = Math.floor((spot.y - spot.depth / 2) / cell); line <= last.line; line += 1) {
      keys.push(keyOf(column, line));
    }
  }
  return keys;
}

const holds = (spot: Spot | undefined, point: Point): boolean =>
  spot !== undefined &&
  Math.abs(point.x - spot.x) <= spot.width / 2 &&
  Math.abs(point.y - spot.y) <= spot.depth / 2;
