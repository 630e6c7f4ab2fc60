import { expect, test } from 'vitest';
import { trendSpan, trendWindow } from './use-trends.ts';

const hour = 3_600_000;

test('FR-120-014 a trend shows the last day, or the whole life of a younger lab', () => {
  expect(trendWindow(0, 100 * hour)).toEqual({ from: 76 * hour, to: 100 * hour });
  expect(trendWindow(0, 2 * hour)).toEqual({ from: 0, to: 2 * hour });
  expect(trendWindow(0, 1000)).toEqual({ from: -59_000, to: 1000 });
});
test('FR-120-014 a trend has no more points than readings can fill', () => {
  expect(trendSpan(0, 100 * hour).points).toBe(288);
  expect(trendSpan(0, hour).points).toBe(24);
  expect(trendSpan(0, 60_000).points).toBe(12);
});
