import { expect, test } from 'vitest';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { beyond, limitsOf } from './limits.ts';

const rule = (
  limit: number,
  severity: AlarmRule['severity'],
  direction: AlarmRule['direction'] = 'above',
): AlarmRule => ({
  id: `rule-${limit}`,
  metric: 'temperature',
  level: severity === 'critical' ? 'critical' : 'warning',
  severity,
  direction,
  limit,
  deadband: 0.5,
  consequence: '',
  action: '',
});
const rules = [rule(28, 'major'), rule(32, 'critical'), rule(10, 'minor', 'below')];

test('FR-120-013 a value takes the colour of the most severe limit it is beyond', () => {
  expect(beyond(rules, 'temperature', 24)).toBeNull();
  expect(beyond(rules, 'temperature', 28)).toBeNull();
  expect(beyond(rules, 'temperature', 28.1)).toBe('major');
  expect(beyond(rules, 'temperature', 33)).toBe('critical');
  expect(beyond(rules, 'temperature', 9)).toBe('minor');
  expect(beyond(rules, 'humidity', 99)).toBeNull();
  expect(beyond(rules, 'temperature', null)).toBeNull();
});
test('FR-120-014 a chart shows every limit of its quantity', () => {
  expect(limitsOf(rules, 'temperature').map(({ value, kind }) => [value, kind])).toEqual([
    [28, 'major'],
    [32, 'critical'],
    [10, 'minor'],
  ]);
});
