import { expect, test } from 'vitest';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import { powerTrend } from './power-trend.ts';

const series = (sensor: string, at: number[], mean: (number | null)[]) => ({
  sensor,
  metric: 'total-power',
  at,
  mean,
  min: mean,
  max: mean,
});
const history = (all: ReturnType<typeof series>[]): QueryAnswer<'history'> => ({
  from: 0,
  to: 40,
  series: all,
});
const meters = (trends: object): Overview['trends'] => ({
  totalPower: null,
  pue: null,
  meters: [],
  ...trends,
});

test('FR-120-435 one site is drawn as its meters said it', () => {
  const told = history([series('t', [10, 20], [60, 62]), series('p', [10, 20], [1.5, 1.4])]);
  const one = meters({ totalPower: 't', pue: 'p', meters: [{ total: 't', equipment: 'e' }] });
  expect(powerTrend(told, one)).toEqual({ at: [10, 20], power: [60, 62], pue: [1.5, 1.4] });
});
test('FR-120-435 several sites are drawn as their sum, with the PUE of the sums', () => {
  const told = history([
    series('t1', [10, 20, 30], [60, 60, 60]),
    series('t2', [20, 30], [40, 30]),
    series('e1', [10, 20, 30], [40, 40, 40]),
    series('e2', [20, 30], [40, 20]),
  ]);
  const two = meters({
    meters: [
      { total: 't1', equipment: 'e1' },
      { total: 't2', equipment: 'e2' },
    ],
  });
  expect(powerTrend(told, two)).toEqual({ at: [10, 20, 30], power: [null, 100, 90], pue: [null, 1.25, 1.5] });
});
test('FR-120-435 where no meter has spoken there is no trend', () => {
  expect(powerTrend(null, meters({})).at).toEqual([]);
});
