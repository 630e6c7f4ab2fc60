/** Keys in order, many thousands of them, without holding the host: runs are sorted, then merged. */
import { stepSize } from './in-turns.ts';
import type { Steps } from './in-turns.ts';

export type Key = string | number | null;

const zero = 48;
const nine = 57;
/** Longer numbers are compared as texts; a length stays in front of the letters. */
const mostDigits = 48;
const isDigit = (code: number): boolean => code >= zero && code <= nine;

/**
 * Numbers within a name count as numbers: `A2` comes before `A10`. Each is written behind how long it
 * is, from `0` on, so that plain comparison of texts does.
 */
export function natural(text: string): string {
  const small = text.toLowerCase();
  let key = '';
  let from = 0;
  for (let at = 0; at < small.length;) {
    if (!isDigit(small.charCodeAt(at))) {
      at += 1;
      continue;
    }
    key += small.slice(from, at);
    while (at < small.length - 1 && small.charCodeAt(at) === zero && isDigit(small.charCodeAt(at + 1)))
      at += 1;
    const begin = at;
    while (at < small.length && isDigit(small.charCodeAt(at))) at += 1;
    key += String.fromCharCode(zero + Math.min(mostDigits, at - begin)) + small.slice(begin, at);
    from = at;
  }
  return from === 0 ? small : key + small.slice(from);
}

/** What has none comes last. */
export function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

const packed = 7;
const ceiling = 127;

/** Signs behind what all have in common, as many as a number holds; where they are alike, the texts decide. */
function weightOf(text: string, from: number): number {
  let weight = 0;
  let isPlain = true;
  for (let at = from; at < from + packed; at += 1) {
    const code = isPlain && at < text.length ? text.charCodeAt(at) + 1 : 0;
    weight = weight * (ceiling + 1) + Math.min(ceiling, code);
    // Of what lies beyond, all weigh alike, and so must whatever follows them.
    if (code >= ceiling) isPlain = false;
  }
  return weight;
}

function commonLength(keys: readonly Key[]): number {
  const first = keys.find((key) => key !== null);
  if (typeof first !== 'string') return 0;
  let length = first.length;
  for (const key of keys) {
    if (typeof key !== 'string') continue;
    let at = 0;
    while (at < length && at < key.length && key.charCodeAt(at) === first.charCodeAt(at)) at += 1;
    length = at;
  }
  return length;
}

function weigh(key: Key, common: number): number {
  if (key === null) return Number.POSITIVE_INFINITY;
  return typeof key === 'number' ? key : weightOf(key, common);
}

type Compare = (a: number, b: number) => number;

/**
 * Where each key stands in their order: places in `keys`, equals as they came. Keys get a number each
 * that mostly decides, since numbers are compared far faster than texts, and make no garbage.
 */
export function* inKeyOrder(keys: readonly Key[]): Steps<Uint32Array> {
  const common = commonLength(keys);
  const weights = new Float64Array(keys.length);
  const compare: Compare = (a, b) => {
    const [one, other] = [weights[a] ?? 0, weights[b] ?? 0];
    if (one !== other) return one < other ? -1 : 1;
    return compareKeys(keys[a] ?? null, keys[b] ?? null);
  };
  const order = new Uint32Array(keys.length);
  for (let from = 0; from < keys.length; from += stepSize) {
    const end = Math.min(keys.length, from + stepSize);
    for (let at = from; at < end; at += 1) {
      order[at] = at;
      weights[at] = weigh(keys[at] ?? null, common);
    }
    order.subarray(from, end).sort(compare);
    yield;
  }
  return yield* mergedRuns(order, compare);
}

/** From runs that are in order, each twice as long as those before it, to one. */
function* mergedRuns(order: Uint32Array, compare: Compare): Steps<Uint32Array> {
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let size = stepSize; size < order.length; size *= 2) {
    for (let begin = 0; begin < order.length; begin += 2 * size) {
      const middle = Math.min(order.length, begin + size);
      const end = Math.min(order.length, begin + 2 * size);
      yield* merge({ from, to, begin, middle, end }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

type Merge = {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly begin: number;
  readonly middle: number;
  readonly end: number;
};

function* merge({ from, to, begin, middle, end }: Merge, compare: Compare): Steps<void> {
  let [left, right] = [begin, middle];
  for (let at = begin; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[takesLeft ? left : right] ?? 0;
    if (takesLeft) left += 1;
    else right += 1;
    if (at % stepSize === 0) yield;
  }
}
