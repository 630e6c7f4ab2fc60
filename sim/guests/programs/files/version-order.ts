import type { Bytes } from '../../bytes.ts';

/** Numbers in names by their worth: `a9` before `a10`. */
export function versionOrder(one: Bytes, other: Bytes): number {
  const left = one.match(/\d+|\D+/g) ?? [];
  const right = other.match(/\d+|\D+/g) ?? [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [a = '', b = ''] = [left[at], right[at]];
    if (a === b) continue;
    if (/^\d/.test(a) && /^\d/.test(b)) {
      const gap = BigInt(a) - BigInt(b);
      if (gap !== 0n) return gap < 0n ? -1 : 1;
      continue;
    }
    return a < b ? -1 : 1;
  }
  return 0;
}
