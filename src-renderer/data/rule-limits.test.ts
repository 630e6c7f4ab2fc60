import { expect, test } from 'vitest';
import type { AlarmRule } from '../../sim/contract/alarms.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { brokenLimit, limitsFor, type Watched } from './rule-limits.ts';

const rule = (more: Partial<AlarmRule>): AlarmRule => ({
  id: 'rule',
  title: 'Rule',
  kinds: ['rack'],
  metric: 'temperature',
  place: 'front',
  within: [],
  test: { type: 'limit', direction: 'above', limit: 28 },
  deadband: 0.5,
  onDelay: 0,
  offDelay: 0,
  latching: 'self-clearing',
  service: 'in-service',
  severity: 'major',
  priority: 2,
  level: 'warning',
  cause: '',
  consequence: 'c',
  action: 'a',
  ...more,
});
const inlet: Watched = { kind: 'rack', metric: 'temperature', place: 'front-middle' };
const limitsOn = (rules: readonly AlarmRule[], watched = inlet): readonly number[] =>
  limitsFor(rules, watched).map(({ limit }) => limit);

test('FR-120-203 limits are those of rules for that kind, metric and beginning of the place', () => {
  const rules = [rule({})];
  expect(limitsOn(rules)).toEqual([28]);
  expect(limitsOn(rules, { ...inlet, place: 'rear-middle' })).toEqual([]);
  expect(limitsOn(rules, { ...inlet, kind: 'battery' })).toEqual([]);
  expect(limitsOn(rules, { ...inlet, metric: 'humidity' })).toEqual([]);
});

test('FR-120-203 rates, states and silences draw no line, nor does a rule that is out of service', () => {
  const rules = [
    rule({ test: { type: 'rate', direction: 'above', limit: 1, window: 60 } }),
    rule({ test: { type: 'state', values: [0] } }),
    rule({ test: { type: 'stale', periods: 3, of: 'every-metric' } }),
    rule({ service: 'out-of-service' }),
  ];
  expect(limitsOn(rules)).toEqual([]);
});

test('FR-120-203 a rule that is confined to a room holds only inside it', () => {
  const rules = [rule({ within: ['room-1' as EntityId] })];
  expect(limitsOn(rules)).toEqual([]);
  expect(limitsOn(rules, { ...inlet, path: ['rack-1', 'room-2'] as EntityId[] })).toEqual([]);
  expect(limitsOn(rules, { ...inlet, path: ['rack-1', 'room-1'] as EntityId[] })).toEqual([28]);
});

test('FR-120-203 a value breaks the gravest limit that it is beyond, and none at the limit itself', () => {
  const limits = limitsFor(
    [
      rule({}),
      rule({
        test: { type: 'limit', direction: 'above', limit: 32 },
        severity: 'critical',
        level: 'critical',
      }),
      rule({ test: { type: 'limit', direction: 'below', limit: 15 }, severity: 'minor' }),
    ],
    inlet,
  );
  const broken = [24, 28, 28.1, 32.1, 14].map((value) => brokenLimit(limits, value)?.limit ?? null);
  expect(broken).toEqual([null, null, 28, 32, 15]);
  expect(brokenLimit(limits, null)).toBeNull();
});
