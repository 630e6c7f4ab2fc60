/** From readings to pixels: the one loop that runs over every rack at every frame. */
import type { ThemeName } from '../../theme/apply-theme.ts';
import type { Oklch } from '../../theme/oklch.ts';
import { packOklch } from './colours.ts';
import {
  type FloorLayer,
  type HeatLayer,
  isGroupLayer,
  layerScales,
  type LayerScale,
} from './floor-layer.table.ts';
import { groupColours, type GroupColours } from './groups.ts';
import { createHeatRamp, rampIndex } from './heat-ramp.ts';
import { quietColours } from './heat-ramp.table.ts';
import { isWithinBand, placeOnRamp } from './metric-scale.ts';

/** Operate: racks recede, only those out of their band are coloured. Analyse: the whole ramp. */
export type FloorMode = 'operate' | 'analyse';

export const rackStates = { fresh: 0, stale: 1, unread: 2 } as const;

/** One entry per rack, in the order of the plan. */
export type RackReadings = {
  /** In the layer's own unit; NaN where never read. Of a group layer: which group. */
  readonly values: Float32Array;
  /** In lab seconds. */
  readonly ages: Float32Array;
  readonly states: Uint8Array;
  /** What 100 % is, for layers that are coloured by their share of a rating; 0: not known. */
  readonly ratings: Float32Array;
  /** What is written instead of the values, where they are not what one wants to read. */
  readonly words?: readonly string[];
};

export type RackPaint = {
  readonly colours: Uint32Array;
  readonly blackInk: Uint8Array;
};

type Flat = { readonly colour: number; readonly blackInk: number };

export type Painter = {
  readonly layer: FloorLayer;
  readonly mode: FloorMode;
  /** Entry of `table` for each step of the scale, so that painting is one lookup. */
  readonly entries: Uint16Array;
  readonly low: number;
  readonly factor: number;
  readonly of: LayerScale['of'];
  readonly table: GroupColours;
  readonly calm: Flat;
  readonly unread: Flat;
  readonly stale: Flat;
};

/** Marks an entry of the scale that recedes; beyond any table's length. */
const calmEntry = 0xffff;
const stepsPerScale = 1000;

export function createPainter(theme: ThemeName, layer: FloorLayer, mode: FloorMode): Painter {
  const quiet = quietColours[theme];
  const ink = theme === 'dark' ? 0 : 1;
  const flat = (colour: Oklch): Flat => ({ colour: packOklch(colour), blackInk: ink });
  return {
    layer,
    mode,
    ...(isGroupLayer(layer) ? groupTable(theme) : heatTable(theme, layer, mode)),
    calm: flat(quiet.calm),
    unread: flat(quiet.unread),
    stale: flat(quiet.stale),
  };
}

type Table = Pick<Painter, 'entries' | 'low' | 'factor' | 'of' | 'table'>;

function heatTable(theme: ThemeName, layer: HeatLayer, mode: FloorMode): Table {
  const scale: LayerScale = layerScales[layer];
  const ramp = createHeatRamp(theme);
  // A rack without an alarm has nothing to show in either mode.
  const hasCalm = mode === 'operate' || layer === 'alarms';
  const entries = Uint16Array.from({ length: stepsPerScale + 1 }, (_, step) => {
    const value = scale.low + (step / stepsPerScale) * (scale.high - scale.low);
    return hasCalm && isWithinBand(scale, value) ? calmEntry : rampIndex(ramp, placeOnRamp(scale, value));
  });
  return {
    entries,
    low: scale.low,
    factor: stepsPerScale / (scale.high - scale.low),
    of: scale.of,
    table: ramp,
  };
}

/** The n-th group is the n-th step; what belongs somewhere is no more abnormal than what belongs elsewhere. */
function groupTable(theme: ThemeName): Table {
  const table = groupColours(theme);
  const count = table.colours.length;
  const entries = Uint16Array.from({ length: stepsPerScale + 1 }, (_, step) => step % count);
  return { entries, low: 0, factor: 1, of: 'value', table };
}

/** The value on the layer's scale: power is drawn as a share of what the rack is rated for. */
export const scaleValue = (of: LayerScale['of'], value: number, rating: number): number =>
  of === 'rating' ? (rating > 0 ? (value / rating) * 100 : Number.NaN) : value;

export function paintRacks(painter: Painter, readings: RackReadings, paint: RackPaint): void {
  const { values, states, ratings } = readings;
  const { of, low, factor, table } = painter;
  for (let index = 0; index < values.length; index += 1) {
    const value = scaleValue(of, values[index] ?? Number.NaN, ratings[index] ?? 0);
    const silent = silentLook(painter, value, states[index]);
    const entry = silent === null ? entryAt(painter, Math.round((value - low) * factor)) : calmEntry;
    const flat = silent ?? (entry === calmEntry ? painter.calm : null);
    paint.colours[index] = flat === null ? (table.colours[entry] ?? 0) : flat.colour;
    paint.blackInk[index] = flat === null ? (table.blackInk[entry] ?? 0) : flat.blackInk;
  }
}

/** Of a rack that has no value to show now. */
function silentLook(painter: Painter, value: number, state: number | undefined): Flat | null {
  if (state === rackStates.unread || Number.isNaN(value)) return painter.unread;
  return state === rackStates.stale ? painter.stale : null;
}

const entryAt = ({ entries }: Painter, step: number): number =>
  entries[Math.min(stepsPerScale, Math.max(0, step))] ?? calmEntry;

export const createRackPaint = (count: number): RackPaint => ({
  colours: new Uint32Array(count),
  blackInk: new Uint8Array(count),
});
