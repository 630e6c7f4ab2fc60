import { expect, test } from 'vitest';
import { sparkPath } from './spark-path.ts';

const box = { width: 100, height: 22 };

test('FR-120-012 a trend fills its box from the lowest to the highest value', () => {
  expect(sparkPath([1, 3, 2], box)).toBe('M0.0 21.0L50.0 1.0L100.0 11.0');
});
test('FR-120-012 a gap in the readings stays a gap in the trend', () => {
  expect(sparkPath([1, null, 1, 2], box)).toBe('M0.0 21.0M66.7 21.0L100.0 1.0');
});
test('FR-120-012 a flat trend runs through the middle, and too few readings draw nothing', () => {
  expect(sparkPath([5, 5], box)).toBe('M0.0 11.0L100.0 11.0');
  expect(sparkPath([5], box)).toBe('');
  expect(sparkPath([null, null], box)).toBe('');
});
