import type { Bytes } from '../../bytes.ts';
import { sha256Bytes } from '../../digest.ts';
import type { Step, System } from '../../kernel/program.ts';
import { unpackChunks, storedChunks } from './lzma2.ts';
import type { Output } from './lzma.ts';
import { crc32, crc64 } from './sums.ts';

const magic = '\xfd7zXZ\0';
export const isXz = (bytes: Bytes): boolean => bytes.startsWith(magic);

const arrayOf = (text: Bytes): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const little = (value: number): Bytes =>
  String.fromCharCode(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
const sumOf = (text: Bytes): Bytes => little(crc32(arrayOf(text)));
const padded = (text: Bytes): Bytes => text + '\0'.repeat((4 - (text.length % 4)) % 4);

function textOfArray(bytes: Uint8Array): Bytes {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

function number(value: number): Bytes {
  let [text, left] = ['', value];
  for (; left >= 0x80; left = Math.floor(left / 128)) text += String.fromCharCode((left % 128) | 0x80);
  return text + String.fromCharCode(left);
}

/** One stream with one block, checked by CRC-64 as the real one checks its own. */
export function pack(text: Bytes): Bytes {
  const flags = '\0\x04';
  const head = magic + flags + sumOf(flags);
  // Size, no optional fields, LZMA2 with eight megabytes.
  const block = '\x02\0\x21\x01\x16\0\0\0';
  const packed = storedChunks(text);
  const check = crc64(arrayOf(text)).map(little).join('');
  const body = block + sumOf(block) + padded(packed) + check;
  const size = block.length + 4 + packed.length + check.length;
  const blocks = text === '' ? '' : body;
  const list = padded(
    `\0${number(text === '' ? 0 : 1)}${text === '' ? '' : number(size) + number(text.length)}`,
  );
  const index = list + sumOf(list);
  const tail = little(index.length / 4 - 1) + flags;
  return `${head}${blocks}${index}${sumOf(tail)}${tail}YZ`;
}

export type Unpacked =
  | {
      readonly ok: true;
      readonly text: Bytes;
      readonly streams: number;
      readonly blocks: number;
      readonly checks: readonly number[];
    }
  | { readonly ok: false; readonly why: Bytes };

const broken: Unpacked = { ok: false, why: 'Compressed data is corrupt' };
const short: Unpacked = { ok: false, why: 'Unexpected end of input' };

type Reading = {
  readonly system: System;
  readonly bytes: Uint8Array;
  at: number;
  readonly output: Output;
  blocks: number;
};

/** All streams, one after another. */
export function* unpack(system: System, text: Bytes): Step<Unpacked> {
  if (!isXz(text))
    return magic.startsWith(text) && text !== '' ? short : { ok: false, why: 'File format not recognized' };
  const reading: Reading = {
    system,
    bytes: arrayOf(text),
    at: 0,
    output: { bytes: new Uint8Array(0), size: 0, start: 0 },
    blocks: 0,
  };
  let streams = 0;
  const checks = new Set<number>();
  while (reading.at < text.length) {
    if (text.startsWith('\0\0\0\0', reading.at) && streams > 0) {
      reading.at += 4;
      continue;
    }
    if (!isXz(text.slice(reading.at, reading.at + 6))) return broken;
    const check = reading.bytes[reading.at + 7] ?? 0;
    checks.add(check);
    const wrong = yield* stream(reading, check);
    if (wrong !== null) return wrong;
    streams += 1;
  }
  const { bytes, size } = reading.output;
  return {
    ok: true,
    text: textOfArray(bytes.subarray(0, size)),
    streams,
    blocks: reading.blocks,
    checks: [...checks].toSorted((one, other) => one - other),
  };
}

function* stream(reading: Reading, check: number): Step<Unpacked | null> {
  const { bytes } = reading;
  if (reading.at + 12 > bytes.length) return short;
  if (sumAt(reading, reading.at + 6, 2) !== wordAt(bytes, reading.at + 8)) return broken;
  reading.at += 12;
  while ((bytes[reading.at] ?? 0) !== 0) {
    const wrong = yield* block(reading, check);
    if (wrong !== null) return wrong;
    reading.blocks += 1;
  }
  return index(reading);
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;
const sumAt = ({ bytes }: Reading, from: number, size: number): number =>
  crc32(bytes.subarray(from, from + size));

function* block(reading: Reading, check: number): Step<Unpacked | null> {
  const { system, bytes, output } = reading;
  const size = ((bytes[reading.at] ?? 0) + 1) * 4;
  if (reading.at + size > bytes.length) return short;
  if (sumAt(reading, reading.at, size - 4) !== wordAt(bytes, reading.at + size - 4)) return broken;
  // Only LZMA2 alone: other filters are for programs and pictures.
  if (((bytes[reading.at + 1] ?? 0) & 3) !== 0) return { ok: false, why: 'Unsupported options' };
  const [from, before] = [reading.at + size, output.size];
  output.start = output.size;
  const end = yield* unpackChunks(system, { bytes, at: from }, output);
  if (typeof end !== 'number') return end === 'short' ? short : broken;
  reading.at = end + ((4 - ((end - from) % 4)) % 4);
  const own = checkOf(check, output.bytes.subarray(before, output.size));
  if (reading.at + own.length > bytes.length) return short;
  const said = textOfArray(bytes.subarray(reading.at, reading.at + own.length));
  reading.at += own.length;
  return said === own ? null : broken;
}

function checkOf(check: number, bytes: Uint8Array): Bytes {
  if (check === 1) return little(crc32(bytes));
  if (check === 4) return crc64(bytes).map(little).join('');
  return check === 10 ? sha256Bytes(textOfArray(bytes)) : '';
}

/** The list of blocks and the foot behind it. */
function index(reading: Reading): Unpacked | null {
  const { bytes } = reading;
  const from = reading.at;
  let at = from + 1;
  const take = (): number => {
    let [value, unit] = [0, 1];
    for (; ((bytes[at] ?? 0) & 0x80) !== 0; at += 1, unit *= 128) value += ((bytes[at] ?? 0) & 0x7f) * unit;
    value += (bytes[at] ?? 0) * unit;
    at += 1;
    return value;
  };
  for (let count = take() * 2; count > 0 && at < bytes.length; count -= 1) take();
  at += (4 - ((at - from) % 4)) % 4;
  if (at + 16 > bytes.length) return short;
  if (sumAt(reading, from, at - from) !== wordAt(bytes, at)) return broken;
  if (bytes[at + 14] !== 0x59 || bytes[at + 15] !== 0x5a) return broken;
  reading.at = at + 16;
  return null;
}
