import { noise } from '../kernel/chance.ts';
import { between } from '../physics/between.ts';
import { isWeekend, secondsPerDay } from './calendar.ts';
import { dayCurve, weekendCurve } from './day.table.ts';
import { powerCurve } from './power-curve.table.ts';

/** How busy machines that work by day are at this second of the calendar, on average. */
export function dayShare(second: number): number {
  const day = Math.floor(second / secondsPerDay);
  return between(isWeekend(day) ? weekendCurve : dayCurve, (second - day * secondsPerDay) / 3600);
}

/** Slow wander with deviation 1: chance at the knots, straight lines between them. */
export function wander(seed: number, actor: number, position: number): number {
  const knot = Math.floor(position);
  const from = noise(seed, actor, knot);
  return from + (position - knot) * (noise(seed, actor, knot + 1) - from);
}

export const knotSeconds = 300;

/** 0.04 … 1. Each rack has its own habit, and wanders around it over minutes. */
export function utilisation(day: number, habit: number, wandered: number): number {
  const u = day + habit + 0.06 * wandered;
  if (u < 0.04) return 0.04;
  return u > 1 ? 1 : u;
}

/** Around 0.55 by day and by night, with little wander. */
export const steadyUse = (habit: number, wandered: number): number => 0.55 + 0.2 * habit + 0.02 * wandered;

/** Share of the span between idle and rated power. */
export const powerShare = (use: number): number => between(powerCurve, use * 64);
