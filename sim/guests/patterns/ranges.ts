import type { Dialect, Ranges } from './tree.ts';

export const last = (units: Dialect['units']): number => (units === 'bytes' ? 255 : 0x10_ffff);

/** In order, without overlaps. */
export function sorted(ranges: Ranges): Ranges {
  const all = ranges.toSorted((one, other) => one[0] - other[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of all) {
    const before = joined.at(-1);
    if (before !== undefined && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function inverted(ranges: Ranges, most: number): Ranges {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of sorted(ranges)) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= most) gaps.push([next, most]);
  return gaps;
}

const foldLimit = 2000;

/** With the other case of every letter in them; blocks too large to be about letters only in ASCII. */
export function folded(ranges: Ranges, units: Dialect['units']): Ranges {
  const more: [number, number][] = [];
  for (const [from, to] of ranges) {
    const end = units === 'bytes' ? Math.min(to, 127) : to - from > foldLimit ? Math.min(to, 127) : to;
    for (let point = from; point <= end; point += 1) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const character = String.fromCodePoint(point);
      for (const other of [character.toLowerCase(), character.toUpperCase()]) {
        const code = other.codePointAt(0) ?? point;
        if (code !== point && other.length === String.fromCodePoint(code).length) more.push([code, code]);
      }
    }
  }
  return more.length === 0 ? ranges : sorted([...ranges, ...more]);
}
