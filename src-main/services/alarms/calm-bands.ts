import type { Eye } from './arm-posts.ts';

/**
 * Between which values a sensor's readings mean nothing to any rule, by index: nearly all readings are told
 * apart by two comparisons. A band is drawn around a reading that was judged, and only while all is quiet.
 */
export type CalmBands = {
  readonly holds: (index: number, value: number, at: number) => boolean;
  readonly draw: (index: number, value: number, eyes: readonly Eye[]) => void;
  /** The next reading must be judged. */
  readonly break: (index: number) => void;
};

const never = Number.POSITIVE_INFINITY;

export function createCalmBands(count: number): CalmBands {
  const low = new Float64Array(count).fill(never);
  const high = new Float64Array(count).fill(-never);
  /** Lab time from which on a reading is wanted whatever it says: rates take samples. */
  const until = new Float64Array(count).fill(-never);
  return {
    holds: (index, value, at) =>
      value >= (low[index] ?? never) && value <= (high[index] ?? -never) && at < (until[index] ?? -never),
    draw: (index, value, eyes) => {
      const band: Band = { low: -never, high: never, until: never };
      for (const eye of eyes) narrow(band, eye, value);
      low[index] = band.low;
      high[index] = band.high;
      until[index] = band.until;
    },
    break: (index) => {
      until[index] = -never;
    },
  };
}

type Band = { low: number; high: number; until: number };

function narrow(band: Band, { watch, window }: Eye, value: number): void {
  const { test } = watch.rule;
  switch (test.type) {
    case 'limit':
      return bound(band, test.direction, test.limit);
    case 'rate': {
      if (window === null) return;
      band.until = Math.min(band.until, window.until());
      return bound(band, test.direction, window.from() + (test.limit * test.window) / 60);
    }
    case 'state':
      for (const bad of test.values) {
        // The number of a word is rounded to the nearest.
        if (bad > value) bound(band, 'above', bad - 0.51);
        else bound(band, 'below', bad + 0.51);
      }
      return;
    case 'deviation':
      // The other metric may have moved.
      band.until = -never;
      return;
    case 'stale':
      return;
    default:
      test satisfies never;
  }
}

function bound(band: Band, direction: 'above' | 'below', limit: number): void {
  if (direction === 'above') band.high = Math.min(band.high, limit);
  else band.low = Math.max(band.low, limit);
}
