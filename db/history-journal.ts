import { crc32 } from 'node:zlib';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn, encodeColumn } from './number-column.ts';
import { classesOf, kindOf, type JournalClass, type JournalColumns } from './history-journal-classes.ts';
import { decimalScaleOf, timeScaleOf } from './scales.ts';

/** Readings of many sensors as they wait for their journal row, in order of arrival. */
export type Pending = {
  readonly add: (head: { readonly series: number; kind: number }, at: number, value: number) => void;
  /** The readings since the last `taken`, as one blob. */
  readonly body: () => Buffer;
  readonly taken: () => void;
  readonly count: () => number;
};

const startSize = 4096;
/**
 * Layout: CRC-32 of the rest (4 bytes), count (4), series, times, values.
 * Many readings come as several such groups, each behind its own count; then the first count
 * is how many groups there are, and has the topmost bit set.
 */
const headSize = 8;
const grouped = 0x8000_0000;
/** Below so many the heads of the groups would cost more than they save. */
const worthGrouping = 256;

export function createPending(): Pending {
  let series = new Float64Array(startSize);
  let times = new Float64Array(startSize);
  let values = new Float64Array(startSize);
  let kinds = new Uint16Array(startSize);
  let count = 0;

  const grow = (): void => {
    [series, times, values] = [grown(series), grown(times), grown(values)];
    const more = new Uint16Array(kinds.length * 2);
    more.set(kinds);
    kinds = more;
  };

  return {
    add: (head, at, value) => {
      if (count === series.length) grow();
      head.kind = kindOf(head.kind, value);
      kinds[count] = head.kind;
      series[count] = head.series;
      times[count] = at;
      values[count] = value;
      count += 1;
    },
    body: () => {
      const columns = {
        series: series.subarray(0, count),
        times: times.subarray(0, count),
        values: values.subarray(0, count),
      };
      return count < worthGrouping
        ? closed(count, columnsBody(columns, decimalScaleOf(columns.values)))
        : groupedBody(classesOf(columns, kinds.subarray(0, count)));
    },
    taken: () => {
      count = 0;
    },
    count: () => count,
  };
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

function groupedBody(groups: readonly JournalClass[]): Buffer {
  const parts = groups.flatMap((group) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(group.series.length);
    return [size, ...columnsBody(group, group.scale)];
  });
  return closed(grouped + groups.length, parts);
}

const columnsBody = ({ series, times, values }: JournalColumns, scale: number): Uint8Array[] => [
  encodeColumn(series, 1),
  encodeColumn(times, timeScaleOf(times)),
  encodeColumn(values, scale),
];

function closed(count: number, parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.alloc(headSize), ...parts]);
  body.writeUInt32LE(count, 4);
  body.writeUInt32LE(crc32(body.subarray(4)), 0);
  return body;
}

export type JournalReader = (series: number, at: number, value: number) => void;

/** Whether the bytes were those that were written; else nothing is read. */
export function readJournal(body: Buffer, onReading: JournalReader): boolean {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return false;
  const count = body.readUInt32LE(4);
  const cursor: Cursor = { bytes: body, at: headSize };
  if (count < grouped) {
    readColumns(cursor, count, onReading);
    return true;
  }
  for (let group = grouped; group < count; group += 1) {
    const size = body.readUInt32LE(cursor.at);
    cursor.at += 4;
    readColumns(cursor, size, onReading);
  }
  return true;
}

function readColumns(cursor: Cursor, count: number, onReading: JournalReader): void {
  const series = decodeColumn(cursor, count);
  const times = decodeColumn(cursor, count);
  const values = decodeColumn(cursor, count);
  for (let index = 0; index < count; index += 1) {
    onReading(series[index] ?? 0, times[index] ?? 0, values[index] ?? 0);
  }
}
