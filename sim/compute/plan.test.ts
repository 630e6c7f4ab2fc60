import { expect, test } from 'vitest';
import { plannedCommandSchema } from '../contract/machine-commands.ts';
import { did, put } from '../testing/small-lab.ts';
import { cloudIn, clusterOf, find, make, newVm, runningTask, vmOf } from './compute.fixture.ts';
import type { Cluster } from './compute.fixture.ts';
import { planInPieces } from './plan.ts';

const actor = { name: 'operator', origin: 'ui', role: 'operator' } as const;

function planned({ world }: Pick<Cluster, 'world'>, command: object, count = 1) {
  const before = world.inventory.changes();
  const pieces = planInPieces(world, { command: plannedCommandSchema.parse(command), count, actor });
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  const plan = piece.value;
  expect(world.inventory.changes()).toBe(before);
  return plan;
}

test('FR-120-626 a plan says where a machine would go with the weights, and the door does the same', () => {
  const lab = clusterOf({ hosts: 3 });
  const { world, hosts, datacenter, network } = lab;
  newVm(lab, 'old', { host: hosts[0], memory: 32_768, afterwards: 'start' });
  const command = {
    type: 'machine.create',
    name: 'web',
    parent: datacenter,
    cpus: 2,
    memory: 16_384,
    disks: [{ size: 40 }],
    networks: [network],
    afterwards: 'start',
  };
  const plan = planned(lab, command);
  expect(plan.refusal).toBeNull();
  const [first, ...rest] = plan.hosts;
  expect(first).toMatchObject({ isChosen: true, weight: { memory: 0.75, missed: 0 } });
  expect(rest.at(-1)?.host.name).toBe('esxi-1');
  expect(rest.at(-1)?.memory).toEqual({ free: 32_768, size: 65_536 });
  for (const { weight } of rest) expect(weight?.sum).toBeLessThanOrEqual(first?.weight?.sum ?? 0);
  expect(plan.stores.map(({ store, free }) => [store.name, free])).toEqual([
    ['ds-01', 500],
    ['ds-02', 400],
  ]);
  const made = vmOf(world, did(world, command as never).ids[0] ?? '');
  expect(plan.machines).toMatchObject([{ name: 'web', host: { id: made.spec.host }, seconds: 0 }]);
  expect(plan.machines[0]?.address).toBe(made.spec.nics[0]?.address);
});

test('FR-120-626 what the door would refuse a plan refuses in the same words, and each host says its own', () => {
  const lab = clusterOf({ hosts: 2 });
  newVm(lab, 'old', { host: lab.hosts[0], memory: 32_768, afterwards: 'start' });
  const command = {
    type: 'machine.create',
    name: 'big',
    parent: lab.datacenter,
    memory: 49_152,
    afterwards: 'start',
  };
  const plan = planned(lab, { ...command, host: lab.hosts[0] });
  const said = put(lab.world, { ...command, host: lab.hosts[0] } as never);
  expect(said).toMatchObject({ ok: false, refusal: plan.refusal });
  expect(plan.hosts.find(({ host }) => host.id === lab.hosts[0])?.refusal?.message).toBe(
    'big needs 48 GiB, host esxi-1 has 32 GiB free',
  );
  expect(plan.hosts[0]).toMatchObject({ host: { name: 'esxi-2' }, refusal: null });
  expect(planned(lab, { ...command, name: 'old' }).refusal?.code).toBe('name-taken');
  expect(planned(lab, { ...command, parent: 'datacenter-77' }).hosts).toEqual([]);
});

test('FR-120-627 many machines are planned beside each other, with numbers after the name, until one finds no room', () => {
  const lab = clusterOf({ hosts: 2 });
  const command = {
    type: 'machine.create',
    name: 'web',
    parent: lab.datacenter,
    memory: 24_576,
    networks: [lab.network],
    afterwards: 'start',
  };
  const four = planned(lab, command, 4);
  expect(four.machines.map(({ name }) => name)).toEqual(['web-01', 'web-02', 'web-03', 'web-04']);
  expect(new Set(four.machines.map(({ address }) => address)).size).toBe(4);
  expect(Map.groupBy(four.machines, ({ host }) => host?.name).get('esxi-1')).toHaveLength(2);
  const five = planned(lab, command, 5);
  expect(five.machines).toHaveLength(4);
  expect(five.refusal?.message).toContain('No host takes web-05');
  expect(
    planned(lab, { ...command, name: 'app-009', memory: 512 }, 3).machines.map(({ name }) => name),
  ).toEqual(['app-009', 'app-010', 'app-011']);
});

test('FR-120-627 stores and quotas are counted over all that is planned', () => {
  const lab = clusterOf({ hosts: 1 });
  const thick = { size: 200, isThin: false, datastore: lab.stores[0] };
  const disks = planned(
    lab,
    { type: 'machine.create', name: 'db', parent: lab.datacenter, disks: [thick] },
    3,
  );
  expect(disks.machines).toHaveLength(2);
  expect(disks.refusal?.message).toBe('Datastore ds-01 has 100 GiB free; this needs 200 GiB');
  const { project, flavour, image } = cloudIn(lab.world);
  const quota = { instances: 2, cores: 20, memory: 51_200, volumes: 10, gigabytes: 1000 };
  did(lab.world, { type: 'inventory.change', id: project, spec: { quota } });
  const tenant = { type: 'machine.create', name: 'vm', parent: project, flavour, from: image };
  const three = planned(lab, tenant, 3);
  expect(three.machines).toHaveLength(2);
  expect(three.refusal?.message).toContain('2 of 2 instances in use');
});

test('FR-120-632 a move is planned with each host’s answer, and takes as long as the task then does', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, hosts, stores, datacenter } = lab;
  const far = make(world, { kind: 'host', name: 'far', parent: datacenter, spec: { memory: 65_536 } });
  const vm = newVm(lab, 'db', { host: hosts[0], memory: 22_000, afterwards: 'start' });
  const plan = planned(lab, { type: 'machine.migrate', id: vm, host: hosts[1] });
  expect(plan.hosts.map(({ host, isNow, isChosen }) => [host.name, isNow, isChosen])).toEqual([
    ['esxi-2', false, true],
    ['esxi-1', true, false],
    ['far', false, false],
  ]);
  expect(plan.hosts[1]?.refusal?.message).toBe('db is there already');
  expect(plan.hosts[2]?.refusal?.message).toContain('Host far does not mount');
  expect(plan.hosts[2]?.host.id).toBe(find(world, 'host', far).id);
  did(world, { type: 'machine.migrate', id: vm, host: hosts[1] ?? '' });
  const { startedAt, endsAt } = runningTask(world);
  expect(plan.machines[0]?.seconds).toBe((endsAt - startedAt) / 1000);
  const busy = planned(lab, { type: 'machine.migrate', id: vm, datastore: stores[1] });
  expect(busy.refusal?.code).toBe('busy');
});

test('FR-120-626 of very many hosts the emptiest are asked, and the one that is meant', () => {
  const lab = clusterOf({ hosts: 130 });
  const full = lab.hosts[7] ?? '';
  newVm(lab, 'old', { host: full, memory: 49_152, afterwards: 'start' });
  const command = { type: 'machine.create', name: 'web', parent: lab.datacenter };
  const plan = planned(lab, command);
  expect(plan.hosts).toHaveLength(100);
  expect(plan.hostsLeft).toBe(30);
  expect(plan.hosts.map(({ host }) => host.id)).not.toContain(full);
  const meant = planned(lab, { ...command, host: full });
  expect(meant.hosts.map(({ host }) => host.id)).toContain(full);
  expect(meant.hosts).toHaveLength(101);
});
