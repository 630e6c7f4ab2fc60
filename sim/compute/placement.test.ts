import { expect, test } from 'vitest';
import { did } from '../testing/small-lab.ts';
import { clusterOf, make, newVm, pass, refusalOf, vmOf } from './compute.fixture.ts';

test('FR-010-098 a machine goes where most is free, and where none takes it each host says what is missing', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, hosts } = lab;
  const first = vmOf(world, newVm(lab, 'one', { memory: 32_768, afterwards: 'start' }));
  const second = vmOf(world, newVm(lab, 'two', { memory: 24_576, afterwards: 'start' }));
  expect(new Set([first.spec.host, second.spec.host])).toEqual(new Set(hosts));
  expect(
    refusalOf(world, {
      type: 'machine.create',
      name: 'big',
      parent: lab.datacenter,
      memory: 65_536,
      afterwards: 'start',
    }),
  ).toBe(
    'No host takes big: big needs 64 GiB, host esxi-1 has 32 GiB free; big needs 64 GiB, host esxi-2 has 40 GiB free',
  );
  expect(
    refusalOf(world, {
      type: 'machine.create',
      name: 'wide',
      parent: lab.datacenter,
      cpus: 32,
      host: hosts[0],
    }),
  ).toBe('wide has 32 CPUs; host esxi-1 has 16 threads');
});

test('FR-010-099 virtual CPUs and memory are given out beyond what there is only as far as the host allows; reservations never', () => {
  const lab = clusterOf({ hosts: 1, host: { memoryOvercommit: 2, cpuOvercommit: 1 } });
  const { world } = lab;
  const one = newVm(lab, 'one', { memory: 65_536, cpus: 8, afterwards: 'start' });
  const two = newVm(lab, 'two', { memory: 65_536, cpus: 8 });
  did(world, {
    type: 'machine.configure',
    id: one,
    reserved: { reservation: 60_000, limit: -1, shares: 1000 },
  });
  did(world, {
    type: 'machine.configure',
    id: two,
    reserved: { reservation: 10_000, limit: -1, shares: 1000 },
  });
  expect(refusalOf(world, { type: 'machine.power', id: two, verb: 'on' })).toBe(
    'two reserves 9.7 GiB, host esxi-1 has 5.4 GiB that is not reserved',
  );
  did(world, {
    type: 'machine.configure',
    id: two,
    reserved: { reservation: 0, limit: -1, shares: 1000 },
  });
  did(world, { type: 'machine.power', id: two, verb: 'on' });
  const three = newVm(lab, 'three', { memory: 1024, cpus: 1 });
  expect(refusalOf(world, { type: 'machine.power', id: three, verb: 'on' })).toBe(
    'three needs 1 GiB, host esxi-1 has 0 MiB free',
  );
});

test('FR-010-112 rules keep machines apart, together, on hosts and off them; one that is only a wish gives way', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, cluster, hosts } = lab;
  const ids = ['one', 'two'].map((name) => newVm(lab, name, { host: hosts[0], afterwards: 'start' }));
  const rule = (more: object): void => {
    const rules = [{ name: 'rule', machines: ids, ...more }];
    did(world, { type: 'inventory.change', id: cluster, spec: { rules } });
  };
  did(world, { type: 'machine.power', id: ids[1] as never, verb: 'off' });
  const start = { type: 'machine.power', id: ids[1], verb: 'on', host: hosts[0] };
  rule({ kind: 'apart', isMandatory: true });
  expect(refusalOf(world, start)).toBe('Rule rule keeps two off host esxi-1: one is there');
  rule({ kind: 'together', isMandatory: true });
  expect(refusalOf(world, { ...start, host: hosts[1] })).toBe(
    'Rule rule keeps two off host esxi-2: one is elsewhere',
  );
  rule({ kind: 'on-hosts', hosts: [hosts[1]], isMandatory: true });
  expect(refusalOf(world, start)).toContain('it does not name host esxi-1');
  rule({ kind: 'off-hosts', hosts: [hosts[0]], isMandatory: true });
  expect(refusalOf(world, start)).toContain('it names host esxi-1');
  rule({ kind: 'apart', isMandatory: false });
  did(world, start as never);
  expect(vmOf(world, ids[1] ?? '').spec.host).toBe(hosts[0]);
});

test('FR-010-113 a cluster with HA keeps free what the failure of its hosts would need', () => {
  const lab = clusterOf({ hosts: 2, cluster: { ha: true } });
  const { world } = lab;
  newVm(lab, 'one', { memory: 49_152, afterwards: 'start' });
  const two = newVm(lab, 'two', { memory: 32_768 });
  expect(refusalOf(world, { type: 'machine.power', id: two, verb: 'on' })).toBe(
    'two needs 32 GiB; cluster cluster-01 has 16 GiB left beside the 64 GiB it keeps for the failure of 1',
  );
});

test('FR-010-114 a machine runs only where its networks and its stores are', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, hosts, stores } = lab;
  const own = make(world, { kind: 'vswitch', name: 'vSwitch0', parent: hosts[0], spec: {} });
  const local = make(world, { kind: 'network', name: 'only-here', parent: own, spec: {} });
  const id = newVm(lab, 'one', { networks: [local], afterwards: 'start' });
  expect(vmOf(world, id).spec.host).toBe(hosts[0]);
  expect(refusalOf(world, { type: 'machine.migrate', id, host: hosts[1] })).toBe(
    'Host esxi-2 has no network only-here, which one is on',
  );
  did(world, { type: 'inventory.change', id: hosts[1] as never, links: { mounts: [stores[1] as never] } });
  const two = newVm(lab, 'two', { datastore: stores[0], afterwards: 'start' });
  expect(refusalOf(world, { type: 'machine.migrate', id: two, host: hosts[1] })).toBe(
    'Host esxi-2 does not mount ds-01, where disks of two lie',
  );
});

test('FR-010-115 moving takes as long as its memory over the link and its bytes between stores, and is judged again at its end', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, hosts, stores } = lab;
  const id = newVm(lab, 'one', { memory: 16_384, host: hosts[0], afterwards: 'start' });
  did(world, {
    type: 'machine.migrate',
    id: id,
    host: hosts[1] as never,
    datastore: stores[1] as never,
  });
  const [task] = world.tasks.running();
  // 16 GiB at 1,100 MiB/s, what two cores dirtied meanwhile, and 2 s
  expect((task?.endsAt ?? 0) - (task?.startedAt ?? 0)).toBe(19_000);
  pass(world, 18);
  expect(vmOf(world, id).spec.host).toBe(hosts[0]);
  pass(world, 1);
  expect(vmOf(world, id).spec).toMatchObject({
    host: hosts[1],
    power: 'on',
    disks: [{ datastore: stores[1] }],
  });
  expect(refusalOf(world, { type: 'machine.migrate', id, host: hosts[1] })).toContain('is there already');
  did(world, { type: 'machine.migrate', id: id, host: hosts[0] as never });
  did(world, { type: 'host.report', id: hosts[0] as never, power: 'lost' });
  pass(world, 20);
  expect(vmOf(world, id).spec.host).toBe(hosts[1]);
  expect(world.tasks.all().at(-1)).toMatchObject({
    state: 'failed',
    refusal: { message: 'Host esxi-1 is off' },
  });
});
