import { expect, test } from 'vitest';
import type { EntityId } from '../../contract/ids.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import { advanceTo, step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { loadLab, rackColumn } from '../../physics/load/load.fixture.ts';
import { did } from '../../testing/small-lab.ts';
import { createMachineLoads } from './loads.ts';
import { hostedLab, makeVms } from './machines.fixture.ts';

const demand = (world: World, rack: number): number => rackColumn(world, 'demand')[rack] ?? Number.NaN;
const sumsOf = (world: World): readonly number[] => [...world.loads.now(world).hosts.sums];

test('FR-010-140 a server that runs a host draws by its machines, not by the hour', () => {
  const world = hostedLab({ hosts: 1 });
  advanceTo(world, 40);
  const idle = demand(world, 0);
  expect(idle).toBeGreaterThan(0.1);
  expect(idle).toBeLessThan(0.115);
  makeVms(world, [{ cpus: 16, workload: { profile: 'stress' } }]);
  step(world);
  const half = demand(world, 0);
  expect(half).toBeGreaterThan(idle + 0.08);
  makeVms(world, [{ cpus: 16, workload: { profile: 'stress' } }]);
  step(world);
  expect(demand(world, 0)).toBeCloseTo(0.3, 9);
});

test('FR-010-140 a machine that is started is felt in the next second, and no more once it is off', () => {
  const world = hostedLab({ hosts: 1 });
  const [vm] = makeVms(world, [{ cpus: 8, power: 'off', workload: { profile: 'stress' } }]);
  advanceTo(world, 5);
  const before = demand(world, 0);
  const turn = (power: string): number => {
    did(world, { type: 'inventory.change', id: vm as string, spec: { power } } as never);
    step(world);
    return demand(world, 0);
  };
  expect(turn('on')).toBeGreaterThan(before + 0.03);
  expect(turn('paused')).toBe(before);
  expect(turn('off')).toBe(before);
});

test('FR-010-140 a host that is off draws what its management controller draws', () => {
  const world = hostedLab({ hosts: 1 });
  makeVms(world, [{ cpus: 8, workload: { profile: 'stress' } }]);
  did(world, { type: 'inventory.change', id: 'host-1', spec: { power: 'off' } } as never);
  advanceTo(world, 3);
  expect(demand(world, 0)).toBeCloseTo(0.006, 9);
});

test('FR-010-140 a server goes back to its duty when nothing runs on it any more', () => {
  const world = hostedLab({ hosts: 1 });
  const plain = loadLab({ racks: [[{}]] });
  for (const each of [world, plain]) advanceTo(each, 11 * 3600);
  expect(demand(plain, 0)).toBeGreaterThan(demand(world, 0) + 0.05);
  did(world, { type: 'inventory.remove', id: 'host-1', contents: 'cascade' } as never);
  for (const each of [world, plain]) advanceTo(each, 11 * 3600 + 30);
  expect(demand(world, 0)).toBeCloseTo(demand(plain, 0), 9);
});

test('FR-010-141 a chassis draws by the blades that are on', () => {
  const world = hostedLab({ hosts: 0 });
  const make = (kind: string, name: string, rest: object): string =>
    did(world, { type: 'inventory.create', item: { kind, name, ...rest } as never }).ids[0] ?? '';
  const ucs = make('ucs', 'ucs', { parent: 'site-1', spec: {} });
  const chassis = make('chassis', 'c1', {
    parent: ucs,
    spec: { number: 1, slots: 2 },
    links: { runsOn: ['device-1'] },
  });
  step(world);
  expect(demand(world, 0)).toBeCloseTo(0.1, 9);
  const blade = make('blade', 'b1', {
    parent: chassis,
    spec: { slot: 1, power: 'on', workload: { profile: 'stress' } },
  });
  step(world);
  expect(demand(world, 0)).toBeCloseTo(0.2, 6);
  did(world, { type: 'inventory.change', id: blade, spec: { power: 'off' } } as never);
  step(world);
  expect(demand(world, 0)).toBeCloseTo(0.1, 9);
});

test('FR-010-142 what a guest’s processes demand comes on top, and never exceeds its CPUs', () => {
  const world = hostedLab({ hosts: 1 });
  const [vm] = makeVms(world, [{ cpus: 4, workload: { profile: 'idle', level: 0 } }]);
  const demands = (cores: number): number => {
    const state = {
      base: 'debian-12',
      files: new Map(),
      bytes: 0,
      services: [],
      bootedAt: null,
      kept: new Map(),
    };
    world.guests.put(vm as EntityId, { ...state, demand: { cores, memoryBytes: 0 } } as never);
    step(world);
    return sumsOf(world)[0] ?? Number.NaN;
  };
  expect(demands(0)).toBe(0);
  expect(demands(2)).toBe(2 * 2600);
  expect(demands(9)).toBe(4 * 2600);
});

const profiles = ['idle', 'web', 'batch', 'database', 'stress', 'steady'];

test('FR-010-143 columns that followed every change are those that are made at once, and so are restored worlds', () => {
  const world = hostedLab({ hosts: 3 });
  const vms = makeVms(
    world,
    Array.from({ length: 60 }, (_, at) => ({
      host: `host-${1 + (at % 3)}`,
      cpus: 1 + (at % 4),
      workload: { profile: profiles[at % profiles.length] },
    })),
  );
  let seed = 7;
  for (let at = 0; at < 120; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const id = vms[seed % vms.length] as string;
    if (at % 3 === 0)
      did(world, { type: 'inventory.change', id, spec: { power: at % 2 === 0 ? 'off' : 'on' } } as never);
    if (at % 5 === 0)
      did(world, { type: 'inventory.change', id, spec: { host: `host-${1 + (seed % 3)}` } } as never);
    if (at === 60) did(world, { type: 'inventory.remove', id: 'vm-60' } as never);
    if (at % 17 === 0) makeVms(world, [{ cpus: 2, workload: { profile: 'web' } }]);
    step(world);
    if (at % 10 === 0) expect([...createMachineLoads().now(world).hosts.sums]).toEqual(sumsOf(world));
  }
  const again = restoreSnapshot(takeSnapshot(world));
  advanceTo(again, world.clock.tick + 100);
  advanceTo(world, world.clock.tick + 100);
  expect(worldHash(again)).toBe(worldHash(world));
  expect(Math.max(...sumsOf(world))).toBeGreaterThan(10_000);
});
