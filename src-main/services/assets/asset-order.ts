import type { AssetColumn, AssetRow } from '../../../sim/contract/assets.ts';
import type { Kept } from './asset-row.ts';
import { atOnce, portions, stepSize } from './in-turns.ts';
import type { Steps } from './in-turns.ts';
import { compareKeys, inKeyOrder, natural } from './key-order.ts';
import type { Key } from './key-order.ts';

export type Direction = 'ascending' | 'descending';
export type KeyOf = (kept: Kept) => Key;

const lifecycles = ['planned', 'staged', 'active', 'retired'] as const;

const written =
  (field: 'name' | 'category' | 'model' | 'manufacturer' | 'feed' | 'owner' | 'service' | 'serial' | 'tag') =>
  ({ row }: Kept): Key => {
    const value = row[field];
    return value === null ? null : natural(value);
  };
const plain =
  (field: 'unit' | 'rated' | 'weight' | 'installed' | 'warranty') =>
  ({ row }: Kept): Key =>
    row[field];

const keys: Readonly<Record<Exclude<AssetColumn, 'drawn'>, KeyOf>> = {
  name: written('name'),
  category: written('category'),
  model: written('model'),
  manufacturer: written('manufacturer'),
  rack: ({ row }) => natural(row.place),
  unit: plain('unit'),
  feed: written('feed'),
  address: ({ row }) => addressKey(row),
  lifecycle: ({ row }) => lifecycles.indexOf(row.lifecycle),
  rated: plain('rated'),
  weight: plain('weight'),
  owner: written('owner'),
  service: written('service'),
  serial: written('serial'),
  tag: written('tag'),
  installed: plain('installed'),
  warranty: plain('warranty'),
};

const addressKey = ({ address }: AssetRow): Key =>
  address === null ? null : address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

export const keyBy = (column: Exclude<AssetColumn, 'drawn'>): KeyOf => keys[column];

/** So many keys tell whether most of them are alike. */
const sampleSize = 2048;

/** Of a hundred thousand devices many have one model, maker or owner: then only keys that differ are compared. */
export function* sorted(all: readonly Kept[], keyOf: KeyOf): Steps<Kept[]> {
  const keys: Key[] = [];
  for (const portion of portions(all)) {
    for (const one of portion) keys.push(keyOf(one));
    yield;
  }
  const isVaried = new Set(keys.slice(0, sampleSize)).size > sampleSize / 4;
  const order = isVaried ? yield* inKeyOrder(keys) : yield* inGroups(keys);
  const list: Kept[] = [];
  for (let from = 0; from < order.length; from += stepSize) {
    for (const at of order.subarray(from, from + stepSize)) list.push(all[at] as Kept);
    yield;
  }
  return list;
}

/** As `inKeyOrder`, by comparing each key once. */
function* inGroups(keys: readonly Key[]): Steps<Uint32Array> {
  const groups = new Map<Key, number>();
  const groupOf = new Uint32Array(keys.length);
  for (const [at, key] of keys.entries()) {
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    groupOf[at] = group;
    if (at % stepSize === 0) yield;
  }
  const next = new Uint32Array(groups.size);
  for (const group of groupOf) next[group] = (next[group] ?? 0) + 1;
  let begin = 0;
  for (const group of yield* inKeyOrder([...groups.keys()])) {
    const size = next[group] ?? 0;
    next[group] = begin;
    begin += size;
  }
  const order = new Uint32Array(keys.length);
  for (const [at, group] of groupOf.entries()) {
    const to = next[group] ?? 0;
    order[to] = at;
    next[group] = to + 1;
    if (at % stepSize === 0) yield;
  }
  return order;
}

/** Puts a few into their places among many that stand in order already. */
export function* mergedInto(list: readonly Kept[], few: readonly Kept[], keyOf: KeyOf): Steps<Kept[]> {
  const merged: Kept[] = [];
  let from = 0;
  for (const one of atOnce(sorted(few, keyOf))) {
    const at = placeIn(list, { from, key: keyOf(one) }, keyOf);
    for (; from < at; from += 1) merged.push(list[from] as Kept);
    merged.push(one);
    if (merged.length % stepSize === 0) yield;
  }
  for (; from < list.length; from += 1) merged.push(list[from] as Kept);
  return merged;
}

function placeIn(list: readonly Kept[], { from, key }: { from: number; key: Key }, keyOf: KeyOf): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keyOf(list[middle] as Kept), key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The other way round; what has no key stays at the end. */
export function turned(list: readonly Kept[], keyOf: KeyOf): Kept[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle] as Kept) === null) high = middle;
    else low = middle + 1;
  }
  return [...list.slice(0, low).toReversed(), ...list.slice(low)];
}
