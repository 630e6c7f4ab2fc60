import type { Oid } from './oid.ts';
import { tags } from './tags.table.ts';

/** A value with its tag and length. */
export function wrapped(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const header = headerOf(tag, length);
  const whole = Buffer.allocUnsafe(header.length + length);
  whole.set(header);
  let at = header.length;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function headerOf(tag: number, length: number): readonly number[] {
  if (length < 0x80) return [tag, length];
  if (length < 0x100) return [tag, 0x81, length];
  return [tag, 0x82, length >> 8, length & 0xff];
}

export const integer = (value: number, tag: number = tags.integer): Buffer =>
  wrapped(tag, twosComplement(value));

/** As few octets as hold it; a Gauge32 above 2³¹ takes five. */
function twosComplement(value: number): Uint8Array {
  const octets: number[] = [];
  let rest = value;
  while (rest < -0x80 || rest > 0x7f) {
    octets.unshift(rest & 0xff);
    rest = Math.floor(rest / 0x100);
  }
  octets.unshift(rest & 0xff);
  return Uint8Array.from(octets);
}

export const octets = (value: Uint8Array | string): Buffer =>
  wrapped(tags.octets, typeof value === 'string' ? Buffer.from(value, 'utf8') : value);

export function oidValue(oid: Oid): Buffer {
  const bytes: number[] = [];
  addNumber(bytes, (oid[0] ?? 0) * 40 + (oid[1] ?? 0));
  for (let at = 2; at < oid.length; at += 1) addNumber(bytes, oid[at] ?? 0);
  return wrapped(tags.oid, Uint8Array.from(bytes));
}

function addNumber(bytes: number[], number: number): void {
  for (let unit = 128 ** 4; unit > 1; unit /= 128) {
    if (number >= unit) bytes.push(0x80 | (Math.floor(number / unit) % 128));
  }
  bytes.push(number % 128);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => wrapped(tags.sequence, ...parts);
