import { expect, test } from 'vitest';
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import { beyond, inlet, limitsOf } from './limits.ts';

const rule = (id: string, test: AlarmTest, more: Partial<AlarmRule> = {}): AlarmRule => ({
  id,
  title: id,
  kinds: ['rack'],
  metric: 'temperature',
  place: 'front',
  within: [],
  test,
  deadband: 0.5,
  onDelay: 0,
  offDelay: 0,
  latching: 'self-clearing',
  service: 'in-service',
  severity: 'minor',
  priority: 3,
  level: 'warning',
  cause: '',
  consequence: '–',
  action: '–',
  ...more,
});
const above = (limit: number): AlarmTest => ({ type: 'limit', direction: 'above', limit });
const rules = [
  rule('warm', above(28), { severity: 'major' }),
  rule('hot', above(32), { severity: 'critical', level: 'critical' }),
  rule('cold', { type: 'limit', direction: 'below', limit: 10 }),
];

test('FR-120-013 a value takes the colour of the most severe limit it is beyond', () => {
  expect(beyond(rules, inlet, 24)).toBeNull();
  expect(beyond(rules, inlet, 28)).toBeNull();
  expect(beyond(rules, inlet, 28.1)).toBe('major');
  expect(beyond(rules, inlet, 33)).toBe('critical');
  expect(beyond(rules, inlet, 9)).toBe('minor');
  expect(beyond(rules, { ...inlet, metric: 'humidity' }, 99)).toBeNull();
  expect(beyond(rules, inlet, null)).toBeNull();
});
test('FR-120-014 a chart shows every limit of its quantity', () => {
  expect(limitsOf(rules, inlet).map(({ value, kind }) => [value, kind])).toEqual([
    [28, 'major'],
    [32, 'critical'],
    [10, 'minor'],
  ]);
});
test('FR-120-256 only fixed limits in service that hold for every inlet colour a figure or draw a line', () => {
  const others = [
    rule('rise', { type: 'rate', direction: 'above', limit: 0.3, window: 900 }),
    rule('rear', above(30), { place: 'rear' }),
    rule('room', above(26), { kinds: ['room'] }),
    rule('off', above(20), { service: 'out-of-service' }),
    rule('here', above(20), { within: ['room-1' as AlarmRule['within'][number]] }),
  ];
  expect(limitsOf(others, inlet)).toEqual([]);
  expect(beyond(others, inlet, 40)).toBeNull();
});
