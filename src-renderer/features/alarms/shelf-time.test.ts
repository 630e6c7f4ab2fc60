import { expect, test } from 'vitest';
import { quickMinutes, readMinutes } from './shelf-time.ts';

test('FR-120-245 an alarm is shelved for whole minutes, a week at most', () => {
  for (const minutes of quickMinutes) expect(readMinutes(String(minutes))).toEqual({ minutes });
  expect(readMinutes(' 10080 ')).toEqual({ minutes: 10_080 });
  for (const text of ['', '0', '10081', '1.5', '-5', 'an hour'])
    expect(readMinutes(text)).toHaveProperty('problem');
});
