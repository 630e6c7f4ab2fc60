import { expect, test } from 'vitest';
import {
  createGrid,
  excessOver,
  integralOf,
  meanOf,
  millisOf,
  shareAbove,
  shareBelow,
  stretchesOf,
} from './stretches.ts';

const minute = 60_000;
const series = (said: readonly (readonly [number, number])[]) => ({
  at: said.map(([at]) => at * minute),
  mean: said.map(([, value]) => value),
  min: said.map(([, value]) => value),
  max: said.map(([, value]) => value),
});

test('FR-130-351 a reading stands until the next, but for three usual gaps at most: the rest is silence', () => {
  const found = stretchesOf(
    series([
      [0, 1],
      [5, 2],
      [10, 3],
      [60, 4],
      [65, 4],
    ]),
    { from: 0, to: 120 * minute },
  );
  expect(found.map(({ lasts }) => lasts / minute)).toEqual([5, 5, 15, 5, 5]);
  expect(millisOf(found)).toBe(35 * minute);
  // (1×5 + 2×5 + 3×15 + 4×10) minutes.
  expect(integralOf(found)).toBeCloseTo(100 / 60, 12);
  expect(meanOf(found)).toBeCloseTo(100 / 35, 12);
  expect(meanOf([])).toBeNull();
});

test('FR-130-351 what was said before the stretch counts from its beginning, and nothing counts after its end', () => {
  const found = stretchesOf(
    series([
      [0, 1],
      [10, 2],
      [20, 3],
    ]),
    { from: 4 * minute, to: 22 * minute },
  );
  expect(found.map(({ at, lasts }) => [at / minute, lasts / minute])).toEqual([
    [4, 6],
    [10, 10],
    [20, 2],
  ]);
});

test('FR-130-351 a stretch that crosses a limit counts by the share of its range beyond it', () => {
  const one = { at: 0, lasts: minute, mean: 27, min: 26, max: 30 };
  expect(shareAbove(one, 27)).toBe(0.75);
  expect([shareAbove(one, 25), shareAbove(one, 30)]).toEqual([1, 0]);
  expect(shareBelow(one, 27)).toBe(0.25);
  // A triangle 3 K high over three quarters of the time.
  expect(excessOver(one, 27)).toBeCloseTo((3 * 0.75) / 2, 12);
  expect(excessOver({ ...one, min: 28, mean: 29 }, 27)).toBe(2);
});

test('FR-130-351 cells of a drawing hold the mean of their time and stay empty where nothing was said', () => {
  const grid = createGrid({ from: 0, to: 40 * minute }, 4);
  grid.add(
    stretchesOf(
      series([
        [0, 2],
        [5, 4],
        [10, 8],
      ]),
      { from: 0, to: 15 * minute },
    ),
  );
  expect(grid.means()).toEqual([3, 8, null, null]);
  expect(grid.highest()).toEqual([4, 8, null, null]);
  expect(grid.covered().map((millis) => millis / minute)).toEqual([10, 5, 0, 0]);
});
