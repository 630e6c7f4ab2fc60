/** Alarm rules as limits on one sensor: what charts draw as lines, and what colours a number. Pure. */
import type { AlarmRule, Severity } from '../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';

/** What a sensor watches: the kind of thing it sits on, what it measures, and where on it. */
export type Watched = {
  readonly kind: Kind;
  readonly metric: Metric;
  readonly place: string;
  /** The thing and all it is inside of. Left out, only rules that hold everywhere count. */
  readonly path?: readonly EntityId[];
};

export type RuleLimit = {
  readonly level: AlarmRule['level'];
  readonly direction: 'above' | 'below';
  readonly limit: number;
  readonly severity: Severity;
};

/** As the alarms themselves choose: kind, metric, the beginning of the place, and where it is confined to. */
function ruleWatches(rule: AlarmRule, { kind, metric, place, path }: Watched): boolean {
  if (rule.service === 'out-of-service' || rule.metric !== metric) return false;
  if (!rule.kinds.includes(kind) || !place.startsWith(rule.place)) return false;
  return rule.within.length === 0 || rule.within.some((id) => path?.includes(id) === true);
}

/** The fixed limits; a rate, a deviation, a state or a silence has no line that could be drawn. */
export function limitsFor(rules: readonly AlarmRule[], watched: Watched): readonly RuleLimit[] {
  return rules.flatMap((rule): readonly RuleLimit[] => {
    if (rule.test.type !== 'limit' || !ruleWatches(rule, watched)) return [];
    const { direction, limit } = rule.test;
    return [{ level: rule.level, direction, limit, severity: rule.severity }];
  });
}

const rank = { critical: 0, major: 1, minor: 2, info: 3 } as const satisfies Record<Severity, number>;

/** The gravest limit that a value breaks; of two as grave, the one further out. */
export function brokenLimit(limits: readonly RuleLimit[], value: number | null): RuleLimit | null {
  if (value === null) return null;
  const broken = limits.filter(({ direction, limit }) =>
    direction === 'above' ? value > limit : value < limit,
  );
  const beyond = ({ limit }: RuleLimit): number => Math.abs(value - limit);
  const [gravest] = broken.toSorted(
    (one, other) => rank[one.severity] - rank[other.severity] || beyond(one) - beyond(other),
  );
  return gravest ?? null;
}
