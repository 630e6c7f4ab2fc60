/** Alarm rules as limits on a chart and as colours of a number. Pure. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { ChartLimit } from '../../ui/chart.tsx';

type LimitKind = ChartLimit['kind'];

const kindOf = (rule: AlarmRule): LimitKind => (rule.severity === 'info' ? 'minor' : rule.severity);

export function limitsOf(rules: readonly AlarmRule[], metric: Metric): readonly ChartLimit[] {
  return rules
    .filter((rule) => rule.metric === metric)
    .map((rule) => ({ value: rule.limit, label: rule.level, kind: kindOf(rule) }));
}

const order: readonly LimitKind[] = ['critical', 'major', 'minor'];

/** The most severe limit that the value is beyond; null where all is well. */
export function beyond(rules: readonly AlarmRule[], metric: Metric, value: number | null): LimitKind | null {
  if (value === null) return null;
  const broken = rules.filter(
    (rule) =>
      rule.metric === metric && (rule.direction === 'above' ? value > rule.limit : value < rule.limit),
  );
  return order.find((kind) => broken.some((rule) => kindOf(rule) === kind)) ?? null;
}

/** ASHRAE TC 9.9 recommended inlet, all classes. */
export const recommendedInlet = { low: 18, high: 27 } as const;
