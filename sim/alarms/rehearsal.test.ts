import { expect, test } from 'vitest';
import type { AlarmRule } from '../contract/alarms.ts';
import { rehearse } from './rehearsal.ts';
import { alarmRules } from './rules.table.ts';

const rule = (id: string): AlarmRule => {
  const found = alarmRules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const second = 1000;
/** A reading every thirty seconds. */
const said = (values: readonly number[], to = values.length * 30 * second) => ({
  at: values.map((_, n) => n * 30 * second),
  low: values,
  high: values,
  to,
});

test('FR-130-190 a rehearsal rings and lets go as the rule would have: dead-band, delays and all', () => {
  const warning = rule('inlet-warning');
  expect(rehearse(warning, said([27, 28.5, 28.2, 27.6, 27.4, 27, 29, 29]))).toEqual([
    { at: 33_000, until: 130_000, value: 28.5 },
    { at: 183_000, until: null, value: 29 },
  ]);
  expect(rehearse(warning, said([27, 28, 27.9]))).toEqual([]);
  expect(rehearse({ ...warning, onDelay: 45 }, said([29, 27, 29, 29, 27]))).toEqual([
    { at: 105_000, until: 130_000, value: 29 },
  ]);
});

test('FR-130-190 of a span of readings the extreme that the rule minds is judged', () => {
  const spans = { at: [0, 600_000], low: [20, 20], high: [30, 27], to: 1_200_000 };
  expect(rehearse(rule('inlet-warning'), spans)).toEqual([{ at: 3000, until: 610_000, value: 30 }]);
  expect(rehearse(rule('inlet-low'), { ...spans, low: [20, 14] })).toEqual([
    { at: 603_000, until: null, value: 14 },
  ]);
  expect(
    rehearse(rule('ups-on-battery'), { at: [0, 60_000], low: [1, 1], high: [3, 1], to: 60_000 }),
  ).toEqual([{ at: 0, until: 60_000, value: 3 }]);
});

test('FR-130-190 rates and silences are rehearsed, too', () => {
  const climb = Array.from({ length: 60 }, (_, n) => 20 + Math.min(n, 30) * 0.25);
  const [first, ...more] = rehearse(rule('inlet-rise'), said(climb));
  expect(first?.value).toBeGreaterThan(5.5 / 15);
  expect([more, first?.until]).toEqual([[], expect.any(Number)]);
  const times = [0, 30, 60, 90, 300, 330].map((s) => s * second);
  const values = times.map(() => 22);
  expect(rehearse(rule('sensor-stale'), { at: times, low: values, high: values, to: 600_000 })).toEqual([
    { at: 240_000, until: 300_000, value: 5 },
    { at: 480_000, until: null, value: 5 },
  ]);
});
