import { crc32 } from 'node:zlib';
import type { Block } from './block.ts';
import type { ColumnWriter } from './column-writer.ts';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn } from './number-column.ts';
import { decimalScaleOf } from './scales.ts';

export const cellMillis = 300_000;
export const dayMillis = 86_400_000;
export const dayOf = (at: number): number => Math.floor(at / dayMillis);

export const cellsPerDay = dayMillis / cellMillis;

/**
 * A day of one sensor in five-minute cells: how many readings each sums up, their sum, the smallest and
 * the largest. A cell without readings counts none, and its other numbers mean nothing.
 */
export type DayCells = {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
  /** On disk cells without readings are left out, and each of the others tells its number in the day. */
  readonly packed: Float64Array;
};

export const createDayCells = (): DayCells => ({
  counts: new Float64Array(cellsPerDay),
  sums: new Float64Array(cellsPerDay),
  smallest: new Float64Array(cellsPerDay),
  largest: new Float64Array(cellsPerDay),
  packed: new Float64Array(cellsPerDay * 2),
});

export const emptyCells = (cells: DayCells): DayCells => {
  cells.counts.fill(0);
  return cells;
};

/** The place behind the last reading, from `from` on, of the same day as the one at `from`. */
export function endOfDay(times: Float64Array, from: number): number {
  const next = (dayOf(times[from] ?? 0) + 1) * dayMillis;
  let to = from + 1;
  while (to < times.length && (times[to] ?? 0) < next) to += 1;
  return to;
}

type Part = { readonly from: number; readonly to: number };

/** Adds readings of one day to its cells. */
export function addToDay(cells: DayCells, { times, values }: Block, { from, to }: Part): void {
  const start = dayOf(times[from] ?? 0) * dayMillis;
  for (let index = from; index < to; index += 1) {
    const cell = Math.floor(((times[index] ?? 0) - start) / cellMillis);
    addReading(cells, cell, values[index] ?? 0);
  }
}

function addReading({ counts, sums, smallest, largest }: DayCells, cell: number, value: number): void {
  const count = counts[cell] ?? 0;
  counts[cell] = count + 1;
  if (count === 0) {
    sums[cell] = value;
    smallest[cell] = value;
    largest[cell] = value;
    return;
  }
  sums[cell] = (sums[cell] ?? 0) + value;
  if (value < (smallest[cell] ?? 0)) smallest[cell] = value;
  if (value > (largest[cell] ?? 0)) largest[cell] = value;
}

/** Sums of decimals gather dust in their last bits, which would keep them from being packed. */
const sumDecimals = 1e6;

/** Layout: CRC-32 of the rest (4 bytes), count (2), then the five columns. */
const headSize = 6;

/** Good until the writer writes something else. */
export function encodeDay(cells: DayCells, writer: ColumnWriter): Buffer {
  const { counts, sums, smallest, largest, packed } = cells;
  const numbers = packed.subarray(cellsPerDay);
  let length = 0;
  for (let cell = 0; cell < cellsPerDay; cell += 1) {
    if (counts[cell] === 0) continue;
    sums[cell] = Math.round((sums[cell] ?? 0) * sumDecimals) / sumDecimals;
    numbers[length] = cell;
    length += 1;
  }
  writer.begin();
  writer.count16(length);
  writer.column(numbers.subarray(0, length), 1);
  const column = packed.subarray(0, length);
  for (const source of [counts, sums, smallest, largest]) {
    for (let index = 0; index < length; index += 1) column[index] = source[numbers[index] ?? 0] ?? 0;
    writer.column(column, decimalScaleOf(column));
  }
  return writer.end();
}

/** Puts into the cells what was written; false where the bytes are not those. */
export function decodeDay(body: Buffer, cells: DayCells): boolean {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return false;
  const count = body.readUInt16LE(4);
  if (count > cellsPerDay) return false;
  const { counts, sums, smallest, largest, packed } = emptyCells(cells);
  const numbers = packed.subarray(cellsPerDay, cellsPerDay + count);
  const cursor: Cursor = { bytes: body, at: headSize };
  decodeColumn(cursor, numbers);
  const first = numbers[0] ?? 0;
  // Ascending, so that they are in a row where the last is as far from the first as they are many.
  const isRow = (numbers[count - 1] ?? first - 1) - first === count - 1;
  for (const target of [counts, sums, smallest, largest]) {
    if (isRow) decodeColumn(cursor, target.subarray(first, first + count));
    else scatter(cursor, target, { numbers, column: packed.subarray(0, count) });
  }
  return true;
}

type Scattered = { readonly numbers: Float64Array; readonly column: Float64Array };

function scatter(cursor: Cursor, target: Float64Array, { numbers, column }: Scattered): void {
  decodeColumn(cursor, column);
  for (let index = 0; index < numbers.length; index += 1) target[numbers[index] ?? 0] = column[index] ?? 0;
}
