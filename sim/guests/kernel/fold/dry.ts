import type { Library } from '../../library.ts';
import type { DryText } from './record.ts';

/** What begins in the codes. */
const code = { value: 0, known: 1, kept: 2, list: 3, map: 4, set: 5, record: 6 } as const;

/** What stays outside: the same for all machines, one machine's own, or nothing a machine at rest may hold. */
export type Standing = 'shared' | 'kept' | 'inside' | 'barred';

export type Dryer = {
  readonly standingOf: (value: object) => Standing;
  /** What is written in its place; null: itself. */
  readonly instead: (value: object) => object | null;
  readonly library: Library;
};

type Shapes = { readonly numbers: Map<string, number>; readonly keys: (readonly string[])[] };

export const shapesOf = (library: Library): Shapes =>
  library.of('shapes', '', (): Shapes => ({ numbers: new Map(), keys: [] }));

/** Deeper than this nothing at rest is; what is could not be written. */
const mostDepth = 1500;

type Writing = {
  readonly dryer: Dryer;
  readonly shapes: Shapes;
  readonly codes: number[];
  readonly values: unknown[];
  readonly kept: object[];
  readonly known: Map<object, number>;
  readonly keptAt: Map<object, number>;
};

export type Dried = DryText & { readonly kept: readonly object[] };

/** Writes a graph down; null: something in it cannot be. `first`: kept in any case, in this order. */
export function dry(root: object, first: readonly object[], dryer: Dryer): Dried | null {
  const writing: Writing = {
    dryer,
    shapes: shapesOf(dryer.library),
    codes: [],
    values: [],
    kept: first.slice(),
    known: new Map(),
    keptAt: new Map(first.map((one, at) => [one, at])),
  };
  const { codes, values, kept } = writing;
  return write(writing, root, 0) ? { codes, values, kept } : null;
}

function write(writing: Writing, value: unknown, depth: number): boolean {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) {
    writing.codes.push(code.value);
    writing.values.push(value);
    return typeof value !== 'symbol';
  }
  const kept = writing.keptAt.get(value);
  if (kept !== undefined) return push(writing, code.kept, kept);
  const known = writing.known.get(value);
  if (known !== undefined) return push(writing, code.known, known);
  const standing = writing.dryer.standingOf(value);
  switch (standing) {
    case 'barred':
      return false;
    case 'shared':
      writing.codes.push(code.value);
      writing.values.push(value);
      return true;
    case 'kept':
      writing.keptAt.set(value, writing.kept.length);
      writing.kept.push(value);
      return push(writing, code.kept, writing.kept.length - 1);
    case 'inside':
      if (depth > mostDepth) return false;
      writing.known.set(value, writing.known.size);
      return writeInside(writing, writing.dryer.instead(value) ?? value, depth + 1);
    default:
      return standing satisfies never;
  }
}

function push({ codes }: Writing, kind: number, number: number): boolean {
  codes.push(kind, number);
  return true;
}

function writeInside(writing: Writing, value: object, depth: number): boolean {
  const each = (parts: Iterable<unknown>): boolean => {
    for (const part of parts) if (!write(writing, part, depth)) return false;
    return true;
  };
  if (Array.isArray(value)) return push(writing, code.list, value.length) && each(value);
  if (value instanceof Map) return push(writing, code.map, value.size) && each(partsOf(value));
  if (value instanceof Set) return push(writing, code.set, value.size) && each(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype) return false;
  return push(writing, code.record, shapeOf(writing.shapes, value)) && each(Object.values(value));
}

function* partsOf(map: ReadonlyMap<unknown, unknown>): Generator {
  for (const [key, value] of map) {
    yield key;
    yield value;
  }
}

function shapeOf({ numbers, keys }: Shapes, value: object): number {
  const names = Object.keys(value);
  const key = names.join('\n');
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, keys.length);
  keys.push(names);
  return keys.length - 1;
}

type Reading = Dried & {
  readonly shapes: Shapes;
  readonly known: unknown[];
  at: number;
  value: number;
};

/** The graph as it was. */
export function wet(dried: Dried, library: Library): unknown {
  return read({ ...dried, shapes: shapesOf(library), known: [], at: 0, value: 0 });
}

function take(reading: Reading): number {
  const number = reading.codes[reading.at];
  if (number === undefined) throw new Error('What was put away breaks off.');
  reading.at += 1;
  return number;
}

function read(reading: Reading): unknown {
  const kind = take(reading);
  if (kind === code.value) {
    reading.value += 1;
    return reading.values[reading.value - 1];
  }
  const number = take(reading);
  switch (kind) {
    case code.known:
      return reading.known[number];
    case code.kept:
      return reading.kept[number];
    case code.list:
      return readList(reading, number);
    case code.map:
      return readMap(reading, number);
    case code.set:
      return readSet(reading, number);
    case code.record:
      return readRecord(reading, number);
    default:
      throw new Error(`What was put away has a part of kind ${kind}.`);
  }
}

function readList(reading: Reading, size: number): unknown[] {
  const list: unknown[] = [];
  reading.known.push(list);
  for (let at = 0; at < size; at += 1) list.push(read(reading));
  return list;
}

function readMap(reading: Reading, size: number): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  reading.known.push(map);
  for (let at = 0; at < size; at += 1) {
    const key = read(reading);
    map.set(key, read(reading));
  }
  return map;
}

function readSet(reading: Reading, size: number): Set<unknown> {
  const set = new Set<unknown>();
  reading.known.push(set);
  for (let at = 0; at < size; at += 1) set.add(read(reading));
  return set;
}

function readRecord(reading: Reading, shape: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  reading.known.push(record);
  for (const name of reading.shapes.keys[shape] ?? []) record[name] = read(reading);
  return record;
}
