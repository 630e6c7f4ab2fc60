import type { Series } from '../sim/contract/telemetry.ts';
import type { Block } from './block.ts';
import { cellMillis, cellsPerDay, dayMillis, type DayCells } from './cells.ts';

export type Stretch = { readonly from: number; readonly to: number };

/** Collects readings and cells, in any order, into equal stretches of time. */
export type Buckets = {
  readonly width: number;
  /** Those of the readings that lie in the stretch. */
  readonly addReadings: (readings: Block, stretch: Stretch) => void;
  /** Those of the day's cells that lie wholly in the stretch; what reaches beyond the window is cut to it. */
  readonly addCells: (cells: DayCells, day: number, stretch: Stretch) => void;
  /** What was collected, under this name; the next sensor begins with empty buckets. */
  readonly series: (name: { readonly id: string; readonly metric: string }) => Series;
};

export type Window = { readonly from: number; readonly to: number; readonly points: number };

type Sums = {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
};

const outside = -1;
/** A window of more days pays for their places anew with every sensor. */
const daysKept = 400;

export function createBuckets({ from, to, points }: Window): Buckets {
  const width = Math.max(1, (to - from) / points);
  const sums = emptySums(points);
  const { count, sum, min, max, first, last } = sums;

  const spread = (bucket: number, start: number, end: number): void => {
    if (start < (first[bucket] ?? 0)) first[bucket] = start;
    if (end > (last[bucket] ?? 0)) last[bucket] = end;
  };
  const stretchBounds = (bucket: number, low: number, high: number): void => {
    if (low < (min[bucket] ?? 0)) min[bucket] = low;
    if (high > (max[bucket] ?? 0)) max[bucket] = high;
  };
  const addCell = (bucket: number, cells: DayCells, index: number): void => {
    count[bucket] = (count[bucket] ?? 0) + (cells.counts[index] ?? 0);
    sum[bucket] = (sum[bucket] ?? 0) + (cells.sums[index] ?? 0);
    stretchBounds(bucket, cells.smallest[index] ?? 0, cells.largest[index] ?? 0);
  };
  const bucketOf = (at: number): number => Math.min(points - 1, Math.floor((at - from) / width));
  const placesOf = createPlaces({ from, to }, bucketOf);

  return {
    width,
    addReadings: ({ times, values }, stretch) => {
      for (let index = 0; index < times.length; index += 1) {
        const at = times[index] ?? 0;
        if (at < stretch.from || at >= stretch.to) continue;
        const value = values[index] ?? 0;
        const bucket = bucketOf(at);
        count[bucket] = (count[bucket] ?? 0) + 1;
        sum[bucket] = (sum[bucket] ?? 0) + value;
        stretchBounds(bucket, value, value);
        spread(bucket, at, at);
      }
    },
    addCells: (cells, day, stretch) => {
      const dayStart = day * dayMillis;
      const bucketOfCell = placesOf(day);
      const next = Math.min(bucketOfCell.length, Math.floor((stretch.to - dayStart) / cellMillis));
      const begin = Math.max(0, Math.ceil((stretch.from - dayStart) / cellMillis));
      for (let index = begin; index < next; index += 1) {
        const bucket = bucketOfCell[index] ?? outside;
        if (bucket === outside || cells.counts[index] === 0) continue;
        const begun = dayStart + index * cellMillis;
        addCell(bucket, cells, index);
        spread(bucket, Math.max(from, begun), Math.min(to, begun + cellMillis));
      }
    },
    series: ({ id, metric }) => {
      const columns = columnsOf(sums);
      empty(sums);
      return { sensor: id, metric, ...withGaps(columns, width) };
    },
  };
}

/** Which bucket each cell of a day goes into: the same for every sensor, and asked hundreds of times. */
function createPlaces({ from, to }: Stretch, bucketOf: (at: number) => number): (day: number) => Int32Array {
  const places = new Map<number, Int32Array>();
  return (day) => {
    const known = places.get(day);
    if (known !== undefined) return known;
    const made = Int32Array.from({ length: cellsPerDay }, (_, index) => {
      const begun = day * dayMillis + index * cellMillis;
      const [start, end] = [Math.max(from, begun), Math.min(to, begun + cellMillis)];
      return start < end ? bucketOf((start + end) / 2) : outside;
    });
    if (places.size === daysKept) places.clear();
    places.set(day, made);
    return made;
  };
}

function emptySums(points: number): Sums {
  const sums = {
    count: new Float64Array(points),
    sum: new Float64Array(points),
    min: new Float64Array(points),
    max: new Float64Array(points),
    first: new Float64Array(points),
    last: new Float64Array(points),
  };
  empty(sums);
  return sums;
}

function empty({ count, sum, min, max, first, last }: Sums): void {
  count.fill(0);
  sum.fill(0);
  min.fill(Number.POSITIVE_INFINITY);
  max.fill(Number.NEGATIVE_INFINITY);
  first.fill(Number.POSITIVE_INFINITY);
  last.fill(Number.NEGATIVE_INFINITY);
}

type Columns = {
  readonly at: number[];
  readonly mean: number[];
  readonly min: number[];
  readonly max: number[];
};
type OpenColumns = Pick<Series, 'at' | 'mean' | 'min' | 'max'>;

function columnsOf({ count, sum, min, max, first, last }: Sums): Columns {
  let length = 0;
  for (let bucket = 0; bucket < count.length; bucket += 1) if ((count[bucket] ?? 0) > 0) length += 1;
  const column = (): number[] => {
    const made: number[] = [];
    made.length = length;
    return made;
  };
  const columns: Columns = { at: column(), mean: column(), min: column(), max: column() };
  let index = 0;
  for (let bucket = 0; bucket < count.length; bucket += 1) {
    const readings = count[bucket] ?? 0;
    if (readings === 0) continue;
    columns.at[index] = Math.round(((first[bucket] ?? 0) + (last[bucket] ?? 0)) / 2);
    columns.mean[index] = (sum[bucket] ?? 0) / readings;
    columns.min[index] = min[bucket] ?? 0;
    columns.max[index] = max[bucket] ?? 0;
    index += 1;
  }
  return columns;
}

/** A silence of more than three usual distances is drawn as one: nothing was read there. */
const silence = 3;

function withGaps(columns: Columns, width: number): OpenColumns {
  if (longestDistance(columns.at) <= silence * width) return columns;
  const distances = Float64Array.from(columns.at.slice(1), (at, index) => at - (columns.at[index] ?? at));
  const usual = distances.toSorted()[Math.floor(distances.length / 2)] ?? width;
  const limit = silence * Math.max(usual, width);
  const out: OpenColumns = { at: [], mean: [], min: [], max: [] };
  for (const [index, at] of columns.at.entries()) {
    const before = columns.at[index - 1] ?? at;
    if (at - before > limit) append(out, (at + before) / 2, [null, null, null]);
    append(out, at, [columns.mean[index] ?? null, columns.min[index] ?? null, columns.max[index] ?? null]);
  }
  return out;
}

function longestDistance(at: readonly number[]): number {
  let longest = 0;
  for (let index = 1; index < at.length; index += 1)
    longest = Math.max(longest, (at[index] ?? 0) - (at[index - 1] ?? 0));
  return longest;
}

type Point = readonly [mean: number | null, min: number | null, max: number | null];

function append(out: OpenColumns, at: number, [mean, min, max]: Point): void {
  out.at.push(Math.round(at));
  out.mean.push(mean);
  out.min.push(min);
  out.max.push(max);
}
