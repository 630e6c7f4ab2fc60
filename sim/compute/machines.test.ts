import { expect, test } from 'vitest';
import { did } from '../testing/small-lab.ts';
import {
  clusterOf,
  cloudIn,
  find,
  make,
  newVm,
  pass,
  refusalOf,
  runningTask,
  vmOf,
} from './compute.fixture.ts';
import { toolsNow } from './turned.ts';

test('FR-010-090 a machine made from nothing has a host, a store with room, a MAC and an address, and may start at once', () => {
  const lab = clusterOf({ hosts: 2 });
  const { world, hosts, stores, network } = lab;
  const one = vmOf(world, newVm(lab, 'web-01', { afterwards: 'start' }));
  const two = vmOf(world, newVm(lab, 'web-02', {}));
  expect(hosts).toContain(one.spec.host);
  expect(one.spec.disks[0]).toMatchObject({ key: 2000, label: 'Hard disk 1', datastore: stores[0], used: 0 });
  expect(one.spec.nics[0]).toMatchObject({ key: 4000, network });
  expect(one.spec.nics[0]?.mac).toMatch(/^00:50:56:[89ab]/);
  expect(one.spec.nics[0]?.address).toMatch(/^172\.20\.100\.\d+$/);
  expect(two.spec.nics[0]?.mac).not.toBe(one.spec.nics[0]?.mac);
  expect(two.spec.nics[0]?.address).not.toBe(one.spec.nics[0]?.address);
  expect([one.spec.power, two.spec.power]).toEqual(['on', 'off']);
});

test('FR-010-091 a copy takes its room at once, the time that its bytes take, and starts when it is whole', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, datacenter } = lab;
  const disk = { key: 2000, label: 'Hard disk 1', size: 40, used: 8, datastore: lab.stores[0] };
  const original = make(world, {
    kind: 'vm',
    name: 'golden',
    parent: datacenter,
    spec: { disks: [disk], host: lab.hosts[0], isTemplate: true, os: 'rhel-9', cpus: 2, memory: 2048 },
  });
  const { ids } = did(world, {
    type: 'machine.create',
    name: 'web-01',
    parent: datacenter,
    from: original,
    afterwards: 'start',
  });
  const task = runningTask(world);
  expect(ids).toEqual([task.target, task.id]);
  // 8 GiB at 400 MiB/s, and 2 s to set it up
  expect(task.endsAt - task.startedAt).toBe(23_000);
  expect(world.allotments.storedOn(lab.stores[0] as never)).toBe(2 * 8 * 1024);
  pass(world, 22);
  expect(vmOf(world, task.target).spec.power).toBe('off');
  pass(world, 1);
  expect(vmOf(world, task.target).spec).toMatchObject({ power: 'on', os: 'rhel-9', memory: 2048 });
  expect(world.tasks.get(task.id)?.state).toBe('done');
});

test('FR-010-092 a copy that is cancelled leaves nothing; its original is not removed under it', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const original = newVm(lab, 'web-01', {});
  did(world, { type: 'machine.clone', id: original, name: 'web-02' });
  const task = runningTask(world);
  expect(refusalOf(world, { type: 'machine.remove', id: original })).toContain('is being copied to web-02');
  expect(refusalOf(world, { type: 'machine.power', id: task.target, verb: 'on' })).toContain(
    'busy: clone (task-1)',
  );
  did(world, { type: 'task.cancel', id: task.id });
  expect(world.inventory.get(task.target)).toBeUndefined();
  expect(world.tasks.get(task.id)?.state).toBe('cancelled');
  expect(refusalOf(world, { type: 'task.cancel', id: task.id })).toContain('cancelled already');
  did(world, { type: 'machine.remove', id: original });
  expect(world.allotments.storedOn(lab.stores[0] as never)).toBe(0);
});

test('FR-010-093 a tenant’s machine takes the size of its flavour and the disk of its image, within the quota of its project', () => {
  const { world } = clusterOf({ hosts: 1 });
  const { project, flavour, image, host } = cloudIn(world);
  const create = {
    type: 'machine.create',
    parent: project,
    from: image,
    flavour,
    afterwards: 'start',
  } as const;
  const { ids } = did(world, { ...create, name: 'one' });
  pass(world, 10);
  const vm = vmOf(world, ids[0] ?? '');
  expect(vm.spec).toMatchObject({
    cpus: 1,
    memory: 2048,
    os: 'ubuntu-22.04',
    host,
    flavour,
    image,
    power: 'on',
  });
  expect(vm.spec.disks).toMatchObject([{ size: 20, used: 2, datastore: null }]);
  for (let n = 2; n <= 10; n += 1) did(world, { ...create, name: 'alike' });
  expect(refusalOf(world, { ...create, name: 'eleventh' })).toBe(
    'Project demo has 10 of 10 instances in use; this needs 1 more',
  );
  did(world, { type: 'inventory.change', id: image, spec: { minDisk: 40 } });
  expect(refusalOf(world, { ...create, name: 'small' })).toContain(
    'needs a disk of 40 GiB; flavour m1.small has 20',
  );
});

test('FR-010-094 a button works only in its state; a guest’s own way down takes time and needs its tools', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'web-01', { os: 'rhel-9' }) as never;
  const press = (verb: never) => did(world, { type: 'machine.power', id, verb });
  expect(refusalOf(world, { type: 'machine.power', id, verb: 'suspend' })).toBe(
    'web-01 is off; suspend works when it is on',
  );
  press('on' as never);
  expect(toolsNow(vmOf(world, id), world)).toBe('not-running');
  expect(refusalOf(world, { type: 'machine.power', id, verb: 'shutdown' })).toContain(
    'tools are not running',
  );
  pass(world, 25);
  expect(toolsNow(vmOf(world, id), world)).toBe('running');
  press('reboot' as never);
  pass(world, 8);
  expect(vmOf(world, id).spec).toMatchObject({ power: 'on', startedAt: world.now() });
  pass(world, 25);
  press('shutdown' as never);
  pass(world, 7);
  expect(vmOf(world, id).spec.power).toBe('on');
  press('off' as never);
  expect(vmOf(world, id).spec).toMatchObject({ power: 'off', tools: 'not-running' });
  expect(world.tasks.all().map(({ state }) => state)).toEqual(['done', 'cancelled']);
});

test('FR-010-095 suspending writes the memory and resuming reads it: the machine goes on without booting', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world, hosts } = lab;
  const id = newVm(lab, 'web-01', { afterwards: 'start' }) as never;
  const since = vmOf(world, id).spec.startedAt;
  pass(world, 30);
  did(world, { type: 'machine.power', id, verb: 'suspend' });
  // 4096 MiB at 400 MiB/s, and 2 s
  pass(world, 12);
  expect(vmOf(world, id).spec.power).toBe('on');
  pass(world, 1);
  expect(vmOf(world, id).spec.power).toBe('suspended');
  expect(world.allotments.of(hosts[0] as never).memory).toBe(0);
  did(world, { type: 'machine.power', id, verb: 'on' });
  pass(world, 13);
  expect(vmOf(world, id).spec).toMatchObject({ power: 'on', startedAt: since });
  did(world, { type: 'machine.power', id, verb: 'pause' });
  expect(world.allotments.of(hosts[0] as never).memory).toBe(4096);
  did(world, { type: 'machine.power', id, verb: 'unpause' });
  expect(vmOf(world, id).spec.power).toBe('on');
});

test('FR-010-096 what a running system can take is added while it runs; all else is refused with what must be off', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'web-01', { afterwards: 'start' }) as never;
  did(world, {
    type: 'machine.configure',
    id,
    cpus: 4,
    memory: 8192,
    disks: [{ key: 2000, size: 30 }, { size: 5 }],
  });
  expect(vmOf(world, id).spec).toMatchObject({ cpus: 4, memory: 8192 });
  expect(vmOf(world, id).spec.disks.map(({ key, size }) => [key, size])).toEqual([
    [2000, 30],
    [2001, 5],
  ]);
  const refused = (change: object) => refusalOf(world, { type: 'machine.configure', id, ...change });
  expect(refused({ memory: 4096 })).toBe('web-01 is on; its memory is taken away only while it is off');
  expect(refused({ coresPerSocket: 2 })).toBe('web-01 is on; its sockets change only while it is off');
  expect(refused({ disks: [{ key: 2000, size: 10 }] })).toContain('disks do not shrink');
  expect(refused({ memory: 131_072 })).toBe('web-01 needs 128 GiB, host esxi-1 has 64 GiB free');
  expect(refused({ disks: [{ size: 600, isThin: false }] })).toBe(
    'Datastore ds-01 has 500 GiB free; this needs 600 GiB',
  );
  did(world, { type: 'machine.power', id, verb: 'off' });
  did(world, { type: 'machine.configure', id, memory: 1024, nics: [{ key: 4000, network: null }] });
  expect(vmOf(world, id).spec).toMatchObject({ memory: 1024, nics: [] });
});

test('FR-010-097 a machine that runs is not removed, a template does not run, and removal frees what it held', () => {
  const lab = clusterOf({ hosts: 1 });
  const { world } = lab;
  const id = newVm(lab, 'web-01', { afterwards: 'start', disks: [{ size: 20, isThin: false }] }) as never;
  expect(refusalOf(world, { type: 'machine.remove', id })).toContain('removed only while it is off');
  expect(refusalOf(world, { type: 'machine.template', id, to: 'template' })).toContain(
    'made of a machine that is off',
  );
  did(world, { type: 'machine.power', id, verb: 'off' });
  did(world, { type: 'machine.template', id, to: 'template' });
  expect(refusalOf(world, { type: 'machine.power', id, verb: 'on' })).toBe(
    'web-01 is a template; templates do not run',
  );
  expect(world.allotments.storedOn(lab.stores[0] as never)).toBe(20_480);
  did(world, { type: 'machine.remove', id });
  expect(world.allotments.storedOn(lab.stores[0] as never)).toBe(0);
  expect(find(world, 'datastore', lab.stores[0] ?? '').name).toBe('ds-01');
});
