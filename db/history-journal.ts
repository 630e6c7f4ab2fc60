import { crc32 } from 'node:zlib';
import { createColumnWriter, type ColumnWriter } from './column-writer.ts';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn } from './number-column.ts';
import { classesOf, kindOf, type JournalClass, type JournalColumns } from './history-journal-classes.ts';
import { decimalScaleOf, timeScaleOf } from './scales.ts';

/** Readings of many sensors as they wait for their journal row, in order of arrival. */
export type Pending = {
  readonly add: (head: { readonly series: number; kind: number }, at: number, value: number) => void;
  /** The readings since the last `taken`, as one blob, good until the next. */
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
  const writer = createColumnWriter();
  let waiting = columnsFor(startSize);
  let sorted = columnsFor(startSize);
  let kinds = new Uint16Array(startSize);
  let count = 0;

  const grow = (): void => {
    const before = { ...waiting, kinds };
    const size = count * 2;
    waiting = columnsFor(size);
    sorted = columnsFor(size);
    kinds = new Uint16Array(size);
    waiting.series.set(before.series);
    waiting.times.set(before.times);
    waiting.values.set(before.values);
    kinds.set(before.kinds);
  };

  return {
    add: (head, at, value) => {
      if (count === kinds.length) grow();
      head.kind = kindOf(head.kind, value);
      kinds[count] = head.kind;
      waiting.series[count] = head.series;
      waiting.times[count] = at;
      waiting.values[count] = value;
      count += 1;
    },
    body: () => {
      const columns = {
        series: waiting.series.subarray(0, count),
        times: waiting.times.subarray(0, count),
        values: waiting.values.subarray(0, count),
      };
      writer.begin();
      if (count < worthGrouping) {
        writer.count32(count);
        writeColumns(writer, columns, decimalScaleOf(columns.values));
      } else writeGroups(writer, classesOf(columns, kinds.subarray(0, count), sorted));
      return writer.end();
    },
    taken: () => {
      count = 0;
    },
    count: () => count,
  };
}

const columnsFor = (size: number): JournalColumns => ({
  series: new Float64Array(size),
  times: new Float64Array(size),
  values: new Float64Array(size),
});

function writeGroups(writer: ColumnWriter, groups: readonly JournalClass[]): void {
  writer.count32(grouped + groups.length);
  for (const group of groups) {
    writer.count32(group.series.length);
    writeColumns(writer, group, group.scale);
  }
}

function writeColumns(writer: ColumnWriter, { series, times, values }: JournalColumns, scale: number): void {
  writer.column(series, 1);
  writer.column(times, timeScaleOf(times));
  writer.column(values, scale);
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
  const { series, times, values } = columnsFor(count);
  for (const column of [series, times, values]) decodeColumn(cursor, column);
  for (let index = 0; index < count; index += 1) {
    onReading(series[index] ?? 0, times[index] ?? 0, values[index] ?? 0);
  }
}
