import type { AlarmRule } from '../contract/alarms.ts';
import type { Entity, EntityOf, Metric } from '../contract/entities.ts';
import { metricTable } from '../contract/metrics.table.ts';
import { wordOf } from '../contract/state-words.table.ts';
import type { Inventory } from '../inventory/inventory.ts';

export type Saying = {
  readonly rule: AlarmRule;
  readonly sensor: EntityOf<'sensor'>;
  readonly inventory: Pick<Inventory, 'get'>;
  readonly measure: number;
};

/** What rings, for people: `Inlet 28.3 °C over 28.0`, `ups-01 is on battery`. */
export function messageOf(saying: Saying): string {
  const { rule, sensor, measure } = saying;
  const { test } = rule;
  const { decimals, symbol } = metricTable[sensor.spec.metric];
  const what = whatOf(saying);
  switch (test.type) {
    case 'limit': {
      // A value that rounds to its limit would seem not to have passed it.
      const digits = decimals + (measure.toFixed(decimals) === test.limit.toFixed(decimals) ? 1 : 0);
      const value = `${measure.toFixed(digits)} ${symbol}`.trimEnd();
      return `${what} ${value} ${sideOf(test.direction)} ${test.limit.toFixed(decimals)}`;
    }
    case 'rate': {
      const verb = test.direction === 'above' ? 'rises' : 'falls';
      const unit = stepUnit(sensor.spec.metric);
      return `${what} ${verb} ${Math.abs(measure).toFixed(2)} ${unit}/min, more than ${Math.abs(test.limit).toFixed(2)}`;
    }
    case 'deviation': {
      const from = metricTable[test.from].label.toLowerCase();
      const by = `${Math.abs(measure).toFixed(decimals)} ${stepUnit(sensor.spec.metric)}`.trimEnd();
      return `${what} ${by} ${sideOf(test.direction)} its ${from}, ${test.limit.toFixed(decimals)} allowed`;
    }
    case 'state':
      return stateText(saying);
    case 'stale':
      return `${what} has said nothing for ${Math.round(measure)} periods`;
    default:
      return test satisfies never;
  }
}

/** The number that an alarm of this rule stands against. */
export function limitOf({ test }: AlarmRule): number {
  if (test.type === 'state') return test.values[0] ?? 0;
  return test.type === 'stale' ? test.periods : test.limit;
}

const sideOf = (direction: 'above' | 'below'): string => (direction === 'above' ? 'over' : 'under');

/** A difference of temperatures is in kelvins. */
const stepUnit = (metric: Metric): string => {
  const { symbol } = metricTable[metric];
  return symbol === '°C' ? 'K' : symbol;
};

/** What is measured, and where on the thing: `Inlet`, `Inlet top`, `Load L1`, `Cell voltage cell-07`. */
function whatOf({ sensor, inventory }: Saying): string {
  const parent = parentOf(inventory, sensor);
  const { metric, place } = sensor.spec;
  const [side, height] = place.split('-', 2);
  if (parent?.kind === 'rack' && metric === 'temperature') {
    const name = side === 'rear' ? 'Outlet' : 'Inlet';
    return height === undefined || height === 'middle' ? name : `${name} ${height}`;
  }
  const { label } = metricTable[metric];
  return place === 'middle' || place === 'front-middle' ? label : `${label} ${place}`;
}

const parentOf = (inventory: Saying['inventory'], { parent }: Entity): Entity | undefined =>
  parent === null ? undefined : inventory.get(parent);

/** Every rack has a PDU of the same name, and every UPS a string. */
function nameOf(inventory: Saying['inventory'], thing: Entity): string {
  const holder = thing.kind === 'pdu' || thing.kind === 'battery' ? parentOf(inventory, thing) : undefined;
  return holder === undefined ? thing.name : `${holder.name} ${thing.name}`;
}

/** Words that do not go with "is". */
const happened: Readonly<Record<string, string>> = {
  failed: 'has failed',
  tripped: 'has tripped',
  'no-power': 'has no power',
};

function stateText({ sensor, inventory, measure }: Saying): string {
  const { metric } = sensor.spec;
  const parent = parentOf(inventory, sensor);
  const name = parent === undefined ? sensor.name : nameOf(inventory, parent);
  const word = parent === undefined ? null : wordOf(parent.kind, metric, measure);
  if (word === null) return `${name}: ${metricTable[metric].label.toLowerCase()} ${measure}`;
  if (metric === 'state') return `${name} ${happened[word] ?? `is ${word.replaceAll('-', ' ')}`}`;
  if (metric === 'leak') return word === 'wet' ? `Water found at ${name}` : `${name} is ${word}`;
  return `${name}: ${metricTable[metric].label.toLowerCase()} is ${word}`;
}
