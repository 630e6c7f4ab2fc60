import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, averaged, isWithin } from './guideline-14.ts';

const pairs = (measured: readonly number[], modelled: readonly number[]) =>
  measured.map((value, at) => ({ measured: value, modelled: modelled[at] ?? Number.NaN }));

test('FR-130-070 bias and scatter are those of the guideline, worked by hand', () => {
  // Differences 1, -1, 2, -2, 1 around a mean of 20: Σ = 1, Σ² = 11, n - 1 = 4.
  const agreement = agreementOf(pairs([20, 19, 22, 18, 21], [19, 20, 20, 20, 20]));
  expect(agreement?.count).toBe(5);
  expect(agreement?.mean).toBe(20);
  expect(agreement?.bias).toBeCloseTo(1.25, 12);
  expect(agreement?.rootMeanSquare).toBeCloseTo(Math.sqrt(11 / 4), 12);
  expect(agreement?.scatter).toBeCloseTo(5 * Math.sqrt(11 / 4), 12);
});

test('FR-130-070 a perfect model has neither bias nor scatter; a shifted one has both, by the shift', () => {
  const values = fc.array(fc.double({ min: 10, max: 40, noNaN: true }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.double({ min: -5, max: 5, noNaN: true }), (measured, shift) => {
      expect(agreementOf(pairs(measured, measured))).toMatchObject({ bias: 0, scatter: 0 });
      const shifted = agreementOf(
        pairs(
          measured,
          measured.map((value) => value - shift),
        ),
      );
      const grown = measured.length / (measured.length - 1);
      expect(shifted?.bias).toBeCloseTo((100 * shift * grown) / (shifted?.mean ?? 0), 6);
    }),
  );
});

test('FR-130-070 the limits are 10 and 30 % for hours, 5 and 15 % for months', () => {
  const of = (bias: number, scatter: number) => ({ count: 9, mean: 20, rootMeanSquare: 1, bias, scatter });
  expect(isWithin(of(10, 30), 'hourly')).toBe(true);
  expect(isWithin(of(-10.1, 3), 'hourly')).toBe(false);
  expect(isWithin(of(0, 30.1), 'hourly')).toBe(false);
  expect(isWithin(of(-5, 15), 'monthly')).toBe(true);
  expect(isWithin(of(6, 10), 'monthly')).toBe(false);
});

test('FR-130-070 where the ratios mean nothing there is no verdict', () => {
  expect(agreementOf([])).toBeNull();
  expect(agreementOf(pairs([20], [20]))).toBeNull();
  expect(agreementOf(pairs([-1, 1], [0, 0]))).toBeNull();
});

test('FR-130-070 samples are averaged by the hour they fall in', () => {
  const timed = [
    { second: 0, measured: 20, modelled: 21 },
    { second: 1800, measured: 22, modelled: 21 },
    { second: 3600, measured: 30, modelled: 28 },
  ];
  expect(averaged(timed, 3600)).toEqual([
    { measured: 21, modelled: 21 },
    { measured: 30, modelled: 28 },
  ]);
});
