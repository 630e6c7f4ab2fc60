import { crc32 } from 'node:zlib';
import { decodeColumn, encodeColumn, type Cursor } from './number-column.ts';
import { decimalScaleOf, timeScaleOf } from './scales.ts';

/** Readings of many sensors as they wait for their journal row, in order of arrival. */
export type Pending = {
  readonly add: (series: number, at: number, value: number) => void;
  /** The readings since the last `taken`, as one blob. */
  readonly body: () => Buffer;
  readonly taken: () => void;
  readonly count: () => number;
};

const startSize = 4096;
/** Layout: CRC-32 of the rest (4 bytes), count (4), series, times, values. */
const headSize = 8;

export function createPending(): Pending {
  let series = new Float64Array(startSize);
  let times = new Float64Array(startSize);
  let values = new Float64Array(startSize);
  let count = 0;

  const grow = (): void => {
    [series, times, values] = [grown(series), grown(times), grown(values)];
  };

  return {
    add: (id, at, value) => {
      if (count === series.length) grow();
      series[count] = id;
      times[count] = at;
      values[count] = value;
      count += 1;
    },
    body: () => encodeJournal(series.subarray(0, count), times.subarray(0, count), values.subarray(0, count)),
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

function encodeJournal(series: Float64Array, times: Float64Array, values: Float64Array): Buffer {
  const body = Buffer.concat([
    Buffer.alloc(headSize),
    encodeColumn(series, 1),
    encodeColumn(times, timeScaleOf(times)),
    encodeColumn(values, decimalScaleOf(values)),
  ]);
  body.writeUInt32LE(series.length, 4);
  body.writeUInt32LE(crc32(body.subarray(4)), 0);
  return body;
}

export type JournalReader = (series: number, at: number, value: number) => void;

/** Whether the bytes were those that were written; else nothing is read. */
export function readJournal(body: Buffer, onReading: JournalReader): boolean {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return false;
  const count = body.readUInt32LE(4);
  const cursor: Cursor = { bytes: body, at: headSize };
  const series = decodeColumn(cursor, count);
  const times = decodeColumn(cursor, count);
  const values = decodeColumn(cursor, count);
  for (let index = 0; index < count; index += 1) {
    onReading(series[index] ?? 0, times[index] ?? 0, values[index] ?? 0);
  }
  return true;
}
