/** When a string of cells is to be replaced, and why. Pure. */
import { dayMillis } from './stretches.ts';
import { reaches } from './theil-sen.ts';
import type { Trend } from './theil-sen.ts';

/** IEEE 1188: a string is at its end at 80 % of its capacity, a cell at half as much resistance again as when new. */
export const healthEnd = 80;
export const cellDue = 1.5;
export const cellWatch = 1.25;

const yearMillis = 365.25 * dayMillis;

export type StringState = {
  readonly health: number | null;
  /** Of health, %, by days from now. */
  readonly trend: Trend | null;
  /** Years in service now. */
  readonly age: number;
  readonly designLife: number;
};

export type Advice = {
  readonly reason: 'now' | 'byTrend' | 'byAge' | 'pastAge';
  readonly at: number;
};

/** The first of what ends it: its health now, its trend, or its age. */
export function adviceFor({ health, trend, age, designLife }: StringState, now: number): Advice {
  if (health !== null && health < healthEnd) return { reason: 'now', at: now };
  const byAge = now + (designLife - age) * yearMillis;
  if (byAge <= now) return { reason: 'pastAge', at: now };
  const days = trend === null || trend.slope >= 0 ? null : reaches(trend.at(0), trend.slope, healthEnd);
  const byTrend = days === null ? Infinity : now + days * dayMillis;
  return byTrend < byAge ? { reason: 'byTrend', at: byTrend } : { reason: 'byAge', at: byAge };
}

export const isWithinYear = ({ at }: Advice, now: number): boolean => at - now < yearMillis;
export const yearsSince = (from: number, now: number): number => (now - from) / yearMillis;
