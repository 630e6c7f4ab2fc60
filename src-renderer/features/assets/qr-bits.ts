/** From a text to the bytes of a QR code: written as bytes of UTF-8, cut into blocks, each with its correction. */
import { qrVersions } from './qr-versions.table.ts';
import type { QrVersion } from './qr-versions.table.ts';
import { correction } from './reed-solomon.ts';

const capacity = ({ blocks }: QrVersion): number => blocks.reduce((sum, size) => sum + size, 0);

/** How many bytes a text may have: of the count itself, one byte up to version 9, two from there. */
const countBits = (version: number): number => (version < 10 ? 8 : 16);

/** The smallest version that takes it; null where none does. */
export function versionFor(bytes: number): number | null {
  const index = qrVersions.findIndex((each, at) => 4 + countBits(at + 1) + 8 * bytes <= 8 * capacity(each));
  return index < 0 ? null : index + 1;
}

/** Mode, count and text, ended and filled up as the standard has it. */
export function dataBytes(text: Uint8Array, version: number): readonly number[] {
  const room = capacity(qrVersions[version - 1] ?? { correction: 0, blocks: [], alignment: [] });
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(0b0100, 4);
  put(text.length, countBits(version));
  for (const byte of text) put(byte, 8);
  put(0, Math.min(4, 8 * room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const bytes = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  );
  const end = bytes.length;
  while (bytes.length < room) bytes.push((bytes.length - end) % 2 === 0 ? 0xec : 0x11);
  return bytes;
}

/** A byte of each block in turn: first of the data, then of their corrections. */
export function interleaved(data: readonly number[], { correction: degree, blocks }: QrVersion): number[] {
  let from = 0;
  const parts = blocks.map((size) => {
    const part = data.slice(from, from + size);
    from += size;
    return { part, check: correction(part, degree) };
  });
  const longest = Math.max(...blocks);
  const bytes: number[] = [];
  for (let at = 0; at < longest; at += 1) {
    for (const { part } of parts) if (at < part.length) bytes.push(part[at] ?? 0);
  }
  for (let at = 0; at < degree; at += 1) for (const { check } of parts) bytes.push(check[at] ?? 0);
  return bytes;
}
