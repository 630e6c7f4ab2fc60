import { expect, test } from 'vitest';
import type { EntityId } from '../../contract/ids.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import { advanceTo, step } from '../../kernel/step.ts';
import { did } from '../../testing/small-lab.ts';
import { shareOut, squeeze } from './contention.ts';
import { hostedLab, makeVms } from './machines.fixture.ts';
import { readyBefore } from './past.ts';
import { machineUse } from './use.ts';

const claim = (wanted: number, more: object) => ({ wanted, promised: 0, weight: 1, ...more });

test('FR-010-144 what a host has too little of goes by promise first, then by weight, and none gets more than he wants', () => {
  const [a = 0, b = 0, c = 0, d = 0] = shareOut(
    [claim(100, { promised: 80 }), claim(100, { weight: 3 }), claim(10, {}), claim(100, {})],
    200,
  );
  expect([a >= 80, c, b > d]).toEqual([true, 10, true]);
  expect(b / d).toBeCloseTo(3, 9);
  expect(a + b + c + d).toBeCloseTo(200, 9);
  expect(shareOut([claim(5, {})], 10)).toEqual([5]);
  expect(shareOut([claim(5, { weight: 0 })], 3)).toEqual([0]);
  expect(shareOut([claim(10, { promised: 10 }), claim(30, { promised: 30 })], 20)).toEqual([5, 15]);
});

test('FR-010-144 machines on a host that is asked for too much wait: used is what there is, the rest is ready time', () => {
  const world = hostedLab({ hosts: 1 });
  const stress = { cpus: 16, workload: { profile: 'stress' } };
  const [low, high] = makeVms(world, [stress, { ...stress, cpu: { shares: 3000 } }]) as EntityId[];
  step(world);
  const use = machineUse(world);
  const capacity = 16 * 2600;
  expect(use.host('host-1' as EntityId)).toBe(1);
  expect(use.demand(low as EntityId)).toBe(capacity);
  const [one, other] = [use.cpu(low as EntityId), use.cpu(high as EntityId)];
  expect(one + other).toBeCloseTo(0.985 * capacity, -1);
  expect(other / one).toBeCloseTo(3, 2);
  expect(use.ready(low as EntityId)).toBeCloseTo(1000 * (1 - one / capacity), 6);
  expect(use.ready(low as EntityId)).toBeGreaterThan(use.ready(high as EntityId));
});

test('FR-010-196 the past of a machine tells how long it waited for its host, and that of a host the mean of its machines', () => {
  const world = hostedLab({ hosts: 1 });
  const stress = { cpus: 16, workload: { profile: 'stress' } };
  const ids = makeVms(world, [stress, { ...stress, cpu: { shares: 3000 } }]) as EntityId[];
  advanceTo(world, 100);
  const machines = world.inventory.ofKind('vm');
  const [host] = world.inventory.ofKind('host');
  if (host === undefined) throw new Error('no host');
  const past = (of: EntityId | 'all') =>
    readyBefore(world, { host, machines }, { of, from: 0, to: 100, every: 20 }).get(100) ?? -1;
  const use = machineUse(world);
  const [low, high] = ids.map((id) => past(id)) as [number, number];
  expect(low).toBeCloseTo(use.ready(ids[0] as EntityId), 0);
  expect(high).toBeCloseTo(use.ready(ids[1] as EntityId), 0);
  expect(low).toBeGreaterThan(high);
  expect(past('all')).toBeCloseTo((low + high) / 2, 6);
  const alone = readyBefore(
    world,
    { host, machines: machines.slice(0, 1) },
    { of: 'all', from: 0, to: 100, every: 20 },
  );
  // The hypervisor's own part of the host is all that is missing.
  expect(alone.get(100)).toBeLessThan(20);
});

test('FR-010-199 what the limit of a pool withholds is not used: machines, host and server do less', () => {
  const powerWith = (limit: number) => {
    const world = hostedLab({ hosts: 1 });
    const pool = (name: string, parent: string, cpu: object): string =>
      did(world, {
        type: 'inventory.create',
        item: { kind: 'pool', name, parent, spec: { cpu } } as never,
      }).ids[0] ?? '';
    const outer = pool('outer', 'cluster-1', { limit });
    const inner = pool('inner', outer, { limit: -1 });
    const vm = { cpus: 4, workload: { profile: 'stress' }, pool: inner };
    const ids = makeVms(world, [vm, vm, { ...vm, pool: null }]) as EntityId[];
    advanceTo(world, 60);
    const use = machineUse(world);
    return {
      limited: ids.slice(0, 2).reduce((sum, id) => sum + use.cpu(id), 0),
      free: use.cpu(ids[2] as EntityId),
      host: use.host('host-1' as EntityId),
      load: world.plant.state.rack.columns.load[0] ?? 0,
      hash: worldHash(restoreSnapshot(takeSnapshot(world))) === worldHash(world),
    };
  };
  const [bound, open] = [powerWith(8000), powerWith(-1)];
  expect(bound.limited).toBeLessThanOrEqual(8000);
  expect(bound.limited).toBeGreaterThan(7990);
  expect(open.limited).toBe(8 * 2600);
  expect(bound.free).toBe(open.free);
  expect(bound.host).toBeCloseTo(open.host - (8 * 2600 - bound.limited) / (16 * 2600), 6);
  expect(bound.load).toBeLessThan(open.load - 0.01);
  expect([bound.hash, open.hash]).toEqual([true, true]);
});

test('FR-010-144 a limit holds though the host has more to give, and an idle host makes nobody wait', () => {
  const world = hostedLab({ hosts: 1 });
  const [vm] = makeVms(world, [
    { cpus: 4, workload: { profile: 'stress' }, cpu: { limit: 3000 } },
  ]) as EntityId[];
  step(world);
  const use = machineUse(world);
  expect([use.cpu(vm as EntityId), use.ready(vm as EntityId)]).toEqual([3000, 0]);
  expect(use.host('host-1' as EntityId)).toBeCloseTo(0.015 + 3000 / (16 * 2600), 9);
});

test('FR-010-145 where more memory is given than there is, balloons take it back first, and what they cannot is swapped', () => {
  const world = hostedLab({ hosts: 1 });
  const idle = { memory: 40_000, workload: { profile: 'idle' } };
  const [one, other] = makeVms(world, [idle, { ...idle, reserved: { reservation: 40_000 } }]) as EntityId[];
  step(world);
  const use = machineUse(world);
  const over = 80_000 - 0.96 * 65_536;
  expect(use.hostMemory('host-1' as EntityId)).toBe(80_000);
  expect(use.squeezed(one as EntityId).ballooned).toBe(Math.round(over));
  expect(use.squeezed(one as EntityId).swapped).toBe(0);
  expect(use.squeezed(other as EntityId)).toEqual({ ballooned: 0, swapped: 0 });
  const [hard] = squeeze([{ granted: 100, active: 50, reserved: 0 }], 10);
  expect(hard).toEqual({ ballooned: 65, swapped: 25 });
});

test('FR-010-146 each profile has its own day: web is busy by day, batch by night, a trace as it was written', () => {
  const world = hostedLab({ hosts: 2 });
  const trace = { profile: 'trace', trace: [0.1, 0.9], traceSeconds: 3600 };
  const workloads = [
    { profile: 'web' },
    { profile: 'batch' },
    trace,
    { profile: 'idle' },
    { profile: 'stress', level: 0.5 },
  ];
  const ids = makeVms(
    world,
    workloads.map((workload) => ({ cpus: 2, workload })),
  ) as EntityId[];
  const seen: number[][] = [];
  for (let hour = 1; hour <= 30; hour += 1) {
    advanceTo(world, hour * 3600 + 60);
    const use = machineUse(world);
    seen.push(ids.map((id) => use.cpu(id) / 5200));
  }
  const of = (at: number): number[] => seen.map((hour) => hour[at] ?? Number.NaN);
  const [web, batch, traced, idle, stress] = [of(0), of(1), of(2), of(3), of(4)];
  expect((web?.[10] ?? 0) - (web?.[2] ?? 1)).toBeGreaterThan(0.2);
  expect(Math.max(...(batch ?? []))).toBeGreaterThan(0.8);
  expect((batch ?? []).slice(8, 20).every((use) => use < 0.06)).toBe(true);
  expect((traced ?? []).slice(0, 4)).toEqual([0.9, 0.1, 0.9, 0.1]);
  expect(Math.max(...(idle ?? []))).toBeLessThan(0.05);
  expect(new Set(stress)).toEqual(new Set([0.5]));
});

test('FR-010-146 disks and networks are as busy as the work is; what is off uses nothing', () => {
  const world = hostedLab({ hosts: 1 });
  const [busy, off] = makeVms(world, [
    { cpus: 2, memory: 1000, workload: { profile: 'database' } },
    { cpus: 2, power: 'off', workload: { profile: 'database' } },
  ]) as EntityId[];
  advanceTo(world, 10 * 3600);
  const use = machineUse(world);
  const share = use.cpu(busy as EntityId) / 5200;
  expect(use.disk(busy as EntityId).read).toBeCloseTo(2 * 24 * share, 2);
  expect(use.disk(busy as EntityId).operations).toBeCloseTo((2 * 38_000 * share) / 8, -1);
  expect(use.network(busy as EntityId).send).toBeCloseTo(2 * 4 * share, 2);
  expect(use.memory(busy as EntityId)).toBeGreaterThan(600);
  expect([use.cpu, use.memory, use.ready].map((ask) => ask(off as EntityId))).toEqual([0, 0, 0]);
  expect(use.disk(off as EntityId)).toEqual({ read: 0, write: 0, operations: 0 });
});

test('FR-010-163 memory pressure makes a machine touch more, and takes room from a host: balloons fill, until it is over', () => {
  const world = hostedLab({ hosts: 2 });
  const idle = { memory: 20_000, workload: { profile: 'idle' } };
  const [one, other] = makeVms(world, [idle, { ...idle, host: 'host-2' }]) as [EntityId, EntityId];
  step(world);
  const calm = machineUse(world).memory(other);
  const strike = { type: 'scenario.run', name: 'MEMORY_PRESSURE', ramp: 0, duration: 60 } as const;
  did(world, { ...strike, target: 'host-1', size: 90 });
  did(world, { ...strike, target: other, size: 50 });
  step(world);
  const use = machineUse(world);
  expect(use.squeezed(one).ballooned).toBe(13_000);
  expect(use.squeezed(one).swapped).toBe(Math.round(20_000 - 0.096 * 65_536 - 13_000));
  expect(use.memory(other)).toBe(calm + 10_000);
  expect(use.squeezed(other)).toEqual({ ballooned: 0, swapped: 0 });
  advanceTo(world, 120);
  expect(machineUse(world).squeezed(one)).toEqual({ ballooned: 0, swapped: 0 });
});
