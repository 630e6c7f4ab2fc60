/** Power by day for a forecast, and when a trend comes to its limit. */
import type { ReportSource } from '../../../sim/contract/reports.ts';
import { spaceByDay, spaceChanges } from './growth.ts';
import type { Ground } from './ground.ts';
import { createGrid, dayMillis, hourMillis } from './stretches.ts';
import { reaches, trendOf } from './theil-sen.ts';
import type { Point, Trend } from './theil-sen.ts';

/** As far back as a trend is taken from, whatever stretch the report is of. */
const lookBack = 90;
export const leastDays = 3;
/** A day counts where most of its hours were read. */
const wholeShare = 0.9;

export type DailyPower = {
  /** x in days from now (the last whole day ends at 0 or before), y in kW. */
  readonly points: readonly Point[];
  readonly days: number;
  readonly source: ReportSource | null;
  readonly trend: Trend | null;
};

/** Whole days, counted back from the end of the report. */
export async function dailyPower(ground: Ground): Promise<DailyPower> {
  const { to } = ground.span;
  const days = Math.min(lookBack, Math.floor((to - ground.session.world.clock.epoch) / dayMillis));
  const sensors = ground.things('rack').flatMap(({ id }) => ground.sensorsOf(id, 'power').slice(0, 1));
  if (days < 1 || sensors.length === 0)
    return { points: [], days: Math.max(0, days), source: null, trend: null };
  const span = { from: to - days * dayMillis, to };
  const sums = new Float64Array(days);
  const heard = new Float64Array(days);
  const source = await ground.read({
    what: ground.words.capacity.trend,
    sensors,
    span,
    step: hourMillis,
    take: (_sensor, stretches) => {
      const grid = createGrid(span, days);
      grid.add(stretches);
      const covered = grid.covered();
      for (const [day, mean] of grid.means().entries()) {
        if (mean === null) continue;
        sums[day] = (sums[day] ?? 0) + mean;
        heard[day] = (heard[day] ?? 0) + (covered[day] ?? 0) / dayMillis;
      }
    },
  });
  const points = [...sums].flatMap((y, day): Point[] =>
    (heard[day] ?? 0) < wholeShare * sensors.length ? [] : [{ x: day + 0.5 - days, y }],
  );
  return { points, days: points.length, source, trend: trendOf(points, leastDays) };
}

export async function dailySpace(
  ground: Ground,
  taken: number,
): Promise<{ readonly points: readonly Point[]; readonly trend: Trend | null }> {
  const now = ground.session.world.now();
  const { epoch } = ground.session.world.clock;
  const days = Math.min(lookBack, Math.floor((now - epoch) / dayMillis));
  // What the lab was born with is no growth.
  const changes = await spaceChanges(ground, Math.max(epoch + 1, now - days * dayMillis));
  const points = spaceByDay({ taken, now, days, changes });
  const trend = changes.length === 0 ? null : trendOf(points, leastDays);
  return { points, trend };
}

export type Arrival = {
  readonly at: number | null;
  readonly early: number | null;
  readonly late: number | null;
};

/** Beyond this a straight line says nothing. */
export const farthest = 50 * 365 * dayMillis;

/** Lab times; null where the line never comes there. */
export function arrivalOf(trend: Trend, limit: number, now: number): Arrival {
  const level = trend.at(0);
  const when = (slope: number): number | null => {
    const days = level >= limit ? 0 : reaches(level, slope, limit);
    return days === null ? null : now + days * dayMillis;
  };
  return { at: when(trend.slope), early: when(trend.high), late: when(trend.low) };
}
