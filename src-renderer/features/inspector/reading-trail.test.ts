import { expect, test } from 'vitest';
import {
  emptyTrail,
  ratePerMinute,
  rateText,
  type Trail,
  trailWindow,
  withReading,
} from './reading-trail.ts';

const minute = 60_000;
const window = { span: 10 * minute, grain: 1000 };
const rising: Trail = { at: [0, 1, 2, 3, 4].map((at) => at * minute), values: [20, 20.3, 20.6, 20.9, 21.2] };

test('FR-120-118 a newer reading is appended, and what has left the window goes', () => {
  const trail = withReading(rising, { at: 12 * minute, value: 24 }, window);
  expect(trail.at).toEqual([2, 3, 4, 12].map((at) => at * minute));
  expect(trail.values).toEqual([20.6, 20.9, 21.2, 24]);
  expect(withReading(emptyTrail, { at: 5, value: 1 }, window)).toEqual({ at: [5], values: [1] });
});

test('FR-120-118 readings too near to the last one are passed over', () => {
  expect(withReading(rising, { at: 4 * minute + 500, value: 99 }, window)).toBe(rising);
  expect(withReading(rising, { at: 4 * minute, value: 99 }, window)).toBe(rising);
});

test('FR-120-118 after a rewind the trail begins anew', () => {
  expect(withReading(rising, { at: -20 * minute, value: 18 }, window)).toEqual({
    at: [-20 * minute],
    values: [18],
  });
});

test('FR-120-117 the rate is the slope over the last minutes', () => {
  expect(ratePerMinute(rising, 5)).toBeCloseTo(0.3);
  const turned: Trail = { at: rising.at, values: [30, 20, 19, 18, 17] };
  expect(ratePerMinute(turned, 3)).toBeCloseTo(-1);
});

test('FR-120-117 a rate is not made up from too few readings', () => {
  expect(ratePerMinute({ at: [0, minute], values: [20, 21] }, 5)).toBeNull();
  expect(ratePerMinute({ at: [0, minute, 2 * minute], values: [20, null, 21] }, 5)).toBeNull();
  expect(ratePerMinute(emptyTrail, 5)).toBeNull();
});

test('FR-120-117 a rate is said with its direction', () => {
  expect([rateText(0.31), rateText(-1.26), rateText(0.01), rateText(null)]).toEqual([
    '↑ 0.3 /min',
    '↓ 1.3 /min',
    '→ steady',
    '',
  ]);
});

test('FR-120-118 the chart of a young lab begins with its first reading, that of an old one with the range asked for', () => {
  const young: Trail = { at: [0, 20 * minute], values: [20, 21] };
  expect(trailWindow(young, 60 * minute)).toEqual({ from: 0, to: 20 * minute });
  expect(trailWindow(young, 15 * minute)).toEqual({ from: 5 * minute, to: 20 * minute });
  expect(trailWindow({ at: [0, minute], values: [20, 21] }, 60 * minute)).toEqual({
    from: -9 * minute,
    to: minute,
  });
  expect(trailWindow(emptyTrail, 60 * minute)).toBeNull();
});
