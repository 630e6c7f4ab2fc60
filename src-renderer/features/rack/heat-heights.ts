/** Temperatures over the height of a rack, from the few places where they are measured. Pure. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Side } from './elevation.ts';

/** As a share of the rack's height: ASHRAE TC 9.9 asks for bottom, middle and top of the equipment. */
const heights: Readonly<Record<string, number>> = { bottom: 0.1, middle: 0.5, top: 0.9 };

export type HeatPoint = { readonly id: EntityId; readonly place: string; readonly height: number };

/** The sensors of one side, lowest first. */
export function heatPoints(sensors: readonly EntityOf<'sensor'>[], side: Side): readonly HeatPoint[] {
  return sensors
    .flatMap(({ id, spec }): HeatPoint[] => {
      const [face, place = ''] = spec.place.split('-');
      const height = heights[spec.place === 'middle' ? 'middle' : place];
      const isHere = face === side || (spec.place === 'middle' && side === 'front');
      return spec.metric === 'temperature' && isHere && height !== undefined
        ? [{ id, place: spec.place, height }]
        : [];
    })
    .toSorted((one, other) => one.height - other.height);
}

export type Measured = { readonly height: number; readonly value: number };

/** A straight line between two sensors, level beyond the last; null where nothing is measured. */
export function temperatureAt(points: readonly Measured[], height: number): number | null {
  const above = points.find((point) => point.height >= height);
  const below = points.findLast((point) => point.height <= height);
  if (above === undefined || below === undefined) return (above ?? below)?.value ?? null;
  const span = above.height - below.height;
  return span === 0
    ? below.value
    : below.value + ((height - below.height) / span) * (above.value - below.value);
}

/** How much warmer it leaves than it came in: means of what is known on each side. */
export function deltaOf(front: readonly (number | null)[], rear: readonly (number | null)[]): number | null {
  const mean = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const [inlet, outlet] = [mean(front), mean(rear)];
  return inlet === null || outlet === null ? null : outlet - inlet;
}
