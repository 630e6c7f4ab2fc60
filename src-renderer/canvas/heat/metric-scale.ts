import type { LayerScale } from './floor-layer.table.ts';

/** Where a value stands on the heat ramp: straight lines between the scale's anchors, flat beyond them. */
export function placeOnRamp(scale: LayerScale, value: number): number {
  const { anchors } = scale;
  const first = anchors[0];
  if (first === undefined) return value;
  let [belowValue, belowPlace] = first;
  if (value <= belowValue) return belowPlace;
  for (const [aboveValue, abovePlace] of anchors) {
    if (value <= aboveValue && aboveValue > belowValue) {
      return belowPlace + ((value - belowValue) / (aboveValue - belowValue)) * (abovePlace - belowPlace);
    }
    belowValue = aboveValue;
    belowPlace = abovePlace;
  }
  return belowPlace;
}

export const isWithinBand = (scale: LayerScale, value: number): boolean =>
  value >= scale.band.from && value <= scale.band.to;
