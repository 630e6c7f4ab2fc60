import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../host/host.ts';
import { doing, freshFolder, openTestHost, stepped } from '../../host/testing/test-host.ts';
import { openTestGateway } from '../test-gateway.fixture.ts';
import type { TestGateway } from '../test-gateway.fixture.ts';
import { simAddresses } from './sim-routes.ts';

const dataDirectory = freshFolder();
let host: Host;
let one: TestGateway;

beforeAll(async () => {
  host = await openTestHost({ dataDirectory });
  await doing(host, { type: 'clock.pause' });
  one = await openTestGateway({ host });
});
afterAll(async () => {
  await one.close();
  await host.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

type Row = Readonly<Record<string, unknown>>;

const ask = async (method: string, path: string, body?: object) => {
  const sent =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const { status, json } = await one.api({ method, path, ...sent });
  // What a row of a machine, a receipt or a problem has is looked into by name.
  return { status, body: json() as Row & { readonly items: readonly Row[] } };
};
const step = async (ticks: number): Promise<void> => {
  await doing(host, { type: 'clock.step', ticks });
  await stepped(host);
};

test('FR-010-170 a machine is made, shown, changed, switched and removed under /sim/vms, by its name', async () => {
  const made = await ask('POST', '/sim/vms', {
    name: 'api-01',
    cluster: 'cluster-01',
    network: 'dc-vmw-vm-100',
    vcpu: 2,
    memory_mb: 2048,
    disk_gb: 10,
    guest_os: 'debian-12',
    power: 'on',
  });
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  expect(made.body['vm']).toMatchObject({ name: 'api-01', power: 'on', cpus: 2, size: 2048 });
  expect((await ask('GET', '/sim/vms/API-01')).body['row']).toMatchObject({ name: 'api-01' });
  expect((await ask('POST', '/sim/vms/api-01/power', { state: 'off' })).status).toBe(200);
  expect((await ask('PATCH', '/sim/vms/api-01', { vcpu: 4, disk_gb: 20 })).status).toBe(200);
  const listed = await ask('GET', '/sim/vms?text=api-01');
  expect([listed.body['total'], listed.body['items'][0]]).toEqual([
    1,
    expect.objectContaining({ power: 'off', cpus: 4 }),
  ]);
  expect((await ask('DELETE', '/sim/vms/api-01')).status).toBe(200);
  expect((await ask('GET', '/sim/vms/api-01')).status).toBe(404);
});

test('FR-010-170 hosts, clusters, datastores and networks are listed, and a host is switched', async () => {
  for (const [collection, name] of [
    ['hosts', 'sim-vmw-esxi-01'],
    ['clusters', 'cluster-01'],
    ['datastores', 'ds-01'],
  ]) {
    expect((await ask('GET', `/sim/${collection}`)).body['items'].length).toBeGreaterThan(0);
    expect((await ask('GET', `/sim/${collection}/${name}`)).status).toBe(200);
  }
  expect((await ask('GET', '/sim/networks?limit=1')).body['items'].length).toBe(1);
  const refused = await ask('POST', '/sim/hosts/sim-vmw-esxi-01/power', { state: 'off' });
  expect([refused.status, refused.body['code']]).toEqual([409, 'not-empty']);
});

test('FR-010-171 the state is told as a whole, and what changed since a revision is told once for each thing', async () => {
  const { body: before } = await ask('GET', '/sim/state');
  expect(before['counts']).toMatchObject({ hosts: expect.any(Number), vms_on: expect.any(Number) });
  await ask('POST', '/sim/vms', { name: 'api-02', cluster: 'cluster-01' });
  await ask('PATCH', '/sim/vms/api-02', { vcpu: 2 });
  await ask('POST', '/sim/vms', { name: 'api-03', cluster: 'cluster-01' });
  await ask('DELETE', '/sim/vms/api-03');
  const { body: diff } = await ask('GET', `/sim/state/diff?since=${String(before['revision'])}`);
  expect((diff['created'] as { name: string }[]).map(({ name }) => name)).toEqual(['api-02']);
  expect([diff['changed'], diff['removed'], diff['to']]).toEqual([[], [], host.status().revision]);
  const unknown = await ask('GET', '/sim/state/diff?since=99999999');
  expect([unknown.status, unknown.body['where']]).toEqual([404, 'since']);
  expect((await ask('GET', '/sim/state/diff')).body['message']).toContain('?since=17');
});

test('FR-010-172 failures are injected by the seeds’ names and by those of all scenarios, listed and taken away', async () => {
  const failed = await ask('POST', '/sim/inject/host-failure', {
    host_id: 'sim-vmw-esxi-02',
    duration_sec: 60,
  });
  expect(failed.status).toBe(201);
  const store = (await ask('GET', '/sim/datastores/ds-01')).body['id'] as string;
  const full = await ask('POST', '/sim/inject/disk-full', { vm_id: 'sim-vmw-vm-001', duration_sec: null });
  const network = (await ask('GET', '/sim/networks')).body['items'][0] as { id: string };
  const parted = { network: network.id, duration_sec: 30, severity: 'total' };
  expect((await ask('POST', '/sim/inject/network-partition', parted)).status).toBe(201);
  expect((await ask('POST', '/sim/inject/link-flap', { target: 'sim-vmw-vm-001', size: 5 })).status).toBe(
    201,
  );
  await step(2);
  const { body } = await ask('GET', '/sim/inject');
  expect(
    (body['items'] as { name: string; target: string; duration: number }[]).map((run) => run.name),
  ).toEqual(['HOST_FAILURE', 'DISK_FULL', 'NETWORK_PARTITION', 'LINK_FLAP']);
  expect(body['items'][1]).toMatchObject({ target: store, duration: null });
  for (const run of body['items'] as { id: string }[])
    expect((await ask('DELETE', `/sim/inject/${run.id}`)).status).toBe(200);
  expect(full.body['ids']).toHaveLength(1);
  expect((await ask('GET', '/sim/inject')).body['items']).toEqual([]);
});

test('FR-010-173 what is wrong is said with its place and its way out', async () => {
  const wrongs: [string, string, object | undefined, number, object][] = [
    ['POST', '/sim/vms', { vcpu: 2 }, 400, { where: 'name' }],
    [
      'POST',
      '/sim/vms',
      { name: 'x', cluster: 'nowhere' },
      404,
      { where: 'cluster', hint: expect.any(String) },
    ],
    ['POST', '/sim/vms/sim-vmw-vm-001/power', { state: 'flying' }, 400, { where: 'state' }],
    ['POST', '/sim/inject/meteor', { target: 'x' }, 404, { hint: expect.stringContaining('link-flap') }],
    ['POST', '/sim/inject/disk-full', {}, 400, { message: expect.stringContaining('datastore') }],
    ['GET', '/sim/nothing', undefined, 404, { hint: expect.stringContaining('/sim/vms') }],
    ['DELETE', '/sim/state', undefined, 405, {}],
  ];
  for (const [method, path, body, status, problem] of wrongs) {
    const answer = await ask(method, path, body);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.body).toMatchObject(problem);
  }
  for (const [pattern, handlers] of simAddresses) {
    const [method = 'GET'] = Object.keys(handlers);
    expect((await one.ask({ method, path: pattern.replace('*', 'x') })).status).toBe(401);
  }
  expect((await one.ask({ path: '/metrics' })).status).toBe(401);
});

test('FR-010-174 a Prometheus reads figures of the facility and its machines, no more machines than it asks for', async () => {
  await step(70);
  const { status, headers, text } = await one.api({ path: '/metrics' });
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const sample = /^[a-z_]+(\{([a-z_]+="([^"\\]|\\.)*",?)+\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/;
  expect(lines.filter((line) => !sample.test(line))).toEqual([]);
  for (const name of [
    'vm_cpu_usage',
    'vm_net_io',
    'host_temperature',
    'host_uptime',
    'cluster_overcommit_ratio',
  ])
    expect(text).toContain(`\ndcsim_${name}{`);
  expect(text).toMatch(/dcsim_vm_power_state\{vm="sim-vmw-vm-001",[^}]*host="sim-vmw-esxi-01"[^}]*\} 1\n/);
  expect(text).toMatch(/dcsim_site_pue\{[^}]*\} 1\.\d+\n/);
  const few = (await one.api({ path: '/metrics?limit=1' })).text;
  expect(few.match(/^dcsim_vm_cpu_usage/gm)).toHaveLength(1);
  expect(few).toMatch(/^dcsim_vms_not_told [1-9]/m);
});

test('FR-010-171 a reset goes back to the lab’s first moment', async () => {
  const { status, body } = await ask('POST', '/sim/reset');
  expect([status, body]).toMatchObject([202, { operation: expect.any(String), tick: 0 }]);
  expect(host.status().clock.tick).toBe(0);
});
