import type { Taken } from '../serve-connection.ts';

/** MBAP: transaction, protocol (always 0), length of what follows, unit; then the function and its data. */
export type Frame = { readonly transaction: number; readonly unit: number; readonly pdu: Buffer };

const headerBytes = 7;
// Unit and a PDU of 253 bytes: the standard's limit.
const mostLength = 254;

/** The first frame of what has arrived so far. */
export function takeFrame(bytes: Buffer): Taken<Frame> {
  if (bytes.length >= 4 && bytes.readUInt16BE(2) !== 0) return { kind: 'foreign' };
  if (bytes.length < 6) return { kind: 'partial' };
  const length = bytes.readUInt16BE(4);
  if (length < 2 || length > mostLength) return { kind: 'foreign' };
  const end = headerBytes - 1 + length;
  if (bytes.length < end) return { kind: 'partial' };
  const frame: Frame = {
    transaction: bytes.readUInt16BE(0),
    unit: bytes.readUInt8(6),
    pdu: bytes.subarray(headerBytes, end),
  };
  return { kind: 'whole', request: frame, bytes: end };
}

export function encodeFrame({ transaction, unit, pdu }: Frame): Buffer {
  const bytes = Buffer.alloc(headerBytes + pdu.length);
  bytes.writeUInt16BE(transaction, 0);
  bytes.writeUInt16BE(pdu.length + 1, 4);
  bytes.writeUInt8(unit, 6);
  pdu.copy(bytes, headerBytes);
  return bytes;
}
