import { expect, test } from 'vitest';
import { isMonthEnd, isWeekend } from './calendar.ts';
import { dayShare } from './utilisation.ts';

/** 2026-01-05, a Monday. */
const monday = 20_458;

test('FR-130-262 weekends and ends of months are those of the calendar, for 130 years', () => {
  let [day, year, month] = [-10_958, 1940, 0];
  while (year < 2070) {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
    for (let at = 1; at <= length; at += 1) {
      expect(isMonthEnd(day), `day ${day}`).toBe(at === length);
      day += 1;
    }
    month = (month + 1) % 12;
    if (month === 0) year += 1;
  }
  const week = [0, 1, 2, 3, 4, 5, 6].map((at) => isWeekend(monday + at));
  expect(week).toEqual([false, false, false, false, false, true, true]);
  expect(isWeekend(0)).toBe(false);
  // 1969-12-28 was a Sunday.
  expect(isWeekend(-4)).toBe(true);
});

test('FR-130-262 a weekend is calmer than a working day, and days join without a step', () => {
  const share = (day: number, hour: number): number => dayShare((monday + day) * 86_400 + hour * 3600);
  expect(share(0, 11)).toBe(0.7);
  expect(share(5, 11)).toBe(0.39);
  for (let day = 0; day < 7; day += 1) {
    const midnight = (monday + day + 1) * 86_400;
    expect(Math.abs(dayShare(midnight) - dayShare(midnight - 1))).toBeLessThan(0.001);
  }
});
