import { afterEach, expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { Host } from '../../host/host.ts';
import { ask, doing, openTestHost, someone, stepped } from '../../host/testing/test-host.ts';

const hosts: Host[] = [];
const opened = async (): Promise<Host> => {
  const host = await openTestHost();
  hosts.push(host);
  await doing(host, { type: 'clock.pause' });
  return host;
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const step = async (host: Host, ticks: number): Promise<void> => {
  await doing(host, { type: 'clock.step', ticks });
  await stepped(host);
  await new Promise((done) => setTimeout(done, 20));
};

/** What the lab does by itself it asks for like anybody else: it is there when the door has answered. */
const patiently = { timeout: 60_000 };

const make = async (host: Host, item: object): Promise<string> => {
  const { ids } = await doing(host, { type: 'inventory.create', item });
  return String((ids as readonly string[])[0]);
};
const found = (host: Host, id: string): Promise<Entity> => ask(host, 'entity', { id });

type Lab = { readonly cluster: string; readonly hosts: readonly string[]; readonly rack: string };

/** Two hypervisors in a cluster: one on a server of the lab, one that stands nowhere. */
async function furnish(host: Host): Promise<Lab> {
  const { items } = await ask(host, 'entities', { kinds: ['device'] });
  const server = items.find(
    ({ kind, spec }) => kind === 'device' && spec.category === 'server' && spec.psus === 2,
  );
  const rack = server?.parent ?? '';
  const datacenter = await make(host, { kind: 'datacenter', name: 'dc-test', parent: 'site-1', spec: {} });
  const spec = { ha: true, admission: { isOn: false } };
  const cluster = await make(host, { kind: 'cluster', name: 'cluster-test', parent: datacenter, spec });
  const store = await make(host, {
    kind: 'datastore',
    name: 'ds-test',
    parent: datacenter,
    spec: { capacity: 500 },
  });
  const links = { mounts: [store] };
  const one = {
    kind: 'host',
    name: 'one',
    parent: cluster,
    spec: {},
    links: { ...links, runsOn: [server?.id] },
  };
  const two = { kind: 'host', name: 'two', parent: cluster, spec: {}, links };
  return { cluster, hosts: [await make(host, one), await make(host, two)], rack };
}

const newVm = async (host: Host, lab: Lab, more: object): Promise<string> => {
  const parent = (await found(host, lab.cluster)).parent;
  const command = { type: 'machine.create', parent, cpus: 2, memory: 4096, disks: [{ size: 10 }], ...more };
  return String(((await doing(host, command))['ids'] as readonly string[])[0]);
};

test('FR-010-120 a rack that loses both feeds takes its hypervisor and its machines down; HA restarts them, and power brings the host back', async () => {
  const host = await opened();
  const lab = await furnish(host);
  const id = await newVm(host, lab, { name: 'web-test', host: lab.hosts[0], afterwards: 'start' });
  const pdus = (await ask(host, 'entities', { kinds: ['pdu'], parent: lab.rack })).items;
  const turn = async (verb: string): Promise<void> => {
    for (const pdu of pdus) await doing(host, { type: 'plant.order', target: pdu.id, verb });
  };
  await step(host, 3);
  await turn('breaker-open');
  await step(host, 3);
  expect((await found(host, lab.hosts[0] ?? '')).spec).toMatchObject({
    power: 'off',
    state: 'not-responding',
  });
  expect((await found(host, id)).spec).toMatchObject({ power: 'off', fellWith: lab.hosts[0] });
  await step(host, 80);
  expect((await found(host, id)).spec).toMatchObject({ power: 'on', host: lab.hosts[1] });
  await turn('breaker-close');
  await step(host, 10);
  expect((await found(host, lab.hosts[0] ?? '')).spec).toMatchObject({
    power: 'on',
    state: 'not-responding',
  });
  await step(host, 310);
  expect((await found(host, lab.hosts[0] ?? '')).spec).toMatchObject({ power: 'on', state: 'connected' });
});

test('FR-010-121 tasks are listed newest first with their progress, and end when their lab time is over', async () => {
  const host = await opened();
  const lab = await furnish(host);
  const id = await newVm(host, lab, {
    name: 'web-test',
    memory: 8192,
    host: lab.hosts[0],
    afterwards: 'start',
  });
  await doing(host, { type: 'machine.power', id, verb: 'suspend' });
  await step(host, 11);
  const [task] = (await ask(host, 'tasks', { target: id })).items;
  // 8 GiB at 400 MiB/s, and 2 s
  expect(task).toMatchObject({
    verb: 'suspend',
    state: 'running',
    name: 'web-test',
    by: 'test',
    progress: 11 / 23,
  });
  await step(host, 13);
  expect((await ask(host, 'tasks', { states: ['running'] })).items).toEqual([]);
  expect((await ask(host, 'tasks', { limit: 1 })).items[0]).toMatchObject({ state: 'done', progress: 1 });
  expect((await found(host, id)).spec).toMatchObject({ power: 'suspended' });
});

test('FR-010-122 an automatic cluster balances itself; what only the lab may say is refused to anybody else', async () => {
  const host = await opened();
  const lab = await furnish(host);
  for (const name of ['a', 'b'])
    await newVm(host, lab, { name, memory: 98_304, host: lab.hosts[0], afterwards: 'start' });
  await doing(host, { type: 'inventory.change', id: lab.cluster, spec: { drs: 'automatic' } });
  await step(host, 302);
  await step(host, 120);
  const homes = (await ask(host, 'entities', { kinds: ['vm'] })).items.flatMap(({ kind, name, spec }) =>
    kind === 'vm' && ['a', 'b'].includes(name) ? [spec.host] : [],
  );
  expect(new Set(homes)).toEqual(new Set(lab.hosts));
  const told = await host.execute({ type: 'host.report', id: lab.hosts[0], power: 'lost' }, someone, null);
  expect(told.ok ? '' : told.refusal.message).toBe('A host’s power is told by the lab itself');
});

test('FR-010-182 a full datastore pauses machines with thin disks on it, and they go on when there is room again', async () => {
  const host = await opened();
  const lab = await furnish(host);
  const id = await newVm(host, lab, { name: 'thin', afterwards: 'start' });
  const store = (await ask(host, 'entity', { id: 'ds-test' })).id;
  await doing(host, { type: 'scenario.run', name: 'DISK_FULL', target: store, duration: 30 });
  const power = async () => (await found(host, id)).spec;
  await step(host, 3);
  await expect.poll(power, patiently).toMatchObject({ power: 'paused' });
  await step(host, 40);
  await expect.poll(power, patiently).toMatchObject({ power: 'on' });
});

test('FR-010-167 the chassis of the starter lab takes its blades down with its rack’s power, and brings them back', async () => {
  const host = await opened();
  const { items } = await ask(host, 'entities', { kinds: ['blade'] });
  const chassis = (await ask(host, 'entities', { kinds: ['chassis'] })).items[0];
  const device = chassis?.links.runsOn?.[0] ?? '';
  const rack = (await found(host, device)).parent ?? '';
  const pdus = (await ask(host, 'entities', { kinds: ['pdu'], parent: rack })).items;
  const power = async (): Promise<string[]> =>
    Promise.all(
      items.map(async ({ id }) => {
        const blade = await found(host, id);
        return blade.kind === 'blade' ? blade.spec.power : '';
      }),
    );
  const before = await power();
  expect(before).toContain('on');
  const turn = async (verb: string): Promise<void> => {
    for (const pdu of pdus) await doing(host, { type: 'plant.order', target: pdu.id, verb });
    await step(host, 5);
  };
  await step(host, 3);
  await turn('breaker-open');
  await expect.poll(async () => new Set(await power()), patiently).toEqual(new Set(['off']));
  await turn('breaker-close');
  await expect.poll(power, patiently).toEqual(before);
});
