import { momentOf } from '../../shell/builtins/strftime.ts';

const day = 86_400;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  (monthDays[month] ?? 30) + (month === 1 && isLeap(year) ? 1 : 0);

/** Seconds since 1970 of a civil date in UTC; month 0–11, any of them may run over. */
export function secondsAt(year: number, month: number, date: number): number {
  const years = year + Math.floor(month / 12);
  const inYear = ((month % 12) + 12) % 12;
  const before = years - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = (years - 1970) * 365 + leaps - 477;
  for (let at = 0; at < inYear; at += 1) days += daysIn(years, at);
  return (days + date - 1) * day;
}

type Reading = {
  /** Midnight of the day that is meant, in seconds. */
  date: number;
  /** Seconds into it; null: none was said. */
  time: number | null;
  zone: number;
  /** `+2 days`: done after all else. */
  readonly steps: (readonly [count: number, unit: string])[];
  isDateGiven: boolean;
  isZoneGiven: boolean;
};

const patterns: readonly (readonly [
  pattern: RegExp,
  take: (reading: Reading, found: RegExpExecArray, now: number) => boolean,
])[] = [
  [/^@(-?\d+)(?:\.\d+)?/, (reading, [, seconds]) => takeDate(reading, Number(seconds))],
  [
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/,
    (reading, [, year, month, date]) => takeCivil(reading, [Number(year), Number(month), Number(date)]),
  ],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})/,
    (reading, [, month, date, year]) => takeCivil(reading, [Number(year), Number(month), Number(date)]),
  ],
  [/^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?/, takeTime],
  [/^(\d{1,2})\s*([ap]m)\b/, (reading, [, hour = '', half = '']) => takeHour(reading, Number(hour), half)],
  [/^(?:z|utc|gmt)\b/, (reading) => (reading.isZoneGiven = true)],
  [
    // `12:00 +3 hours` is no step: GNU reads the +3 as a zone.
    /^([-+])(\d{1,2})(?::?(\d{2}))?(?!\d)/,
    (reading, [, sign, hours, minutes = '0']) => {
      if (reading.time === null || reading.isZoneGiven) return false;
      reading.zone = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
      reading.isZoneGiven = true;
      return true;
    },
  ],
  [
    /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ ,-]+(\d{4}))?\b(?!:)/,
    (reading, [, date, month = '', year], now) => takeNamed(reading, [year, month, date], now),
  ],
  [
    /^([a-z]{3,9})\.? (\d{1,2})(?:,? +(\d{4}))?\b(?!:)/,
    (reading, [, month = '', date, year], now) => takeNamed(reading, [year, month, date], now),
  ],
  [
    /^([-+]?\s*\d+|an?|next|last)?\s*(second|sec|minute|min|hour|day|week|fortnight|month|year)s?\b(\s+ago\b)?/,
    takeStep,
  ],
  [/^(now|today|tomorrow|yesterday)\b/, (reading, [, word = '']) => takeWord(reading, word)],
  [/^(?:(next|last|this)\s+)?(sun|mon|tue|wed|thu|fri|sat)[a-z]*\b,?/, takeWeekday],
  [
    /^(\d{4})(\d{2})(\d{2})\b/,
    (reading, [, year, month, date]) => takeCivil(reading, [Number(year), Number(month), Number(date)]),
  ],
];

/** What `date -d` and `touch -d` understand, in seconds since 1970; null: nothing. */
export function momentSaid(text: string, now: number): number | null {
  const seconds = Math.floor(now / 1000);
  const reading: Reading = {
    date: seconds - (((seconds % day) + day) % day),
    time: null,
    zone: 0,
    steps: [],
    isDateGiven: false,
    isZoneGiven: false,
  };
  let rest = text.toLowerCase().trim();
  while (rest !== '') {
    let size = 0;
    for (const [pattern, take] of patterns) {
      const found = pattern.exec(rest);
      if (found === null || !take(reading, found, seconds)) continue;
      size = found[0].length;
      break;
    }
    if (size === 0) return null;
    rest = rest.slice(size).replace(/^[\s,]+/, '');
  }
  const keepsTime = reading.time === null && (!reading.isDateGiven || text.trim() === '');
  const isEmpty = text.trim() === '';
  const time = reading.time ?? (keepsTime && !isEmpty ? seconds - Math.floor(seconds / day) * day : 0);
  return stepped(reading.date + time - reading.zone, reading.steps);
}

function stepped(from: number, steps: Reading['steps']): number {
  let at = from;
  for (const [count, unit] of steps) {
    const size = unitSeconds[unit];
    if (size !== undefined) at += count * size;
    else {
      const { year, month, day: date, hour, minute, second } = momentOf(at);
      const months = unit === 'year' ? count * 12 : count;
      at = secondsAt(year, month + months, date) + hour * 3600 + minute * 60 + second;
    }
  }
  return at;
}

const unitSeconds: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  hour: 3600,
  day,
  week: 7 * day,
  fortnight: 14 * day,
};

function takeDate(reading: Reading, seconds: number): boolean {
  reading.date = Math.floor(seconds / day) * day;
  reading.time = seconds - reading.date;
  reading.isDateGiven = true;
  return true;
}

function takeCivil(reading: Reading, [year, month, date]: readonly [number, number, number]): boolean {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month - 1)) return false;
  reading.date = secondsAt(year, month - 1, date);
  reading.isDateGiven = true;
  return true;
}

function takeNamed(
  reading: Reading,
  [year, name, date]: readonly [string | undefined, string, string | undefined],
  now: number,
): boolean {
  const month = monthNames.indexOf(name.slice(0, 3)) + 1;
  return month > 0 && takeCivil(reading, [Number(year ?? momentOf(now).year), month, Number(date)]);
}

function takeTime(reading: Reading, [, hour, minute, second = '0', half]: RegExpExecArray): boolean {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (minutes > 59 || seconds > 60) return false;
  if (half !== undefined && !takeHour(reading, hours, half)) return false;
  if (half === undefined && hours > 23) return false;
  reading.time = (half === undefined ? hours * 3600 : (reading.time ?? 0)) + minutes * 60 + seconds;
  return true;
}

function takeHour(reading: Reading, hour: number, half: string): boolean {
  if (hour < 1 || hour > 12) return false;
  reading.time = ((hour % 12) + (half === 'pm' ? 12 : 0)) * 3600;
  return true;
}

function takeStep(reading: Reading, [, many, unit = '', ago]: RegExpExecArray): boolean {
  const bare = (many ?? '1').replaceAll(/\s/g, '');
  const count = bare === 'last' ? -1 : /^(next|an?)$/.test(bare) ? 1 : Number(bare);
  reading.steps.push([ago === undefined ? count : -count, unit]);
  return true;
}

function takeWord(reading: Reading, word: string): boolean {
  if (word === 'tomorrow') reading.steps.push([1, 'day']);
  if (word === 'yesterday') reading.steps.push([-1, 'day']);
  return true;
}

function takeWeekday(reading: Reading, [, which, name = '']: RegExpExecArray): boolean {
  if (reading.isDateGiven) return true;
  const wanted = dayNames.indexOf(name);
  const today = momentOf(reading.date).weekday;
  const ahead = (wanted - today + 7) % 7;
  const days = which === 'next' ? ahead || 7 : which === 'last' ? ahead - 7 : ahead;
  reading.date += days * day;
  reading.time ??= 0;
  return true;
}
