import { expect, test } from 'vitest';
import { adviceFor } from './battery-advice.ts';
import { arrivalOf } from './capacity-measure.ts';
import { changesIn, spaceByDay } from './growth.ts';
import { figureOf, hour, reportLab, sectionOf } from './report-lab.fixture.ts';
import { dayMillis } from './stretches.ts';
import { reaches, trendOf } from './theil-sen.ts';

test('FR-130-356 the trend is the median of the slopes of all pairs, so that one outlier does not bend it', () => {
  const points = [0, 1, 2, 3, 4].map((x) => ({ x, y: x === 2 ? 90 : 10 + 2 * x }));
  const trend = trendOf(points, 3);
  expect(trend?.slope).toBe(2);
  expect(trend?.at(10)).toBe(30);
  expect(trendOf(points.slice(0, 2), 3)).toBeNull();
  // Slopes of 0 → 0, 1 → 1, 2 → 4: 1, 2 and 3.
  expect(
    trendOf(
      [0, 1, 2].map((x) => ({ x, y: x * x })),
      3,
    ),
  ).toMatchObject({ slope: 2, low: 1.2, high: 2.8 });
});

test('FR-130-356 with fewer than three whole days of readings it says that there is not enough history', async () => {
  const lab = reportLab(1);
  const power = lab.sensor(lab.thing('A01'), 'power');
  lab.says(power, [0, 50], 3);
  lab.setAge(50);
  const report = await lab.make({ kind: 'capacity' });
  const none = 'Not enough history: 2 of 3 whole days with readings.';
  expect(figureOf(report, 'Power limit reached')).toMatchObject({ value: null, note: none });
  expect(sectionOf(report, 'text', 'Outlook').paragraphs[0]).toBe(none);
  expect(figureOf(report, 'Space taken').value).toBeCloseTo((40 / 42) * 100, 6);
});

test('FR-130-357 the day a limit is reached follows from the trend, with the band around it', async () => {
  const day = dayMillis;
  const trend = { slope: 2, low: 1, high: 4, at: () => 10 };
  expect(arrivalOf(trend, 18, 0)).toEqual({ at: 4 * day, early: 2 * day, late: 8 * day });
  expect(arrivalOf({ ...trend, low: -1 }, 18, 0).late).toBeNull();
  expect(arrivalOf(trend, 5, 7).at).toBe(7);
  expect([reaches(10, 0, 18), reaches(10, -1, 18), reaches(10, -1, 4)]).toEqual([null, null, 6]);
  const lab = reportLab(1);
  const power = lab.sensor(lab.thing('A01'), 'power');
  lab.says(power, [0, 96], (at) => 1 + at / 24);
  lab.setAge(96);
  const report = await lab.make({ kind: 'capacity', compare: 'none' });
  expect(figureOf(report, 'Power growth').value).toBeCloseTo(1, 6);
  // The small lab has no feeds to be limited by but its rack of 8 kW, and draws 5 kW in four days.
  const limit = sectionOf(report, 'series', 'Power and its forecast').limits[0]?.value ?? 0;
  const full = figureOf(report, 'Power limit reached').value ?? 0;
  expect((full - lab.epoch) / hour / 24).toBeCloseTo(limit - 1, 1);
});

test('FR-130-357 space is walked back along what was installed and removed', () => {
  const device = (id: string, parent: string, height: number) => ({
    type: 'entity.created' as const,
    entity: { id, kind: 'device', parent, spec: { slot: { height } } },
  });
  const told = [
    { at: 5 * dayMillis, event: { type: 'entity.removed', id: 'device-1' } },
    { at: 3 * dayMillis, event: device('device-2', 'rack-1', 4) },
    { at: 2 * dayMillis, event: device('device-3', 'rack-9', 4) },
    { at: 0, event: device('device-1', 'rack-1', 2) },
  ] as never;
  const changes = changesIn(told, new Set(['rack-1' as never]));
  expect(changes.map(({ units }) => units)).toEqual([-2, 4, 2]);
  const now = 6 * dayMillis;
  expect(spaceByDay({ taken: 10, now, days: 4, changes }).map(({ y }) => y)).toEqual([8, 12, 12, 10, 10]);
});

test('FR-130-358 a string is replaced by its health, its trend or its age, whichever ends it first', () => {
  const year = 365.25 * dayMillis;
  const state = { health: 92, trend: null, age: 4, designLife: 10 };
  expect(adviceFor(state, 0)).toEqual({ reason: 'byAge', at: 6 * year });
  expect(adviceFor({ ...state, health: 79 }, 5)).toEqual({ reason: 'now', at: 5 });
  expect(adviceFor({ ...state, age: 11 }, 5)).toEqual({ reason: 'pastAge', at: 5 });
  const trend = { slope: -0.1, low: -0.2, high: 0, at: () => 92 };
  expect(adviceFor({ ...state, trend }, 0)).toMatchObject({ reason: 'byTrend' });
  expect(adviceFor({ ...state, trend }, 0).at / dayMillis).toBeCloseTo(120, 6);
  expect(adviceFor({ ...state, trend: { ...trend, slope: 0.1 } }, 0).reason).toBe('byAge');
});

test('FR-130-358 cells are told by their resistance against a new one, and which are due', async () => {
  const lab = reportLab(0);
  const ups = lab.create({
    kind: 'ups',
    name: 'u1',
    parent: lab.thing('room1'),
    spec: { model: 'm', ratedPower: 100, position: { x: 1, y: 7 } },
  });
  const spec = { model: 'm', cells: 6, capacity: 100, resistance: 0.6 };
  const battery = lab.create({ kind: 'battery', name: 'b1', parent: ups, spec });
  const cells = ['cell-01', 'cell-02', 'cell-03'].map((place) =>
    lab.sensor(battery, 'cell-resistance', place),
  );
  const health = lab.sensor(battery, 'health');
  lab.setAge(12);
  lab.says(health, [0, 12], 79);
  for (const [index, value] of [0.93, 0.78, 0.6].entries()) {
    const cell = cells[index];
    if (cell !== undefined) lab.says(cell, [0, 12], value);
  }
  const report = await lab.make({ kind: 'battery', compare: 'none' });
  expect(figureOf(report, 'Lowest health').value).toBeCloseTo(79, 6);
  expect(figureOf(report, 'To replace now').value).toBe(1);
  expect(figureOf(report, 'Cells to replace')).toMatchObject({ value: 1, note: 'of 3 that are measured' });
  const shown = sectionOf(report, 'table', 'Cells to watch or replace').rows.map((row) => [
    row[1],
    row.at(-1),
  ]);
  expect(shown).toEqual([
    ['cell-01', 'replace'],
    ['cell-02', 'watch'],
  ]);
});
