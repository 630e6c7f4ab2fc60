import { expect, test } from 'vitest';
import type { Clock } from '../../sim/contract/clock.ts';
import { labTimeNow, steadily } from './lab-clock.ts';

const clock = { running: true, speed: 60, owed: 0 } as Clock;
const at = 1_000_000 as Parameters<typeof labTimeNow>[0]['status']['at'];

test('FR-120-021 between two statuses the lab clock runs on at the pace that the host achieves', () => {
  expect(labTimeNow({ status: { at, pace: 60, clock }, statusAt: 500, now: 1000 })).toBe(1_030_000);
});
test('FR-120-021 a lab that was just stepped by a day does not run ahead of its speed', () => {
  expect(labTimeNow({ status: { at, pace: 70_000, clock }, statusAt: 500, now: 1000 })).toBe(1_030_000);
});
test('FR-120-021 a paused lab stands still, and a silent host is not guessed on for long', () => {
  expect(
    labTimeNow({ status: { at, pace: 0, clock: { ...clock, running: false } }, statusAt: 0, now: 9000 }),
  ).toBe(at);
  expect(labTimeNow({ status: { at, pace: 1, clock }, statusAt: 0, now: 60_000 })).toBe(1_001_500);
});
test('FR-120-021 the clock does not jump back by a guess, but follows a rewind', () => {
  expect(steadily(5000, 4800, 1)).toBe(5000);
  expect(steadily(5000, 5200, 1)).toBe(5200);
  expect(steadily(500_000, 4000, 1)).toBe(4000);
  expect(steadily(null, 4000, 1)).toBe(4000);
});
