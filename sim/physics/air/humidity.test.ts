import { expect, test } from 'vitest';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, run, sum } from './air-lab.fixture.ts';
import { dewPoint, relativeHumidity, waterAt, wetBulb } from './moist-air.ts';

const water = (world: World): number => world.plant.state.room.columns.humidity[0] ?? Number.NaN;
const humidity = (world: World): number => relativeHumidity(water(world), 24);

test('FR-130-008 dew point and moisture are each other’s inverse, below freezing too', () => {
  for (const dew of [-30, -10.5, 0, 4.2, 10, 21.7, 35]) expect(dewPoint(waterAt(dew))).toBeCloseTo(dew, 2);
  expect(relativeHumidity(waterAt(12), 12)).toBeCloseTo(100, 6);
  expect(dewPoint(0)).toBe(-40);
});

test('FR-130-008 the wet bulb lies between dew point and dry bulb, where psychrometers show it', () => {
  // 30 °C at 50 % RH: dew point 18.4 °C, wet bulb 22.0 °C (psychrometric chart).
  expect(wetBulb(30, 18.4)).toBeCloseTo(22, 0);
  expect(wetBulb(35, 10)).toBeGreaterThan(10);
  expect(wetBulb(35, 10)).toBeLessThan(22);
  expect(wetBulb(15, 15)).toBe(15);
});

for (const climate of ['temperate', 'hot-dry', 'hot-humid', 'cold'] as const) {
  test(`FR-130-065 in a ${climate} climate humidifiers and coils hold a room between 40 and 55 % RH`, () => {
    const world = airLab({ racks: 10, kilowatts: 5, climate });
    run(world, 3600);
    for (let hour = 0; hour < 12; hour += 1) {
      run(world, 3600);
      expect(humidity(world)).toBeGreaterThan(39);
      expect(humidity(world)).toBeLessThan(55);
    }
  });
}

test('FR-130-065 dry air drives humidity down within the hour; stopped, the humidifiers bring it back', () => {
  const world = airLab({ racks: 10, kilowatts: 5 });
  run(world, 600);
  did(world, { type: 'scenario.run', name: 'HUMIDITY_LOW', target: 'room-1', size: 80 });
  run(world, 1200);
  const early = humidity(world);
  run(world, 2400);
  expect(early).toBeLessThan(42);
  expect(humidity(world)).toBeLessThan(30);
  expect(humidity(world)).toBeGreaterThan(5);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  run(world, 3600);
  expect(humidity(world)).toBeGreaterThan(39);
});

test('FR-130-066 a coil colder than the dew point takes water out of the air, and the machine pays for it', () => {
  const cold = { control: 'supply', setpoint: 11, humidifier: 'none' };
  const warm = { control: 'supply', setpoint: 22, humidifier: 'none' };
  const left = (unit: object): { world: World; water: number } => {
    const world = airLab({ racks: 10, kilowatts: 5, cracs: [unit] });
    run(world, 60);
    world.plant.state.room.columns.humidity[0] = 0.0092;
    run(world, 1800);
    return { world, water: water(world) };
  };
  const dried = left(cold);
  expect(dried.water).toBeLessThan(0.0085);
  expect(left(warm).water).toBeGreaterThan(0.0088);
  dried.world.plant.state.room.columns.humidity[0] = 0.012;
  run(dried.world, 1);
  const { air } = dried.world.plant.layout ?? {};
  const { output, load } = dried.world.plant.state.crac.columns;
  expect(air?.crac.latent[0]).toBeGreaterThan(1);
  expect(((load[0] ?? 0) / 100) * (air?.crac.rated[0] ?? 0)).toBeCloseTo(
    sum(output) + (air?.crac.latent[0] ?? 0),
    6,
  );
});
