/** A QR code of a short text: level M, versions 1 to 10, in the mask that is read most easily. */
import { dataBytes, interleaved, versionFor } from './qr-bits.ts';
import { frameOf } from './qr-frame.ts';
import type { Modules } from './qr-frame.ts';
import { penaltyOf } from './qr-penalty.ts';
import { qrVersions } from './qr-versions.table.ts';

/** Modules, row by row: true is dark. */
export type QrCode = { readonly version: number; readonly rows: readonly (readonly boolean[])[] };

/** Empty on all sides, modules. */
export const qrQuiet = 4;

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, up and down in turn; the sixth column is a frame's. */
function* places(size: number): Generator<readonly [row: number, column: number], void, undefined> {
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    isUp = !isUp;
  }
}

function filledIn(modules: Modules, bytes: readonly number[], mask: number): boolean[][] {
  const rows = modules.map((row) => row.map((module) => module === true));
  const isTurned = masks[mask] ?? (() => false);
  let bit = 0;
  for (const [row, column] of places(rows.length)) {
    if (modules[row]?.[column] !== null) continue;
    const dark = (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
    bit += 1;
    const line = rows[row];
    if (line !== undefined) line[column] = dark !== isTurned(row, column);
  }
  return rows;
}

/** Null for a text that is longer than a version 10 takes: 213 bytes. */
export function qrCode(text: string): QrCode | null {
  const written = new TextEncoder().encode(text);
  const version = versionFor(written.length);
  const made = version === null ? undefined : qrVersions[version - 1];
  if (version === null || made === undefined) return null;
  const bytes = interleaved(dataBytes(written, version), made);
  const all = masks.map((_, mask) => {
    const rows = filledIn(frameOf(version, mask), bytes, mask);
    return { rows, penalty: penaltyOf(rows) };
  });
  const [best] = all.toSorted((one, other) => one.penalty - other.penalty);
  return best === undefined ? null : { version, rows: best.rows };
}
