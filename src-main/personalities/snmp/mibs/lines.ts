import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Points } from '../../face.ts';
import { readPoint } from '../readings.ts';

export const lines = ['L1', 'L2', 'L3'] as const;
export type Line = (typeof lines)[number];

export const middle = 'middle';

/**
 * kW on one of `on`. Where the points of the lines do not add up to the device's own, they were not measured line
 * by line: the model then spreads it evenly.
 */
export function powerOnLine(points: Points, device: EntityId, { line, on }: LineAmong): number | null {
  const total = readPoint(points, device, { metric: 'power', place: middle });
  const each = on.map((place) => readPoint(points, device, { metric: 'power', place }));
  const own = readPoint(points, device, { metric: 'power', place: line });
  if (total === null) return own;
  const sum = each.reduce<number>((all, part) => all + (part ?? 0), 0);
  const isMeasured = own !== null && Math.abs(sum - total) <= 0.02 * total + 0.01;
  return isMeasured ? own : total / on.length;
}
export type LineAmong = { readonly line: Line; readonly on: readonly Line[] };
