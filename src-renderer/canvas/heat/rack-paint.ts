/** From readings to pixels: the one loop that runs over every rack at every frame. */
import type { ThemeName } from '../../theme/apply-theme.ts';
import type { Oklch } from '../../theme/oklch.ts';
import { packOklch } from './colours.ts';
import { createHeatRamp, type HeatRamp, rampIndex } from './heat-ramp.ts';
import { quietColours } from './heat-ramp.table.ts';
import { isWithinBand, placeOnRamp } from './metric-scale.ts';
import { type FloorMetric, metricScales } from './metric-scale.table.ts';

/** Operate: racks recede, only those out of their band are coloured. Analyse: the whole ramp. */
export type FloorMode = 'operate' | 'analyse';

export const rackStates = { fresh: 0, stale: 1, unread: 2 } as const;

/** One entry per rack, in the order of the plan. */
export type RackReadings = {
  /** In the metric's own unit; NaN where never read. */
  readonly values: Float32Array;
  /** In lab seconds. */
  readonly ages: Float32Array;
  readonly states: Uint8Array;
  /** What 100 % is, for metrics that are coloured by their share of a rating; 0: not known. */
  readonly ratings: Float32Array;
};

export type RackPaint = {
  readonly colours: Uint32Array;
  readonly blackInk: Uint8Array;
};

export type Painter = {
  readonly metric: FloorMetric;
  readonly mode: FloorMode;
  /** Ramp entry for each step of the scale, so that painting is one lookup. */
  readonly entries: Uint16Array;
  readonly ramp: HeatRamp;
  readonly calm: { readonly colour: number; readonly blackInk: number };
  readonly unread: { readonly colour: number; readonly blackInk: number };
  readonly stale: { readonly colour: number; readonly blackInk: number };
};

/** Marks an entry of the scale that recedes; beyond any ramp's length. */
const calmEntry = 0xffff;
const stepsPerScale = 1000;

export function createPainter(theme: ThemeName, metric: FloorMetric, mode: FloorMode): Painter {
  const scale = metricScales[metric];
  const ramp = createHeatRamp(theme);
  const entries = new Uint16Array(stepsPerScale + 1);
  for (let step = 0; step <= stepsPerScale; step += 1) {
    const value = scale.low + (step / stepsPerScale) * (scale.high - scale.low);
    const recedes = mode === 'operate' && isWithinBand(scale, value);
    entries[step] = recedes ? calmEntry : rampIndex(ramp, placeOnRamp(scale, value));
  }
  const quiet = quietColours[theme];
  const ink = theme === 'dark' ? 0 : 1;
  const flat = (colour: Oklch) => ({ colour: packOklch(colour), blackInk: ink });
  return {
    metric,
    mode,
    entries,
    ramp,
    calm: flat(quiet.calm),
    unread: flat(quiet.unread),
    stale: flat(quiet.stale),
  };
}

/** The value on the metric's scale: power is drawn as a share of what the rack is rated for. */
export const scaleValue = (metric: FloorMetric, value: number, rating: number): number =>
  metric === 'power' ? (rating > 0 ? (value / rating) * 100 : Number.NaN) : value;

export function paintRacks(painter: Painter, readings: RackReadings, paint: RackPaint): void {
  const { values, states, ratings } = readings;
  const { metric, ramp } = painter;
  const { low, high } = metricScales[metric];
  const factor = stepsPerScale / (high - low);
  for (let index = 0; index < values.length; index += 1) {
    const value = scaleValue(metric, values[index] ?? Number.NaN, ratings[index] ?? 0);
    const silent = silentLook(painter, value, states[index]);
    const entry = silent === null ? entryAt(painter, Math.round((value - low) * factor)) : calmEntry;
    const flat = silent ?? (entry === calmEntry ? painter.calm : null);
    paint.colours[index] = flat === null ? (ramp.colours[entry] ?? 0) : flat.colour;
    paint.blackInk[index] = flat === null ? (ramp.blackInk[entry] ?? 0) : flat.blackInk;
  }
}

/** Of a rack that has no value to show now. */
function silentLook(painter: Painter, value: number, state: number | undefined): Painter['stale'] | null {
  if (state === rackStates.unread || Number.isNaN(value)) return painter.unread;
  return state === rackStates.stale ? painter.stale : null;
}

const entryAt = ({ entries }: Painter, step: number): number =>
  entries[Math.min(stepsPerScale, Math.max(0, step))] ?? calmEntry;

export const createRackPaint = (count: number): RackPaint => ({
  colours: new Uint32Array(count),
  blackInk: new Uint8Array(count),
});
