import type { AlarmRule } from '../contract/alarms.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { Kind, Metric } from '../contract/entities.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { wordsOf } from '../contract/state-words.table.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { measurable } from '../inventory/measurable.table.ts';
import type { World } from '../kernel/world.ts';

/** Each reading is judged by each rule that watches its sensor. */
const mostRules = 500;

export function decidePut(world: World, { rule }: CommandOf<'rule.put'>): Result<Decision> {
  const sound = ruleHolds(world, rule);
  if (!sound.ok) return sound;
  const before = world.rules.get(rule.id);
  if (before === undefined && world.rules.all().length >= mostRules)
    return refused('too-many', `There are ${mostRules} alarm rules, as many as can be`, {
      where: 'rule',
      hint: 'Remove one, or widen one by its kinds or its places.',
    });
  if (before !== undefined && JSON.stringify(sorted(before)) === JSON.stringify(sorted(rule)))
    return decided([], [rule.id]);
  return decided([{ type: 'rule.put', rule }], [rule.id]);
}

export function decideRemoveRule(world: World, { id }: CommandOf<'rule.remove'>): Result<Decision> {
  if (world.rules.get(id) === undefined)
    return refused('not-found', `There is no alarm rule ${id}`, { where: 'id' });
  return decided([{ type: 'rule.removed', id }], []);
}

/** The order in which fields were written is not a difference. */
const sorted = (rule: AlarmRule): unknown[] => Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1));

type Check = (world: Pick<World, 'inventory'>, rule: AlarmRule) => Result<null>;
const fine = accepted(null);

const isMeasured = (kind: Kind, metric: Metric): boolean =>
  (measurable[kind] as readonly Metric[]).includes(metric);

const watchesAnything = ({ test }: AlarmRule): boolean => test.type === 'stale' && test.of === 'every-metric';

const kindsMeasure: Check = (_world, rule) => {
  if (watchesAnything(rule)) return fine;
  const blind = rule.kinds.find((kind) => !isMeasured(kind, rule.metric));
  if (blind === undefined) return fine;
  const able = (Object.keys(measurable) as Kind[]).filter((kind) => isMeasured(kind, rule.metric));
  return refused('wrong-kind', `A ${blind} has no ${rule.metric} to watch`, {
    where: 'rule.kinds',
    hint: `${rule.metric} is measured on ${able.join(', ')}.`,
  });
};

const testFits: Check = (_world, { kinds, metric, test }) => {
  switch (test.type) {
    case 'state':
      return wordsFit(kinds, metric, test.values);
    case 'deviation': {
      if (kinds.every((kind) => isMeasured(kind, test.from))) return isQuantity(kinds, metric, test.type);
      return refused('wrong-kind', `${kinds.join(', ')} must have ${test.from} to compare with`, {
        where: 'rule.test.from',
      });
    }
    case 'limit':
    case 'rate':
      return isQuantity(kinds, metric, test.type);
    case 'stale':
      return fine;
    default:
      return test satisfies never;
  }
};

function wordsFit(kinds: readonly Kind[], metric: Metric, values: readonly number[]): Result<null> {
  for (const kind of kinds) {
    const words = wordsOf(kind, metric);
    if (words === null)
      return refused('invalid-input', `${metric} of a ${kind} is a quantity, not a word`, {
        where: 'rule.test',
        hint: 'Use a limit, a rate or a deviation.',
      });
    const odd = values.find((value) => words[value] === undefined);
    if (odd !== undefined)
      return refused('invalid-input', `${odd} is no ${metric} of a ${kind}`, {
        where: 'rule.test.values',
        hint: words.map((word, value) => `${value} is ${word}`).join(', '),
      });
  }
  return fine;
}

function isQuantity(kinds: readonly Kind[], metric: Metric, test: string): Result<null> {
  const worded = kinds.find((kind) => wordsOf(kind, metric) !== null);
  if (worded === undefined) return fine;
  return refused('invalid-input', `${metric} of a ${worded} is a word; it has no ${test}`, {
    where: 'rule.test',
    hint: 'Use a state test with the words it should ring for.',
  });
}

const withinStands: Check = (world, { within }) => {
  const bad = within.find((id) => world.inventory.get(id) === undefined);
  return bad === undefined ? fine : refused('unknown-entity', `There is no ${bad}`, { where: 'rule.within' });
};

/** Whether a rule can ever ring. */
export function ruleHolds(world: Pick<World, 'inventory'>, rule: AlarmRule): Result<null> {
  for (const check of [kindsMeasure, testFits, withinStands]) {
    const result = check(world, rule);
    if (!result.ok) return result;
  }
  return fine;
}
