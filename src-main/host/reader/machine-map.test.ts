import { expect, test } from 'vitest';
import { machineMapQueries } from '../../../sim/contract/machine-map.ts';
import type { World } from '../../../sim/index.ts';
import { clusterOf, make, newVm } from '../../../sim/compute/compute.fixture.ts';
import { readMachineMap } from './machine-map.ts';

function mapOf(world: World, asked: object) {
  const { params, answer } = machineMapQueries['machine-map'];
  const map = readMachineMap({ session: () => ({ world }) }, params.parse(asked));
  if (!map.ok) throw new Error(map.refusal.message);
  return answer.parse(map.value);
}
const named = (world: World, { nodes, edges }: ReturnType<typeof mapOf>): string[] => {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  expect(nodes.every(({ id }) => world.inventory.get(id) !== undefined)).toBe(true);
  return edges.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`);
};

test('FR-120-640 the virtual layer joins racks, clusters, hosts and stores to the machines that depend on them', () => {
  const lab = clusterOf({ hosts: 2 });
  const vm = newVm(lab, 'web', { host: lab.hosts[0], datastore: lab.stores[1] });
  const map = mapOf(lab.world, { layer: 'virtual' });
  const lines = named(lab.world, map);
  for (const line of [
    'dc-west > cluster-01',
    'cluster-01 > esxi-1',
    'A01 > esxi-1',
    'ds-02 > esxi-2',
    'esxi-1 > web',
    'ds-02 > web',
  ])
    expect(lines).toContain(line);
  expect(lines).not.toContain('ds-01 > web');
  expect(map.nodes.find(({ id }) => id === vm)).toMatchObject({ kind: 'vm', state: 'off', inside: null });
  expect(map.nodes.find(({ name }) => name === 'esxi-1')).toMatchObject({
    inside: { kind: 'vm', count: 1 },
    isOpen: true,
    state: null,
  });
});

test('FR-120-640 what is folded stands for what it holds, with the lines of what it holds', () => {
  const lab = clusterOf({ hosts: 2 });
  newVm(lab, 'web', { host: lab.hosts[0] });
  const folded = mapOf(lab.world, { layer: 'virtual', open: [] });
  expect(folded.nodes.map(({ kind }) => kind)).not.toContain('host');
  const lines = named(lab.world, folded);
  expect(lines).toContain('ds-01 > cluster-01');
  expect(lines.filter((line) => line === 'ds-01 > cluster-01')).toHaveLength(1);
  const hosts = mapOf(lab.world, { layer: 'virtual', open: lab.cluster });
  expect(hosts.nodes.filter(({ kind }) => kind === 'host')).toHaveLength(2);
  expect(hosts.nodes.filter(({ kind }) => kind === 'vm')).toHaveLength(0);
});

test('FR-120-641 the layer of wires joins switches, networks and routers to the machines on them', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, datacenter } = lab;
  const vswitch = make(world, { kind: 'vswitch', name: 'dvs-01', parent: datacenter, spec: {} });
  const wire = make(world, {
    kind: 'network',
    name: 'pg-app',
    parent: vswitch,
    spec: { vlan: 120, subnets: [{ cidr: '10.20.0.0/24' }] },
  });
  const cloud = make(world, { kind: 'cloud', name: 'RegionOne', parent: 'site-1', spec: {} });
  const project = make(world, { kind: 'project', name: 'demo', parent: cloud, spec: {} });
  const outside = make(world, { kind: 'network', name: 'public', parent: cloud, spec: { isExternal: true } });
  make(world, {
    kind: 'router',
    name: 'r1',
    parent: project,
    spec: { external: outside, networks: [lab.network] },
  });
  newVm(lab, 'web', { networks: [wire, lab.network] });
  const map = mapOf(world, { layer: 'wires' });
  expect(named(world, map).toSorted()).toEqual(
    ['dvs-01 > pg-app', 'pg-app > web', 'public > r1', 'r1 > vm-100', 'vm-100 > web'].toSorted(),
  );
  expect(map.nodes.find(({ name }) => name === 'pg-app')?.note).toBe('10.20.0.0/24 · VLAN 120');
});
