import type { Bytes } from '../../bytes.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearday: number;
  readonly epoch: number;
};

/** The civil date of so many seconds since 1970, in UTC, which guests keep. */
export function momentOf(epoch: number): Moment {
  const dayNumber = Math.floor(epoch / 86_400);
  const rest = epoch - dayNumber * 86_400;
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10;
  const year = yearOfEra + era * 400 + (month < 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: (((dayNumber + 4) % 7) + 7) % 7,
    yearday: (beforeMonth[month] ?? 0) + day + (isLeap && month > 1 ? 1 : 0),
    epoch,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

const letters: Readonly<Record<string, (at: Moment) => string>> = {
  a: (at) => (days[at.weekday] ?? '').slice(0, 3),
  A: (at) => days[at.weekday] ?? '',
  b: (at) => (months[at.month] ?? '').slice(0, 3),
  h: (at) => (months[at.month] ?? '').slice(0, 3),
  B: (at) => months[at.month] ?? '',
  C: (at) => two(Math.floor(at.year / 100)),
  d: (at) => two(at.day),
  e: (at) => String(at.day).padStart(2),
  H: (at) => two(at.hour),
  I: (at) => two(at.hour % 12 === 0 ? 12 : at.hour % 12),
  k: (at) => String(at.hour).padStart(2),
  l: (at) => String(at.hour % 12 === 0 ? 12 : at.hour % 12).padStart(2),
  j: (at) => String(at.yearday).padStart(3, '0'),
  m: (at) => two(at.month + 1),
  M: (at) => two(at.minute),
  n: () => '\n',
  t: () => '\t',
  p: (at) => (at.hour < 12 ? 'AM' : 'PM'),
  P: (at) => (at.hour < 12 ? 'am' : 'pm'),
  s: (at) => String(at.epoch),
  S: (at) => two(at.second),
  u: (at) => String(at.weekday === 0 ? 7 : at.weekday),
  w: (at) => String(at.weekday),
  U: (at) => two(Math.floor((at.yearday - 1 + 7 - at.weekday) / 7)),
  W: (at) => two(Math.floor((at.yearday - 1 + 7 - ((at.weekday + 6) % 7)) / 7)),
  y: (at) => two(at.year % 100),
  Y: (at) => String(at.year),
  z: () => '+0000',
  Z: () => 'UTC',
  '%': () => '%',
};

const composed: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

export function timeText(format: string, epoch: number): Bytes {
  return formatTime(format, momentOf(epoch));
}

function formatTime(format: string, at: Moment): string {
  return format.replace(/%[-_0^#EO]*([a-zA-Z%])/g, (whole, letter: string) => {
    const inner = composed[letter];
    if (inner !== undefined) return formatTime(inner, at);
    const text = letters[letter]?.(at) ?? whole;
    return whole.startsWith('%-') ? text.replace(/^[0 ]+(?=.)/, '') : text;
  });
}
