import type { AlarmRule } from '../contract/alarms.ts';
import type { EntityOf, Kind, Metric } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { pathTo } from '../inventory/inventory.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** What a measure means for a rule, given whether its alarm rings. */
export type Verdict = 'raise' | 'resolve' | 'nothing';

/**
 * The measure is what the test looks at: the reading itself, its change per minute, its distance from another
 * metric, the number of a word, or how many periods a sensor has been silent.
 */
export function evaluate(rule: AlarmRule, measure: number, rings: 'ringing' | 'quiet'): Verdict {
  const over = excessOf(rule, measure);
  if (rings === 'quiet') return over > 0 ? 'raise' : 'nothing';
  return over < -rule.deadband ? 'resolve' : 'nothing';
}

/** By how much a measure is beyond what the rule allows; words and silence are or are not, without a dead-band. */
function excessOf({ test }: AlarmRule, measure: number): number {
  switch (test.type) {
    case 'limit':
    case 'rate':
    case 'deviation':
      return test.direction === 'above' ? measure - test.limit : test.limit - measure;
    case 'state':
      return test.values.includes(Math.round(measure)) ? 1 : Number.NEGATIVE_INFINITY;
    case 'stale':
      return measure >= test.periods ? 1 : Number.NEGATIVE_INFINITY;
    default:
      return test satisfies never;
  }
}

/** Where a sensor is: what it sits on, and everything from the site down to that. */
export type SensorPlace = { readonly parent: Kind; readonly path: readonly EntityId[] };

type Lookup = Pick<Inventory, 'get'>;

export function placeOf(inventory: Lookup, sensor: EntityOf<'sensor'>): SensorPlace | null {
  const path = sensor.parent === null ? [] : pathTo(inventory, sensor.parent);
  const parent = path.at(-1);
  return parent === undefined ? null : { parent: parent.kind, path: path.map(({ id }) => id) };
}

export function ruleWatches(rule: AlarmRule, sensor: EntityOf<'sensor'>, place: SensorPlace): boolean {
  if (!rule.kinds.includes(place.parent)) return false;
  if (!watchesMetric(rule, sensor)) return false;
  if (!sensor.spec.place.startsWith(rule.place)) return false;
  return rule.within.length === 0 || rule.within.some((id) => place.path.includes(id));
}

const watchesMetric = ({ metric, test }: AlarmRule, sensor: EntityOf<'sensor'>): boolean =>
  sensor.spec.metric === metric || (test.type === 'stale' && test.of === 'every-metric');

/** The sensor of another metric on the same thing: at the same place where there is one there. */
export function siblingOf(
  inventory: Pick<Inventory, 'childrenOf'>,
  sensor: EntityOf<'sensor'>,
  metric: Metric,
): EntityId | null {
  const siblings = [...inventory.childrenOf(sensor.parent)].filter(
    (one): one is EntityOf<'sensor'> => one.kind === 'sensor' && one.spec.metric === metric,
  );
  const near = siblings.find((one) => one.spec.place === sensor.spec.place);
  return (near ?? siblings[0])?.id ?? null;
}
