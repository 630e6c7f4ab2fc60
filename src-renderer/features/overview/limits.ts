/** Alarm rules as limits on a chart and as colours of a number. Pure. */
import type { AlarmRule, Severity } from '../../../sim/contract/alarms.ts';
import { brokenLimit, limitsFor } from '../../data/rule-limits.ts';
import type { Watched } from '../../data/rule-limits.ts';
import type { ChartLimit } from '../../ui/chart.tsx';

type LimitKind = ChartLimit['kind'];

/** Where the figures of inlets are measured: what the contract calls a rack's inlet. */
export const inlet: Watched = { kind: 'rack', metric: 'temperature', place: 'front-middle' };

const kindOf = (severity: Severity): LimitKind => (severity === 'info' ? 'minor' : severity);

export const limitsOf = (rules: readonly AlarmRule[], watched: Watched): readonly ChartLimit[] =>
  limitsFor(rules, watched).map(({ limit, level, severity }) => ({
    value: limit,
    label: level,
    kind: kindOf(severity),
  }));

/** The most severe limit that the value is beyond; null where all is well. */
export function beyond(
  rules: readonly AlarmRule[],
  watched: Watched,
  value: number | null,
): LimitKind | null {
  const broken = brokenLimit(limitsFor(rules, watched), value);
  return broken === null ? null : kindOf(broken.severity);
}

/** ASHRAE TC 9.9 recommended inlet, all classes. */
export const recommendedInlet = { low: 18, high: 27 } as const;
