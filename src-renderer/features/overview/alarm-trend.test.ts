import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { openOverTime } from './alarm-trend.ts';

const alarm = (raisedAt: number, resolvedAt: number | null) =>
  ({ raisedAt, resolvedAt }) as Pick<Alarm, 'raisedAt' | 'resolvedAt'>;

test('FR-120-012 the trend of alarms counts those open at each moment', () => {
  const span = { from: 0, to: 40, points: 5 };
  expect(openOverTime([alarm(10, 30), alarm(20, null)], span)).toEqual([0, 1, 2, 1, 1]);
  expect(openOverTime([alarm(-50, null), alarm(-50, -10)], span)).toEqual([1, 1, 1, 1, 1]);
  expect(openOverTime([], span)).toEqual([0, 0, 0, 0, 0]);
});
