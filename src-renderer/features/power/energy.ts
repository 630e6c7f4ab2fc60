/** Energy of a day and a month from a meter that only counts up, and what it cost. Pure. */
import type { Series } from '../../../sim/contract/telemetry.ts';

const minute = 60_000;
const day = 86_400_000;

/** Milliseconds that a zone's clock is ahead of UTC at a moment; 0 for a zone that nobody knows. */
function aheadOf(at: number, zone: string): number {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }).formatToParts(at);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return local - Math.floor(at / minute) * minute;
  } catch {
    return 0;
  }
}

/** Midnight of the site's own day. The offset is that of midnight, which a change of the clocks may have moved. */
export function startOfDay(at: number, zone: string): number {
  const local = at + aheadOf(at, zone);
  const midnight = Math.floor(local / day) * day;
  return midnight - aheadOf(midnight - aheadOf(at, zone), zone);
}

export function startOfMonth(at: number, zone: string): number {
  const local = new Date(at + aheadOf(at, zone));
  const first = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1);
  return first - aheadOf(first - aheadOf(at, zone), zone);
}

export type Metered = { readonly kilowattHours: number; readonly isWhole: boolean };

/**
 * What a counter counted between its first and its last word of the span. Not whole where the lab, or the counter's
 * first word, is younger than the span: then it is what was counted since.
 */
export function metered(series: readonly Series[], from: number, epoch: number): Metered | null {
  let sum = 0;
  let found = false;
  let first = Number.POSITIVE_INFINITY;
  for (const { at, min, max } of series) {
    const begin = min.findIndex((value) => value !== null);
    const low = min[begin];
    const high = max.findLast((value) => value !== null);
    if (low === undefined || low === null || high === undefined || high === null) continue;
    found = true;
    // A counter begins with the lab: what it said first in a young lab, it counted since the lab began.
    const isYoung = epoch >= from;
    sum += Math.max(0, high - (isYoung ? 0 : low));
    first = Math.min(first, at[begin] ?? first);
  }
  return found ? { kilowattHours: sum, isWhole: epoch < from } : null;
}

export function moneyText(
  amount: number,
  { currency, language }: { readonly currency: string; readonly language: string },
): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}

/** Running totals for a stacked drawing: each line stands on the one before. Gaps stay gaps. */
export function stacked(
  layers: readonly (readonly (number | null)[])[],
): readonly (readonly (number | null)[])[] {
  const sums: (number | null)[][] = [];
  for (const layer of layers) {
    const below = sums.at(-1);
    sums.push(
      layer.map((value, at) => {
        const base = below === undefined ? 0 : (below[at] ?? null);
        return value === null || base === null ? null : base + Math.max(0, value);
      }),
    );
  }
  return sums;
}
