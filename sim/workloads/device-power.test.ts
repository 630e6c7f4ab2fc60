import { expect, test } from 'vitest';
import { deviceSpecSchema } from '../contract/entities.ts';
import { drawOf, usualWatts } from './device-power.ts';
import { specPowerTable } from './spec-power.table.ts';

const spec = (more: object) =>
  deviceSpecSchema.parse({
    model: 'Server',
    category: 'server',
    slot: { position: 1, height: 2, face: 'both' },
    idlePower: 100,
    ratedPower: 300,
    ...more,
  });
const points = [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150];

test('FR-130-260 a machine’s own power points stand in for its idle and rated power', () => {
  expect(drawOf(spec({}))).toEqual({ idle: 100, rated: 300, points: null });
  expect(drawOf(spec({ powerPoints: points }))).toEqual({ idle: 50, rated: 150, points });
  expect(drawOf(spec({ idlePower: 400 })).idle).toBe(300);
});

test('FR-130-261 a model of the table draws what was published of it, whatever its case', () => {
  const r740 = specPowerTable.find(({ model }) => model === 'PowerEdge R740')?.points;
  expect(drawOf(spec({ model: 'PowerEdge R740' })).points).toEqual(r740);
  expect(drawOf(spec({ model: 'dell poweredge r740' })).points).toEqual(r740);
  expect(drawOf(spec({ model: 'PowerEdge R740xd' })).points).toBeNull();
  expect(drawOf(spec({ model: 'PowerEdge R740', powerPoints: points })).points).toEqual(points);
});

test('FR-130-261 every published row has eleven points that rise, a result of its own and a source', () => {
  expect(specPowerTable.length).toBeGreaterThanOrEqual(6);
  for (const row of specPowerTable) {
    expect(row.points).toHaveLength(11);
    expect(row.points).toEqual(row.points.toSorted((a, b) => a - b));
    expect(row.result).toMatch(/^res20\d\dq[1-4]\/power_ssj2008-\d{8}-\d{5}$/);
    expect(row.readIn).not.toBe('');
  }
  const models = specPowerTable.map(({ model }) => model.toLowerCase());
  expect(new Set(models).size).toBe(models.length);
});

test('FR-130-264 what is planned, staged or retired draws nothing', () => {
  for (const lifecycle of ['planned', 'staged', 'retired']) {
    const idle = spec({ lifecycle, powerPoints: points });
    expect(drawOf(idle)).toEqual({ idle: 0, rated: 0, points: null });
    expect(usualWatts(idle)).toBe(0);
  }
});

test('FR-130-262 a lab begins with what each duty draws in the mean', () => {
  expect(usualWatts(spec({}))).toBeCloseTo(220, 0);
  expect(usualWatts(spec({ duty: 'idle' }))).toBe(100);
  expect(usualWatts(spec({ duty: 'batch', powerPoints: points }))).toBe(55);
  expect(usualWatts(spec({ duty: 'steady', powerPoints: points }))).toBeCloseTo(105, 9);
});
