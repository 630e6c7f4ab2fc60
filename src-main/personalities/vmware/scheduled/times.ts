/** When a scheduled task runs next, in the lab's time, which is UTC. */
import { at, flagAt, numberAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';

export type Since = {
  /** It was made, or changed: repetitions are counted from here. */
  readonly made: number;
  /** After this moment. */
  readonly after: number;
  /** This endpoint began. */
  readonly started: number;
};

const minuteMillis = 60_000;
const hourMillis = 3_600_000;
const dayMillis = 86_400_000;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const offsets = ['first', 'second', 'third', 'fourth'] as const;

const number = (scheduler: Data, field: string): number => numberAt(scheduler, field) ?? 0;
const startOfDay = (time: number): number => Math.floor(time / dayMillis) * dayMillis;

/** What is wrong with a schedule; null: nothing. */
export function problemWith(scheduler: Data): string | null {
  const ranges = [
    ['minute', 0, 59],
    ['hour', 0, 23],
    ['interval', 1, 999],
    ['day', 1, 31],
  ] as const;
  const limits = textAt(scheduler, '_type') === 'AfterStartupTaskScheduler' ? [] : ranges;
  for (const [field, from, to] of limits) {
    const value = numberAt(scheduler, field);
    if (value !== undefined && (value < from || value > to))
      return `${field} is a number from ${from} to ${to}`;
  }
  const isWeekly = textAt(scheduler, '_type') === 'WeeklyTaskScheduler';
  return isWeekly && !weekdays.some((day) => flagAt(scheduler, day) === true)
    ? 'no day of the week is named'
    : null;
}

/** null: never again. */
export function nextRun(scheduler: Data, since: Since): number | null {
  const active = Date.parse(textAt(scheduler, 'activeTime') ?? '') || 0;
  const expires = Date.parse(textAt(scheduler, 'expireTime') ?? '') || Number.POSITIVE_INFINITY;
  const next = unbounded(scheduler, {
    ...since,
    made: Math.max(since.made, active),
    after: Math.max(since.after, active - 1),
  });
  return next === null || next > expires ? null : next;
}

function unbounded(scheduler: Data, since: Since): number | null {
  switch (textAt(scheduler, '_type')) {
    case 'OnceTaskScheduler': {
      const runAt = Date.parse(textAt(scheduler, 'runAt') ?? '') || since.made;
      return runAt > since.after || (since.after === since.made && runAt <= since.made)
        ? Math.max(runAt, since.made)
        : null;
    }
    case 'AfterStartupTaskScheduler': {
      const due = since.started + number(scheduler, 'minute') * minuteMillis;
      return due > since.after ? due : null;
    }
    case 'HourlyTaskScheduler': {
      const first =
        Math.floor(since.made / hourMillis) * hourMillis + number(scheduler, 'minute') * minuteMillis;
      return steps(first, number(scheduler, 'interval') * hourMillis, since);
    }
    case 'DailyTaskScheduler':
      return steps(
        startOfDay(since.made) + inDay(scheduler),
        number(scheduler, 'interval') * dayMillis,
        since,
      );
    case 'WeeklyTaskScheduler':
      return byDays(since, (day) => isInWeek(scheduler, since, day), inDay(scheduler));
    case 'MonthlyByDayTaskScheduler':
    case 'MonthlyByWeekdayTaskScheduler':
      return byDays(since, (day) => isInMonth(scheduler, since, day), inDay(scheduler));
    default:
      return null;
  }
}

const inDay = (scheduler: Data): number =>
  number(scheduler, 'hour') * hourMillis + number(scheduler, 'minute') * minuteMillis;

/** The first of a row that is neither before it was made nor past. */
function steps(first: number, step: number, { made, after }: Since): number {
  const from = first < made ? first + step : first;
  return after < from ? from : from + (Math.floor((after - from) / step) + 1) * step;
}

/** Four years of days and a leap day: what does not come in them never comes. */
const mostDays = 1462 * 12;

function byDays({ made, after }: Since, isDay: (day: number) => boolean, time: number): number | null {
  const first = startOfDay(Math.max(made, after));
  for (let nth = 0; nth < mostDays; nth += 1) {
    const day = first + nth * dayMillis;
    const moment = day + time;
    if (moment > after && moment >= made && isDay(day)) return moment;
  }
  return null;
}

function isInWeek(scheduler: Data, { made }: Since, day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  const sunday = startOfDay(made) - new Date(made).getUTCDay() * dayMillis;
  const week = Math.floor((day - sunday) / (7 * dayMillis));
  return flagAt(scheduler, weekdays[weekday] ?? '') === true && week % number(scheduler, 'interval') === 0;
}

function isInMonth(scheduler: Data, { made }: Since, day: number): boolean {
  const [one, other] = [new Date(made), new Date(day)];
  const months =
    (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
  if (months % number(scheduler, 'interval') !== 0) return false;
  const last = new Date(Date.UTC(other.getUTCFullYear(), other.getUTCMonth() + 1, 0)).getUTCDate();
  const date = other.getUTCDate();
  if (textAt(scheduler, '_type') === 'MonthlyByDayTaskScheduler')
    return date === Math.min(number(scheduler, 'day'), last);
  if (weekdays[other.getUTCDay()] !== at(scheduler, 'weekday')) return false;
  const offset = textAt(scheduler, 'offset') ?? 'first';
  return offset === 'last' ? date > last - 7 : offsets[Math.floor((date - 1) / 7)] === offset;
}
