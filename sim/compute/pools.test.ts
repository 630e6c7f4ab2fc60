import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { step } from '../kernel/step.ts';
import { did } from '../testing/small-lab.ts';
import { machineUse } from '../workloads/machines/use.ts';
import { hostedLab, makeVms } from '../workloads/machines/machines.fixture.ts';
import { clusterOf, make, newVm, refusalOf } from './compute.fixture.ts';

type Lab = ReturnType<typeof hostedLab>;
const poolIn = (world: Lab, name: string, { parent = 'cluster-1', ...spec }: Record<string, unknown>) =>
  make(world, { kind: 'pool', name, parent, spec });

test('FR-010-168 a pool gives its machines no more than its limit, pools divide a host by their shares, promises come first', () => {
  const world = hostedLab({ hosts: 1 });
  const outer = poolIn(world, 'outer', { cpu: { limit: 20_000, shares: 3000 } });
  const inner = poolIn(world, 'inner', { parent: outer, cpu: { limit: 5000 } });
  const stress = { cpus: 4, workload: { profile: 'stress' } };
  const [a, b, c] = makeVms(world, [
    { ...stress, pool: inner },
    { ...stress, pool: inner },
    { ...stress, pool: outer },
  ]) as [EntityId, EntityId, EntityId];
  step(world);
  const use = () => machineUse(world);
  expect([use().cpu(a), use().cpu(b), use().cpu(c)]).toEqual([2500, 2500, 10_400]);
  const bulk = poolIn(world, 'bulk', { cpu: { shares: 1000, reservation: 9000 } });
  const [d] = makeVms(world, [{ cpus: 16, workload: { profile: 'stress' }, pool: bulk }]) as [EntityId];
  step(world);
  const room = 0.985 * 16 * 2600;
  const [pooled, other] = [use().cpu(a) + use().cpu(b) + use().cpu(c), use().cpu(d)];
  // Three to one, but for what is promised to the one; and the others never ask for more than their limits.
  expect(pooled + other).toBeCloseTo(room, -1);
  expect(pooled).toBeCloseTo(5000 + 10_400, -1);
  expect(other).toBeGreaterThan(9000);
});

test('FR-010-168 a pool takes memory back from its machines beyond its limit, and keeps its reservation from others', () => {
  const world = hostedLab({ hosts: 1 });
  const small = poolIn(world, 'small', { memory: { limit: 12_000 } });
  const safe = poolIn(world, 'safe', { memory: { reservation: 30_000 } });
  const idle = { memory: 10_000, workload: { profile: 'idle' } };
  const [a, b] = makeVms(world, [
    { ...idle, pool: small },
    { ...idle, pool: small },
  ]) as [EntityId, EntityId];
  step(world);
  const taken = (id: EntityId): number => machineUse(world).squeezed(id).ballooned;
  expect(taken(a) + taken(b)).toBe(8000);
  const [c, d] = makeVms(world, [
    { ...idle, memory: 30_000, pool: safe },
    { ...idle, memory: 30_000 },
  ]) as [EntityId, EntityId];
  step(world);
  expect(taken(c)).toBe(0);
  expect(taken(d)).toBeGreaterThan(5000);
});

test('FR-010-168 what a pool may not promise is refused with the sum', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, cluster } = lab;
  const pool = make(world, {
    kind: 'pool',
    name: 'gold',
    parent: cluster,
    spec: { memory: { limit: 8192, reservation: 61_440 } },
  });
  const reserving = (name: string, more: object): string => {
    const id = newVm(lab, name, { memory: 4096, ...more });
    did(world, { type: 'machine.configure', id: id, reserved: { reservation: 4096 } });
    return id;
  };
  for (const name of ['a', 'b'])
    did(world, { type: 'machine.power', id: reserving(name, { pool }), verb: 'on' });
  const third = reserving('c', { pool });
  expect(refusalOf(world, { type: 'machine.power', id: third, verb: 'on' })).toBe(
    'c reserves 4 GiB, pool gold has promised 8 GiB of the 8 GiB that it is limited to',
  );
  did(world, { type: 'machine.power', id: reserving('d', {}), verb: 'on' });
  expect(refusalOf(world, { type: 'machine.power', id: reserving('e', {}), verb: 'on' })).toBe(
    'e reserves 4 GiB, cluster cluster-01 has 0 MiB left beside what its pools keep',
  );
});
