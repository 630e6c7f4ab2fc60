/** A rack in one sentence, as it is said when the keyboard walks onto it. */
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { metricText, spanText } from '../../ui/numbers.ts';
import type { RoomFloor } from './plan-from-world.ts';

export type RackSaying = {
  readonly floor: RoomFloor;
  readonly index: number;
  readonly metric: FloorMetric;
  readonly readings: RackReadings | null;
  readonly mark: RackMark | null;
};

export function rackWords({ floor, index, metric, readings, mark }: RackSaying): string {
  const rack = floor.plan.racks[index];
  if (rack === undefined) return '';
  const value = readings?.values[index] ?? Number.NaN;
  const age = readings?.ages[index] ?? 0;
  const isOld = readings?.states[index] === rackStates.stale;
  const label = metric === 'temperature' ? 'inlet' : metricTable[metric].label.toLowerCase();
  const reading = Number.isNaN(value)
    ? 'never read'
    : `${metricText(metric, value)}${isOld ? `, ${spanText(age)} ago` : ''}`;
  const alarm = mark === null ? [] : [`${mark.severity} alarm${mark.acknowledged ? ', acknowledged' : ''}`];
  return [`${rack.name}: ${label} ${reading}`, ...alarm].join(', ');
}
