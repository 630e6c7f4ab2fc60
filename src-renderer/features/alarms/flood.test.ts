import { expect, test } from 'vitest';
import { alarmOf } from './sample-alarm.ts';
import { floodIn } from './flood.ts';

const minute = 60_000;
const many = (count: number, more: Parameters<typeof alarmOf>[1]) =>
  Array.from({ length: count }, (_, index) => alarmOf(`alarm-${index}`, more));

test('FR-120-246 more than ten new alarms in ten minutes of lab time are a flood', () => {
  expect(floodIn(many(10, { raisedAt: 20 * minute }), 21 * minute)).toBe(0);
  expect(floodIn(many(11, { raisedAt: 20 * minute }), 21 * minute)).toBe(11);
  expect(floodIn(many(11, { raisedAt: 20 * minute }), 30 * minute)).toBe(0);
});
test('FR-120-246 what a root explains or what was born on a shelf floods nobody', () => {
  const now = 21 * minute;
  expect(floodIn(many(20, { raisedAt: 20 * minute, root: 'alarm-99' }), now)).toBe(0);
  const shelved = { until: 40 * minute, by: 'operator', reason: 'Known' };
  expect(floodIn(many(20, { raisedAt: 20 * minute, shelved }), now)).toBe(0);
});
