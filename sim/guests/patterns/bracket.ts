import { sizeAt, textOf, type Bytes } from '../bytes.ts';
import { classTable } from './classes.table.ts';
import { folded, inverted, last, sorted } from './ranges.ts';
import type { Dialect, Ranges } from './tree.ts';

export type Bracket =
  | { readonly ok: true; readonly ranges: Ranges; readonly end: number }
  | { readonly ok: false; readonly message: string };

type Reading = {
  readonly source: Bytes;
  readonly dialect: Dialect;
  at: number;
  readonly ranges: [number, number][];
  wrong: string | null;
};

const open = 'Unmatched [, [^, [:, [., or [=';
const wrong = (message: string): Bracket => ({ ok: false, message });

/** `at` is where the `[` is. */
export function readBracket(source: Bytes, at: number, dialect: Dialect): Bracket {
  const isInverted = source[at + 1] === '^';
  const reading: Reading = { source, dialect, at: at + (isInverted ? 2 : 1), ranges: [], wrong: null };
  for (let isFirst = true; ; isFirst = false) {
    if (reading.at >= source.length) return wrong(open);
    if (source[reading.at] === ']' && !isFirst) break;
    item(reading);
    if (reading.wrong !== null) return wrong(reading.wrong);
  }
  const all = dialect.letters === 'fold' ? folded(reading.ranges, dialect.units) : sorted(reading.ranges);
  return { ok: true, ranges: isInverted ? inverted(all, last(dialect.units)) : all, end: reading.at + 1 };
}

function item(reading: Reading): void {
  const { source, ranges } = reading;
  if (source.startsWith('[:', reading.at)) return named(reading);
  const first = one(reading);
  if (first === null) return;
  if (source[reading.at] !== '-' || source[reading.at + 1] === ']' || reading.at + 1 >= source.length) {
    ranges.push([first, first]);
    return;
  }
  reading.at += 1;
  const end = one(reading);
  if (end === null) return;
  if (end < first) reading.wrong = 'Invalid range end';
  else ranges.push([first, end]);
}

function named(reading: Reading): void {
  const end = reading.source.indexOf(':]', reading.at + 2);
  if (end < 0) {
    reading.wrong = open;
    return;
  }
  const name = reading.source.slice(reading.at + 2, end);
  const found = Object.hasOwn(classTable, name) && name !== 'word' ? classTable[name] : undefined;
  if (found === undefined) {
    reading.wrong = 'Invalid character class name';
    return;
  }
  const most = reading.dialect.units === 'bytes' ? 127 : 0x10_ffff;
  for (const [from, to] of found) if (to <= most) reading.ranges.push([from, to]);
  reading.at = end + 2;
}

/** One character, also as `[.x.]` and `[=x=]`; null: told. */
function one(reading: Reading): number | null {
  const { source, dialect, at } = reading;
  if (source.startsWith('[.', at)) return collating(reading, '.]');
  if (source.startsWith('[=', at)) return collating(reading, '=]');
  if (dialect.syntax === 'awk' && source[at] === '\\' && at + 1 < source.length) {
    const escape = awkEscape(source, at);
    reading.at += escape.size;
    return escape.code;
  }
  const size = dialect.units === 'bytes' ? 1 : Math.max(sizeAt(source, at), 1);
  const text = source.slice(at, at + size);
  reading.at += size;
  return size === 1 ? text.charCodeAt(0) : (textOf(text).codePointAt(0) ?? 0);
}

/** The one character between `[.` or `[=` and its close; null: told. */
function collating(reading: Reading, close: '.]' | '=]'): number | null {
  const end = reading.source.indexOf(close, reading.at + 2);
  if (end < 0) {
    reading.wrong = open;
    return null;
  }
  const points = Array.from(textOf(reading.source.slice(reading.at + 2, end)));
  if (points.length !== 1) {
    reading.wrong = 'Invalid collation character';
    return null;
  }
  reading.at = end + 2;
  return points[0]?.codePointAt(0) ?? 0;
}

const controls: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7, b: 8 };

/** What a backslash means in awk, in brackets and out of them. */
export function awkEscape(source: Bytes, at: number): { readonly code: number; readonly size: number } {
  const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return { code: Number.parseInt(octal, 8) & 255, size: 1 + octal.length };
  const letter = source[at + 1] ?? '\\';
  return { code: controls[letter] ?? letter.charCodeAt(0), size: 2 };
}
