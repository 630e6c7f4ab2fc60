/** What is charted of a rack, and against which limits. Pure. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { limitsFor, type RuleLimit } from '../../data/rule-limits.ts';
import type { ChartSeries } from '../../ui/chart.tsx';
import type { RackModel } from './rack-model.ts';

export const chartMetrics = ['temperature', 'humidity', 'power'] as const;
export type ChartMetric = (typeof chartMetrics)[number];

export type ChartLine = Pick<ChartSeries, 'ink' | 'dash'> & { readonly sensor: EntityOf<'sensor'> };
export type ChartPlan = {
  readonly metric: ChartMetric;
  readonly lines: readonly ChartLine[];
  /** The one that is read out above the chart. */
  readonly main: EntityOf<'sensor'> | null;
  readonly limits: readonly RuleLimit[];
  readonly band: { readonly low: number; readonly high: number } | null;
};

const isRear = ({ spec }: EntityOf<'sensor'>): boolean => spec.place.startsWith('rear');
const inks = ['text', 'text-2', 'text-3'] as const;

/** Solid lines in front, dashed ones behind; the middle is the darkest. */
function linesOf(sensors: readonly EntityOf<'sensor'>[]): readonly ChartLine[] {
  const byMiddle = sensors.toSorted(
    (one, other) => Number(!one.spec.place.includes('middle')) - Number(!other.spec.place.includes('middle')),
  );
  const side = (rear: boolean): readonly ChartLine[] =>
    byMiddle
      .filter((sensor) => isRear(sensor) === rear)
      .map((sensor, index) => ({ sensor, ink: inks[index % inks.length] ?? 'text', dash: rear }));
  return [...side(false), ...side(true)];
}

const bands = {
  // ASHRAE TC 9.9 recommended inlet
  temperature: { low: 18, high: 27 },
  // Below 20 % static charge builds up; ASHRAE TC 9.9 recommends at most 60 %.
  humidity: { low: 20, high: 60 },
  power: null,
} as const satisfies Record<ChartMetric, ChartPlan['band']>;

export function chartPlan(
  metric: ChartMetric,
  model: RackModel,
  rules: { readonly items: readonly AlarmRule[]; readonly path: readonly EntityId[] },
): ChartPlan {
  const lines = linesOf(model.sensors.filter(({ spec }) => spec.metric === metric));
  const main = lines[0]?.sensor ?? null;
  const limits =
    main === null
      ? []
      : limitsFor(rules.items, { kind: 'rack', metric, place: main.spec.place, path: rules.path });
  return { metric, lines, main, limits, band: bands[metric] };
}
