import type { Bytes } from '../../bytes.ts';

/** How far ahead of a machine's clock a list may be: Acquire::Max-FutureTime, in milliseconds. */
export const patience = 10_000;

const day = 86_400_000;
/** Lists of changing suites are written anew four times a day, and hold for a week. */
const often = day / 4;
const validity = 7 * day;

/** When the list that the repository has now was written, and until when it holds; null: for good. */
export function releaseTimes(
  suite: Bytes,
  now: number,
): { readonly from: number; readonly until: number | null } {
  const from = Math.floor(now / often) * often;
  const isMoving = suite.includes('-');
  return isMoving ? { from, until: from + validity } : { from: now - (now % (90 * day)), until: null };
}

/** `1d 3h 12min 5s`, as apt has it. */
export function spanText(milliseconds: number): Bytes {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = Math.min(
    parts.findIndex(([amount]) => amount > 0),
    3,
  );
  return parts
    .slice(Math.max(0, first))
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
}
