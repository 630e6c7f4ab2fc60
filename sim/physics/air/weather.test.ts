import { expect, test } from 'vitest';
import { climateYears } from './weather.table.ts';
import type { Climate } from './weather.table.ts';
import { seasonOf, weatherAt } from './weather.ts';

const climates = Object.keys(climateYears) as Climate[];
const at = (climate: Climate, year: number, second: number) =>
  weatherAt({ climate, seed: 7, actor: 3 }, { epoch: newYear(year) as never, tick: second as never });
const newYear = (year: number): number => Date.UTC(year, 0, 1);
const day = 86_400;

test('FR-130-052 every climate has twelve months of 24 hours, and a dew point below the day’s mean', () => {
  for (const climate of climates) {
    const { dryBulb, dewPoint } = climateYears[climate];
    expect(dryBulb.map((hours) => hours.length)).toEqual(Array.from({ length: 12 }, () => 24));
    expect(dewPoint).toHaveLength(12);
    for (const [month, hours] of dryBulb.entries())
      expect(dewPoint[month]).toBeLessThan(hours.reduce((sum, value) => sum + value, 0) / 24);
  }
});

test('FR-130-052 the weather is continuous from second to second, over midnight, month and new year', () => {
  for (const climate of climates) {
    for (const year of [2024, 2026, 2100]) {
      for (const edge of [0, day, 15 * day, 31 * day, 59 * day, 60 * day]) {
        for (let second = edge - 60; second <= edge + 60; second += 1) {
          const [here, next] = [at(climate, year, second), at(climate, year, second + 1)];
          expect(Math.abs(next.dryBulb - here.dryBulb)).toBeLessThan(0.002);
          expect(Math.abs(next.wetBulb - here.wetBulb)).toBeLessThan(0.002);
        }
      }
    }
  }
});

test('FR-130-052 our own calendar agrees with the calendar on months and hours', () => {
  for (let n = 0; n < 4000; n += 37) {
    const date = new Date(Date.UTC(2023, 0, 1) + n * 9 * 3600 * 1000);
    const season = seasonOf(date.getTime() / 1000);
    expect(season.hour).toBeCloseTo(date.getUTCHours(), 9);
    const months = (season.month + season.share + 0.5) % 12;
    // Months are taken as twelfths of the year: never more than two days from the calendar's.
    const exact = date.getUTCMonth() + (date.getUTCDate() - 1 + date.getUTCHours() / 24) / 30.4;
    expect(Math.min(Math.abs(months - exact), 12 - Math.abs(months - exact))).toBeLessThan(0.11);
  }
});

test('FR-130-052 summers are warmer than winters, afternoons than nights, and the wet bulb is never above the dry', () => {
  for (const climate of climates) {
    if (climate !== 'hot-humid') {
      const mean = (month: number): number =>
        (climateYears[climate].dryBulb[month] ?? []).reduce((a, b) => a + b) / 24;
      expect(mean(6)).toBeGreaterThan(mean(0) + 10);
    }
    const hours = climateYears[climate].dryBulb[6] ?? [];
    expect(hours[15]).toBeGreaterThan((hours[5] ?? 0) + 4);
    for (let hour = 0; hour < 8760; hour += 61) {
      const weather = at(climate, 2026, hour * 3600);
      expect(weather.wetBulb).toBeLessThanOrEqual(weather.dryBulb);
      expect(weather.wetBulb).toBeGreaterThan(weather.dryBulb - 25);
    }
  }
});

test('FR-130-052 spells come and go by the seed: two sites of one climate have their own weather', () => {
  const other = weatherAt(
    { climate: 'temperate', seed: 8, actor: 3 },
    { epoch: newYear(2026) as never, tick: 40_000 as never },
  );
  expect(other.dryBulb).not.toBe(at('temperate', 2026, 40_000).dryBulb);
  expect(at('temperate', 2026, 40_000)).toEqual(at('temperate', 2026, 40_000));
});
