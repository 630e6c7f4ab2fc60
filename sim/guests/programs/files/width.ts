import type { Bytes } from '../../bytes.ts';
import { isAscii, textOf } from '../../bytes.ts';

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}]/u;
const without = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns it takes on a terminal; what sets colours takes none. */
export function widthOf(bytes: Bytes): number {
  const plain = bytes.includes('\x1b') ? bytes.replaceAll(/\x1b\[[0-9;]*[mK]/g, '') : bytes;
  if (isAscii(plain)) return plain.length;
  let columns = 0;
  for (const character of textOf(plain)) columns += characterWidth(character);
  return columns;
}

export function characterWidth(character: string): number {
  if (character < '\x7f') return 1;
  if (without.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export const padEnd = (bytes: Bytes, columns: number): Bytes =>
  bytes + ' '.repeat(Math.max(0, columns - widthOf(bytes)));

export const padStart = (bytes: Bytes, columns: number): Bytes =>
  ' '.repeat(Math.max(0, columns - widthOf(bytes))) + bytes;
