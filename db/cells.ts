import { crc32 } from 'node:zlib';
import type { Block } from './block.ts';
import { decodeColumn, encodeColumn, type Cursor } from './number-column.ts';
import { decimalScaleOf } from './scales.ts';

/** Five minutes of one sensor, summed up. Cells add up: two parts of one cell are merged. */
export type Cell = { count: number; sum: number; min: number; max: number };

export const cellMillis = 300_000;
export const dayMillis = 86_400_000;
export const dayOf = (at: number): number => Math.floor(at / dayMillis);

/** The cells of one day, by their number in it. */
export type DayCells = Map<number, Cell>;

/** Adds a block to the cells of its days; `load` gives a day's cells as they are so far. */
export function addToDays(
  { times, values }: Block,
  load: (day: number) => DayCells,
): ReadonlyMap<number, DayCells> {
  const days = new Map<number, DayCells>();
  for (let index = 0; index < times.length; index += 1) {
    const at = times[index] ?? 0;
    const day = dayOf(at);
    let cells = days.get(day);
    if (cells === undefined) {
      cells = load(day);
      days.set(day, cells);
    }
    addTo(cells, Math.floor((at - day * dayMillis) / cellMillis), values[index] ?? 0);
  }
  return days;
}

function addTo(cells: DayCells, number: number, value: number): void {
  const cell = cells.get(number);
  if (cell === undefined) {
    cells.set(number, { count: 1, sum: value, min: value, max: value });
    return;
  }
  cell.count += 1;
  cell.sum += value;
  cell.min = Math.min(cell.min, value);
  cell.max = Math.max(cell.max, value);
}

/** Sums of decimals gather dust in their last bits, which would keep them from being packed. */
const sumDecimals = 1e6;

const headSize = 6;
/** Number, count, sum, smallest, largest. */
const columnCount = 5;

export function encodeDay(cells: DayCells): Buffer {
  const numbers = [...cells.keys()].toSorted((a, b) => a - b);
  const column = (pick: (cell: Cell, number: number) => number): Uint8Array => {
    const values = Float64Array.from(numbers, (number) => pick(cells.get(number) ?? emptyCell, number));
    return encodeColumn(values, decimalScaleOf(values));
  };
  const body = Buffer.concat([
    Buffer.alloc(headSize),
    column((_, number) => number),
    column(({ count }) => count),
    column(({ sum }) => Math.round(sum * sumDecimals) / sumDecimals),
    column(({ min }) => min),
    column(({ max }) => max),
  ]);
  body.writeUInt16LE(numbers.length, 4);
  body.writeUInt32LE(crc32(body.subarray(4)), 0);
  return body;
}

const emptyCell: Readonly<Cell> = { count: 0, sum: 0, min: 0, max: 0 };

/** Null where the bytes are not those that were written. */
export function decodeDay(body: Buffer): DayCells | null {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return null;
  const count = body.readUInt16LE(4);
  const cursor: Cursor = { bytes: body, at: headSize };
  const columns = Array.from({ length: columnCount }, () => decodeColumn(cursor, count));
  const at = (column: number, index: number): number => columns[column]?.[index] ?? 0;
  const cells: DayCells = new Map();
  for (let index = 0; index < count; index += 1) {
    const cell = { count: at(1, index), sum: at(2, index), min: at(3, index), max: at(4, index) };
    cells.set(at(0, index), cell);
  }
  return cells;
}
