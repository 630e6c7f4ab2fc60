import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineUse } from '../../../sim/index.ts';
import { carrierOf, cpusOf, osOf } from './machine-rows.ts';
import type { Listed } from './machine-rows.ts';
import type { Params } from './params.ts';

type Key = string | number;
type Sort = Params<'machines'>['sort'];

/** A virtual machine brings its line among all of them; others have none. */
export type Candidate = { readonly one: Listed; readonly line: number };
type KeyOf = (one: Listed, line: number) => Key;

/** By what two are compared; where that is alike, by their place in the inventory. */
export function keyOf(sort: Sort, use: MachineUse, nameOf: (id: EntityId) => string): KeyOf {
  const { lines } = use;
  switch (sort) {
    case 'name':
      return ({ name }) => name;
    case 'power':
      return ({ spec }) => spec.power;
    case 'os':
      return osOf;
    case 'cpus':
      return cpusOf;
    case 'size':
      return ({ spec }) => spec.memory;
    case 'host':
      return (one) => {
        const carrier = carrierOf(one);
        return carrier === null ? '' : nameOf(carrier);
      };
    case 'cpu':
      return (one, line) => {
        if (line >= 0) return lines.cpu(line);
        return one.kind === 'host' ? use.host(one.id) * cpusOf(one) * one.spec.megahertz : use.cpu(one.id);
      };
    case 'share':
      return ({ id, kind }, line) => {
        if (line >= 0) return lines.share(line);
        return kind === 'host' ? use.host(id) : use.share(id);
      };
    case 'memory':
      return ({ id, kind }, line) => {
        if (line >= 0) return lines.memory(line);
        return kind === 'host' ? use.hostMemory(id) : use.memory(id);
      };
    case 'ready':
      return (_one, line) => (line >= 0 ? lines.ready(line) : 0);
    default:
      return sort satisfies never;
  }
}

type Window = { readonly offset: number; readonly limit: number; readonly order: 'up' | 'down' };

/** The places of a page of the list as sorting would show it: the rest is parted from it, never sorted. */
export function windowOf(size: number, key: (at: number) => Key, { offset, limit, order }: Window): number[] {
  const keys: Key[] = [];
  for (let at = 0; at < size; at += 1) keys.push(key(at));
  const isUp = order === 'up';
  const before = (a: number, b: number): boolean => {
    const one = keys[a] as Key;
    const other = keys[b] as Key;
    if (one === other) return a < b;
    return isUp ? one < other : one > other;
  };
  const end = Math.min(size, offset + limit);
  if (offset >= end) return [];
  const places = 8 * end < size ? firstOf(size, end, before) : Int32Array.from(keys, (_, at) => at);
  const high = places.length - 1;
  if (offset > 0) part(places, before, { low: 0, high, at: offset });
  if (end <= high) part(places, before, { low: offset, high, at: end - 1 });
  return [...places.subarray(offset, end)].toSorted((a, b) => (before(a, b) ? -1 : 1));
}

/** The first so many of a long list: most are worse than the last of those that were kept, and pass by. */
function firstOf(size: number, wanted: number, before: (a: number, b: number) => boolean): Int32Array {
  const kept = new Int32Array(2 * wanted + 1);
  let count = 0;
  let last = -1;
  for (let at = 0; at < size; at += 1) {
    if (last >= 0 && !before(at, last)) continue;
    kept[count] = at;
    count += 1;
    if (count < kept.length) continue;
    part(kept, before, { low: 0, high: count - 1, at: wanted - 1 });
    count = wanted;
    last = kept[wanted - 1] as number;
  }
  return kept.subarray(0, count);
}

type Span = { readonly low: number; readonly high: number; readonly at: number };

/** Hoare's selection: whatever belongs before `at` comes to stand before it. */
function part(places: Int32Array, before: (a: number, b: number) => boolean, span: Span): void {
  let { low, high } = span;
  while (low < high) {
    const pivot = places[(low + high) >> 1] as number;
    let from = low;
    let to = high;
    while (from <= to) {
      while (before(places[from] as number, pivot)) from += 1;
      while (before(pivot, places[to] as number)) to -= 1;
      if (from > to) break;
      const swap = places[from] as number;
      places[from] = places[to] as number;
      places[to] = swap;
      from += 1;
      to -= 1;
    }
    if (span.at <= to) high = to;
    else if (span.at >= from) low = from;
    else return;
  }
}
