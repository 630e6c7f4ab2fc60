import { expect, test } from 'vitest';
import { step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, mean, most, run, sum } from './air-lab.fixture.ts';
import { compressorPerformance } from './coils.ts';
import { unitState as word } from './unit-words.ts';
import { fanLaw } from './units.ts';

const builtRoom = { width: 10, depth: 10 };
const cracs = (world: World) => world.plant.state.crac.columns;
const inlets = (world: World) => world.plant.state.rack.columns.inlet;

test('FR-130-057 at half speed fans move half the air for an eighth of the power', () => {
  expect(fanLaw(5, 1)).toBe(5);
  expect(fanLaw(5, 0.5)).toBe(0.625);
  const world = airLab({ racks: 10, kilowatts: 5, cracs: [{ ratedCooling: 100, fanPower: 8 }] });
  run(world, 1800);
  const speed = (cracs(world).fan[0] ?? 0) / 100;
  expect(speed).toBeGreaterThan(0.4);
  expect(speed).toBeLessThan(0.6);
  expect(world.plant.layout?.air.crac.flow[0]).toBeCloseTo((speed * 100) / 11, 9);
  expect(world.plant.layout?.air.crac.fanHeat[0]).toBeCloseTo(8 * speed * speed * speed, 9);
});

for (const [control, setpoint] of [
  ['supply', 20],
  ['supply', 25],
  ['return', 30],
  ['return', 35],
] as const) {
  test(`FR-130-058 a unit that holds ${setpoint} °C on its ${control} comes to it and stays`, () => {
    const units = [
      { control, setpoint },
      { control, setpoint, coil: 'chilled-water' },
    ];
    const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: units, chillers: [{}] });
    run(world, 4 * 3600);
    for (let minute = 0; minute < 60; minute += 1) {
      run(world, 60);
      for (const held of control === 'supply' ? cracs(world).supply : cracs(world).return) {
        expect(Math.abs(held - setpoint)).toBeLessThan(0.2);
      }
    }
  });
}

test('FR-130-059 a compressor that stopped rests three minutes, and two never start at once', () => {
  const units = [{ stages: 3 }, { stages: 3 }];
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: units });
  run(world, 1800);
  const stages = (): number[] => [...cracs(world).stages];
  const before = stages();
  expect(Math.min(...before)).toBeGreaterThan(0);
  did(world, { type: 'plant.order', target: 'crac-1', verb: 'unit-off' });
  run(world, 1);
  expect(cracs(world).state[0]).toBe(word.off);
  expect(stages()[0]).toBe(0);
  did(world, { type: 'plant.order', target: 'crac-1', verb: 'unit-on' });
  const starts: number[] = [];
  for (let at = 1; at <= 400; at += 1) {
    const was = stages()[0] ?? 0;
    step(world);
    if ((stages()[0] ?? 0) > was) starts.push(at);
  }
  // Fans are back long before.
  expect(cracs(world).state[0]).toBe(word.running);
  expect(starts.length).toBeGreaterThan(0);
  expect(starts[0]).toBeGreaterThanOrEqual(180);
  for (let n = 1; n < starts.length; n += 1)
    expect((starts[n] ?? 0) - (starts[n - 1] ?? 0)).toBeGreaterThanOrEqual(20);
});

test('FR-130-059 after a stop of all units they start one after another', () => {
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: [{}, {}, {}] });
  run(world, 600);
  did(world, { type: 'scenario.run', name: 'FIRE_ALARM', target: 'room-1', severity: 'total' });
  run(world, 30);
  expect([...cracs(world).state]).toEqual([word.off, word.off, word.off]);
  expect(sum(cracs(world).fan)).toBe(0);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  const startedAt: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    step(world);
    for (const [i, state] of cracs(world).state.entries()) if (state === word.running) startedAt[i] ??= at;
  }
  expect(startedAt.length).toBe(3);
  expect(startedAt.toSorted((a, b) => a - b)).toEqual(startedAt);
  expect(new Set(startedAt).size).toBe(3);
});

test('FR-130-059 a gap in the power stops fans and compressors; back, they start in turn, and only those that were fed by it', () => {
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: [{}, {}, {}] });
  did(world, {
    type: 'inventory.create',
    item: { kind: 'utility', name: 'grid', parent: 'site-1', spec: {} } as never,
  });
  for (const unit of ['crac-1', 'crac-2'])
    did(world, { type: 'inventory.change', id: unit, links: { fedBy: ['utility-1'] } });
  run(world, 600);
  did(world, { type: 'scenario.run', name: 'MAINS_FAILURE', target: 'utility-1' });
  run(world, 10);
  expect([...cracs(world).state]).toEqual([word.noPower, word.noPower, word.running]);
  expect([...cracs(world).fan].slice(0, 2)).toEqual([0, 0]);
  expect([...cracs(world).power].slice(0, 2)).toEqual([0, 0]);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  const started: (number | undefined)[] = [undefined, undefined];
  for (let at = 1; at <= 300; at += 1) {
    step(world);
    for (const i of [0, 1]) if ((cracs(world).stages[i] ?? 0) > 0) started[i] ??= at;
    if (at === 2) expect(cracs(world).state[1]).toBe(word.starting);
  }
  expect(started[0]).toBeGreaterThan(165);
  expect(started[1]).toBeGreaterThan(started[0] ?? Number.NaN);
});

test('FR-130-060 of three units where two suffice one may fail: the others turn faster and inlets hardly move', () => {
  const units = [{ ratedCooling: 60 }, { ratedCooling: 60 }, { ratedCooling: 60 }];
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: units });
  run(world, 3600);
  const [speed, share] = [cracs(world).fan[1] ?? 0, cracs(world).compressor[1] ?? 0];
  const before = most(inlets(world));
  did(world, { type: 'scenario.run', name: 'UNIT_FAULT', target: 'crac-1' });
  run(world, 900);
  expect(cracs(world).state[0]).toBe(word.failed);
  expect(cracs(world).fan[1]).toBeGreaterThan(1.3 * speed);
  expect(cracs(world).compressor[1]).toBeGreaterThan(1.3 * share);
  expect(most(inlets(world)) - before).toBeLessThan(1);
  did(world, { type: 'scenario.run', name: 'UNIT_FAULT', target: 'crac-2' });
  run(world, 900);
  // One of three is too little air: the hot side comes round.
  expect(cracs(world).fan[2]).toBe(100);
  expect(mean(inlets(world)) - before).toBeGreaterThan(3);
});

test('FR-130-060 units draw more for the same heat when it is hot outside', () => {
  for (let outdoor = 10; outdoor < 50; outdoor += 5)
    expect(compressorPerformance(outdoor + 5, 22)).toBeLessThan(compressorPerformance(outdoor, 22));
  expect(compressorPerformance(35, 22)).toBeGreaterThan(3.4);
  expect(compressorPerformance(35, 22)).toBeLessThan(4);
  // And less where the air they supply may be warmer, within what a coil can do.
  expect(compressorPerformance(35, 24) / compressorPerformance(35, 22)).toBeCloseTo(1.05, 9);
  expect(compressorPerformance(35, 60)).toBe(compressorPerformance(35, 40));
});

test('FR-130-061 containment lowers the supply heat index', () => {
  const index = (containment: string): number => {
    const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, containment });
    run(world, 3600);
    return world.plant.state.site.columns.shi[0] ?? Number.NaN;
  };
  const open = index('none');
  expect(open).toBeLessThan(0.2);
  expect(index('cold-aisle')).toBeLessThan(0.6 * open);
  expect(index('hot-aisle')).toBeLessThan(0.6 * open);
});

test('FR-130-068 hours outside the ASHRAE allowable envelope are counted, hours within are not', () => {
  const hot = (setpoint: number, envelope: string): number => {
    const world = airLab({
      racks: 10,
      kilowatts: 5,
      room: { ...builtRoom, envelope },
      cracs: [{ setpoint }, { setpoint }],
    });
    run(world, 3600);
    return world.plant.state.site.columns.hot[0] ?? Number.NaN;
  };
  expect(hot(22, 'A1')).toBe(0);
  expect(hot(29, 'A2')).toBe(0);
  expect(hot(32, 'A1')).toBeGreaterThan(10);
});
