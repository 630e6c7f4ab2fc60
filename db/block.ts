import { crc32 } from 'node:zlib';
import type { ColumnWriter } from './column-writer.ts';
import type { Cursor } from './history-column-head.ts';
import { decodeColumn } from './number-column.ts';
import { decimalScaleOf, timeScaleOf } from './scales.ts';

/** Readings of one sensor in order of time. */
export type Block = { readonly times: Float64Array; readonly values: Float64Array };

/** Where blocks are put, one after the other: what is told of one is good until the next. */
export type BlockRoom = { times: Float64Array; values: Float64Array };

/** Layout: CRC-32 of the rest (4 bytes), count (2), times, values. */
const headSize = 6;
const usualSize = 512;

export const createBlockRoom = (): BlockRoom => ({
  times: new Float64Array(usualSize),
  values: new Float64Array(usualSize),
});

/** The first `count` places of the room, which is made larger where it has fewer; what was in it may be gone then. */
export function placesIn(room: BlockRoom, count: number): Block {
  if (room.times.length < count) {
    room.times = new Float64Array(count * 2);
    room.values = new Float64Array(count * 2);
  }
  return { times: room.times.subarray(0, count), values: room.values.subarray(0, count) };
}

/** Good until the writer writes something else. */
export function encodeBlock({ times, values }: Block, writer: ColumnWriter): Buffer {
  writer.begin();
  writer.count16(times.length);
  writer.column(times, timeScaleOf(times));
  writer.column(values, decimalScaleOf(values));
  return writer.end();
}

/** Null where the bytes are not those that were written. */
export function decodeBlock(body: Buffer, room: BlockRoom): Block | null {
  if (body.length < headSize || crc32(body.subarray(4)) !== body.readUInt32LE(0)) return null;
  const block = placesIn(room, body.readUInt16LE(4));
  const cursor: Cursor = { bytes: body, at: headSize };
  decodeColumn(cursor, block.times);
  decodeColumn(cursor, block.values);
  return block;
}
