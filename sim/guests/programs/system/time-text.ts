import type { Bytes } from '../../bytes.ts';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const dayLength = 86_400_000;

export type Moment = {
  readonly year: number;
  /** 0–11. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** The calendar of a time in lab milliseconds, UTC. */
export function momentOf(at: number): Moment {
  const days = Math.floor(at / dayLength);
  const left = Math.floor((at - days * dayLength) / 1000);
  // Days are counted from 1 March 0000, so that the leap day is a year's last.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = (fromMarch + 2) % 12;
  return {
    year: yearOfEra + era * 400 + (month < 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(left / 3600),
    minute: Math.floor(left / 60) % 60,
    second: left % 60,
  };
}

/** Lab milliseconds of a day's beginning, UTC. */
export function dayAt(year: number, month: number, day: number): number {
  const y = month < 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 10) % 12) + 2) / 5) + day - 1;
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  return (era * 146_097 + ofEra - 719_468) * dayLength;
}

export const two = (value: number): string => String(value).padStart(2, '0');
export const clockText = ({ hour, minute, second }: Moment): Bytes =>
  `${two(hour)}:${two(minute)}:${two(second)}`;
export const dateText = ({ year, month, day }: Moment): Bytes => `${year}-${two(month + 1)}-${two(day)}`;

/** `Nov 21 18:30:00`, as logs have it. */
export function stampText(at: number): Bytes {
  const moment = momentOf(at);
  return `${monthNames[moment.month] ?? ''} ${two(moment.day)} ${clockText(moment)}`;
}

/** `Sat 2026-11-21 18:30:00 UTC`. */
export function longText(at: number): Bytes {
  const moment = momentOf(at);
  return `${dayNames[moment.weekday] ?? ''} ${dateText(moment)} ${clockText(moment)} UTC`;
}

/** `3min 20s ago`, as systemctl has it. */
export function agoText(milliseconds: number): Bytes {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first < 0) return '0s ago';
  const shown = parts.slice(first, first + (first === 0 ? 1 : 2)).filter(([amount]) => amount > 0);
  return `${shown.map(([amount, unit]) => (unit === 'day' ? `${amount} day${amount === 1 ? '' : 's'}` : `${amount}${unit}`)).join(' ')} ago`;
}
