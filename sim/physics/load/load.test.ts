import { expect, test } from 'vitest';
import { advanceTo } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { specPowerTable } from '../../workloads/spec-power.table.ts';
import { powerShare } from '../../workloads/utilisation.ts';
import { pointAt } from './crews.ts';
import { loadLab, mondayMidnight, rackColumn } from './load.fixture.ts';

const hour = 3600;
const day = 24 * hour;
const points = [50, 60, 75, 80, 90, 110, 120, 121, 130, 170, 200];
const demand = (world: World, rack: number): number => rackColumn(world, 'demand')[rack] ?? Number.NaN;
/** A machine that draws as many kW as it is busy, so that a rack of one asks for how busy it is. */
const straight = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];
const use = demand;

test('FR-130-260 between two points the draw is on the straight line, and never beyond the ends', () => {
  const curve = Float64Array.from([7, ...points]);
  expect(pointAt(curve, 1, 0)).toBe(50);
  expect(pointAt(curve, 1, 0.15)).toBeCloseTo(67.5, 9);
  expect(pointAt(curve, 1, 0.95)).toBeCloseTo(185, 9);
  expect([pointAt(curve, 1, 1), pointAt(curve, 1, 2), pointAt(curve, 1, -1)]).toEqual([200, 200, 50]);
});

test('FR-130-260 a rack asks for the sum of its machines, each by its own curve', () => {
  const published = specPowerTable.find(({ model }) => model === 'PowerEdge R640')?.points ?? [];
  const world = loadLab({
    racks: [
      [{ duty: 'steady', powerPoints: straight }],
      [{}, { powerPoints: points }, { model: 'poweredge r640' }].map((one) => ({ ...one, duty: 'idle' })),
      [{ duty: 'idle' }, { duty: 'idle', idlePower: 500 }],
    ],
  });
  advanceTo(world, 10);
  expect(use(world, 0)).toBeGreaterThan(0.4);
  expect(use(world, 0)).toBeLessThan(0.7);
  expect(demand(world, 1)).toBeCloseTo((100 + 50 + (published[0] ?? 0)) / 1000, 9);
  // What idles at more than it is rated for is rated wrongly: the rating holds.
  expect(demand(world, 2)).toBeCloseTo(0.4, 9);
});

test('FR-130-260 two machines of one duty in a rack are equally busy, whatever their curves', () => {
  const world = loadLab({
    racks: [[{ powerPoints: straight }], [{ powerPoints: straight }, { powerPoints: points }, {}]],
  });
  advanceTo(world, 11 * hour);
  const layout = world.plant.layout?.load.crews.day;
  const busy = layout?.use[1] ?? Number.NaN;
  const curve = Float64Array.from(points);
  const watts = 1000 * busy + pointAt(curve, 0, busy) + 100 + 200 * powerShare(busy);
  expect(demand(world, 1)).toBeCloseTo(watts / 1000, 9);
  expect(busy).toBeGreaterThan(0.4);
});

test('FR-130-262 who works by day is calm at weekends; who works steadily or never, is always alike', () => {
  const world = loadLab({
    racks: ['day', 'steady', 'idle'].map((duty) => [{ duty, powerPoints: straight }]),
  });
  const seen: number[][] = [];
  for (let at = 0; at < 7; at += 1) {
    advanceTo(world, at * day + 11 * hour);
    seen.push([0, 1, 2].map((rack) => use(world, rack)));
  }
  const [monday = [], , , , , saturday = [], sunday = []] = seen;
  expect((saturday[0] ?? 1) / (monday[0] ?? 0)).toBeLessThan(0.7);
  expect((sunday[0] ?? 1) / (monday[0] ?? 0)).toBeLessThan(0.7);
  for (const [, steady = 0, idle] of seen) {
    expect(Math.abs(steady - (monday[1] ?? 0))).toBeLessThan(0.15);
    expect(idle).toBe(0);
  }
}, 20_000);

test('FR-130-263 batch machines are busy for some hours of the night and near idle by day, each rack at its own', () => {
  const racks = Array.from({ length: 8 }, () => [{ duty: 'batch', powerPoints: straight }]);
  const world = loadLab({ racks, epoch: mondayMidnight + 12 * hour * 1000 });
  const minutes = racks.map(() => 0);
  const starts = racks.map(() => Number.NaN);
  for (let minute = 1; minute < 24 * 60; minute += 1) {
    advanceTo(world, minute * 60);
    for (const [at, kilowatts] of rackColumn(world, 'demand').entries()) {
      if (kilowatts > 0.5) {
        if (minutes[at] === 0) starts[at] = minute;
        minutes[at] = (minutes[at] ?? 0) + 1;
      }
      if (minute < 9 * 60 || minute > 20 * 60 + 5) expect(kilowatts).toBe(0.05);
    }
  }
  const worked = minutes.filter((of) => of > 0);
  expect(worked.length).toBeGreaterThanOrEqual(5);
  for (const of of worked) {
    expect(of).toBeGreaterThan(110);
    expect(of).toBeLessThan(305);
  }
  expect(new Set(starts).size).toBeGreaterThan(4);
}, 20_000);

test('FR-130-263 a second machine at batch in a rack keeps its rack’s window', () => {
  const one = { duty: 'batch', powerPoints: straight };
  const world = loadLab({ racks: [[one], [one, one]], epoch: mondayMidnight + 22 * hour * 1000 });
  advanceTo(world, 1);
  const start = world.plant.layout?.load.nights.habits[1]?.start ?? Number.NaN;
  advanceTo(world, Math.max(2, start - 10 * hour - 60));
  expect(demand(world, 1)).toBeLessThanOrEqual(2);
  expect(world.plant.layout?.load.nights.habits).toHaveLength(2);
});

test('FR-130-264 a machine draws from the second it is active, and nothing before and after', () => {
  const world = loadLab({ racks: [[{ duty: 'idle' }, { duty: 'idle', lifecycle: 'planned' }]] });
  const turn = (lifecycle: string): number => {
    did(world, { type: 'inventory.change', id: 'device-2', spec: { lifecycle } });
    advanceTo(world, world.clock.tick + 1);
    return demand(world, 0);
  };
  advanceTo(world, 5);
  expect(demand(world, 0)).toBeCloseTo(0.1, 9);
  expect(turn('staged')).toBeCloseTo(0.1, 9);
  expect(turn('active')).toBeCloseTo(0.2, 9);
  expect(turn('retired')).toBeCloseTo(0.1, 9);
});

test('FR-130-264 what draws nothing takes no phase from those that do', () => {
  const build = (lifecycle: string): World => {
    const world = loadLab({ racks: [[{ lifecycle, duty: 'idle' }, { duty: 'idle' }]] });
    for (const feed of ['A', 'B'])
      did(world, {
        type: 'inventory.create',
        item: {
          kind: 'pdu',
          name: `pdu-${feed}`,
          parent: 'rack-1',
          spec: { model: 'p', feed, ratedPower: 11 },
        } as never,
      });
    advanceTo(world, 40);
    return world;
  };
  const sum = (world: World): number =>
    world.plant.state.pdu.columns.power.reduce((total, kilowatts) => total + kilowatts, 0);
  expect(sum(build('planned'))).toBeCloseTo(0.1, 9);
  expect(sum(build('active'))).toBeCloseTo(0.2, 9);
});
