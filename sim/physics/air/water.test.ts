import { expect, test } from 'vitest';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, mean, run, secondsTo, summer, winter } from './air-lab.fixture.ts';
import { chillerState as word } from './unit-words.ts';
import { capacityShare, powerShare, towerWater } from './chiller-curves.ts';

const builtRoom = { width: 10, depth: 10 };
const chilled = [{ coil: 'chilled-water' }, { coil: 'chilled-water' }];
const chillers = (world: World) => world.plant.state.chiller.columns;

test('FR-130-062 after a chiller trips its buffer keeps the racks cool, the longer the larger it is', () => {
  const seconds = (buffer: number): number => {
    const world = airLab({
      racks: 20,
      kilowatts: 5,
      room: builtRoom,
      cracs: chilled,
      chillers: [{ buffer }],
    });
    run(world, 1800);
    did(world, { type: 'scenario.run', name: 'CHILLER_TRIP', target: 'chiller-1' });
    return secondsTo(world, 27);
  };
  const [small, usual, large] = [seconds(500), seconds(2000), seconds(5000)];
  expect(small).toBeGreaterThan(60);
  expect(usual).toBeGreaterThan(2 * small);
  expect(large).toBeGreaterThan(2 * usual);
  // 100 kW into 5 m³ of water between 12 and 27 °C: arithmetic says 3,140 s at most.
  expect(large).toBeLessThan(3140);
});

test('FR-130-062 a tripped chiller pumps on; mended it needs its restart time, then brings the water back', () => {
  const chiller = { ratedCooling: 160, restart: 120 };
  const world = airLab({ racks: 20, kilowatts: 5, room: builtRoom, cracs: chilled, chillers: [chiller] });
  run(world, 1800);
  expect(chillers(world).supply[0]).toBeCloseTo(12, 1);
  expect(chillers(world).return[0]).toBeCloseTo(18, 0);
  did(world, { type: 'scenario.run', name: 'CHILLER_TRIP', target: 'chiller-1' });
  run(world, 240);
  expect(chillers(world).state[0]).toBe(word.tripped);
  expect(chillers(world).flow[0]).toBeGreaterThan(1);
  const warm = chillers(world).supply[0] ?? 0;
  expect(warm).toBeGreaterThan(13);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, 119);
  expect(chillers(world).state[0]).toBe(word.starting);
  run(world, 900);
  expect(chillers(world).state[0]).toBe(word.running);
  expect(chillers(world).supply[0]).toBeCloseTo(12, 1);
});

test('FR-130-062 of two chillers one may trip: the other carries the units', () => {
  const world = airLab({
    racks: 20,
    kilowatts: 5,
    room: builtRoom,
    cracs: chilled,
    chillers: [{ ratedCooling: 140 }, { ratedCooling: 140 }],
  });
  run(world, 1800);
  const share = chillers(world).load[1] ?? 0;
  did(world, { type: 'scenario.run', name: 'CHILLER_TRIP', target: 'chiller-1' });
  run(world, 1800);
  expect(chillers(world).load[1]).toBeGreaterThan(1.8 * share);
  expect(mean(world.plant.state.rack.columns.inlet)).toBeLessThan(24);
});

test('FR-130-062 a unit that no chiller serves has no water and cools nothing', () => {
  const world = airLab({ racks: 4, kilowatts: 5, room: builtRoom, cracs: chilled });
  run(world, 60);
  expect([...world.plant.state.crac.columns.output]).toEqual([0, 0]);
  did(world, {
    type: 'inventory.create',
    item: {
      kind: 'chiller',
      name: 'c',
      parent: 'site-1' as never,
      spec: { model: 'm', ratedCooling: 60 as never },
    } as never,
  });
  run(world, 60);
  expect(world.plant.state.crac.columns.output[0]).toBeGreaterThan(1);
  did(world, { type: 'plant.order', target: 'chiller-1', verb: 'unit-off' });
  run(world, 60);
  expect(chillers(world).state[0]).toBe(word.off);
  expect(chillers(world).power[0]).toBe(0);
  expect([...world.plant.state.crac.columns.output]).toEqual([0, 0]);
});

test('FR-130-063 a chiller gives less and draws more as its condenser warms and as its water cools', () => {
  for (let outdoor = 15; outdoor < 45; outdoor += 5) {
    const [cool, warm] = [capacityShare(outdoor, 12), capacityShare(outdoor + 5, 12)];
    expect(warm).toBeLessThanOrEqual(cool);
    expect(powerShare(warm, 1)).toBeGreaterThanOrEqual(powerShare(cool, 1));
  }
  expect(capacityShare(35, 6.67)).toBeCloseTo(0.9448, 4);
  expect(powerShare(0.9448, 1)).toBeCloseTo(1.013, 2);
  expect(capacityShare(35, 6)).toBeLessThan(capacityShare(35, 12));
  // At part load it draws less, though not in proportion.
  expect(powerShare(1, 0.5)).toBeGreaterThan(0.4 * powerShare(1, 1));
  expect(powerShare(1, 0.5)).toBeLessThan(0.6 * powerShare(1, 1));
});

test('FR-130-063 a tower spends about two litres for each kWh it rejects, and more on humid heat than in frost', () => {
  const litres = (wetBulb: number): number => 3600 * towerWater(1, wetBulb);
  expect(litres(15)).toBeGreaterThan(1.5);
  expect(litres(15)).toBeLessThan(3);
  expect(litres(25)).toBeGreaterThan(litres(5));
  expect(towerWater(1, -60)).toBe(0);
  const world = airLab({ racks: 10, kilowatts: 5, cracs: chilled, chillers: [{ condenser: 'tower' }] });
  run(world, 3600);
  const spent = chillers(world).water[0] ?? 0;
  expect(spent).toBeGreaterThan(50);
  expect(world.plant.state.site.columns.water[0]).toBeGreaterThanOrEqual(spent);
});

test('FR-130-064 a water-side economiser cools for next to nothing in a cold winter, and not in a humid summer', () => {
  const lab = (economiser: string, climate: string, epoch: number): { pue: number; state: number } => {
    const world = airLab({
      racks: 20,
      kilowatts: 5,
      room: builtRoom,
      climate,
      epoch,
      cracs: chilled,
      chillers: [{ condenser: 'tower', performance: 5.5, economiser }],
    });
    run(world, 1800);
    return { pue: world.plant.state.site.columns.pue[0] ?? 0, state: chillers(world).state[0] ?? -1 };
  };
  const cold = lab('water-side', 'cold', winter);
  expect(cold.state).toBe(word.economiser);
  expect(cold.pue).toBeLessThan(lab('none', 'cold', winter).pue - 0.05);
  const humid = lab('water-side', 'hot-humid', summer);
  expect(humid.state).toBe(word.running);
  expect(humid.pue).toBeCloseTo(lab('none', 'hot-humid', summer).pue, 6);
  expect(cold.pue).toBeLessThan(humid.pue - 0.05);
});
