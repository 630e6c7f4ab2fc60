import { expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import { advanceTo, step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { stateColumns } from '../columns.table.ts';
import { columnOf } from '../state.ts';
import { tableNames } from '../tables.ts';
import { stepHeat } from './heat.ts';
import { loadLab, rackColumn } from './load.fixture.ts';

const busy = { idlePower: 500, ratedPower: 500, duty: 'steady' };
const rackOf = (count: number, more: object = {}): object[] =>
  Array.from({ length: count }, () => ({ ...busy, ...more }));
const twelve = (more: object = {}): object[][] => Array.from({ length: 12 }, () => rackOf(10, more));

/** A1 allows 32 °C; machines switch themselves off around 42 °C. */
const allowed = 32;

/** One rack whose inlet is what the test says, second by second. */
function bench(devices: object[]): {
  readonly world: World;
  readonly breathe: (c: number, s: number) => void;
} {
  const world = loadLab({ racks: [devices] });
  step(world);
  const { layout, state } = world.plant;
  if (layout === null) throw new Error('stepped');
  return {
    world,
    breathe: (celsius, seconds) => {
      for (let at = 0; at < seconds; at += 1) {
        state.rack.columns.inlet[0] = celsius;
        stepHeat(state, layout);
      }
    },
  };
}
const tripped = (world: World): number => rackColumn(world, 'tripped')[0] ?? Number.NaN;

test('FR-130-265 machines switch themselves off one after another, not before they have been hot for a while', () => {
  const { world, breathe } = bench(rackOf(10));
  breathe(allowed + 7.5, 3600);
  expect(tripped(world)).toBe(0);
  const seen = new Set<number>();
  for (let tenth = 75; tenth <= 130; tenth += 1) {
    breathe(allowed + tenth / 10, 300);
    seen.add(tripped(world));
  }
  expect([...seen]).toEqual([...seen].toSorted((a, b) => a - b));
  expect(seen.size).toBeGreaterThan(7);
  expect(tripped(world)).toBe(1);
});

test('FR-130-265 a burst of hot air that is over within seconds trips nothing, one that stays does', () => {
  const { world, breathe } = bench(rackOf(10));
  breathe(allowed + 15, 15);
  expect(tripped(world)).toBe(0);
  breathe(allowed - 2, 600);
  breathe(allowed + 15, 28);
  expect(tripped(world)).toBeLessThan(0.5);
  breathe(allowed + 15, 30);
  expect(tripped(world)).toBeGreaterThan(0.5);
});

test('FR-130-266 they stay off until the air has been allowable for five minutes, and come back one after another', () => {
  const { world, breathe } = bench(rackOf(10));
  breathe(allowed + 20, 120);
  expect(tripped(world)).toBe(1);
  breathe(allowed + 1, 3600);
  expect(tripped(world)).toBe(1);
  breathe(allowed - 1, 299);
  breathe(allowed + 1, 1);
  breathe(allowed - 1, 300);
  expect(tripped(world)).toBe(1);
  const seen: number[] = [];
  for (let at = 0; at < 125; at += 1) {
    breathe(allowed - 1, 1);
    seen.push(tripped(world));
  }
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(new Set(seen).size).toBe(10);
  expect(seen.at(-1)).toBe(0);
  expect([rackColumn(world, 'cool')[0], rackColumn(world, 'soak')[0]]).toEqual([0, 0]);
});

test('FR-130-266 a load bank never switches itself off, nor does a machine without power or a rack without a room', () => {
  const bank = bench([...rackOf(1), ...rackOf(3, { category: 'other' })]);
  bank.breathe(80, 600);
  expect(tripped(bank.world)).toBeCloseTo(0.25, 9);
  const dark = bench(rackOf(2));
  dark.world.plant.state.rack.columns.powered[0] = 0;
  dark.breathe(80, 600);
  expect(tripped(dark.world)).toBe(0);
  const roomless = bench(rackOf(2));
  const most = roomless.world.plant.layout?.load.heat.most;
  if (most === undefined) throw new Error('stepped');
  expect(most[0]).toBe(32);
  most[0] = Number.POSITIVE_INFINITY;
  roomless.breathe(80, 600);
  expect(tripped(roomless.world)).toBe(0);
});

test('FR-130-266 machines that were taken out while off do not keep their rack dark', () => {
  const world = loadLab({ racks: [rackOf(2)] });
  step(world);
  const { tripped: off, inlet } = world.plant.state.rack.columns;
  off[0] = 1;
  inlet[0] = 40;
  did(world, { type: 'inventory.remove', id: 'device-1' });
  did(world, { type: 'inventory.change', id: 'device-2', spec: { category: 'other' } });
  advanceTo(world, 2);
  advanceTo(world, 2000);
  expect(tripped(world)).toBe(0);
});

const uncooled = (more: object = {}): World => {
  const world = loadLab({ racks: twelve(more) });
  advanceTo(world, 600);
  for (const id of ['crac-1', 'crac-2'])
    did(world, { type: 'inventory.remove', id: id, contents: 'cascade' });
  return world;
};

test('FR-130-267 an uncooled room settles once its machines are off; with load banks it climbs on', () => {
  const servers = uncooled();
  advanceTo(servers, 2 * 3600);
  const first = Math.max(...rackColumn(servers, 'inlet'));
  expect(first).toBeGreaterThan(allowed + 8);
  expect(first).toBeLessThan(allowed + 15);
  advanceTo(servers, 3 * 3600);
  expect(Math.max(...rackColumn(servers, 'inlet'))).toBeLessThan(first + 0.5);
  // The last of them keep the room where it is.
  const load = rackColumn(servers, 'load').reduce((sum, kilowatts) => sum + kilowatts, 0);
  expect(load).toBeLessThan(0.1 * 12 * 5);
  const banks = uncooled({ category: 'other' });
  advanceTo(banks, 3600);
  expect(Math.max(...rackColumn(banks, 'inlet'))).toBeGreaterThan(60);
});

test('FR-130-267 too little cooling carries some of the machines: the room is hot, but does not run away', () => {
  const world = loadLab({ racks: twelve(), ratedCooling: 15 });
  let warmest = 0;
  for (let minute = 1; minute <= 360; minute += 1) {
    advanceTo(world, minute * 60);
    warmest = Math.max(warmest, ...rackColumn(world, 'inlet'));
  }
  expect(warmest).toBeGreaterThan(allowed + 8);
  expect(warmest).toBeLessThan(allowed + 12);
  const off = rackColumn(world, 'tripped').reduce((sum, share) => sum + share, 0) / 12;
  expect(off).toBeGreaterThan(0.1);
  expect(off).toBeLessThan(0.7);
});

test('FR-130-267 when cooling returns, machines come back, and rack-minutes without them count as dark', () => {
  const world = loadLab({ racks: twelve() });
  advanceTo(world, 600);
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'room-1', severity: 'total' });
  advanceTo(world, 2400);
  const off = rackColumn(world, 'tripped').reduce((sum, share) => sum + share, 0);
  expect(off).toBeGreaterThan(2);
  expect(Math.min(...world.plant.state.rack.columns.powered)).toBe(1);
  const dark = world.plant.state.site.columns.dark[0] ?? 0;
  step(world);
  expect((world.plant.state.site.columns.dark[0] ?? 0) - dark).toBeCloseTo(off / 60, 3);
  did(world, { type: 'scenario.stop', id: 'scenario-1' });
  advanceTo(world, 2400 + 3600);
  expect(Math.max(...rackColumn(world, 'tripped'))).toBe(0);
  expect(Math.min(...rackColumn(world, 'load'))).toBeGreaterThan(4);
});

test('FR-130-269 snapshots taken while machines go and come back lead to the same world, to the bit', () => {
  const world = loadLab({ racks: [...twelve({ duty: 'day' }), rackOf(4, { duty: 'batch' })] });
  advanceTo(world, 600);
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'room-1', severity: 'total' });
  const snapshots = [];
  const shares = new Set<number>();
  for (let at = 0; at < 40; at += 1) {
    advanceTo(world, world.clock.tick + 60);
    if (at === 12) did(world, { type: 'scenario.stop', id: 'scenario-1' });
    rackColumn(world, 'tripped').forEach((share) => shares.add(share));
    if (at % 8 === 4 && at > 12) snapshots.push(takeSnapshot(world));
  }
  expect(shares.size).toBeGreaterThan(5);
  expect(snapshots.length).toBeGreaterThan(2);
  for (const snapshot of snapshots) {
    const again = restoreSnapshot(snapshot);
    advanceTo(again, world.clock.tick);
    expect(worldHash(again)).toBe(worldHash(world));
  }
});

/** A snapshot as it was written before machines knew heat, duty and lifecycle. */
function asBefore(world: World): ReturnType<typeof takeSnapshot> {
  const snapshot = takeSnapshot(world);
  const since = new Set(['tripped', 'soak', 'cool']);
  const columns = { ...stateColumns, rack: stateColumns.rack.filter((name) => !since.has(name)) };
  const lanes = tableNames.flatMap((name) =>
    columns[name].flatMap((column) => [...(columnOf(world.plant.state, name, column) ?? [])]),
  );
  const inventory = JSON.parse(snapshot.inventory) as { entities: { kind: string; spec: object }[] };
  const entities = inventory.entities.map((one) => {
    if (one.kind !== 'device') return one;
    const { duty: _d, lifecycle: _l, ...spec } = one.spec as Record<string, unknown>;
    return { ...one, spec };
  });
  return {
    ...snapshot,
    inventory: JSON.stringify({ ...inventory, entities }),
    state: JSON.stringify({ ...(JSON.parse(snapshot.state) as object), columns }),
    lanes: Float64Array.from(lanes),
  };
}

test('FR-130-269 a snapshot of before opens: machines are active, work by day, and none is off by heat', () => {
  const world = loadLab({ racks: [rackOf(3, { duty: 'day' }), [{}]] });
  advanceTo(world, 900);
  const old = restoreSnapshot(asBefore(world));
  expect(rackColumn(old, 'tripped')).toEqual([0, 0]);
  expect(rackColumn(old, 'inlet')).toEqual(rackColumn(world, 'inlet'));
  const device = old.inventory.get('device-1' as never);
  expect(device?.kind === 'device' && [device.spec.duty, device.spec.lifecycle]).toEqual(['day', 'active']);
  advanceTo(old, 1000);
  advanceTo(world, 1000);
  expect(rackColumn(old, 'load')).toEqual(rackColumn(world, 'load'));
});
