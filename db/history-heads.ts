import { placesIn, type Block, type BlockRoom } from './block.ts';
import { noKind } from './history-journal-classes.ts';
import { pageSize, slabOf, startOf, takePage, type Pool } from './history-pool.ts';

/** The last block of a series on disk, where it has room left. */
export type Tail = { readonly id: number; readonly count: number };

/** One series: its readings that are in no block yet, and what must be known of those that are. */
export type Head = {
  readonly series: number;
  readonly sensor: string;
  /** Whose reading came after this one's the last time: most often it does again. */
  next: Head | null;
  readonly pool: Pool;
  /** Where its readings are, in the pool that all heads share. */
  readonly pages: number[];
  /** The last page's slab, and where in it the next reading goes. */
  slab: Float64Array;
  place: number;
  count: number;
  /** Late readings came: to be sorted before it is sealed. */
  isSorted: boolean;
  /** Journal row of its first reading; none while empty. */
  firstRow: number;
  /** Sealed once it holds so many. */
  target: number;
  tail: Tail | null;
  /** Among which its readings are journaled. */
  kind: number;
  /** Before this moment only cells are sure to be there. */
  rawFrom: number;
};

/** Larger blocks are smaller on disk, but what is in none yet must be journaled. */
export const blockSize = 384;
const smallestFirst = 32;

const noSlab = new Float64Array(0);

/** Sensors that are neighbours on disk are sealed together: what a transaction writes are whole pages of it. */
const neighbours = 16;

type NewHead = Pick<Head, 'series' | 'sensor' | 'rawFrom' | 'pool'>;

/**
 * All sensors begin at once, and would be sealed at once and stall the host. So the first blocks of each few
 * are shorter by an amount of their own; from then on they stay apart.
 */
export function newHead({ series, sensor, rawFrom, pool }: NewHead): Head {
  const spread = (Math.imul(Math.floor(series / neighbours), 0x9e37_79b1) >>> 0) / 2 ** 32;
  return {
    series,
    sensor,
    next: null,
    pool,
    pages: [],
    slab: noSlab,
    place: 0,
    count: 0,
    isSorted: true,
    firstRow: 0,
    target: smallestFirst + Math.floor(spread * (blockSize - smallestFirst)),
    tail: null,
    kind: noKind,
    rawFrom,
  };
}

export function push(head: Head, at: number, value: number): void {
  const before = head.count === 0 ? at : (head.slab[head.place - 2] ?? at);
  if (head.count % pageSize === 0) turnPage(head);
  const { slab, place } = head;
  slab[place] = at;
  slab[place + 1] = value;
  head.place = place + 2;
  head.count += 1;
  if (at < before) head.isSorted = false;
}

function turnPage(head: Head): void {
  const page = takePage(head.pool);
  head.pages.push(page);
  head.slab = slabOf(head.pool, page);
  head.place = startOf(page);
}

export function clear(head: Head): void {
  head.pool.free.push(...head.pages);
  head.pages.length = 0;
  head.count = 0;
  head.isSorted = true;
  head.target = blockSize;
}

/** The readings in order of time; equal times in order of arrival. Good until something else is put into the room. */
export function contentOf(head: Head, room: BlockRoom): Block {
  const content = arrivalsOf(head, room);
  return head.isSorted ? content : sorted(content);
}

/** The readings in order of arrival, for whom the order does not matter. */
export function arrivalsOf({ pool, pages, count }: Head, room: BlockRoom): Block {
  const content = placesIn(room, count);
  const { times, values } = content;
  for (let number = 0; number < pages.length; number += 1) {
    const page = pages[number] ?? 0;
    const slab = slabOf(pool, page);
    const end = Math.min((number + 1) * pageSize, count);
    let place = startOf(page);
    for (let index = number * pageSize; index < end; index += 1) {
      times[index] = slab[place] ?? 0;
      values[index] = slab[place + 1] ?? 0;
      place += 2;
    }
  }
  return content;
}

export function sorted({ times, values }: Block): Block {
  const order = Array.from(times.keys());
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  return {
    times: Float64Array.from(order, (index) => times[index] ?? 0),
    values: Float64Array.from(order, (index) => values[index] ?? 0),
  };
}

export function joined(a: Block, b: Block): Block {
  const length = a.times.length + b.times.length;
  const both = { times: new Float64Array(length), values: new Float64Array(length) };
  both.times.set(a.times);
  both.times.set(b.times, a.times.length);
  both.values.set(a.values);
  both.values.set(b.values, a.values.length);
  return both;
}
