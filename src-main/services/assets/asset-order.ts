import type { AssetColumn, AssetRow } from '../../../sim/contract/assets.ts';
import type { Kept } from './asset-row.ts';

export type Direction = 'ascending' | 'descending';
type Key = string | number | null;
export type KeyOf = (kept: Kept) => Key;

/** Numbers within a name count as numbers: `A2` comes before `A10`. */
export const natural = (text: string): string =>
  text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));

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

/** What has none comes last, whichever way the rest is turned; equals stand in the order they came in. */
function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Only keys that differ are compared: of a hundred thousand devices, many have one model, maker or owner. */
export function sorted(all: readonly Kept[], keyOf: KeyOf): Kept[] {
  const places = new Map<Key, number>();
  const place = Uint32Array.from(all, (kept) => {
    const key = keyOf(kept);
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  });
  const next = new Uint32Array(places.size);
  for (const at of place) next[at] = (next[at] ?? 0) + 1;
  let begin = 0;
  for (const [, at] of [...places].toSorted(([a], [b]) => compare(a, b))) {
    const size = next[at] ?? 0;
    next[at] = begin;
    begin += size;
  }
  const list: Kept[] = all.slice();
  for (const [index, at] of place.entries()) {
    const to = next[at] ?? 0;
    list[to] = all[index] as Kept;
    next[at] = to + 1;
  }
  return list;
}

/** Puts a few into their places among many that stand in order already. */
export function mergedInto(list: readonly Kept[], few: readonly Kept[], keyOf: KeyOf): Kept[] {
  const merged: Kept[] = [];
  let from = 0;
  for (const one of sorted(few, keyOf)) {
    const at = placeIn(list, { from, key: keyOf(one) }, keyOf);
    for (; from < at; from += 1) merged.push(list[from] as Kept);
    merged.push(one);
  }
  for (; from < list.length; from += 1) merged.push(list[from] as Kept);
  return merged;
}

function placeIn(list: readonly Kept[], { from, key }: { from: number; key: Key }, keyOf: KeyOf): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(keyOf(list[middle] as Kept), key) <= 0) low = middle + 1;
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
