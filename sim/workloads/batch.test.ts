import { expect, test } from 'vitest';
import { batchHabit, batchUse, nightOf, workOf } from './batch.ts';

const hour = 3600;
const sleepers = Array.from({ length: 400 }, (_, at) => {
  const actor = 7919 * at;
  return { seed: 5, actor, habit: batchHabit(5, actor) };
});

test('FR-130-263 jobs begin between nine in the evening and three, and take two to five hours, each in its own way', () => {
  for (const { habit } of sleepers) {
    expect(habit.start).toBeGreaterThanOrEqual(9 * hour);
    expect(habit.start).toBeLessThanOrEqual(15 * hour);
    expect(habit.length).toBeGreaterThanOrEqual(2 * hour);
    expect(habit.length).toBeLessThanOrEqual(5 * hour);
  }
  expect(new Set(sleepers.map(({ habit }) => habit.start)).size).toBeGreaterThan(380);
  expect(batchHabit(5, 7919)).toEqual(batchHabit(5, 7919));
  expect(batchHabit(6, 7919)).not.toEqual(batchHabit(5, 7919));
});

test('FR-130-263 some nights are left out; the month’s last night never is, and takes half as long again', () => {
  // Nights of 2026-01-05 … 2026-01-31.
  const nights = Array.from({ length: 26 }, (_, at) => 20_458 + at);
  const left = sleepers.flatMap((one) => nights.filter((night) => workOf(one, night) === 0)).length;
  const share = left / (sleepers.length * nights.length);
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.09);
  const monthEnd = 20_458 + 26;
  for (const one of sleepers) {
    expect(workOf(one, monthEnd)).toBe(1.5 * one.habit.length);
    // It is done before the next night begins at noon.
    expect(one.habit.start + workOf(one, monthEnd)).toBeLessThan(24 * hour);
  }
});

test('FR-130-263 a night begins at noon, and jobs rise and fall within minutes', () => {
  expect(nightOf(20_458 * 24 * hour + 12 * hour)).toEqual({ night: 20_458, since: 0 });
  expect(nightOf(20_459 * 24 * hour + hour)).toEqual({ night: 20_458, since: 13 * hour });
  const use = (since: number, wandered: number): number => batchUse(since, 2 * hour, wandered);
  expect([use(-1, 2), use(0, 2), use(2 * hour, 2), batchUse(60, 0, 0)]).toEqual([0.05, 0.05, 0.05, 0.05]);
  expect(use(60, 0)).toBeCloseTo(0.475, 9);
  expect(use(hour, 0)).toBeCloseTo(0.9, 9);
  expect(use(2 * hour - 60, 0)).toBeCloseTo(0.475, 9);
  expect(use(hour, 9)).toBe(1);
});
