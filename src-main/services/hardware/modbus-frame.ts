/** Modbus Application Protocol over TCP: a header of seven bytes and a request or an answer. Pure. */
import type { Block } from './modbus-plan.ts';
import { modbusTables } from './modbus-words.table.ts';

const headerBytes = 7;
/** A unit's byte and an answer of 253: nothing longer is Modbus. */
const longest = 254;

export type ModbusReply =
  | { readonly kind: 'data'; readonly data: Buffer }
  | { readonly kind: 'exception'; readonly code: number };

export type Question = Pick<Block, 'table' | 'address' | 'count'>;
type Envelope = { readonly transaction: number; readonly unit: number };

export function requestFrame({ transaction, unit }: Envelope, { table, address, count }: Question): Buffer {
  const frame = Buffer.alloc(12);
  frame.writeUInt16BE(transaction, 0);
  frame.writeUInt16BE(6, 4);
  frame.writeUInt8(unit, 6);
  frame.writeUInt8(modbusTables[table].function, 7);
  frame.writeUInt16BE(address, 8);
  frame.writeUInt16BE(count, 10);
  return frame;
}

export type Cut =
  | { readonly kind: 'more' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'frame'; readonly transaction: number; readonly body: Buffer; readonly rest: Buffer };

/** The first whole frame of what has arrived. */
export function cutFrame(bytes: Buffer): Cut {
  if (bytes.length < headerBytes) return { kind: 'more' };
  const length = bytes.readUInt16BE(4);
  if (bytes.readUInt16BE(2) !== 0 || length < 3 || length > longest) return { kind: 'foreign' };
  const end = headerBytes - 1 + length;
  if (bytes.length < end) return { kind: 'more' };
  return {
    kind: 'frame',
    transaction: bytes.readUInt16BE(0),
    body: bytes.subarray(headerBytes, end),
    rest: bytes.subarray(end),
  };
}

/** Null where it does not answer the question. */
export function replyIn(body: Buffer, { table, count }: Question): ModbusReply | null {
  const { function: code, holds } = modbusTables[table];
  if (body[0] === (code | 0x80)) return { kind: 'exception', code: body[1] ?? 0 };
  const bytes = holds === 'bits' ? Math.ceil(count / 8) : count * 2;
  if (body[0] !== code || body[1] !== bytes || body.length !== bytes + 2) return null;
  return { kind: 'data', data: body.subarray(2) };
}
