import { readingPayloadSchema, type Quality } from '../../sim/contract/telemetry.ts';

/** The reading last parsed. Written over by the next parse, because a hundred thousand a second pass here. */
export type ParsedReading = {
  value: number;
  /** Lab time; null where the sender gave none. */
  at: number | null;
  quality: Quality;
  /** UCUM code; empty where the sender gave none. */
  unit: string;
};

export type ReadingParser = {
  readonly reading: Readonly<ParsedReading>;
  /** Null: `reading` holds it. Otherwise why not, for people. */
  readonly parse: (payload: Uint8Array) => string | null;
};

const code = (character: string): number => character.charCodeAt(0);
const quote = code('"');
const comma = code(',');
const colon = code(':');
const open = code('{');
const close = code('}');
const minus = code('-');
const dot = code('.');
const zero = code('0');

// Beyond fifteen digits a double no longer holds the integer; the schema decides on those.
const maxDigits = 15;
const powers = Array.from({ length: maxDigits + 1 }, (_, n) => 10 ** n);
const longestPayload = 4096;

type Cursor = {
  readonly bytes: Uint8Array;
  at: number;
  /** False: not the plain form; left to JSON.parse and the schema, which decide. */
  plain: boolean;
};

/**
 * Bots and most hardware send `{"v":22.4,"u":"Cel","t":1767600000000,"q":"sim","s":7}` without
 * spaces or escapes, or a bare number. These are read from the bytes; all else goes the slow way.
 */
export function createReadingParser(): ReadingParser {
  const reading: ParsedReading = { value: 0, at: null, quality: 'good', unit: '' };
  const units = createUnitNames();
  return {
    reading,
    parse: (payload) => {
      if (payload.length === 0) return 'the payload is empty';
      if (payload.length > longestPayload) return `the payload has more than ${longestPayload} bytes`;
      reading.at = null;
      reading.quality = 'good';
      reading.unit = '';
      const cursor: Cursor = { bytes: payload, at: 0, plain: true };
      if (readPlain(cursor, reading, units)) return null;
      return readSlowly(payload, reading);
    },
  };
}

function readPlain(cursor: Cursor, into: ParsedReading, units: UnitNames): boolean {
  const { bytes } = cursor;
  if (bytes[0] !== open) {
    into.value = readNumber(cursor);
    return cursor.plain && cursor.at === bytes.length;
  }
  let hasValue = false;
  do {
    cursor.at += 1;
    const key = readKey(cursor);
    if (!readMember(cursor, into, { key, units })) return false;
    hasValue ||= key === keyOf.v;
  } while (bytes[cursor.at] === comma);
  return hasValue && bytes[cursor.at] === close && cursor.at + 1 === bytes.length;
}

/** One letter in quotes and a colon; else 0, which is no key. */
function readKey(cursor: Cursor): number {
  const { bytes, at } = cursor;
  if (bytes[at] !== quote || bytes[at + 2] !== quote || bytes[at + 3] !== colon) return 0;
  cursor.at = at + 4;
  return bytes[at + 1] ?? 0;
}

const keyOf = { v: code('v'), u: code('u'), t: code('t'), q: code('q'), s: code('s'), w: code('w') };

function readMember(
  cursor: Cursor,
  into: ParsedReading,
  { key, units }: { readonly key: number; readonly units: UnitNames },
): boolean {
  switch (key) {
    case keyOf.v:
      into.value = readNumber(cursor);
      return cursor.plain;
    case keyOf.t:
      into.at = readNumber(cursor);
      return cursor.plain && Number.isInteger(into.at);
    case keyOf.s: {
      const sequence = readNumber(cursor);
      return cursor.plain && Number.isInteger(sequence) && sequence >= 0;
    }
    case keyOf.q: {
      const quality = qualityOf(readText(cursor, units));
      if (quality !== null) into.quality = quality;
      return quality !== null;
    }
    case keyOf.u:
      into.unit = readText(cursor, units);
      return cursor.plain;
    case keyOf.w:
      // The number decides; the word is for people.
      skipText(cursor);
      return cursor.plain;
    default:
      return false;
  }
}

function qualityOf(text: string): Quality | null {
  return text === 'sim' || text === 'good' || text === 'stale' || text === 'bad' ? text : null;
}

/** Digits as one integer, divided once by a power of ten: exactly what JSON.parse would give. */
function readNumber(cursor: Cursor): number {
  const { bytes } = cursor;
  const isNegative = bytes[cursor.at] === minus;
  const first = isNegative ? cursor.at + 1 : cursor.at;
  const whole = readDigits(cursor, { from: first, start: 0 });
  const wholeDigits = cursor.at - first;
  // JSON has no 01 and no .5; with more digits than a double holds, JSON.parse rounds better.
  if (wholeDigits < 1 || (wholeDigits > 1 && bytes[first] === zero)) cursor.plain = false;
  if (bytes[cursor.at] !== dot) {
    if (wholeDigits > maxDigits) cursor.plain = false;
    return isNegative ? -whole : whole;
  }
  const dotAt = cursor.at;
  const digits = readDigits(cursor, { from: dotAt + 1, start: whole });
  const decimals = cursor.at - dotAt - 1;
  if (decimals < 1 || wholeDigits + decimals > maxDigits) cursor.plain = false;
  const value = digits / (powers[decimals] ?? 1);
  return isNegative ? -value : value;
}

function readDigits(
  cursor: Cursor,
  { from, start }: { readonly from: number; readonly start: number },
): number {
  let sum = start;
  let at = from;
  let digit = (cursor.bytes[at] ?? 0) - zero;
  while (digit >= 0 && digit <= 9) {
    sum = sum * 10 + digit;
    at += 1;
    digit = (cursor.bytes[at] ?? 0) - zero;
  }
  cursor.at = at;
  return sum;
}

const maxTextBytes = 16;

function readText(cursor: Cursor, units: UnitNames): string {
  const from = cursor.at + 1;
  skipText(cursor);
  return cursor.plain ? units(cursor.bytes, from, cursor.at - 1) : '';
}

/** Printable ASCII up to the closing quote; escapes and other alphabets are not plain. */
function skipText(cursor: Cursor): void {
  const { bytes } = cursor;
  const from = cursor.at + 1;
  let at = from;
  while (at < bytes.length && at - from <= maxTextBytes && isPlainByte(bytes[at] ?? 0)) at += 1;
  if (bytes[cursor.at] !== quote || bytes[at] !== quote || at - from > maxTextBytes) cursor.plain = false;
  else cursor.at = at + 1;
}

const backslash = code('\\');
const isPlainByte = (byte: number): boolean =>
  byte >= 32 && byte < 127 && byte !== quote && byte !== backslash;

type UnitNames = (bytes: Uint8Array, from: number, to: number) => string;

/** The same few words come again and again, so a known one makes no new string. */
function createUnitNames(): UnitNames {
  const known: string[] = ['sim', 'good', 'Cel', '%', 'kW', 'stale', 'bad', '1'];
  const maxKnown = 32;
  return (bytes, from, to) => {
    const same = known.find((word) => isWord(word, bytes, { from, to }));
    if (same !== undefined) return same;
    const word = String.fromCharCode(...bytes.subarray(from, to));
    if (known.length < maxKnown) known.push(word);
    return word;
  };
}

function isWord(
  word: string,
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (word.length !== to - from) return false;
  for (let n = 0; n < word.length; n += 1) if (word.charCodeAt(n) !== bytes[from + n]) return false;
  return true;
}

function readSlowly(payload: Uint8Array, into: ParsedReading): string | null {
  const json = jsonOf(new TextDecoder().decode(payload));
  if (json === undefined) return 'neither JSON nor a number';
  const candidate = typeof json === 'number' ? { v: json } : json;
  const checked = readingPayloadSchema.safeParse(candidate);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return `${issue?.path.join('.') || 'the payload'}: ${issue?.message ?? 'is not valid'}`;
  }
  into.value = checked.data.v;
  into.at = checked.data.t ?? null;
  into.quality = checked.data.q ?? 'good';
  into.unit = checked.data.u ?? '';
  return null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
