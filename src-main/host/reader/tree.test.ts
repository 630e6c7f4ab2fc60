import { expect, test } from 'vitest';
import { machineInsideQueries } from '../../../sim/contract/machine-insides.ts';
import { machineListQueries } from '../../../sim/contract/machine-list.ts';
import { machineTreeQueries } from '../../../sim/contract/machine-tree.ts';
import { advanceTo } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { hostedLab, makeVms } from '../../../sim/workloads/machines/machines.fixture.ts';
import { readMachineHistory } from './machine-past.ts';
import { readMachines } from './machines.ts';
import { createTreeAnswers } from './tree.ts';

const depsOf = (world: World) => ({ session: () => ({ world }) as never });

function someLab(): World {
  const world = hostedLab({ hosts: 2 });
  makeVms(world, [
    { cpus: 2, workload: { profile: 'stress', level: 0.5 } },
    { cpus: 4, host: 'host-2', power: 'suspended' },
    { host: null, power: 'off', isTemplate: true },
  ]);
  const make = (
    kind: string,
    name: string,
    { parent, spec = {} }: { parent: string; spec?: object },
  ): string =>
    did(world, { type: 'inventory.create', item: { kind, name, parent, spec } } as never).ids[0] ?? '';
  const cloud = make('cloud', 'RegionOne', { parent: 'site-1' });
  const project = make('project', 'demo', { parent: cloud });
  make('network', 'private-net', { parent: project });
  make('vm', 'i-10', { parent: project, spec: { host: 'host-1', power: 'on' } });
  make('vm', 'i-9', { parent: project, spec: { host: 'host-1', power: 'on' } });
  return world;
}

function seen(world: World, asked: object) {
  const answer = createTreeAnswers(depsOf(world)).tree(machineTreeQueries.tree.params.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return machineTreeQueries.tree.answer.parse(answer.value);
}
const nodes = (world: World, asked: object): string[] =>
  seen(world, asked).items.map(({ node, name }) => name || node);

function wayTo(world: World, asked: object): string[] {
  const params = machineTreeQueries['tree-path'].params.parse(asked);
  const answer = createTreeAnswers(depsOf(world))['tree-path'](params);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value.path.map(({ node }) => node);
}

test('FR-120-600 the tree by vendor leads from its managers to hosts and machines, those of one kind together', () => {
  const world = someLab();
  expect(nodes(world, {})).toEqual(['dc', 'RegionOne']);
  expect(nodes(world, { node: 'datacenter-1' })).toEqual(['cl', 'datacenter-1/vm']);
  expect(nodes(world, { node: 'datacenter-1/vm' })).toEqual(['vm-3']);
  expect(nodes(world, { node: 'host-1' })).toEqual(['i-9', 'i-10', 'vm-1']);
  expect(nodes(world, { node: 'project-1' })).toEqual(['project-1/vm', 'project-1/network']);
  expect(nodes(world, { node: 'project-1/vm' })).toEqual(['i-9', 'i-10']);
});

test('FR-120-600 each node says its state, what stands below it and how many machines that are, once each', () => {
  const world = someLab();
  const [datacenter, cloud] = seen(world, {}).items;
  expect(datacenter).toMatchObject({
    kind: 'datacenter',
    is: 'thing',
    state: null,
    children: 2,
    machines: 5,
  });
  expect(cloud).toMatchObject({ kind: 'cloud', children: 1, machines: 2 });
  expect(seen(world, { node: 'host-2' }).items).toMatchObject([
    { name: 'vm-2', state: 'suspended', children: 0 },
  ]);
  did(world, { type: 'inventory.change', id: 'host-1', spec: { mode: 'maintenance' } } as never);
  expect(seen(world, { node: 'cluster-1' }).items.map(({ state }) => state)).toEqual(['maintenance', 'on']);
  did(world, { type: 'machine.power', id: 'vm-1', verb: 'off' } as never);
  expect(seen(world, { node: 'host-1' }).items.at(-1)).toMatchObject({ name: 'vm-1', state: 'off' });
});

test('FR-120-600 children come by the page, and what is gone is refused by name', () => {
  const world = someLab();
  const page = seen(world, { node: 'host-1', offset: 1, limit: 1 });
  expect([page.total, page.items.map(({ name }) => name)]).toEqual([3, ['i-10']]);
  for (const node of ['host-9', 'host-1/rack', 'host-1/nothing'])
    expect(
      createTreeAnswers(depsOf(world)).tree(machineTreeQueries.tree.params.parse({ node })),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-entity' },
    });
});

test('FR-120-601 the tree by location leads over site, room, row, rack and server to the same machines', () => {
  const world = someLab();
  const by = 'place';
  const [site] = seen(world, { by }).items;
  expect(site).toMatchObject({ kind: 'site', machines: 5 });
  expect(wayTo(world, { by, id: 'vm-2' })).toEqual([
    'site-1',
    'room-1',
    'row-1',
    'rack-2',
    'device-2',
    'host-2',
    'vm-2',
  ]);
  expect(seen(world, { by, node: 'rack-1' }).items.map(({ machines }) => machines)).toContain(3);
});

test('FR-120-601 the way to a thing names each node down to it, and none where it does not stand in this tree', () => {
  const world = someLab();
  expect(wayTo(world, { id: 'vm-1' })).toEqual(['datacenter-1', 'cluster-1', 'host-1', 'vm-1']);
  expect(wayTo(world, { id: 'vm-3' })).toEqual(['datacenter-1', 'datacenter-1/vm', 'vm-3']);
  expect(wayTo(world, { id: 'vm-4' })).toEqual(['cloud-1', 'project-1', 'project-1/vm', 'vm-4']);
  expect(wayTo(world, { id: 'rack-1' })).toEqual([]);
});

test('FR-120-602 machines are listed of any node of either tree: a rack, a host, a project', () => {
  const world = someLab();
  const names = (within: string): string[] => {
    const answer = readMachines(
      depsOf(world),
      machineListQueries.machines.params.parse({ within, kinds: 'vm' }),
    );
    return answer.ok ? answer.value.items.map(({ name }) => name) : [];
  };
  expect(names('rack-1')).toEqual(['i-10', 'i-9', 'vm-1']);
  expect(names('host-2')).toEqual(['vm-2']);
  expect(names('project-1')).toEqual(['i-10', 'i-9']);
  expect(names('room-1')).toHaveLength(4);
});

test('FR-120-695 a resource pool counts and lists its machines, those of pools inside it too', () => {
  const world = someLab();
  const pool = (name: string, parent: string): string =>
    did(world, { type: 'inventory.create', item: { kind: 'pool', name, parent, spec: {} } } as never)
      .ids[0] ?? '';
  const gold = pool('gold', 'cluster-1');
  const inner = pool('inner', gold);
  did(world, { type: 'inventory.change', id: 'vm-1', spec: { pool: gold } } as never);
  did(world, { type: 'inventory.change', id: 'vm-2', spec: { pool: inner } } as never);
  const counts = (node: string) => seen(world, { node }).items.map(({ name, machines }) => [name, machines]);
  expect(counts('cluster-1/pool')).toEqual([['gold', 2]]);
  expect(counts(gold)).toEqual([['inner', 1]]);
  expect(seen(world, {}).items[0]).toMatchObject({ kind: 'datacenter', machines: 5 });
  const params = machineListQueries.machines.params.parse({ within: gold, kinds: 'vm' });
  const answer = readMachines(depsOf(world), params);
  expect(answer.ok && answer.value.items.map(({ name }) => name)).toEqual(['vm-1', 'vm-2']);
});

test('FR-120-603 a machine’s past is computed anew from its workload, and a host’s from its machines together', () => {
  const world = someLab();
  advanceTo(world, 4000);
  const past = (id: string, hours: number) => {
    const params = machineInsideQueries['machine-history'].params.parse({ id, hours });
    const answer = readMachineHistory(depsOf(world), params);
    if (!answer.ok) throw new Error(answer.refusal.message);
    return machineInsideQueries['machine-history'].answer.parse(answer.value);
  };
  const machine = past('vm-1', 1);
  expect(machine.at).toHaveLength(181);
  expect(new Set(machine.share)).toEqual(new Set([0.5]));
  expect(machine.read.every((rate) => rate > 0)).toBe(true);
  const host = past('host-1', 1);
  expect([host.counted, host.carried]).toEqual([3, 3]);
  expect(host.share[0]).toBeGreaterThanOrEqual(1 / 16);
  expect(host.memory[0]).toBeGreaterThan(machine.memory[0] ?? Infinity);
  expect(past('vm-2', 1).at).toEqual([]);
  expect(past('vm-1', 24).at.length).toBeLessThan(300);
  expect(readMachineHistory(depsOf(world), { id: 'rack-1' as never, hours: 1 })).toMatchObject({
    refusal: { code: 'wrong-kind' },
  });
});
