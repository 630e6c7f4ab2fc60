/** `10.0.0.10 # 20, 10.0.0.40 # 5`: addresses of a pool, in either family. */
import { isIPv4, isIPv6 } from 'node:net';

export type Family = 4 | 6;
type Range = { readonly from: bigint; readonly count: bigint };

/** More than any pool needs; to count them does not take long. */
const mostAddresses = 1_000_000n;

function numberOf(address: string, family: Family): bigint | undefined {
  if (family === 4)
    return isIPv4(address)
      ? address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
      : undefined;
  if (!isIPv6(address) || address.includes('.') || address.includes('%')) return undefined;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].reduce((sum, part) => sum * 65_536n + BigInt(`0x${part}`), 0n);
}

function addressOf(number: bigint, family: Family): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((by) => String((number >> by) & 255n)).join('.');
  const parts = Array.from({ length: 8 }, (_, at) => (number >> BigInt(112 - at * 16)) & 65_535n);
  // The platform writes them short.
  return new URL(`http://[${parts.map((part) => part.toString(16)).join(':')}]`).hostname.slice(1, -1);
}

/** null where the text says no ranges. */
export function rangesIn(text: string, family: Family): readonly Range[] | null {
  const ranges: Range[] = [];
  for (const part of text.split(',')) {
    const [address = '', count = ''] = part.split('#').map((word) => word.trim());
    const from = numberOf(address, family);
    if (from === undefined || !/^\d+$/.test(count) || BigInt(count) > mostAddresses) return null;
    ranges.push({ from, count: BigInt(count) });
  }
  return ranges;
}

export const sizeOf = (ranges: readonly Range[]): number =>
  Number(ranges.reduce((sum, { count }) => sum + count, 0n));

export function firstFree(ranges: readonly Range[], taken: ReadonlySet<string>, family: Family) {
  for (const { from, count } of ranges)
    for (let at = 0n; at < count; at += 1n) {
      const address = addressOf(from + at, family);
      if (!taken.has(address)) return address;
    }
  return undefined;
}
