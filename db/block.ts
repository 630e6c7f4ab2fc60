import { crc32 } from 'node:zlib';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn, encodeColumn } from './number-column.ts';
import { decimalScaleOf, timeScaleOf } from './scales.ts';

/** Readings of one sensor in order of time. */
export type Block = { readonly times: Float64Array; readonly values: Float64Array };

/** Layout: CRC-32 of the rest (4 bytes), count (2), times, values. */
const headSize = 6;

export function encodeBlock({ times, values }: Block): Buffer {
  const body = Buffer.concat([
    Buffer.alloc(headSize),
    encodeColumn(times, timeScaleOf(times)),
    encodeColumn(values, decimalScaleOf(values)),
  ]);
  body.writeUInt16LE(times.length, 4);
  body.writeUInt32LE(crc32(body.subarray(4)), 0);
  return body;
}

/** Null where the bytes are not those that were written. */
export function decodeBlock(body: Buffer): Block | null {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return null;
  const count = body.readUInt16LE(4);
  const cursor: Cursor = { bytes: body, at: headSize };
  const times = decodeColumn(cursor, count);
  return { times, values: decodeColumn(cursor, count) };
}
