import type { Bytes } from '../../bytes.ts';
import { distanceBits, distanceStarts, lengthBits, lengthStarts, textOf } from './inflate.ts';

/** RFC 1951 with its fixed codes: repeats found by their first three bytes. */
export function deflate(bytes: Bytes): Bytes {
  const writer: Writer = { output: [], held: 0, count: 0 };
  put(writer, 1, 1);
  put(writer, 1, 2);
  const seen = new Map<string, number>();
  for (let at = 0; at < bytes.length;) {
    const key = bytes.slice(at, at + 3);
    const before = seen.get(key);
    const length =
      before === undefined || key.length < 3 || at - before > 32_768 ? 0 : matchLength(bytes, before, at);
    seen.set(key, at);
    if (length < 3 || before === undefined) {
      letter(writer, bytes.charCodeAt(at));
      at += 1;
      continue;
    }
    repeat(writer, length, at - before);
    at += length;
  }
  letter(writer, 256);
  if (writer.count > 0) writer.output.push(writer.held);
  return textOf(writer.output);
}

type Writer = { readonly output: number[]; held: number; count: number };

function put(writer: Writer, value: number, bits: number): void {
  for (let bit = 0; bit < bits; bit += 1) {
    writer.held |= ((value >> bit) & 1) << writer.count;
    writer.count += 1;
    if (writer.count < 8) continue;
    writer.output.push(writer.held);
    writer.held = 0;
    writer.count = 0;
  }
}

/** Codes go in with their first bit first. */
function code(writer: Writer, value: number, bits: number): void {
  for (let bit = bits - 1; bit >= 0; bit -= 1) put(writer, (value >> bit) & 1, 1);
}

function letter(writer: Writer, symbol: number): void {
  if (symbol < 144) code(writer, 0x30 + symbol, 8);
  else if (symbol < 256) code(writer, 0x190 + symbol - 144, 9);
  else if (symbol < 280) code(writer, symbol - 256, 7);
  else code(writer, 0xc0 + symbol - 280, 8);
}

function repeat(writer: Writer, length: number, distance: number): void {
  const size = lengthStarts.findLastIndex((start) => start <= length);
  letter(writer, 257 + size);
  put(writer, length - (lengthStarts[size] ?? 0), lengthBits[size] ?? 0);
  const far = distanceStarts.findLastIndex((start) => start <= distance);
  code(writer, far, 5);
  put(writer, distance - (distanceStarts[far] ?? 0), distanceBits[far] ?? 0);
}

function matchLength(bytes: Bytes, before: number, at: number): number {
  let length = 0;
  while (
    length < 258 &&
    at + length < bytes.length &&
    bytes.charCodeAt(before + length) === bytes.charCodeAt(at + length)
  )
    length += 1;
  return length;
}
