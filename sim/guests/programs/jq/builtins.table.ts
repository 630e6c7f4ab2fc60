import { bytesOf } from '../../bytes.ts';
import type { Got } from './access.ts';
import { at, atPath, got, refused, withAt, without } from './access.ts';
import type { Flow } from './flow.ts';
import { error, over, plain, shown, taking } from './flow.ts';
import { toText } from './formats.ts';
import type { Json } from './json.ts';
import { compact, compared, isArray, isObject, isTrue, keysOf, kindOf, written } from './json.ts';
import type { Call, Native } from './native.ts';
import { groups, ordered } from './order.ts';
import { patternNatives } from './match.ts';
import { readJson } from './read-json.ts';


/** Of its input and of every value of its arguments, the last turning slowest. */
export const simple =
  (act: (value: Json, given: readonly Json[]) => Got): Native =>
  ({ spot, arguments: filters }) => {
    const from = (place: number, given: readonly Json[]): Flow => {
      const filter = filters[place];
      return filter === undefined ? give(act(spot.value, given)) : over(filter(plain(spot.value)), ({ value }) => from(place - 1, [value, ...given]));
    };
    return from(filters.length - 1, []);
  };

function* give(answer: Got): Flow {
  if (!answer.ok) return answer.fault;
  yield plain(answer.value);
  return null;
}

const ofNumber = (act: (value: number) => number): Native =>
  simple((value) => (typeof value === 'number' ? got(act(value)) : refused(`${shown(value)} number required`)));

const ofList = (what: string, act: (value: readonly Json[]) => Json): Native =>
  simple((value) => (isArray(value) ? got(act(value)) : refused(`${shown(value)} cannot be ${what}, as it is not an array`)));

const ofText = (act: (value: string) => Json): Native =>
  simple((value) => (typeof value === 'string' ? got(act(value)) : refused(`${shown(value)} cannot be taken as a string`)));

/** `sort_by(.a, .b)`: every item beside what the filter makes of it. */
const byKey =
  (act: (pairs: readonly Pair[]) => Json): Native =>
  function* ({ spot, arguments: [filter] }): Flow {
    if (!isArray(spot.value) || filter === undefined) return error(`Cannot index ${kindOf(spot.value)} with number`);
    const pairs: Pair[] = [];
    for (const item of spot.value) {
      const keys: Json[] = [];
      const fault = yield* over(filter(plain(item)), taking((key) => void keys.push(key.value)));
      if (fault !== null) return fault;
      pairs.push({ key: keys, item });
    }
    yield plain(act(pairs));
    return null;
  };
type Pair = { readonly key: Json; readonly item: Json };

function lengthOf(value: Json): Got {
  if (value === null) return got(0);
  if (typeof value === 'boolean') return refused(`${shown(value)} has no length`);
  if (typeof value === 'number') return got(Math.abs(value));
  if (typeof value === 'string') return got(Array.from(value).length);
  return got(isArray(value) ? value.length : value.size);
}

function keys(value: Json, names: (object: ReadonlyMap<string, Json>) => string[]): Got {
  if (isArray(value)) return got(value.map((_one, place) => place));
  return isObject(value) ? got(names(value)) : refused(`${shown(value)} has no keys`);
}

function has(value: Json, key: Json): Got {
  if (isObject(value) && typeof key === 'string') return got(value.has(key));
  if (isArray(value) && typeof key === 'number') return got(key >= 0 && key < value.length);
  return refused(`Cannot check whether ${kindOf(value)} has a ${kindOf(key)} key`);
}

function contains(value: Json, part: Json): boolean {
  if (isObject(value) && isObject(part))
    return [...part].every(([name, one]) => value.has(name) && contains(value.get(name) ?? null, one));
  if (isArray(value) && isArray(part)) return part.every((one) => value.some((other) => contains(other, one)));
  if (typeof value === 'string' && typeof part === 'string') return value.includes(part);
  return compared(value, part) === 0;
}

function flat(value: Json, depth: Json): Got {
  if (!isArray(value)) return refused(`Cannot iterate over ${kindOf(value)}`);
  const level = typeof depth === 'number' ? depth : 0;
  if (level < 0) return refused('flatten depth must not be negative');
  const flattened = (list: readonly Json[], left: number): Json[] =>
    list.flatMap((one) => (isArray(one) && left > 0 ? flattened(one, left - 1) : [one]));
  return got(flattened(value, level));
}

function tonumber(value: Json): Got {
  if (typeof value === 'number') return got(value);
  if (typeof value !== 'string') return refused(`${shown(value)} cannot be parsed as a number`);
  const isNumber = /^\s*-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value);
  return isNumber ? got(Number(value)) : refused(`Invalid numeric literal at EOF at line 1, column ${value.length} (while parsing '${value}')`);
}

function fromjson(value: Json): Got {
  if (typeof value !== 'string') return refused(`${shown(value)} only strings can be parsed`);
  const read = readJson(value);
  if (read.fault !== null) return refused(`${read.fault} (while parsing '${value}')`);
  return got(read.values[0] ?? null);
}

function indices(value: Json, part: Json): Got {
  if (value === null) return got(null);
  if (typeof value === 'string' && typeof part === 'string') {
    const places: number[] = [];
    for (let from = value.indexOf(part); from >= 0 && part !== ''; from = value.indexOf(part, from + 1)) places.push(from);
    return got(places);
  }
  return at(value, isArray(value) && !isArray(part) ? [part] : part);
}

const trimmed = (side: 'start' | 'end'): Native =>
  simple((value, [part = null]) => {
    if (typeof value !== 'string' || typeof part !== 'string') return got(value);
    if (side === 'start') return got(value.startsWith(part) ? value.slice(part.length) : value);
    return got(part !== '' && value.endsWith(part) ? value.slice(0, -part.length) : value);
  });

const edge = (name: string, isAt: (value: string, part: string) => boolean): Native =>
  simple((value, [part = null]) =>
    typeof value === 'string' && typeof part === 'string' ? got(isAt(value, part)) : refused(`${name}() requires string inputs`),
  );

const mostSteps = 10_000_000;
const range: Native = ({ spot, arguments: [from, to, by] }) =>
  over(to === undefined ? none() : to(plain(spot.value)), (end) =>
    over(from === undefined ? none() : from(plain(spot.value)), (start) =>
      over(by === undefined ? one(1) : by(plain(spot.value)), (step) => steps(start.value, end.value, step.value)),
    ),
  );

function* none(): Flow {
  yield* [];
  return null;
}
function* one(value: Json): Flow {
  yield plain(value);
  return null;
}

function* steps(from: Json, to: Json, by: Json): Flow {
  if (typeof from !== 'number' || typeof to !== 'number' || typeof by !== 'number')
    return error('Range bounds must be numeric');
  let count = 0;
  for (let value = from; by > 0 ? value < to : by < 0 && value > to; value += by) {
    yield plain(value);
    count += 1;
    if (count % 64 === 0) yield null;
    if (count > mostSteps) return error('Range is too long');
  }
  return null;
}

const path: Native = ({ spot, arguments: [filter] }) =>
  over(filter === undefined ? none() : filter({ value: spot.value, path: [] }), function* (place): Flow {
    if (place.path === null) return error(`Invalid path expression with result ${written(place.value, compact)}`);
    yield plain(place.path);
    return null;
  });

const getpath: Native = ({ spot, arguments: [filter] }) =>
  over(filter === undefined ? none() : filter(plain(spot.value)), function* ({ value }): Flow {
    if (!isArray(value)) return error('Path must be specified as an array');
    const found = atPath(spot.value, value);
    yield { value: found.ok ? found.value : null, path: spot.path === null ? null : [...spot.path, ...value] };
    return null;
  });

function* fail({ spot }: Call): Flow {
  yield null;
  return error(spot.value);
}

const sorted = (list: readonly Json[]): Json[] => list.toSorted(compared);
const pathNeeded = (): Got => refused('Path must be specified as an array');

/** What cannot be said in jq's own words. */
export const natives: Readonly<Record<string, Native>> = {
  ...patternNatives(simple),
  'empty/0': none,
  'error/0': fail,
  'not/0': simple((value) => got(!isTrue(value))),
  'type/0': simple((value) => got(kindOf(value))),
  'length/0': simple(lengthOf),
  'utf8bytelength/0': ofText((value) => bytesOf(value).length),
  'keys/0': simple((value) => keys(value, keysOf)),
  'keys_unsorted/0': simple((value) => keys(value, (object) => [...object.keys()])),
  'has/1': simple((value, [key = null]) => has(value, key)),
  'contains/1': simple((value, [part = null]) =>
    kindOf(value) === kindOf(part) ? got(contains(value, part)) : refused(`${shown(value)} and ${shown(part)} cannot have their containment checked`),
  ),
  'path/1': path,
  'getpath/1': getpath,
  'setpath/2': simple((value, [where = null, to = null]) => (isArray(where) ? withAt(value, where, to) : pathNeeded())),
  'delpaths/1': simple((value, [paths = null]) => (isArray(paths) ? without(value, paths) : pathNeeded())),
  'range/2': range,
  'range/3': range,
  'sort/0': ofList('sorted', sorted),
  'sort_by/1': byKey((pairs) => ordered(pairs).map(({ item }) => item)),
  'group_by/1': byKey((pairs) => groups(pairs).map((group) => group.map(({ item }) => item))),
  'unique_by/1': byKey((pairs) => groups(pairs).map(([first]) => first?.item ?? null)),
  'min_by/1': byKey((pairs) => ordered(pairs)[0]?.item ?? null),
  'max_by/1': byKey((pairs) => ordered(pairs).at(-1)?.item ?? null),
  'unique/0': ofList('sorted', (list) => sorted(list).filter((item, place, all) => place === 0 || compared(item, all[place - 1] ?? null) !== 0)),
  'min/0': ofList('sorted', (list) => sorted(list)[0] ?? null),
  'max/0': ofList('sorted', (list) => sorted(list).at(-1) ?? null),
  'reverse/0': simple((value) => {
    if (typeof value === 'string') return got(Array.from(value).toReversed().join(''));
    return value === null ? got([]) : isArray(value) ? got(value.toReversed()) : refused(`Cannot reverse ${kindOf(value)}`);
  }),
  'flatten/1': simple((value, [depth = null]) => flat(value, depth)),
  'tostring/0': simple((value) => got(toText(value))),
  'tonumber/0': simple(tonumber),
  'tojson/0': simple((value) => got(written(value, compact))),
  'fromjson/0': simple(fromjson),
  'explode/0': ofText((value) => Array.from(value, (letter) => letter.codePointAt(0) ?? 0)),
  'implode/0': ofList('imploded', (list) => list.map((point) => (typeof point === 'number' ? String.fromCodePoint(Math.min(0x10_ffff, Math.max(0, Math.trunc(point)))) : '')).join('')),
  'split/1': simple((value, [by = null]) =>
    typeof value === 'string' && typeof by === 'string' ? got(value === '' ? [] : value.split(by)) : refused('split input and separator must be strings'),
  ),
  'ltrimstr/1': trimmed('start'),
  'rtrimstr/1': trimmed('end'),
  'startswith/1': edge('startswith', (value, part) => value.startsWith(part)),
  'endswith/1': edge('endswith', (value, part) => value.endsWith(part)),
  'indices/1': simple((value, [part = null]) => indices(value, part)),
  'floor/0': ofNumber(Math.floor),
  'ceil/0': ofNumber(Math.ceil),
  'round/0': ofNumber((value) => (value < 0 ? -Math.round(-value) : Math.round(value))),
  'fabs/0': ofNumber(Math.abs),
  'sqrt/0': ofNumber(Math.sqrt),
  'infinite/0': simple(() => got(Infinity)),
  'nan/0': simple(() => got(Number.NaN)),
  'isnan/0': simple((value) => got(Number.isNaN(value))),
  'isinfinite/0': simple((value) => got(value === Infinity || value === -Infinity)),
  'isnormal/0': simple((value) => got(typeof value === 'number' && value !== 0 && Number.isFinite(value))),
};
