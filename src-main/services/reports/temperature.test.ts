import { expect, test } from 'vitest';
import { figureOf, hour, reportLab, sectionOf } from './report-lab.fixture.ts';
import { fastChanges, inletFacts, limitsOf } from './temperature-measure.ts';

const limits = limitsOf('A1');
const stretch = (at: number, mean: number) => ({
  at: at * 60_000,
  lasts: 300_000,
  mean,
  min: mean,
  max: mean,
});

test('FR-130-354 time inside the envelopes and degree-hours beyond are sums over what was read', () => {
  const said = [stretch(0, 25), stretch(5, 29), stretch(10, 33), stretch(15, 16)];
  const facts = inletFacts(said, limits);
  expect(facts).toMatchObject({
    read: 1_200_000,
    recommended: 300_000,
    allowable: 900_000,
    max: 33,
    min: 16,
  });
  expect(facts?.hotHours).toBeCloseTo((2 + 6) / 12, 12);
  expect(facts?.coldHours).toBeCloseTo(2 / 12, 12);
  expect(inletFacts([], limits)).toBeNull();
  expect(limitsOf('H1')).toEqual({ recommended: { low: 18, high: 22 }, allowable: { low: 5, high: 25 } });
});

test('FR-130-354 a change of more than 5 K in a quarter of an hour, or 20 K in an hour, counts once while it lasts', () => {
  const at = (values: readonly number[]) => values.map((value, index) => stretch(index * 5, value));
  expect(fastChanges(at([20, 21, 22, 23, 24, 25, 26]))).toBe(0);
  expect(fastChanges(at([20, 22, 26, 27, 28, 28, 28, 28, 28, 22]))).toBe(2);
  expect(fastChanges(at(Array.from({ length: 13 }, (_, n) => 20 + n * 1.66)))).toBe(0);
  expect(fastChanges(at(Array.from({ length: 13 }, (_, n) => 20 + n * 1.68)))).toBe(1);
  expect(fastChanges([{ ...stretch(0, 20), lasts: 3_600_000 }])).toBeNull();
});

test('FR-130-354 the report is honest about hours without readings and names the worst first', async () => {
  const lab = reportLab(2);
  lab.setAge(10);
  const inlet = (rack: string) => {
    const known = [...lab.world.inventory.childrenOf(lab.thing(rack))].find(({ kind }) => kind === 'sensor');
    return known?.id ?? lab.sensor(lab.thing(rack), 'temperature', 'front-middle');
  };
  lab.says(inlet('A01'), [0, 10], 24);
  lab.says(inlet('A02'), [0, 5], 29);
  const report = await lab.make({ kind: 'temperature', compare: 'none' });
  expect(figureOf(report, 'Without readings').value).toBeCloseTo(25, 6);
  expect(figureOf(report, 'Inside recommended').value).toBeCloseTo((10 / 15) * 100, 6);
  expect(figureOf(report, 'Inside allowable').value).toBe(100);
  expect(figureOf(report, 'Beyond recommended').value).toBeCloseTo(10, 6);
  expect(figureOf(report, 'Racks always inside recommended')).toMatchObject({ value: 1, note: 'of 2' });
  expect(sectionOf(report, 'bars', 'Worst offenders').bars.map(({ label }) => label)).toEqual(['A02']);
  const [worst] = sectionOf(report, 'table', 'Racks').rows;
  expect(worst?.[0]).toBe('A02');
  expect(worst?.at(-1)).toBe(5 * hour);
});

test('FR-130-354 without an inlet nothing is claimed', async () => {
  const lab = reportLab(0);
  lab.setAge(3);
  const report = await lab.make({ kind: 'temperature' });
  expect(figureOf(report, 'Inside recommended')).toMatchObject({
    value: null,
    note: 'No rack here has an inlet temperature sensor.',
  });
});
