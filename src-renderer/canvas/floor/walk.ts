import type { Spot } from './floor-plan.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Being off to the side costs more than being far ahead, so that a walk along a row stays in it. */
const sideways = 3;

const heading = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
} as const satisfies Record<Direction, { x: number; y: number }>;

/** The nearest spot that way, or where one stands when there is none. Without a start: the first in reading order. */
export function walkFrom(spots: readonly Spot[], from: number | null, direction: Direction): number | null {
  const start = from === null ? undefined : spots[from];
  if (start === undefined) return firstInReadingOrder(spots);
  const way = heading[direction];
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  spots.forEach((spot, index) => {
    const x = spot.x - start.x;
    const y = spot.y - start.y;
    const ahead = x * way.x + y * way.y;
    const aside = Math.abs(x * way.y) + Math.abs(y * way.x);
    if (ahead <= 0.05 || aside > ahead * 4) return;
    const cost = ahead + aside * sideways;
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}

function firstInReadingOrder(spots: readonly Spot[]): number | null {
  let first: number | null = null;
  spots.forEach((spot, index) => {
    const leader = first === null ? undefined : spots[first];
    if (
      leader === undefined ||
      spot.y < leader.y - 0.05 ||
      (Math.abs(spot.y - leader.y) <= 0.05 && spot.x < leader.x)
    ) {
      first = index;
    }
  });
  return first;
}
