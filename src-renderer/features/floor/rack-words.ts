/** A rack in one sentence, as it is said when the keyboard walks onto it. */
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { RackPower } from '../../canvas/floor/floor-plant.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { metricText, spanText } from '../../ui/numbers.ts';
import type { RoomFloor } from './plan-from-world.ts';

const saidPower = { dark: 'dark, without power', 'one-feed': 'on one feed' } as const satisfies Record<
  RackPower,
  string
>;

export type RackSaying = {
  readonly floor: RoomFloor;
  readonly index: number;
  readonly metric: FloorMetric;
  readonly readings: RackReadings | null;
  readonly mark: RackMark | null;
  readonly power: RackPower | null;
};

function saidReading({ index, metric, readings }: RackSaying): string {
  const value = readings?.values[index] ?? Number.NaN;
  const label = metric === 'temperature' ? 'inlet' : metricTable[metric].label.toLowerCase();
  if (Number.isNaN(value)) return `${label} never read`;
  const isOld = readings?.states[index] === rackStates.stale;
  const age = isOld ? `, ${spanText(readings?.ages[index] ?? 0)} ago` : '';
  return `${label} ${metricText(metric, value)}${age}`;
}

export function rackWords(saying: RackSaying): string {
  const { floor, index, mark, power } = saying;
  const rack = floor.plan.racks[index];
  if (rack === undefined) return '';
  const feeds = power === null ? [] : [saidPower[power]];
  const alarm = mark === null ? [] : [`${mark.severity} alarm${mark.acknowledged ? ', acknowledged' : ''}`];
  return [`${rack.name}: ${saidReading(saying)}`, ...feeds, ...alarm].join(', ');
}
