import type { Oid } from './oid.ts';
import { tags } from './tags.table.ts';

/**
 * Reads BER from front to back. What does not fit sets `failed` for the whole message and reads as nothing, so
 * that a parser is written straight through and looks once, at its end.
 */
export type BerReader = {
  readonly failed: () => boolean;
  readonly hasMore: () => boolean;
  /** The tag that comes next; -1 at the end. */
  readonly nextTag: () => number;
  readonly enter: (tag: number) => BerReader;
  readonly integer: () => number;
  /** A part of the message itself, not a copy. */
  readonly octets: (tag: number) => Buffer;
  readonly oid: () => Oid;
  /** Over a value of any kind. */
  readonly skip: () => void;
};

/** RFC 3416: an OID has at most so many numbers. */
const mostNumbers = 128;

type Fate = { failed: boolean };
const nothing = Buffer.alloc(0);

export const createBerReader = (message: Buffer): BerReader => readerOf(message, { failed: false });

function readerOf(buffer: Buffer, fate: Fate): BerReader {
  let at = 0;
  const fail = (): Buffer => {
    fate.failed = true;
    at = buffer.length;
    return nothing;
  };
  const content = (tag: number | null): Buffer => {
    if (fate.failed || at + 2 > buffer.length) return fail();
    if (tag !== null && buffer[at] !== tag) return fail();
    const size = lengthAt(buffer, at + 1);
    if (size === null || size.from + size.length > buffer.length) return fail();
    at = size.from + size.length;
    return buffer.subarray(size.from, at);
  };
  return {
    failed: () => fate.failed,
    hasMore: () => !fate.failed && at < buffer.length,
    nextTag: () => buffer[at] ?? -1,
    enter: (tag) => readerOf(content(tag), fate),
    integer: () => {
      const bytes = content(tags.integer);
      if (bytes.length > 0 && bytes.length <= 5) return bytes.readIntBE(0, bytes.length);
      fail();
      return 0;
    },
    octets: content,
    oid: () => {
      const oid = oidIn(content(tags.oid));
      if (oid === null) fail();
      return oid ?? [];
    },
    skip: () => void content(null),
  };
}

/** Lengths of up to four octets; the indefinite form has no place in SNMP. */
function lengthAt(buffer: Buffer, at: number): { readonly from: number; readonly length: number } | null {
  const first = buffer[at] ?? 0;
  if (first < 0x80) return { from: at + 1, length: first };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4 || at + 1 + octets > buffer.length) return null;
  return { from: at + 1 + octets, length: buffer.readUIntBE(at + 1, octets) };
}

function oidIn(bytes: Buffer): Oid | null {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 0x7f);
    if (number > 0xffffffff || numbers.length > mostNumbers) return null;
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first, ...rest] = numbers;
  if (first === undefined || (bytes.at(-1) ?? 0) >= 0x80) return null;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest];
}
