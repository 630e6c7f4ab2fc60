import type { Fault } from './flow.ts';
import { error } from './flow.ts';
import type { Json, JsonObject } from './json.ts';
import { compared, isArray, isObject, kindOf } from './json.ts';

export type Got = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: Fault };
export const got = (value: Json): Got => ({ ok: true, value });
export const refused = (message: Json): Got => ({ ok: false, fault: error(message) });

const keyText = (key: Json): string => (typeof key === 'string' ? `"${key}"` : kindOf(key));

export function at(value: Json, key: Json): Got {
  if (isObject(key)) return slice(value, key.get('start') ?? null, key.get('end') ?? null);
  if (typeof key === 'string') return atName(value, key);
  if (typeof key === 'number') return atNumber(value, key);
  if (value === null && key === null) return got(null);
  if (isArray(value) && isArray(key)) return got(placesOf(value, key));
  return refused(`Cannot index ${kindOf(value)} with ${keyText(key)}`);
}

function atName(value: Json, key: string): Got {
  if (value === null) return got(null);
  return isObject(value)
    ? got(value.get(key) ?? null)
    : refused(`Cannot index ${kindOf(value)} with string "${key}"`);
}

function atNumber(value: Json, key: number): Got {
  if (value === null) return got(null);
  return isArray(value)
    ? got(value[placeIn(value, key)] ?? null)
    : refused(`Cannot index ${kindOf(value)} with number`);
}

const placeIn = (list: readonly Json[], key: number): number =>
  Math.floor(key) < 0 ? list.length + Math.floor(key) : Math.floor(key);

function placesOf(list: readonly Json[], part: readonly Json[]): Json[] {
  const places: Json[] = [];
  if (part.length === 0) return places;
  for (let from = 0; from + part.length <= list.length; from += 1)
    if (part.every((one, offset) => compared(one, list[from + offset] ?? null) === 0)) places.push(from);
  return places;
}

export function slice(value: Json, from: Json, to: Json): Got {
  if (value === null) return got(null);
  if (!isArray(value) && typeof value !== 'string')
    return refused(`Cannot index ${kindOf(value)} with object`);
  if ((from !== null && typeof from !== 'number') || (to !== null && typeof to !== 'number'))
    return refused('Start and end indices of an array slice must be numbers');
  if (typeof value !== 'string') {
    const bounds = boundsOf(value.length, from, to);
    return got(value.slice(bounds.from, bounds.to));
  }
  const letters = Array.from(value);
  const bounds = boundsOf(letters.length, from, to);
  return got(letters.slice(bounds.from, bounds.to).join(''));
}

function boundsOf(length: number, from: Json, to: Json): { readonly from: number; readonly to: number } {
  const clamp = (place: number): number => Math.min(length, Math.max(0, place < 0 ? length + place : place));
  return {
    from: clamp(typeof from === 'number' ? Math.floor(from) : 0),
    to: clamp(typeof to === 'number' ? Math.ceil(to) : length),
  };
}

export function atPath(value: Json, path: readonly Json[]): Got {
  let here = value;
  for (const key of path) {
    const next = at(here, key);
    if (!next.ok) return next;
    here = next.value;
  }
  return got(here);
}

/** A copy in which something else stands there. */
export function withAt(value: Json, path: readonly Json[], to: Json): Got {
  const [key, ...rest] = path;
  if (key === undefined) return got(to);
  const old = at(value, key);
  if (!old.ok) return old;
  const inner = withAt(old.value, rest, to);
  return inner.ok ? put(value, key, inner.value) : inner;
}

function put(value: Json, key: Json, to: Json): Got {
  if (typeof key === 'string' && (value === null || isObject(value)))
    return got(new Map(value ?? []).set(key, to));
  if (value === null || isArray(value)) {
    if (typeof key === 'number') return putInList(value ?? [], key, to);
    if (isObject(key)) return putSlice(value ?? [], key, to);
  }
  return refused(`Cannot index ${kindOf(value)} with ${keyText(key)}`);
}

function putSlice(list: readonly Json[], key: JsonObject, to: Json): Got {
  if (!isArray(to)) return refused('A slice of an array can only be assigned another array');
  const { from, to: end } = boundsOf(list.length, key.get('start') ?? null, key.get('end') ?? null);
  return got([...list.slice(0, from), ...to, ...list.slice(Math.max(from, end))]);
}

const mostItems = 10_000_000;

function putInList(list: readonly Json[], key: number, to: Json): Got {
  const place = placeIn(list, key);
  if (place < 0) return refused('Out of bounds negative array index');
  if (place > mostItems) return refused('Out of bounds array index');
  const copy = [...list];
  while (copy.length < place) copy.push(null);
  copy[place] = to;
  return got(copy);
}

/** Without what stands at these places: the last ones first, so that none moves under another. */
export function without(value: Json, paths: readonly Json[]): Got {
  let here: Got = got(value);
  for (const path of paths.toSorted(compared).toReversed()) {
    if (!here.ok) return here;
    here = isArray(path) ? withoutOne(here.value, path) : refused('Path must be specified as an array');
  }
  return here;
}

function withoutOne(value: Json, path: readonly Json[]): Got {
  const [key, ...rest] = path;
  if (key === undefined || value === null) return got(null);
  if (rest.length > 0) {
    const inner = at(value, key);
    if (!inner.ok || inner.value === null) return inner.ok ? got(value) : inner;
    const left = withoutOne(inner.value, rest);
    return left.ok ? put(value, key, left.value) : left;
  }
  return withoutKey(value, key);
}

function withoutKey(value: Json, key: Json): Got {
  if (isObject(value) && typeof key === 'string')
    return got(new Map([...value].filter(([name]) => name !== key)));
  if (isArray(value) && typeof key === 'number') {
    const place = placeIn(value, key);
    return got(value.filter((_one, other) => other !== place));
  }
  if (isArray(value) && isObject(key)) return put(value, key, []);
  return refused(`Cannot delete field at ${isArray(value) ? 'array' : 'object'} index of ${kindOf(value)}`);
}
