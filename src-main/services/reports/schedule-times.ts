/** When scheduled reports fall due, and which stretch they tell of. Lab time, UTC. Pure. */
import type { ReportSchedule, ReportSpan } from '../../../sim/contract/reports.ts';
import { dayMillis } from './stretches.ts';

type When = Pick<ReportSchedule, 'every' | 'at'>;

const startOfDay = (at: number): number => Math.floor(at / dayMillis) * dayMillis;
/** 1970 began on a Thursday. */
const startOfWeek = (at: number): number =>
  Math.floor((at - 4 * dayMillis) / (7 * dayMillis)) * 7 * dayMillis + 4 * dayMillis;
const startOfMonth = (at: number, months: number): number => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
};

const minutesOf = ({ at }: When): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

/** The stretch that holds a moment, and the one after it. */
function stretchAt({ every }: When, moment: number): { readonly begin: number; readonly next: number } {
  switch (every) {
    case 'day':
      return { begin: startOfDay(moment), next: startOfDay(moment) + dayMillis };
    case 'week':
      return { begin: startOfWeek(moment), next: startOfWeek(moment) + 7 * dayMillis };
    case 'month':
      return { begin: startOfMonth(moment, 0), next: startOfMonth(moment, 1) };
    default:
      return every satisfies never;
  }
}

/** The first moment after this one. */
export function nextDue(when: When, after: number): number {
  const { begin, next } = stretchAt(when, after);
  const minutes = minutesOf(when) * 60_000;
  return begin + minutes > after ? begin + minutes : next + minutes;
}

/** Every moment in (after, until], oldest first; of very many only the newest count. */
export function dueBetween(when: When, after: number, until: number): readonly number[] {
  const due: number[] = [];
  for (let at = nextDue(when, after); at <= until; at = nextDue(when, at)) due.push(at);
  return due;
}

/** The whole day, week or month that was over when it fell due. */
export function spanBefore(when: When, due: number): ReportSpan {
  const to = stretchAt(when, due).begin;
  return { from: stretchAt(when, to - 1).begin, to };
}
