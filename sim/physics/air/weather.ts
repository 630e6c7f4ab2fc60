import type { Clock } from '../../contract/clock.ts';
import { wander } from '../../workloads/utilisation.ts';
import { waterAt, wetBulb } from './moist-air.ts';
import { climateYears } from './weather.table.ts';
import type { Climate } from './weather.table.ts';

type Weather = {
  /** °C. */
  readonly dryBulb: number;
  readonly wetBulb: number;
  /** kg of water per kg of dry air. */
  readonly water: number;
};

export type Sky = { readonly climate: Climate; readonly seed: number; readonly actor: number };

/** Warm and cold spells: K of deviation, hours between their knots. */
const spellSize = 2;
const spellHours = 18;

/** The weather over a site at this second of lab time. Lab time is taken as local time. */
export function weatherAt(
  { climate, seed, actor }: Sky,
  { epoch, tick }: Pick<Clock, 'epoch' | 'tick'>,
): Weather {
  const second = Math.floor(epoch / 1000) + tick;
  const year = climateYears[climate];
  const { month, share, hour } = seasonOf(second);
  const next = (month + 1) % 12;
  const spell = spellSize * wander(seed, actor, tick / 3600 / spellHours);
  const dryBulb = blend(atHour(year.dryBulb[month], hour), atHour(year.dryBulb[next], hour), share) + spell;
  const usual = blend(year.dewPoint[month] ?? 0, year.dewPoint[next] ?? 0, share) + spell / 2;
  const dew = usual < dryBulb ? usual : dryBulb;
  return { dryBulb, wetBulb: wetBulb(dryBulb, dew), water: waterAt(dew) };
}

const blend = (from: number, to: number, share: number): number => from + share * (to - from);

function atHour(day: readonly number[] | undefined, hour: number): number {
  const at = Math.floor(hour);
  const from = day?.[at % 24] ?? 0;
  return blend(from, day?.[(at + 1) % 24] ?? 0, hour - at);
}

type Season = {
  /** The month whose middle lies behind, counted from 0, and how far we are to the middle of the next. */
  readonly month: number;
  readonly share: number;
  readonly hour: number;
};

const secondsPerDay = 86_400;

export function seasonOf(second: number): Season {
  const day = Math.floor(second / secondsPerDay);
  const inDay = second - day * secondsPerDay;
  const { start, length } = yearOf(day);
  const months = (12 * (day - start + inDay / secondsPerDay)) / length - 0.5;
  const at = Math.floor(months);
  return { month: (at + 12) % 12, share: months - at, hour: inDay / 3600 };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 1970-01-01 to the first of January of this year (Gregorian). */
function daysBefore(year: number): number {
  const past = year - 1;
  return 365 * (year - 1970) + leaps(past) - leaps(1969);
}

const leaps = (year: number): number =>
  Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** The year that holds this day (counted from 1970-01-01): its first day and its length. */
function yearOf(day: number): { readonly start: number; readonly length: number } {
  let year = 1970 + Math.floor(day / 365.2425);
  while (daysBefore(year) > day) year -= 1;
  while (daysBefore(year + 1) <= day) year += 1;
  return { start: daysBefore(year), length: isLeap(year) ? 366 : 365 };
}
