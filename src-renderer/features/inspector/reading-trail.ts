/** The last hours of one sensor: what the historian told, and what has been read since. Pure. */
import { text } from '../../text/text.ts';
import { numberText } from '../../ui/numbers.ts';

export type Trail = { readonly at: readonly number[]; readonly values: readonly (number | null)[] };

export const emptyTrail: Trail = { at: [], values: [] };

export type TrailWindow = {
  /** Lab milliseconds to keep. */
  readonly span: number;
  /** Readings nearer than this to the last one are passed over: a chart has only so many pixels. */
  readonly grain: number;
};

/** Appends a newer reading and lets go of what has left the window. The lab's clock may jump back: then all before is void. */
export function withReading(
  trail: Trail,
  reading: { readonly at: number; readonly value: number | null },
  window: TrailWindow,
): Trail {
  const last = trail.at.at(-1);
  if (last !== undefined && reading.at < last - window.span)
    return { at: [reading.at], values: [reading.value] };
  if (last !== undefined && reading.at < last + window.grain) return trail;
  const from = reading.at - window.span;
  const first = trail.at.findIndex((at) => at >= from);
  const kept = first === -1 ? trail.at.length : first;
  return { at: [...trail.at.slice(kept), reading.at], values: [...trail.values.slice(kept), reading.value] };
}

const fewest = 3;
const shortest = 600_000;

/** Slope of the straight line through the last minutes, per minute; null where there are too few readings to say. */
export function ratePerMinute(trail: Trail, minutes: number): number | null {
  const to = trail.at.at(-1);
  if (to === undefined) return null;
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  for (let index = trail.at.length - 1; index >= 0; index -= 1) {
    const x = ((trail.at[index] ?? 0) - to) / 60_000;
    const y = trail.values[index];
    if (x < -minutes) break;
    if (y === null || y === undefined) continue;
    count += 1;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  const spread = count * sumXX - sumX * sumX;
  return count < fewest || spread === 0 ? null : (count * sumXY - sumX * sumY) / spread;
}

/** Below this a sensor's own noise is all there is. */
const calm = 0.05;

export function rateText(rate: number | null): string {
  if (rate === null) return '';
  const words = text().inspector.chart;
  if (Math.abs(rate) < calm) return words.steady;
  return `${rate > 0 ? '↑' : '↓'} ${numberText(Math.abs(rate), 1)} ${words.perMinute}`;
}

/** A young lab has no hours yet: its few minutes fill the chart rather than its right edge. */
export function trailWindow(
  trail: Trail,
  span: number,
): { readonly from: number; readonly to: number } | null {
  const to = trail.at.at(-1);
  const first = trail.at[0];
  if (to === undefined || first === undefined) return null;
  return { from: Math.max(to - span, Math.min(first, to - shortest)), to };
}
