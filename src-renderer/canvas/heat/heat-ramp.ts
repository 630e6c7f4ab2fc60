import type { ThemeName } from '../../theme/apply-theme.ts';
import type { Oklch } from '../../theme/oklch.ts';
import { inkOn, mixOklch, packOklch } from './colours.ts';
import { type HeatStop, heatStops } from './heat-ramp.table.ts';

/** 32 entries to a degree: neighbours differ by less than a screen can show. */
const entriesPerDegree = 32;

export type HeatRamp = {
  readonly from: number;
  readonly to: number;
  /** Little-endian RGBA pixels. */
  readonly colours: Uint32Array;
  /** 1 where black reads better on the colour, 0 where white does. */
  readonly blackInk: Uint8Array;
};

export function createHeatRamp(theme: ThemeName): HeatRamp {
  const stops: readonly HeatStop[] = heatStops[theme];
  const from = heatStops[theme][0].at;
  const to = stops[stops.length - 1]?.at ?? from;
  const count = (to - from) * entriesPerDegree + 1;
  const colours = new Uint32Array(count);
  const blackInk = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const colour = colourBetween(stops, from + index / entriesPerDegree);
    colours[index] = packOklch(colour);
    blackInk[index] = inkOn(colour) === 'black' ? 1 : 0;
  }
  return { from, to, colours, blackInk };
}

function colourBetween(stops: readonly HeatStop[], at: number): Oklch {
  const upper = stops.findIndex((stop) => stop.at >= at);
  const above = stops[upper === -1 ? stops.length - 1 : upper];
  const below = stops[Math.max(0, upper - 1)];
  if (above === undefined || below === undefined) return { l: 0, c: 0, h: 0 };
  const span = above.at - below.at;
  return mixOklch(below.colour, above.colour, span === 0 ? 0 : (at - below.at) / span);
}

/** Beyond the ends the colour stays that of the end. */
export function rampIndex(ramp: HeatRamp, value: number): number {
  const index = Math.round((value - ramp.from) * entriesPerDegree);
  if (index < 0) return 0;
  return index < ramp.colours.length ? index : ramp.colours.length - 1;
}

export const rampColour = (ramp: HeatRamp, value: number): number =>
  ramp.colours[rampIndex(ramp, value)] ?? 0;

export const rampInk = (ramp: HeatRamp, value: number): 'black' | 'white' =>
  ramp.blackInk[rampIndex(ramp, value)] === 1 ? 'black' : 'white';
