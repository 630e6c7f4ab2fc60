import { expect, test } from 'vitest';
import { reportSchema } from '../../../sim/contract/reports.ts';
import { figureOf, hour, reportLab, sectionOf, wallNow } from './report-lab.fixture.ts';
import { lossesOf } from './losses.ts';

test('FR-130-350 a report says what it is of, compared with what, from which lab, seed and sensors, and that it is simulated', async () => {
  const lab = reportLab(2);
  lab.setAge(30);
  const rack = lab.thing('A01');
  const power = lab.sensor(rack, 'power');
  lab.says(power, [0, 15], 2);
  const report = await lab.make({ kind: 'energy', from: lab.epoch + 10 * hour, to: lab.epoch + 20 * hour });
  expect(reportSchema.parse(report)).toEqual(report);
  expect(report.meta).toMatchObject({
    title: 'Energy',
    scope: { id: null, name: 'All sites' },
    from: lab.epoch + 10 * hour,
    to: lab.epoch + 20 * hour,
    prior: { from: lab.epoch, to: lab.epoch + 10 * hour },
    priorNote: '',
    lab: { id: 'lab', name: 'Small' },
    seed: '5',
    labTime: lab.epoch + 30 * hour,
    madeAt: wallNow,
    simulated: true,
    currency: 'EUR',
  });
  expect(report.meta.sources[0]).toMatchObject({ sensors: 1, hardware: 0, ids: [power] });
  expect(report.meta.sources[0]?.present).toBeCloseTo(50, 6);
});

test('FR-130-350 a lab too young for the period before says so, and a stretch outside of the lab is refused', async () => {
  const lab = reportLab(1);
  lab.setAge(5);
  const young = await lab.make({ kind: 'energy' });
  expect([young.meta.prior, young.meta.priorNote === '']).toEqual([null, false]);
  expect(young.meta.from).toBe(lab.epoch);
  expect((await lab.make({ kind: 'energy', compare: 'none' })).meta.priorNote).toBe('');
  await expect(lab.make({ kind: 'energy', from: lab.epoch + 9 * hour })).rejects.toThrow('no lab time');
  await expect(lab.make({ kind: 'energy', within: lab.thing('A01') })).rejects.toThrow('a site or a room');
});

test('FR-130-352 energy is the meter’s difference, or power times time; PUE, cost, CO₂ and water follow from it', async () => {
  const lab = reportLab(1);
  lab.setAge(20);
  const site = lab.thing('site1');
  const of = {
    total: lab.sensor(site, 'total-power'),
    it: lab.sensor(site, 'power'),
    wue: lab.sensor(site, 'wue'),
  };
  lab.says(of.total, [0, 20], (at) => (at < 10 ? 12 : 15));
  lab.says(of.it, [0, 20], 10);
  lab.says(of.wue, [0, 20], 0.5);
  const params = { kind: 'energy', from: lab.epoch + 10 * hour };
  const report = await lab.make(params);
  expect(figureOf(report, 'Total energy')).toMatchObject({ better: 'lower' });
  expect(figureOf(report, 'Total energy').value).toBeCloseTo(150, 9);
  expect(figureOf(report, 'Total energy').prior).toBeCloseTo(120, 9);
  expect(figureOf(report, 'IT energy').value).toBeCloseTo(100, 9);
  expect(figureOf(report, 'Mean PUE').value).toBeCloseTo(1.5, 9);
  expect(figureOf(report, 'Cost')).toMatchObject({ unit: 'EUR', kind: 'money' });
  expect(figureOf(report, 'Cost').value).toBeCloseTo(150 * 0.2, 9);
  expect(figureOf(report, 'CO₂').value).toBeCloseTo(150 * 0.25, 9);
  expect(figureOf(report, 'Water').value).toBeCloseTo(50, 9);
  expect(figureOf(report, 'Cooling energy')).toMatchObject({ value: null, note: 'no sensor tells' });
  const meter = lab.sensor(site, 'energy');
  lab.says(meter, [0, 20], (at) => at * 15);
  const metered = figureOf(await lab.make(params), 'Total energy');
  expect(metered.value).toBeCloseTo(15 * (10 - 1 / 12), 6);
  expect(metered.note).toBe('by the energy meter');
});

test('FR-130-352 racks are told with their share, their peak and their change; of a room only the racks are known', async () => {
  const lab = reportLab(2);
  lab.setAge(4);
  const [first, second] = [lab.sensor(lab.thing('A01'), 'power'), lab.sensor(lab.thing('A02'), 'power')];
  lab.says(first, [0, 4], (at) => (at < 2 ? 1 : 3));
  lab.says(second, [0, 4], 1);
  const report = await lab.make({ kind: 'energy', within: lab.thing('room1'), from: lab.epoch + 2 * hour });
  const { rows } = sectionOf(report, 'table', 'All racks');
  expect(
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(6)) : cell))),
  ).toEqual([
    ['A01', 6, 75, 3, 3, 200],
    ['A02', 2, 25, 1, 1, 0],
  ]);
  expect(figureOf(report, 'Total energy')).toMatchObject({ value: null, note: 'a site has it, not a room' });
  expect(figureOf(report, 'IT energy').value).toBeCloseTo(8, 9);
  expect(figureOf(report, 'Cost').value).toBeCloseTo(1.6, 9);
});

test('FR-130-353 what a stage is given and does not hand on is lost in those it feeds', () => {
  const lab = reportLab(1);
  const site = lab.thing('site1');
  const utility = lab.create({ kind: 'utility', name: 'grid', parent: site, spec: {} });
  const transformer = lab.create({
    kind: 'transformer',
    name: 't1',
    parent: site,
    spec: { model: 'm', ratedPower: 100 },
    links: { fedBy: [utility] },
  });
  const ups = lab.create({
    kind: 'ups',
    name: 'u1',
    parent: lab.thing('room1'),
    spec: { model: 'm', ratedPower: 100, position: { x: 1, y: 7 } },
    links: { fedBy: [transformer] },
  });
  const pdu = lab.create({
    kind: 'pdu',
    name: 'p1',
    parent: lab.thing('A01'),
    spec: { model: 'm', feed: 'A', ratedPower: 50 },
    links: { fedBy: [ups] },
  });
  const things = (kind: string) => [...lab.world.inventory.all()].filter((one) => one.kind === kind) as never;
  const ground = { things, inventory: lab.world.inventory };
  const means = new Map([
    [utility, 100],
    [transformer, 98],
    [ups, 90],
    [pdu, 90],
  ]);
  const of = Object.fromEntries(
    (lossesOf(ground, means) ?? []).map(({ stage, kilowatts }) => [stage, kilowatts]),
  );
  expect(of).toMatchObject({ utility: 100, transformer: 2, ups: 8, pdu: 0, it: 90, cooling: 0, other: 0 });
  expect(lossesOf(ground, new Map())).toBeNull();
});
