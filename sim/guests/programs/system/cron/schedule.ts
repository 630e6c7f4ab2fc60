import type { Bytes } from '../../../bytes.ts';
import { dayAt, momentOf } from '../time-text.ts';

/** One line of a crontab: at which minutes, and what. */
export type Entry = {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Both the day of the month and of the week are said: either will do. */
  readonly isEither: boolean;
  readonly user: Bytes;
  readonly command: Bytes;
};

export type Table = {
  readonly entries: readonly Entry[];
  readonly variables: ReadonlyMap<Bytes, Bytes>;
  readonly errors: readonly { readonly line: number; readonly what: Bytes }[];
  readonly atBoot: readonly { readonly user: Bytes; readonly command: Bytes }[];
};

const names: Readonly<Record<string, Bytes>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const fields = [
  { what: 'minute', least: 0, most: 59, words: [] },
  { what: 'hour', least: 0, most: 23, words: [] },
  { what: 'day-of-month', least: 1, most: 31, words: [] },
  { what: 'month', least: 1, most: 12, words: months },
  { what: 'day-of-week', least: 0, most: 7, words: weekdays },
] as const;
type Field = (typeof fields)[number];

/** `user`: whose the table is; null: each line names one, as in /etc/crontab. */
export function readTable(text: Bytes, user: Bytes | null): Table {
  const making: Making = { entries: [], errors: [], atBoot: [], variables: new Map() };
  text.split('\n').forEach((raw, at) => {
    const line = raw.trim();
    if (line !== '' && !line.startsWith('#')) takeLine(making, { line, number: at + 1, user });
  });
  return making;
}

type Making = {
  readonly entries: Entry[];
  readonly errors: Table['errors'][number][];
  readonly atBoot: Table['atBoot'][number][];
  readonly variables: Map<Bytes, Bytes>;
};
type Line = { readonly line: Bytes; readonly number: number; readonly user: Bytes | null };

function takeLine(making: Making, { line, number, user }: Line): void {
  const [, variable, value = ''] = /^([A-Za-z_]\w*)\s*=\s*"?(.*?)"?$/.exec(line) ?? [];
  if (variable !== undefined) {
    making.variables.set(variable, value);
    return;
  }
  const [, name, rest = ''] = /^(@\w+)\s+(.*)$/.exec(line) ?? [];
  if (name === '@reboot') {
    making.atBoot.push(ownedBy(user, rest));
    return;
  }
  const made = entryOf(name === undefined ? line : `${names[name] ?? ''} ${rest}`, user);
  if (typeof made === 'string') making.errors.push({ line: number, what: made });
  else making.entries.push(made);
}

/** Where no user is known beforehand the first word names him. */
function ownedBy(user: Bytes | null, rest: Bytes): { readonly user: Bytes; readonly command: Bytes } {
  if (user !== null) return { user, command: rest };
  return { user: rest.split(/\s+/)[0] ?? '', command: rest.replace(/^\S+\s*/, '') };
}

function entryOf(line: Bytes, user: Bytes | null): Entry | Bytes {
  const words = line.trim().split(/\s+/);
  const sets = fields.map((field, at) => setOf(words[at] ?? '', field));
  const [minutes, hours, days, monthSet, weekdaySet] = sets;
  const wrong = sets.findIndex((set) => set === null);
  const isWhole = minutes && hours && days && monthSet && weekdaySet;
  if (!isWhole) return `bad ${fields[wrong]?.what ?? 'line'}`;
  const owned = ownedBy(user, line.trim().replace(/^(\S+\s+){5}/, ''));
  if (words.length < 6 || owned.command === '') return 'bad command';
  const isSaid = (at: number): boolean => !(words[at] ?? '').startsWith('*');
  return {
    minutes,
    hours,
    days,
    months: monthSet,
    weekdays: new Set([...weekdaySet].map((day) => day % 7)),
    isEither: isSaid(2) && isSaid(4),
    ...owned,
  };
}

/** `*`, `1,5`, `10-20/2`, `*\/15`, `mon-fri`. Null: it is none. */
function setOf(text: Bytes, field: Field): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const range = rangeOf(part, field);
    if (range === null) return null;
    for (let number = range.from; number <= range.to; number += range.by) numbers.add(number);
  }
  return numbers;
}

type Range = { readonly from: number; readonly to: number; readonly by: number };

function rangeOf(part: Bytes, field: Field): Range | null {
  const found = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
  if (found === null) return null;
  const [, first = '', last, step] = found;
  const from = first === '*' ? field.least : numberOf(first, field);
  const isOpen = last === undefined && (first === '*' || step !== undefined);
  const to = isOpen ? field.most : numberOf(last ?? String(from), field);
  return checked({ from, to, by: Number(step ?? '1') }, field);
}

const checked = (range: Range, { least, most }: Field): Range | null =>
  range.from < least || range.to > most || range.from > range.to || range.by < 1 ? null : range;

/** A number or a name; -1: neither. */
function numberOf(word: Bytes, { words, most }: Field): number {
  const at = words.findIndex((name) => name === word);
  if (at >= 0) return at + (most === 12 ? 1 : 0);
  return /^\d+$/.test(word) ? Number(word) : -1;
}

export function isDue(entry: Entry, at: number): boolean {
  const { minute, hour, day, month, weekday } = momentOf(at);
  if (!entry.minutes.has(minute) || !entry.hours.has(hour) || !entry.months.has(month + 1)) return false;
  const isDay = entry.days.has(day);
  const isWeekday = entry.weekdays.has(weekday);
  return entry.isEither ? isDay || isWeekday : isDay && isWeekday;
}

const mostDays = 1500;

/** The next minute after `at` that is an entry's; null: none within four years. */
export function nextOf(entry: Entry, at: number): number | null {
  let time = Math.floor(at / 60_000) * 60_000 + 60_000;
  for (let days = 0; days < mostDays; days += 1) {
    const { year, month, day } = momentOf(time);
    const end = dayAt(year, month, day) + 86_400_000;
    const fits =
      entry.months.has(month + 1) &&
      [...entry.hours].some((hour) =>
        [...entry.minutes].some((minute) =>
          isDue(entry, end - 86_400_000 + hour * 3_600_000 + minute * 60_000),
        ),
      );
    if (!fits) time = end;
    else {
      for (; time < end; time += 60_000) if (isDue(entry, time)) return time;
    }
  }
  return null;
}
