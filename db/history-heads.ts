import type { Block } from './block.ts';

/** The readings of one series that are in no block yet. */
export type Head = {
  readonly series: number;
  times: Float64Array;
  values: Float64Array;
  count: number;
  /** Late readings came: to be sorted before it is sealed. */
  isSorted: boolean;
  /** Journal row of its first reading; none while empty. */
  firstRow: number;
  /** Sealed once it holds so many. */
  target: number;
};

export const blockSize = 512;
const startSize = 16;

/**
 * All sensors begin at once, and would be sealed at once and stall the host. So each one's first block
 * is shorter by an amount of its own; from then on they stay apart.
 */
export function newHead(series: number): Head {
  const spread = Math.imul(series, 0x9e37_79b1) >>> 24;
  return {
    series,
    times: new Float64Array(startSize),
    values: new Float64Array(startSize),
    count: 0,
    isSorted: true,
    firstRow: 0,
    target: blockSize / 2 + spread,
  };
}

export function push(head: Head, at: number, value: number): void {
  if (head.count === head.times.length) {
    head.times = grown(head.times);
    head.values = grown(head.values);
  }
  if (head.count > 0 && at < (head.times[head.count - 1] ?? 0)) head.isSorted = false;
  head.times[head.count] = at;
  head.values[head.count] = value;
  head.count += 1;
}

export function clear(head: Head): void {
  head.count = 0;
  head.isSorted = true;
  head.target = blockSize;
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The readings in order of time; equal times in order of arrival. */
export function contentOf(head: Head): Block {
  const times = head.times.subarray(0, head.count);
  const values = head.values.subarray(0, head.count);
  if (head.isSorted) return { times, values };
  const order = Array.from({ length: head.count }, (_, index) => index);
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  return {
    times: Float64Array.from(order, (index) => times[index] ?? 0),
    values: Float64Array.from(order, (index) => values[index] ?? 0),
  };
}
