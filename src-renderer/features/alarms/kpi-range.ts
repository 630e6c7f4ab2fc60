/** Over what time the figures are told, and in what steps the rate is drawn. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';

export type KpiRange = 'hour' | 'day' | 'week' | 'month';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const kpiRanges = {
  hour: { millis: hour, bin: 5 * minute },
  day: { millis: day, bin: 10 * minute },
  week: { millis: 7 * day, bin: hour },
  month: { millis: 30 * day, bin: 6 * hour },
} as const satisfies Record<KpiRange, { readonly millis: number; readonly bin: number }>;

type RateLine = { readonly at: readonly number[]; readonly per10Minutes: readonly number[] };

type Span = { readonly from: number; readonly to: number; readonly bin: number };

/** New alarms per ten minutes, step by step; what another explains or what was born on a shelf does not count. */
export function rateLine(
  alarms: readonly Pick<Alarm, 'raisedAt' | 'root' | 'shelved'>[],
  { from, to, bin }: Span,
): RateLine {
  const count = Math.max(1, Math.ceil((to - from) / bin));
  const counts = Array.from({ length: count }, () => 0);
  for (const { raisedAt, root, shelved } of alarms) {
    const isQuiet = root !== null || (shelved !== null && shelved.until > raisedAt);
    if (isQuiet || raisedAt < from || raisedAt >= to) continue;
    const index = Math.floor((raisedAt - from) / bin);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const widthOf = (index: number): number => Math.min(bin, to - from - index * bin);
  return {
    at: counts.map((_, index) => from + index * bin),
    per10Minutes: counts.map((found, index) => (found * 10 * minute) / Math.max(1, widthOf(index))),
  };
}
