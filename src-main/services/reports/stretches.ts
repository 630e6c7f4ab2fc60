/** What a sensor said, as stretches of time that each have a value: everything in a report is a sum over these. */
import type { Series } from '../../../sim/contract/telemetry.ts';
import type { ReportSpan } from '../../../sim/contract/reports.ts';

export type Stretch = {
  readonly at: number;
  /** Milliseconds. */
  readonly lasts: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
};

export const hourMillis = 3_600_000;
export const dayMillis = 24 * hourMillis;

/** A sensor that is silent for longer than so many of its usual gaps is silent indeed. */
const gapsBorne = 3;

type Columns = Pick<Series, 'at' | 'mean' | 'min' | 'max'>;

/** Each reading stands until the next, but for three of the sensor's usual gaps at most: what is left is silence. */
export function stretchesOf({ at, mean, min, max }: Columns, span: ReportSpan): Stretch[] {
  // A month has thousands of readings a sensor: one pass, and nothing made twice.
  const said: number[] = [];
  for (const [index, time] of at.entries())
    if (time < span.to && (mean[index] ?? null) !== null) said.push(index);
  const timeOf = (place: number): number => at[said[place] ?? -1] ?? Number.NaN;
  const usual = usualGap(said.length, timeOf);
  const found: Stretch[] = [];
  for (const [place, index] of said.entries()) {
    const time = timeOf(place);
    const until = place + 1 < said.length ? timeOf(place + 1) : time + usual;
    const end = Math.min(until, time + gapsBorne * usual, span.to);
    const begin = Math.max(time, span.from);
    const value = mean[index] ?? 0;
    if (end > begin)
      found.push({
        at: begin,
        lasts: end - begin,
        mean: value,
        min: min[index] ?? value,
        max: max[index] ?? value,
      });
  }
  return found;
}

/** So many gaps tell the median of thousands. */
const gapsLooked = 101;

/** A sensor that spoke once is believed for five minutes. */
function usualGap(count: number, timeOf: (place: number) => number): number {
  const every = Math.max(1, Math.ceil((count - 1) / gapsLooked));
  const gaps: number[] = [];
  for (let place = 0; place + 1 < count; place += every) gaps.push(timeOf(place + 1) - timeOf(place));
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 300_000;
}

export const millisOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { lasts }) => sum + lasts, 0);

/** Value × hours: kWh of kW, degree-hours of degrees. */
export const integralOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { mean, lasts }) => sum + mean * (lasts / hourMillis), 0);

export function meanOf(stretches: readonly Stretch[]): number | null {
  const millis = millisOf(stretches);
  return millis === 0 ? null : integralOf(stretches) / (millis / hourMillis);
}

/** Share of a stretch above a limit, 0 … 1, as if it had run evenly from its least to its greatest. */
export function shareAbove({ min, max }: Pick<Stretch, 'min' | 'max'>, limit: number): number {
  if (min > limit) return 1;
  return max <= limit ? 0 : (max - limit) / (max - min);
}

export const shareBelow = ({ min, max }: Pick<Stretch, 'min' | 'max'>, limit: number): number =>
  shareAbove({ min: -max, max: -min }, -limit);

/** Mean height above a limit over the whole stretch, under the same assumption. */
export function excessOver({ min, max, mean }: Stretch, limit: number): number {
  if (min >= limit) return mean - limit;
  return max <= limit ? 0 : ((max - limit) * (max - limit)) / (2 * (max - min));
}

export const shortfallUnder = ({ min, max, mean, ...rest }: Stretch, limit: number): number =>
  excessOver({ ...rest, min: -max, max: -min, mean: -mean }, -limit);

/** Means over equal cells of a span, for drawings: null where nothing was said in a cell. */
export type Grid = {
  readonly at: readonly number[];
  readonly width: number;
  readonly add: (stretches: readonly Stretch[]) => void;
  /** Mean of what was added in each cell, weighed by its time. */
  readonly means: () => (number | null)[];
  readonly highest: () => (number | null)[];
  /** Milliseconds that were added to each cell. */
  readonly covered: () => readonly number[];
};

export function createGrid({ from, to }: ReportSpan, cells: number): Grid {
  const width = (to - from) / cells;
  const sums = new Float64Array(cells);
  const weights = new Float64Array(cells);
  const highs = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const known = <T>(valueAt: (cell: number) => T): (T | null)[] =>
    Array.from(weights, (weight, cell) => (weight === 0 ? null : valueAt(cell)));
  return {
    at: Array.from({ length: cells }, (_, cell) => Math.round(from + cell * width)),
    width,
    add: (stretches) => {
      for (const { at, lasts, mean, max } of stretches) {
        const last = Math.min(cells - 1, Math.floor((at + lasts - 1 - from) / width));
        for (let cell = Math.max(0, Math.floor((at - from) / width)); cell <= last; cell += 1) {
          const begin = Math.max(at, from + cell * width);
          const weight = Math.min(at + lasts, from + (cell + 1) * width) - begin;
          if (weight <= 0) continue;
          sums[cell] = (sums[cell] ?? 0) + mean * weight;
          weights[cell] = (weights[cell] ?? 0) + weight;
          highs[cell] = Math.max(highs[cell] ?? max, max);
        }
      }
    },
    means: () => known((cell) => (sums[cell] ?? 0) / (weights[cell] ?? 1)),
    highest: () => known((cell) => highs[cell] ?? 0),
    covered: () => [...weights],
  };
}
