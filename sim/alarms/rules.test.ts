import { expect, test } from 'vitest';
import { alarmRuleSchema } from '../contract/alarms.ts';
import type { AlarmRule } from '../contract/alarms.ts';
import type { Kind } from '../contract/entities.ts';
import { stateWords } from '../contract/state-words.table.ts';
import { measurable } from '../inventory/measurable.table.ts';
import { ruleHolds } from './decide-rule.ts';
import { evaluate, placeOf, ruleWatches } from './evaluate.ts';
import { did, facility, put } from './facility.fixture.ts';
import { createRateWindow } from './rate-window.ts';
import { alarmRules } from './rules.table.ts';
import { heed, laterOn, watchFor } from './watch.ts';

const rule = (id: string): AlarmRule => {
  const found = alarmRules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

test('FR-130-174 every rule of the product can ring, and says its cause, its consequence and what to do', () => {
  const { world } = facility(1);
  expect(new Set(alarmRules.map(({ id }) => id)).size).toBe(alarmRules.length);
  for (const one of alarmRules) {
    expect(alarmRuleSchema.parse(one)).toEqual(one);
    expect([one.id, ruleHolds(world, one)]).toEqual([one.id, { ok: true, value: null }]);
    for (const text of [one.title, one.cause, one.consequence, one.action])
      expect(text.length).toBeGreaterThan(4);
  }
});

test('FR-130-174 every kind that is measured is watched, and every word that tells of trouble rings', () => {
  const watched = new Set(
    alarmRules.filter(({ test: one }) => one.type !== 'stale').flatMap(({ kinds }) => kinds),
  );
  const measured = (Object.keys(measurable) as Kind[]).filter((kind) => measurable[kind].length > 0);
  expect(measured.filter((kind) => !watched.has(kind))).toEqual([]);
  const trouble =
    /lost|dead|tripped|failed|out-of-fuel|open|on-battery|on-bypass|exhausted|disconnected|no-power|dark|partly/;
  const silent = Object.entries(stateWords).flatMap(([kind, words]) =>
    words
      .filter((word, value) => trouble.test(word) && !ringsFor(kind as Kind, value))
      .map((word) => `${kind} ${word}`),
  );
  expect(silent).toEqual([]);
});

const ringsFor = (kind: Kind, value: number): boolean =>
  alarmRules.some(
    (one) =>
      one.metric === 'state' &&
      one.kinds.includes(kind) &&
      one.test.type === 'state' &&
      one.test.values.includes(value),
  );

test('FR-130-175 a limit rings beyond it and lets go beyond its dead-band, from either side', () => {
  const low = rule('ups-runtime-low');
  expect([10, 9.9].map((value) => evaluate(low, value, 'quiet'))).toEqual(['nothing', 'raise']);
  expect([10.9, 11, 11.1].map((value) => evaluate(low, value, 'ringing'))).toEqual([
    'nothing',
    'nothing',
    'resolve',
  ]);
  const word = rule('ups-on-battery');
  expect([1, 3].map((value) => evaluate(word, value, 'quiet'))).toEqual(['nothing', 'raise']);
  expect([1, 3].map((value) => evaluate(word, value, 'ringing'))).toEqual(['resolve', 'nothing']);
});

test('FR-130-176 what must hold for a while waits for its delay, in lab time, whether the sensor speaks or not', () => {
  const watch = watchFor({ ...rule('inlet-warning'), onDelay: 3, offDelay: 10 });
  expect(heed(watch, 'raise', 1000)).toBe('nothing');
  expect(heed(watch, 'nothing', 2000)).toBe('nothing');
  expect(heed(watch, 'raise', 3000)).toBe('nothing');
  expect(laterOn(watch, 5999)).toBe('nothing');
  expect(laterOn(watch, 6000)).toBe('raise');
  expect(laterOn(watch, 9000)).toBe('nothing');
  expect(heed(watch, 'resolve', 20_000)).toBe('nothing');
  expect(heed(watch, 'resolve', 29_999)).toBe('nothing');
  expect(heed(watch, 'resolve', 30_000)).toBe('resolve');
  expect(heed(watchFor(rule('ups-on-battery')), 'raise', 5)).toBe('raise');
});

test('FR-130-177 a rate is taken over its window: a slow climb at its end, a jump at once, a clock that went back not at all', () => {
  const slow = createRateWindow(900, 'above');
  const minutes = (n: number): number => n * 60_000;
  for (let n = 0; n <= 15; n += 1) slow.change(minutes(n), 20 + 0.3 * n);
  expect(slow.change(minutes(15), 20 + 4.5)).toBeCloseTo(0.3, 6);
  expect(slow.change(minutes(16), 20 + 4.5)).toBeCloseTo(4.2 / 15, 6);
  const jump = createRateWindow(900, 'above');
  jump.change(0, 20);
  expect(jump.change(minutes(1), 29)).toBeCloseTo(0.6, 6);
  const back = createRateWindow(900, 'above');
  back.change(minutes(60), 20);
  expect(back.change(minutes(10), 30)).toBe(0);
  const fall = createRateWindow(600, 'below');
  fall.change(0, 20);
  expect(fall.change(minutes(5), 14)).toBeCloseTo(-0.6, 6);
});

test('FR-130-166 a rule watches by kind, metric, place and part of the lab', () => {
  const { world, sensor, thing } = facility(1);
  const inlet = world.inventory.get(sensor('A01', 'temperature'));
  if (inlet?.kind !== 'sensor') throw new Error('a sensor');
  const place = placeOf(world.inventory, inlet);
  if (place === null) throw new Error('it has a place');
  const warning = rule('inlet-warning');
  const rear = { ...inlet, spec: { ...inlet.spec, place: 'rear-top' } };
  expect(ruleWatches(warning, inlet, place)).toBe(true);
  expect(ruleWatches(warning, rear, place)).toBe(false);
  expect(ruleWatches({ ...warning, kinds: ['room'] }, inlet, place)).toBe(false);
  expect(ruleWatches({ ...warning, within: [thing('room1')] }, inlet, place)).toBe(true);
  expect(ruleWatches({ ...warning, within: [thing('crac-01')] }, inlet, place)).toBe(false);
  const stale = rule('sensor-stale');
  expect(ruleWatches(stale, inlet, place)).toBe(true);
  const only = { ...stale, test: { type: 'stale', periods: 5, of: 'this-metric' } } as const;
  expect(ruleWatches(only, inlet, place)).toBe(false);
});

test('FR-130-178 a rule that could never ring is refused, with what would do', () => {
  const { world } = facility(1);
  const warning = rule('inlet-warning');
  const refusal = (changed: object) => {
    const result = put(world, { type: 'rule.put', rule: { ...warning, id: 'mine', ...changed } });
    return result.ok ? null : [result.refusal.code, result.refusal.hint];
  };
  expect(refusal({ metric: 'fuel' })).toEqual(['wrong-kind', 'fuel is measured on genset.']);
  expect(refusal({ metric: 'state' })?.[0]).toBe('invalid-input');
  expect(refusal({ metric: 'state', test: { type: 'state', values: [7] } })).toEqual([
    'invalid-input',
    '0 is dark, 1 is partly-powered, 2 is powered',
  ]);
  expect(refusal({ test: { type: 'state', values: [1] } })?.[0]).toBe('invalid-input');
  expect(refusal({ test: { type: 'deviation', direction: 'above', from: 'setpoint', limit: 3 } })?.[0]).toBe(
    'wrong-kind',
  );
  expect(refusal({ within: ['room-99'] })?.[0]).toBe('unknown-entity');
  expect(refusal({})).toBeNull();
});

test('FR-130-178 rules are changed, added, removed and brought back, and keep their place in the list', () => {
  const { world } = facility(1);
  const { rules } = world;
  const before = rules.version();
  did(world, {
    type: 'rule.put',
    rule: { ...rule('inlet-warning'), test: { type: 'limit', direction: 'above', limit: 30 } },
  });
  expect(rules.all()[0]).toMatchObject({ id: 'inlet-warning', test: { limit: 30 } });
  expect(rules.version()).toBe(before + 1);
  const same = { type: 'rule.put', rule: rule('inlet-warning') } as const;
  did(world, { ...same, rule: { ...same.rule, deadband: 2 } });
  expect(did(world, { ...same, rule: { ...same.rule, deadband: 2 } }).events).toEqual([]);
  did(world, { type: 'rule.put', rule: { ...rule('inlet-low'), id: 'mine' } });
  did(world, { type: 'rule.remove', id: 'leak' });
  expect(rules.all()).toHaveLength(alarmRules.length);
  expect([rules.get('leak'), rules.get('mine')?.id]).toEqual([undefined, 'mine']);
  expect(put(world, { type: 'rule.remove', id: 'leak' })).toMatchObject({ refusal: { code: 'not-found' } });
  const rest = structuredClone(rules.atRest());
  const other = facility(1).world.rules;
  other.restore(rest);
  expect(other.all()).toEqual(rules.all());
  did(world, { type: 'rule.reset' });
  expect(rules.all()).toEqual(alarmRules);
});
