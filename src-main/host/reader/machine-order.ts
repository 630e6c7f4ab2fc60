import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineUse } from '../../../sim/index.ts';
import { carrierOf, cpusOf, osOf } from './machine-rows.ts';
import type { Listed } from './machine-rows.ts';
import type { Params } from './params.ts';

type Sort = Params<'machines'>['sort'];

/** What fits a question: virtual machines, by their lines among all of them, and behind them others. */
export type Rows = { readonly lines: Int32Array; readonly others: readonly Listed[] };

export const sizeOf = ({ lines, others }: Rows): number => lines.length + others.length;

export function rowAt({ lines, others }: Rows, { lines: { vms } }: MachineUse, at: number): Listed {
  const line = lines[at];
  return (line === undefined ? others[at - lines.length] : vms[line]) as Listed;
}

type Order = {
  readonly rows: Rows;
  readonly use: MachineUse;
  readonly nameOf: (id: EntityId) => string;
};

/** Numbers by which rows are compared; where they are alike, by their place. */
export function keysOf(sort: Sort, order: Order): Float64Array {
  switch (sort) {
    case 'name':
      return byName(order);
    case 'power':
      return byText(order, ({ spec }) => spec.power);
    case 'os':
      return byText(order, osOf);
    case 'host':
      return byText(order, carrierNames(order));
    default:
      return byNumber(order, numberOf(sort, order.use));
  }
}

type Numbers = {
  readonly line: (line: number) => number;
  readonly other: (one: Listed) => number;
};

function numberOf(sort: Exclude<Sort, 'name' | 'power' | 'os' | 'host'>, use: MachineUse): Numbers {
  const { lines } = use;
  const vm = (line: number): Listed => lines.vms[line] as Listed;
  switch (sort) {
    case 'cpus':
      return { line: (line) => cpusOf(vm(line)), other: cpusOf };
    case 'size':
      return { line: (line) => vm(line).spec.memory, other: ({ spec }) => spec.memory };
    case 'cpu':
      return {
        line: lines.cpu,
        other: (one) =>
          one.kind === 'host' ? use.host(one.id) * cpusOf(one) * one.spec.megahertz : use.cpu(one.id),
      };
    case 'share':
      return { line: lines.share, other: ({ id, kind }) => (kind === 'host' ? use.host(id) : use.share(id)) };
    case 'memory':
      return {
        line: lines.memory,
        other: ({ id, kind }) => (kind === 'host' ? use.hostMemory(id) : use.memory(id)),
      };
    case 'ready':
      return { line: lines.ready, other: () => 0 };
    default:
      return sort satisfies never;
  }
}

function byNumber({ rows }: Order, { line, other }: Numbers): Float64Array {
  const { lines, others } = rows;
  const keys = new Float64Array(sizeOf(rows));
  for (let at = 0; at < lines.length; at += 1) keys[at] = line(lines[at] as number);
  for (const [at, one] of others.entries()) keys[lines.length + at] = other(one);
  return keys;
}

/** Few are different: these are sorted, and their places compared. */
function byText({ rows, use }: Order, textOf: (one: Listed) => string): Float64Array {
  const keys = new Float64Array(sizeOf(rows));
  const codes = new Map<string, number>();
  for (let at = 0; at < keys.length; at += 1) {
    const text = textOf(rowAt(rows, use, at));
    const code = codes.get(text) ?? codes.size;
    codes.set(text, code);
    keys[at] = code;
  }
  const sorted = [...codes].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const places = new Float64Array(codes.size);
  for (const [place, [, code]] of sorted.entries()) places[code] = place;
  return keys.map((code) => places[code] as number);
}

function carrierNames({ nameOf }: Order): (one: Listed) => string {
  const known = new Map<EntityId, string>();
  return (one) => {
    const carrier = carrierOf(one);
    if (carrier === null) return '';
    const name = known.get(carrier) ?? nameOf(carrier);
    known.set(carrier, name);
    return name;
  };
}

/** Virtual machines have their places; others stand between them. */
function byName({ rows, use }: Order): Float64Array {
  const ranks = use.lines.names();
  const between = new Map<number, Set<string>>();
  const sorted = rows.others.map(({ name }) => name).toSorted((a, b) => (a === b ? 0 : a < b ? -1 : 1));
  for (const name of sorted) {
    const { at, isThere } = ranks.place(name);
    if (isThere) continue;
    const gap = between.get(at);
    if (gap === undefined) between.set(at, new Set([name]));
    else gap.add(name);
  }
  const keyOf = new Map<string, number>();
  for (const [at, gap] of between)
    for (const [nth, name] of [...gap].entries()) keyOf.set(name, at - 1 + (nth + 1) / (gap.size + 1));
  return byNumber(
    { rows, use, nameOf: () => '' },
    { line: ranks.of, other: ({ name }) => keyOf.get(name) ?? ranks.place(name).at },
  );
}

type Window = { readonly offset: number; readonly limit: number; readonly order: 'up' | 'down' };

/** The places of a page of the list as sorting would show it: the rest is parted from it, never sorted. */
export function windowOf(keys: Float64Array, { offset, limit, order }: Window): number[] {
  const size = keys.length;
  const isUp = order === 'up';
  const before = (a: number, b: number): boolean => {
    const one = keys[a] as number;
    const other = keys[b] as number;
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
