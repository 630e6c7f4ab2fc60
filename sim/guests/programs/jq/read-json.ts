import type { Json } from './json.ts';

type Reading = { readonly text: string; at: number; fault: string | null };
export type Read = { readonly values: readonly Json[]; readonly fault: string | null };

const space = /[ \t\r\n]*/y;
const number = /-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|-?\.\d+/y;
const text = /"(?:[^"\\]|\\.)*"/sy;
const word = /[A-Za-z]+/y;
const words: Readonly<Record<string, Json>> = { true: true, false: false, null: null, nan: Number.NaN };

/** Values one after the other, until the end or what is none. */
export function readJson(source: string): Read {
  const reading: Reading = { text: source, at: 0, fault: null };
  const values: Json[] = [];
  for (skip(reading); reading.at < source.length; skip(reading)) {
    const value = valueAt(reading);
    if (reading.fault !== null) return { values, fault: `${reading.fault} at ${placeOf(reading)}` };
    values.push(value);
  }
  return { values, fault: null };
}

function placeOf({ text: source, at }: Reading): string {
  const before = source.slice(0, Math.min(at + 1, source.length));
  const line = before.split('\n').length;
  return `line ${line}, column ${before.length - before.lastIndexOf('\n') - 1}`;
}

function skip(reading: Reading): void {
  taken(reading, space);
}

function taken(reading: Reading, shape: RegExp): string | null {
  shape.lastIndex = reading.at;
  const found = shape.exec(reading.text);
  if (found === null) return null;
  reading.at += found[0].length;
  return found[0];
}

function failed(reading: Reading, fault: string): null {
  reading.fault ??= fault;
  return null;
}

function valueAt(reading: Reading): Json {
  const first = reading.text[reading.at];
  if (first === '[') return listAt(reading);
  if (first === '{') return objectAt(reading);
  if (first === '"') return textAt(reading);
  const digits = taken(reading, number);
  if (digits !== null) return Number(digits);
  const known = taken(reading, word);
  if (known !== null && known in words) return words[known] ?? null;
  if (first === undefined) return failed(reading, 'Unfinished JSON term');
  return failed(reading, known === null ? 'Expected value before something else' : 'Invalid literal');
}

function textAt(reading: Reading): string {
  const found = taken(reading, text);
  if (found === null) {
    failed(reading, 'Unfinished string');
    return '';
  }
  const isSound = !/\\[^"\\/bfnrtu]|\\u(?![0-9a-fA-F]{4})/.test(found.replaceAll('\\\\', ''));
  // A line may be in it as it is, which JSON itself forbids.
  const plain = found.replace(
    /[\0-\u001f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (isSound) return JSON.parse(plain) as string;
  failed(reading, 'Invalid escape');
  return '';
}

/** Whether another one follows: after a comma, before the end. */
function goesOn(reading: Reading, end: string): boolean {
  skip(reading);
  const sign = reading.text[reading.at];
  if (sign === ',' || sign === end) reading.at += 1;
  else failed(reading, sign === undefined ? 'Unfinished JSON term' : 'Expected separator between values');
  return sign === ',' && reading.fault === null;
}

function isEmpty(reading: Reading, end: string): boolean {
  reading.at += 1;
  skip(reading);
  if (reading.text[reading.at] !== end) return false;
  reading.at += 1;
  return true;
}

function listAt(reading: Reading): Json {
  const list: Json[] = [];
  if (isEmpty(reading, ']')) return list;
  do {
    skip(reading);
    list.push(valueAt(reading));
  } while (reading.fault === null && goesOn(reading, ']'));
  return list;
}

function objectAt(reading: Reading): Json {
  const object = new Map<string, Json>();
  if (isEmpty(reading, '}')) return object;
  do {
    skip(reading);
    if (reading.text[reading.at] !== '"') return failed(reading, 'Object keys must be strings');
    const name = textAt(reading);
    skip(reading);
    if (reading.text[reading.at] !== ':') return failed(reading, 'Objects must consist of key:value pairs');
    reading.at += 1;
    skip(reading);
    object.set(name, valueAt(reading));
  } while (reading.fault === null && goesOn(reading, '}'));
  return object;
}
