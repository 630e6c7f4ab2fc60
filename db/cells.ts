import { crc32 } from 'node:zlib';
import type { Block } from './block.ts';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn, encodeColumn } from './number-column.ts';
import { decimalScaleOf } from './scales.ts';

/**
 * A day of one sensor in five-minute cells, by columns: each cell's number in the day, ascending,
 * how many readings it sums up, their sum, the smallest and the largest. Empty cells are left out.
 */
export type DayCells = {
  readonly numbers: Float64Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
};

export const cellMillis = 300_000;
export const dayMillis = 86_400_000;
export const dayOf = (at: number): number => Math.floor(at / dayMillis);

export const noCells = (length: number): DayCells => ({
  numbers: new Float64Array(length),
  counts: new Float64Array(length),
  sums: new Float64Array(length),
  smallest: new Float64Array(length),
  largest: new Float64Array(length),
});

/** Adds a block to the cells of its days; `load` gives a day's cells as they are so far. */
export function addToDays(block: Block, load: (day: number) => DayCells): ReadonlyMap<number, DayCells> {
  const days = new Map<number, DayCells>();
  const { times } = block;
  for (let from = 0; from < times.length;) {
    const day = dayOf(times[from] ?? 0);
    let to = from + 1;
    while (to < times.length && (times[to] ?? 0) < (day + 1) * dayMillis) to += 1;
    days.set(day, mergeCells(load(day), cellsOf(block, { from, to, day })));
    from = to;
  }
  return days;
}

type Part = { readonly from: number; readonly to: number; readonly day: number };

function cellsOf({ times, values }: Block, { from, to, day }: Part): DayCells {
  const cells = noCells(to - from);
  const { numbers, counts, sums, smallest, largest } = cells;
  let cell = -1;
  for (let index = from; index < to; index += 1) {
    const number = Math.floor(((times[index] ?? 0) - day * dayMillis) / cellMillis);
    const value = values[index] ?? 0;
    if (cell < 0 || numbers[cell] !== number) {
      cell += 1;
      numbers[cell] = number;
      smallest[cell] = value;
      largest[cell] = value;
    }
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + value;
    if (value < (smallest[cell] ?? 0)) smallest[cell] = value;
    if (value > (largest[cell] ?? 0)) largest[cell] = value;
  }
  return firstOf(cells, cell + 1);
}

const firstOf = (cells: DayCells, length: number): DayCells => ({
  numbers: cells.numbers.subarray(0, length),
  counts: cells.counts.subarray(0, length),
  sums: cells.sums.subarray(0, length),
  smallest: cells.smallest.subarray(0, length),
  largest: cells.largest.subarray(0, length),
});

/** Cells of both; where both have the same cell, they add up. */
function mergeCells(a: DayCells, b: DayCells): DayCells {
  if (a.numbers.length === 0) return b;
  const merged = noCells(a.numbers.length + b.numbers.length);
  let [inA, inB, length] = [0, 0, 0];
  for (; inA < a.numbers.length || inB < b.numbers.length; length += 1) {
    const numberA = a.numbers[inA] ?? Number.POSITIVE_INFINITY;
    const numberB = b.numbers[inB] ?? Number.POSITIVE_INFINITY;
    if (numberA <= numberB) copyCell(merged, length, { cells: a, at: inA });
    else copyCell(merged, length, { cells: b, at: inB });
    if (numberA === numberB) addCell(merged, length, { cells: b, at: inB });
    if (numberA <= numberB) inA += 1;
    if (numberB <= numberA) inB += 1;
  }
  return firstOf(merged, length);
}

type CellAt = { readonly cells: DayCells; readonly at: number };

function copyCell(to: DayCells, index: number, { cells, at }: CellAt): void {
  to.numbers[index] = cells.numbers[at] ?? 0;
  to.counts[index] = cells.counts[at] ?? 0;
  to.sums[index] = cells.sums[at] ?? 0;
  to.smallest[index] = cells.smallest[at] ?? 0;
  to.largest[index] = cells.largest[at] ?? 0;
}

function addCell(to: DayCells, index: number, { cells, at }: CellAt): void {
  to.counts[index] = (to.counts[index] ?? 0) + (cells.counts[at] ?? 0);
  to.sums[index] = (to.sums[index] ?? 0) + (cells.sums[at] ?? 0);
  to.smallest[index] = Math.min(to.smallest[index] ?? 0, cells.smallest[at] ?? 0);
  to.largest[index] = Math.max(to.largest[index] ?? 0, cells.largest[at] ?? 0);
}

/** Sums of decimals gather dust in their last bits, which would keep them from being packed. */
const sumDecimals = 1e6;

/** Layout: CRC-32 of the rest (4 bytes), count (2), then the five columns. */
const headSize = 6;

export function encodeDay({ numbers, counts, sums, smallest, largest }: DayCells): Buffer {
  const clean = sums.map((sum) => Math.round(sum * sumDecimals) / sumDecimals);
  const column = (values: Float64Array): Uint8Array => encodeColumn(values, decimalScaleOf(values));
  const columns = [numbers, counts, clean, smallest, largest].map(column);
  const body = Buffer.concat([Buffer.alloc(headSize), ...columns]);
  body.writeUInt16LE(numbers.length, 4);
  body.writeUInt32LE(crc32(body.subarray(4)), 0);
  return body;
}

/** Null where the bytes are not those that were written. */
export function decodeDay(body: Buffer): DayCells | null {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return null;
  const count = body.readUInt16LE(4);
  const cursor: Cursor = { bytes: body, at: headSize };
  const numbers = decodeColumn(cursor, count);
  const counts = decodeColumn(cursor, count);
  const sums = decodeColumn(cursor, count);
  const smallest = decodeColumn(cursor, count);
  return { numbers, counts, sums, smallest, largest: decodeColumn(cursor, count) };
}
