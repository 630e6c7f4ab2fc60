import { expect, test } from 'vitest';
import { step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, mean, run, secondsTo, sum } from './air-lab.fixture.ts';
import { airHeat } from './constants.ts';

/** Five square metres of floor for each rack, 3 m high: a room as they are built. */
const builtRoom = { width: 10, depth: 10 };
/** Class A3 ends at 40 °C; most servers shut themselves down about there. */
const shutdown = 40;

const loseCooling = (world: World, severity: 'partial' | 'total'): void => {
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'room-1', severity });
};

/** °C of all the room's air, weighed by what each part of it holds. */
function airTemperature(world: World): number {
  const { rack, room } = world.plant.state;
  const air = world.plant.layout?.air;
  if (air === undefined) throw new Error('step first');
  let [heat, all] = [0, 0];
  const add = (capacity: number | undefined, temperature: number | undefined): void => {
    heat += capacity ?? 0;
    all += (capacity ?? 0) * (temperature ?? 0);
  };
  for (const [at, outlet] of rack.columns.outlet.entries()) add(air.rack.airHeat[at], outlet);
  add(air.room.coldHeat[0], room.columns.supply[0]);
  add(air.room.returnHeat[0], room.columns.return[0]);
  return all / heat;
}

for (const kilowatts of [2, 5, 10, 20]) {
  test(`FR-130-053 without walls, ${kilowatts} kW racks warm at β_max first and at β_min then`, () => {
    const racks = 20;
    // Load banks, as at a commissioning: the arithmetic is of air alone, far beyond where servers give up.
    const world = airLab({ racks, kilowatts, category: 'other', room: { ...builtRoom, wallHeat: 0 } });
    run(world, 2 * 3600);
    // Taken out of the room, the units leave nothing of their coils' own cold in the way.
    for (const unit of ['crac-1', 'crac-2'])
      did(world, { type: 'inventory.remove', id: unit, contents: 'cascade' });
    const power = racks * kilowatts + 1;
    const air = airHeat * 10 * 10 * 3;
    const mass = racks * 20 * 12;
    const before = airTemperature(world);
    step(world);
    const first = airTemperature(world) - before;
    expect(first / (power / air)).toBeGreaterThan(0.98);
    expect(first / (power / air)).toBeLessThan(1.02);
    run(world, 1500);
    const inlet = mean(world.plant.state.rack.columns.inlet);
    run(world, 60);
    const later = (mean(world.plant.state.rack.columns.inlet) - inlet) / 60;
    expect(later / (power / (air + mass))).toBeGreaterThan(0.98);
    expect(later / (power / (air + mass))).toBeLessThan(1.02);
  });
}

test('FR-130-054 a room of 5 kW racks shuts down between two and five minutes, one of 10 kW racks within one', () => {
  const minutes = (kilowatts: number): number => {
    const world = airLab({ racks: 20, kilowatts, room: builtRoom });
    run(world, 3600);
    loseCooling(world, 'total');
    return secondsTo(world, shutdown) / 60;
  };
  const five = minutes(5);
  expect(five).toBeGreaterThan(2);
  expect(five).toBeLessThan(5);
  expect(minutes(10)).toBeLessThan(1);
});

test('FR-130-054 walls and a higher ceiling buy time', () => {
  const seconds = (room: object): number => {
    const world = airLab({ racks: 20, kilowatts: 5, room: { ...builtRoom, ...room } });
    run(world, 3600);
    loseCooling(world, 'total');
    return secondsTo(world, shutdown);
  };
  const usual = seconds({});
  expect(seconds({ wallHeat: 0 })).toBeLessThan(usual / 2);
  expect(seconds({ height: 4 })).toBeGreaterThan(usual);
});

test('FR-130-055 with a quarter of the cooling missing, 5 kW racks settle to about 0.3 K a minute', () => {
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom });
  run(world, 3600);
  loseCooling(world, 'partial');
  run(world, 240);
  const before = mean(world.plant.state.rack.columns.inlet);
  run(world, 180);
  const rate = (mean(world.plant.state.rack.columns.inlet) - before) / 3;
  expect(rate).toBeGreaterThan(0.2);
  expect(rate).toBeLessThan(0.4);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, 600);
  expect(mean(world.plant.state.rack.columns.inlet)).toBeLessThan(24);
});

test('FR-130-055 one of four units lost costs a degree or two a minute at first, all of them far more', () => {
  const rise = (units: number): number => {
    // Four units that just suffice.
    const cracs = [{}, {}, {}, {}].map(() => ({ ratedCooling: 20 }));
    const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs });
    run(world, 3600);
    const before = mean(world.plant.state.rack.columns.inlet);
    for (let n = 1; n <= units; n += 1)
      did(world, { type: 'scenario.run', name: 'UNIT_FAULT', target: `crac-${n}` as never });
    run(world, 60);
    return mean(world.plant.state.rack.columns.inlet) - before;
  };
  const one = rise(1);
  expect(one).toBeGreaterThan(0.5);
  expect(one).toBeLessThan(3);
  expect(rise(4)).toBeGreaterThan(3 * one);
});

test('FR-130-056 a dark rack between live ones breathes what they leave, and nothing breaks', () => {
  const world = airLab({ racks: 3, kilowatts: 8 });
  did(world, { type: 'inventory.change', id: 'device-2', spec: { idlePower: 0, ratedPower: 0 } });
  run(world, 3600);
  const { inlet, outlet } = world.plant.state.rack.columns;
  expect(outlet[1]).toBeGreaterThan(inlet[1] ?? 0);
  expect(outlet[1]).toBeLessThan(outlet[0] ?? 0);
  expect(sum(inlet) / 3).toBeLessThan(27);
});
