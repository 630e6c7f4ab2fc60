/** What of a QR code is there before its text: finders, timing, alignment, format and version. */
import { qrVersions } from './qr-versions.table.ts';

/** True is dark, false is light, null is free for the text. */
export type Modules = readonly (readonly (boolean | null)[])[];
type Draft = (boolean | null)[][];

const set = (draft: Draft, [row, column]: readonly [number, number], dark: boolean): void => {
  const line = draft[row];
  if (line !== undefined && column >= 0 && column < line.length) line[column] = dark;
};

/** Rings around a middle: which of them are dark, from the inside out. */
function rings(draft: Draft, middle: readonly [number, number], dark: readonly boolean[]): void {
  const reach = dark.length - 1;
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      set(draft, [middle[0] + down, middle[1] + right], dark[ring] === true);
    }
  }
}

const finder = [true, true, false, true, false] as const;
const alignment = [true, false, true] as const;

function finders(draft: Draft): void {
  const end = draft.length - 4;
  rings(draft, [3, 3], finder);
  rings(draft, [3, end], finder);
  rings(draft, [end, 3], finder);
}

function timing(draft: Draft): void {
  for (let at = 8; at < draft.length - 8; at += 1) {
    set(draft, [6, at], at % 2 === 0);
    set(draft, [at, 6], at % 2 === 0);
  }
}

function alignments(draft: Draft, middles: readonly number[]): void {
  const last = middles.at(-1);
  for (const row of middles) {
    for (const column of middles) {
      const isFinders = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!isFinders) rings(draft, [row, column], alignment);
    }
  }
}

/** What remains of a value, shifted by the degree, after division in GF(2). */
function remainder(value: number, divisor: number, degree: number): number {
  let rest = value << degree;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit = 31 - Math.clz32(rest)) {
    rest ^= divisor << (bit - degree);
    if (rest === 0) break;
  }
  return rest;
}

/** Level M is 00. */
export const formatBits = (mask: number): number => ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
export const versionBits = (version: number): number => (version << 12) | remainder(version, 0x1f25, 12);

function format(draft: Draft, mask: number): void {
  const bits = formatBits(mask);
  const size = draft.length;
  const isDark = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit += 1) {
    const down = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    const left = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    set(draft, [down, 8], isDark(bit));
    set(draft, [8, left], isDark(bit));
  }
  set(draft, [size - 8, 8], true);
}

function versions(draft: Draft, version: number): void {
  if (version < 7) return;
  const bits = versionBits(version);
  for (let bit = 0; bit < 18; bit += 1) {
    const far = draft.length - 11 + (bit % 3);
    const near = Math.floor(bit / 3);
    const dark = ((bits >> bit) & 1) === 1;
    set(draft, [near, far], dark);
    set(draft, [far, near], dark);
  }
}

export function frameOf(version: number, mask: number): Modules {
  const size = 17 + 4 * version;
  const draft: Draft = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  finders(draft);
  timing(draft);
  alignments(draft, qrVersions[version - 1]?.alignment ?? []);
  format(draft, mask);
  versions(draft, version);
  return draft;
}
