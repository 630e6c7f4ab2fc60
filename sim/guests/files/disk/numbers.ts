import type { Bytes } from '../../bytes.ts';

/** Numbers as they stand on a disk. */
export function littleAt(bytes: Bytes, at: number, size: number): number {
  let value = 0;
  for (let place = at + size - 1; place >= at; place -= 1) value = value * 256 + bytes.charCodeAt(place);
  return value;
}

export function bigAt(bytes: Bytes, at: number, size: number): number {
  let value = 0;
  for (let place = at; place < at + size; place += 1) value = value * 256 + bytes.charCodeAt(place);
  return value;
}

export function little(value: number, size: number): Bytes {
  let bytes = '';
  let left = value;
  for (let at = 0; at < size; at += 1) {
    bytes += String.fromCharCode(left % 256);
    left = Math.floor(left / 256);
  }
  return bytes;
}

export function big(value: number, size: number): Bytes {
  let bytes = '';
  let left = value;
  for (let at = 0; at < size; at += 1) {
    bytes = String.fromCharCode(left % 256) + bytes;
    left = Math.floor(left / 256);
  }
  return bytes;
}

export function hexOf(bytes: Bytes): string {
  let hex = '';
  for (let at = 0; at < bytes.length; at += 1) hex += bytes.charCodeAt(at).toString(16).padStart(2, '0');
  return hex;
}

/** Up to the first zero. */
export const textAt = (bytes: Bytes, at: number, size: number): Bytes =>
  bytes.slice(at, at + size).split('\0', 1)[0] ?? '';

export const padded = (text: Bytes, size: number): Bytes => text.slice(0, size).padEnd(size, '\0');

export function uuidAt(bytes: Bytes, at: number): string {
  const hex = hexOf(bytes.slice(at, at + 16));
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}

export const uuidBytes = (uuid: string): Bytes =>
  (uuid.replaceAll('-', '').match(/../g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('');

/** Lays pieces over zeros. */
export function laidOut(size: number, pieces: readonly (readonly [at: number, bytes: Bytes])[]): Bytes {
  let bytes = '\0'.repeat(size);
  for (const [at, piece] of pieces) bytes = bytes.slice(0, at) + piece + bytes.slice(at + piece.length);
  return bytes;
}
