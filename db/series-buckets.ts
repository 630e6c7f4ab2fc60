import type { Series } from '../sim/contract/telemetry.ts';
import type { Cell } from './cells.ts';

/** Collects readings and cells, in any order, into equal stretches of time. */
export type Buckets = {
  readonly width: number;
  readonly addReading: (at: number, value: number) => void;
  readonly addCell: (start: number, end: number, cell: Cell) => void;
  readonly series: (name: { readonly id: string; readonly metric: string }) => Series;
};

export type Window = { readonly from: number; readonly to: number; readonly points: number };

export function createBuckets({ from, to, points }: Window): Buckets {
  const width = Math.max(1, (to - from) / points);
  const count = new Float64Array(points);
  const sum = new Float64Array(points);
  const min = new Float64Array(points).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(points).fill(Number.NEGATIVE_INFINITY);
  const first = new Float64Array(points).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(points).fill(Number.NEGATIVE_INFINITY);

  const add = (bucket: number, span: readonly [number, number], cell: Cell): void => {
    count[bucket] = (count[bucket] ?? 0) + cell.count;
    sum[bucket] = (sum[bucket] ?? 0) + cell.sum;
    min[bucket] = Math.min(min[bucket] ?? 0, cell.min);
    max[bucket] = Math.max(max[bucket] ?? 0, cell.max);
    first[bucket] = Math.min(first[bucket] ?? 0, span[0]);
    last[bucket] = Math.max(last[bucket] ?? 0, span[1]);
  };

  const bucketOf = (at: number): number => Math.min(points - 1, Math.floor((at - from) / width));

  const columns = (): Columns => {
    const filled = Array.from(count.keys()).filter((bucket) => (count[bucket] ?? 0) > 0);
    const pick = (array: Float64Array): number[] => filled.map((bucket) => array[bucket] ?? 0);
    return {
      at: filled.map((bucket) => Math.round(((first[bucket] ?? 0) + (last[bucket] ?? 0)) / 2)),
      mean: filled.map((bucket) => (sum[bucket] ?? 0) / (count[bucket] ?? 1)),
      min: pick(min),
      max: pick(max),
    };
  };

  return {
    width,
    addReading: (at, value) => {
      const bucket = bucketOf(at);
      count[bucket] = (count[bucket] ?? 0) + 1;
      sum[bucket] = (sum[bucket] ?? 0) + value;
      if (value < (min[bucket] ?? 0)) min[bucket] = value;
      if (value > (max[bucket] ?? 0)) max[bucket] = value;
      if (at < (first[bucket] ?? 0)) first[bucket] = at;
      if (at > (last[bucket] ?? 0)) last[bucket] = at;
    },
    addCell: (start, end, cell) => add(bucketOf((start + end) / 2), [start, end], cell),
    series: ({ id, metric }) => ({ sensor: id, metric, ...withGaps(columns(), width) }),
  };
}

type Columns = {
  readonly at: number[];
  readonly mean: number[];
  readonly min: number[];
  readonly max: number[];
};
type OpenColumns = Pick<Series, 'at' | 'mean' | 'min' | 'max'>;

/** A silence of more than three usual distances is drawn as one: nothing was read there. */
const silence = 3;

function withGaps(columns: Columns, width: number): OpenColumns {
  const distances = columns.at.slice(1).map((at, index) => at - (columns.at[index] ?? at));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? width;
  const limit = silence * Math.max(usual, width);
  const out: OpenColumns = { at: [], mean: [], min: [], max: [] };
  for (const [index, at] of columns.at.entries()) {
    const before = columns.at[index - 1] ?? at;
    if (at - before > limit) append(out, (at + before) / 2, [null, null, null]);
    append(out, at, [columns.mean[index] ?? null, columns.min[index] ?? null, columns.max[index] ?? null]);
  }
  return out;
}

type Point = readonly [mean: number | null, min: number | null, max: number | null];

function append(out: OpenColumns, at: number, [mean, min, max]: Point): void {
  out.at.push(Math.round(at));
  out.mean.push(mean);
  out.min.push(min);
  out.max.push(max);
}
