import { expect, test } from 'vitest';
import { did } from '../testing/small-lab.ts';
import { clusterOf, cloudIn, find, make, newVm, pass, refusalOf, vmOf } from './compute.fixture.ts';
import { movesFor } from './balance.ts';

const lose = (world: Parameters<typeof did>[0], id: string | undefined) =>
  did(world, { type: 'host.report', id: id as never, power: 'lost' });

test('FR-010-104 a host that dies takes its machines down; HA brings them back elsewhere in their order, also into what was kept free', () => {
  const lab = clusterOf({ hosts: 2, cluster: { ha: true } });
  const { world, hosts } = lab;
  const [low, high, never] = (['low', 'highest', 'off'] as const).map((restart) =>
    newVm(lab, restart, { restart, host: hosts[0], memory: 16_384, afterwards: 'start' }),
  ) as [string, string, string];
  lose(world, hosts[0]);
  expect([low, high, never].map((id) => vmOf(world, id).spec.power)).toEqual(['off', 'off', 'off']);
  expect(find(world, 'host', hosts[0] ?? '').spec).toMatchObject({ power: 'off', state: 'not-responding' });
  pass(world, 45);
  expect([low, high, never].map((id) => vmOf(world, id).spec.power)).toEqual(['off', 'on', 'off']);
  pass(world, 45);
  expect([low, high].map((id) => vmOf(world, id).spec.host)).toEqual([hosts[1], hosts[1]]);
  expect(vmOf(world, low).spec.fellWith).toBeUndefined();
  expect(vmOf(world, never).spec).toMatchObject({ power: 'off', fellWith: hosts[0] });
});

test('FR-010-105 without HA its machines come back with their host, those that shall; who was off stays off', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, hosts } = lab;
  const [back, stays, off] = ['back', 'stays', 'off'].map((name) => newVm(lab, name, {})) as [
    string,
    string,
    string,
  ];
  did(world, { type: 'machine.configure', id: stays, startsWithHost: false });
  for (const id of [back, stays]) did(world, { type: 'machine.power', id: id, verb: 'on' });
  lose(world, hosts[0]);
  did(world, { type: 'host.report', id: hosts[0] as never, power: 'back' });
  expect(refusalOf(world, { type: 'machine.power', id: off, verb: 'on' })).toBe(
    'Host esxi-1 is not responding',
  );
  pass(world, 300);
  expect(find(world, 'host', hosts[0] ?? '').spec.state).toBe('connected');
  pass(world, 2);
  expect([back, stays, off].map((id) => vmOf(world, id).spec.power)).toEqual(['on', 'off', 'off']);
});

test('FR-010-106 machines that found no room after a failure are tried again when a host of their cluster is back', () => {
  const lab = clusterOf({ hosts: 2, cluster: { ha: true, admission: { isOn: false } } });
  const { world, hosts } = lab;
  const id = newVm(lab, 'one', { host: hosts[0], memory: 49_152, afterwards: 'start' });
  newVm(lab, 'two', { host: hosts[1], memory: 49_152, afterwards: 'start' });
  lose(world, hosts[0]);
  pass(world, 75);
  expect(world.tasks.all().at(-1)).toMatchObject({
    state: 'failed',
    refusal: { message: expect.stringContaining('one needs 48 GiB, host esxi-2 has 16 GiB free') },
  });
  did(world, { type: 'host.report', id: hosts[0] as never, power: 'back' });
  pass(world, 302);
  expect(vmOf(world, id).spec).toMatchObject({ power: 'on', host: hosts[0] });
});

test('FR-010-107 maintenance empties a host one machine after another; what has no place keeps it from beginning', () => {
  const lab = clusterOf({ hosts: 3 });
  const { world, hosts } = lab;
  const ids = (
    [
      ['one', 40_960],
      ['two', 24_576],
    ] as const
  ).map(([name, memory]) => newVm(lab, name, { host: hosts[0], memory, afterwards: 'start' }));
  newVm(lab, 'three', { host: hosts[2], memory: 1024, afterwards: 'start' });
  did(world, { type: 'host.mode', id: hosts[0] as never, mode: 'maintenance' });
  expect(find(world, 'host', hosts[0] ?? '').spec.mode).toBe('entering-maintenance');
  pass(world, 120);
  expect(find(world, 'host', hosts[0] ?? '').spec.mode).toBe('maintenance');
  expect(new Set(ids.map((id) => vmOf(world, id).spec.host))).toEqual(new Set([hosts[1], hosts[2]]));
  expect(refusalOf(world, { type: 'host.mode', id: hosts[1], mode: 'maintenance' })).toContain(
    'Host esxi-2 cannot be emptied: No host takes',
  );
  did(world, { type: 'host.mode', id: hosts[0] as never, mode: 'normal' });
  did(world, { type: 'host.mode', id: hosts[1] as never, mode: 'maintenance' });
  pass(world, 5);
  did(world, { type: 'host.mode', id: hosts[1] as never, mode: 'normal' });
  expect([...world.tasks.running()]).toEqual([]);
  expect(ids.map((id) => vmOf(world, id).spec.host)).toContain(hosts[1]);
});

test('FR-010-108 a host is switched off only when it is empty or forced, and starts in its own time', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, hosts } = lab;
  const id = newVm(lab, 'one', { afterwards: 'start' });
  const power = (verb: string, more: object) =>
    ({ type: 'host.power', id: hosts[0], verb, ...more }) as never;
  expect(refusalOf(world, power('off', {}))).toBe('Host esxi-1 still runs one');
  did(world, power('reboot', { machines: 'force' }));
  expect(vmOf(world, id).spec.power).toBe('off');
  pass(world, 302);
  expect(vmOf(world, id).spec.power).toBe('on');
  did(world, power('off', { machines: 'force' }));
  expect(find(world, 'host', hosts[0] ?? '').spec).toMatchObject({ power: 'off', state: 'disconnected' });
  did(world, { type: 'host.report', id: hosts[0] as never, power: 'back' });
  expect(find(world, 'host', hosts[0] ?? '').spec.power).toBe('off');
  expect(refusalOf(world, power('off', {}))).toBe('Host esxi-1 is off');
});

test('FR-010-109 DRS moves from the busiest host to the idlest until the gap is below its threshold', () => {
  const lab = clusterOf({ hosts: 2, cluster: { drs: 'manual' } });
  const { world, cluster, hosts } = lab;
  for (const name of ['a', 'b', 'c', 'd'])
    newVm(lab, name, { host: hosts[0], memory: 12_288, afterwards: 'start' });
  const moves = movesFor(world, find(world, 'cluster', cluster));
  expect(moves.map(({ from, to }) => [from, to])).toEqual([
    [hosts[0], hosts[1]],
    [hosts[0], hosts[1]],
  ]);
  expect(moves[0]?.loads).toEqual([0.75, 0]);
  did(world, { type: 'cluster.balance', id: cluster });
  pass(world, 30);
  expect(hosts.map((host) => world.allotments.of(host as never).memory)).toEqual([24_576, 24_576]);
  expect(movesFor(world, find(world, 'cluster', cluster))).toEqual([]);
  did(world, { type: 'inventory.change', id: cluster, spec: { drs: 'off' } });
  expect(refusalOf(world, { type: 'cluster.balance', id: cluster })).toBe('DRS is off in cluster cluster-01');
});

test('FR-010-110 a volume hangs on one machine of its project, a floating address leads to one, and both are free when it is removed', () => {
  const { world } = clusterOf({ hosts: 1 });
  const { project, flavour, image } = cloudIn(world);
  const volume = make(world, { kind: 'volume', name: 'data', parent: project, spec: { size: 50 } });
  const network = make(world, { kind: 'network', name: 'net', parent: project, spec: {} });
  const address = make(world, {
    kind: 'address',
    name: 'float',
    parent: project,
    spec: { address: '172.21.200.9', network },
  });
  const create = {
    type: 'machine.create',
    name: 'one',
    parent: project,
    from: image,
    flavour,
    networks: [network],
  };
  const id = did(world, create as never).ids[0] ?? '';
  const attach = { type: 'volume.attach', id: volume, machine: id } as never;
  expect(refusalOf(world, attach)).toContain('busy: create');
  pass(world, 10);
  did(world, attach);
  did(world, { type: 'address.associate', id: address, machine: id });
  expect(vmOf(world, id).spec.disks[1]).toMatchObject({ volume, size: 50 });
  expect(find(world, 'volume', volume).spec).toMatchObject({ state: 'in-use', mountPoint: '/dev/vdb' });
  expect(refusalOf(world, attach)).toBe('Volume data is in-use by one');
  did(world, { type: 'volume.detach', id: volume });
  expect(vmOf(world, id).spec.disks.length).toBe(1);
  did(world, attach);
  did(world, { type: 'machine.remove', id: id });
  expect(find(world, 'volume', volume).spec).toMatchObject({ state: 'available', machine: null });
  expect(find(world, 'address', address).spec.machine).toBeNull();
});

test('FR-020-361 a host that its cluster cannot spare for a failure is refused maintenance before anything moves', () => {
  const lab = clusterOf({ hosts: 2, cluster: { ha: true, admission: { isOn: true, hostFailures: 1 } } });
  const { world, hosts } = lab;
  const [id = ''] = hosts;
  const vm = newVm(lab, 'web', { memory: 2048 });
  did(world, { type: 'machine.power', id: vm, verb: 'on', host: id });
  const said = refusalOf(world, { type: 'host.mode', id, mode: 'maintenance' });
  expect(said).toMatch(/^Host esxi-1 cannot be emptied: web needs 2 GiB; cluster .* has 0 MiB left beside/);
  expect([...world.tasks.running()]).toEqual([]);
  did(world, { type: 'machine.power', id: vm, verb: 'off' });
  did(world, { type: 'host.mode', id, mode: 'maintenance' });
});
