import { noise } from '../kernel/chance.ts';
import { between } from '../physics/between.ts';
import { dayCurve } from './day.table.ts';
import { powerCurve } from './power-curve.table.ts';

const secondsPerDay = 86_400;

/** How busy a lab's machines are at this second of the day, on average. */
export function dayShare(epochMillis: number, tick: number): number {
  const second = (Math.floor(epochMillis / 1000) + tick) % secondsPerDay;
  return between(dayCurve, second / 3600);
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

/** Share of the span between idle and rated power. */
export const powerShare = (use: number): number => between(powerCurve, use * 64);
