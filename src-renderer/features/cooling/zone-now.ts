/** A zone's air at this moment, out of its sensors' readings. Pure. */
import type { LaneFrame } from '../../../sim/contract/lane-frame.ts';
import type { Zone } from './plant-of.ts';

export type ZoneNow = {
  readonly cold: number | null;
  readonly hot: number | null;
  readonly warmest: number | null;
};

export const silentZone: ZoneNow = { cold: null, hot: null, warmest: null };

/** The sensors that are asked for, inlets first. */
export const zoneOrder = ({ inlets, outlets }: Zone): Zone['inlets'] => [...inlets, ...outlets];

export function zoneNow({ inlets, outlets }: Zone, { values }: Pick<LaneFrame, 'values'>): ZoneNow {
  const cold = sumOf(values, 0, inlets.length);
  const hot = sumOf(values, inlets.length, inlets.length + outlets.length);
  return { cold: cold.mean, hot: hot.mean, warmest: cold.most };
}

function sumOf(
  values: ArrayLike<number>,
  from: number,
  to: number,
): { readonly mean: number | null; readonly most: number | null } {
  let [sum, count, most] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let at = from; at < to; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
    most = Math.max(most, value);
  }
  return count === 0 ? { mean: null, most: null } : { mean: sum / count, most };
}

/** Where a temperature stands on a bar from 14 to 34 °C: %. */
export const barLow = 14;
export const barHigh = 34;
export const placeOnBar = (value: number): number =>
  Math.min(100, Math.max(0, (100 * (value - barLow)) / (barHigh - barLow)));
