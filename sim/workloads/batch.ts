import { chance } from '../kernel/chance.ts';
import { isMonthEnd, secondsPerDay } from './calendar.ts';

/** The jobs of a rack: s from noon to their start, s that they take, and how often a night is left out. */
export type BatchHabit = { readonly start: number; readonly length: number; readonly skips: number };

const hour = 3600;
const noon = 12 * hour;
/** Chance's draws; those of other habits are elsewhere. */
const draws = { start: 11, length: 12, skips: 13, night: 14 } as const;

/** They start between 21:00 and 3:00 and take two to five hours; of a hundred nights two to twelve are left out. */
export function batchHabit(seed: number, actor: number): BatchHabit {
  const roll = (draw: number): number => chance({ seed, actor, tick: 0, draw });
  return {
    start: 9 * hour + Math.floor(6 * hour * roll(draws.start)),
    length: 2 * hour + Math.floor(3 * hour * roll(draws.length)),
    skips: 0.02 + 0.1 * roll(draws.skips),
  };
}

/** The night that this second of the calendar belongs to, by the day at whose noon it begins, and s since that noon. */
export function nightOf(second: number): { readonly night: number; readonly since: number } {
  const night = Math.floor((second - noon) / secondsPerDay);
  return { night, since: second - noon - night * secondsPerDay };
}

/** The last night of a month has the month's accounts to make as well. */
const monthEndShare = 1.5;

type Sleeper = { readonly seed: number; readonly actor: number; readonly habit: BatchHabit };

/** Seconds of work in this night; 0 where it is left out. That of the month's end never is. */
export function workOf({ seed, actor, habit }: Sleeper, night: number): number {
  if (isMonthEnd(night)) return monthEndShare * habit.length;
  return chance({ seed, actor, tick: night, draw: draws.night }) < habit.skips ? 0 : habit.length;
}

const quiet = 0.05;
const busy = 0.9;
/** Jobs begin and end within so many seconds. */
const edgeSeconds = 120;

/** How busy, so many seconds after the start of jobs that take this long. */
export function batchUse(since: number, length: number, wandered: number): number {
  if (since <= 0 || since >= length) return quiet;
  const toEdge = Math.min(since, length - since);
  const edge = toEdge < edgeSeconds ? toEdge / edgeSeconds : 1;
  const use = quiet + edge * (busy - quiet + 0.03 * wandered);
  return use > 1 ? 1 : use;
}
