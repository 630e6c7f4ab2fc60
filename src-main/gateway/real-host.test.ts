import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { decodeLaneFrame } from '../../sim/contract/lane-frame.ts';
import { queries } from '../../sim/contract/queries.ts';
import { wallClock } from '../host/clock-face.ts';
import { createHost } from '../host/create-host.ts';
import type { Host } from '../host/host.ts';
import { silentLog } from '../host/log.ts';
import { openTestGateway, type TestGateway } from './test-gateway.fixture.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'coldaisle-real-'));
const resources = fileURLToPath(new URL('../../resources', import.meta.url));
let host: Host;
let one: TestGateway;

beforeAll(async () => {
  const made = await createHost({
    dataDirectory,
    resources,
    lab: null,
    labFile: null,
    brokerUrl: null,
    mqttPort: 0,
    version: '1.2.3',
    log: silentLog,
    wall: wallClock,
  });
  if (!made.ok) throw new Error(made.refusal.message);
  host = made.value;
  one = await openTestGateway({ host });
});
afterAll(async () => {
  await one.close();
  await host.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

const post = (path: string, body: unknown) =>
  one.api({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const itemsOf = async (path: string) =>
  (await one.api({ path })).json()['items'] as { id: EntityId; kind: string; name: string }[];

const someRule = {
  id: 'warm',
  title: 'Inlet over',
  kinds: ['rack'],
  metric: 'temperature',
  test: { type: 'limit', direction: 'above', limit: 27 },
  deadband: 0.5,
  severity: 'minor',
  level: 'warning',
  consequence: 'It is warm.',
  action: 'Look.',
};

const firstId = async (kind: string): Promise<string> =>
  (await itemsOf(`/api/v1/entities?kinds=${kind}&limit=1`))[0]?.id ?? '';

test('FR-200-003 every query of the real host is answered as the contract says', async () => {
  const [rack, sensor, device] = [await firstId('rack'), await firstId('sensor'), await firstId('device')];
  const vm = await firstId('vm');
  const params: Record<string, string> = {
    entity: `?id=${rack}`,
    'device-story': `?id=${device}`,
    machine: `?id=${vm}`,
    'machine-users': `?id=${vm}`,
    'machine-log': `?id=${vm}`,
    'machine-map': '?layer=virtual',
    'tree-path': `?id=${vm}`,
    'machine-history': `?id=${vm}`,
    'machine-processes': `?id=${vm}`,
    'machine-files': `?id=${vm}&path=/etc`,
    'machine-file': `?id=${vm}&path=/etc/hostname`,
    'machine-plan': `?command=${encodeURIComponent(JSON.stringify({ type: 'machine.migrate', id: vm }))}`,
    report: '?kind=energy',
    'floor-at': `?sensors=${sensor}&at=1767600000000`,
    history: `?sensors=${sensor}`,
    readings: `?sensors=${sensor}`,
    'rule-preview': `?rule=${encodeURIComponent(JSON.stringify(someRule))}`,
    consequences: '?id=ups-1',
    'asset-edit': `?edit=${encodeURIComponent('{"owner":"Ops"}')}`,
    redundancy: `?id=${rack}`,
    addresses: '?entity=ups-1',
    placement: '?units=2&watts=700',
    'vsphere-call': '?number=1',
  };
  for (const [name, { answer }] of Object.entries(queries)) {
    const answered = await one.api({ path: `/api/v1/${name}${params[name] ?? ''}` });
    // No machine of the starter is a container, and only these have a log; nobody has called its vCenter.
    const refusal = { 'machine-log': 422, 'vsphere-call': 404 }[name];
    expect([name, answered.status]).toEqual([name, refusal ?? 200]);
    if (refusal !== undefined) continue;
    expect([name, answer.safeParse(answered.json()).error?.issues]).toEqual([name, undefined]);
  }
});

test('FR-200-001 a command sent twice under one key is done once, and its events are heard once', async () => {
  const client = await one.live();
  client.say({ op: 'watch', since: null, branch: null });
  const { revision } = await client.next('watching');
  const body = { command: { type: 'lab.rename', name: 'Renamed' }, key: 'rename-0001' };
  const [first, second] = [await post('/api/v1/commands', body), await post('/api/v1/commands', body)];
  expect([first.json()['repeated'], second.json()['repeated']]).toEqual([false, true]);
  const { items } = await client.next('events');
  expect(items.map((item) => [item.revision, item.event.type])).toEqual([
    [revision + 1, 'edit.made'],
    [revision + 2, 'lab.renamed'],
  ]);
  const again = await one.live();
  again.say({ op: 'watch', since: revision, branch: 'branch-1' });
  expect((await again.next('events')).items[0]).toEqual(items[0]);
});

test('FR-200-070 the readings of the real lab reach a view', async () => {
  const sensors = (await itemsOf('/api/v1/entities?kinds=sensor')).map(({ id }) => id);
  const client = await one.live();
  client.say({ op: 'lanes', view: 1, sensors });
  let read = 0;
  while (read < sensors.length) {
    const frame = decodeLaneFrame(await client.frame());
    read = [...(frame?.values ?? [])].filter((value) => !Number.isNaN(value)).length;
  }
  expect(read).toBe(sensors.length);
});

test('FR-200-056 pausing the real clock is told at once', async () => {
  const client = await one.live();
  await post('/api/v1/commands', { command: { type: 'clock.pause' } });
  let status = await client.next('status');
  while (status.status.clock.running) status = await client.next('status');
  expect(status.status.clock.running).toBe(false);
});

test('FR-200-005 a lab is exported by the desk, downloaded, uploaded and imported again', async () => {
  const client = await one.live();
  await post('/api/v1/desk', { command: { type: 'desk.export', file: join(one.exports, 'mine.coldaisle') } });
  let done = await client.next('operation');
  while (done.operation.state === 'running' || done.operation.state === 'queued')
    done = await client.next('operation');
  expect(done.operation.refusal).toBeNull();
  const download = await one.api({ path: '/api/v1/exports/mine.coldaisle' });
  expect(download.bytes).toEqual(readFileSync(join(one.exports, 'mine.coldaisle')));
  const upload = await one.api({
    method: 'POST',
    path: '/api/v1/upload?name=mine.coldaisle',
    body: download.bytes,
  });
  const file = String(upload.json()['file']);
  expect([dirname(file), basename(file).endsWith('.coldaisle')]).toEqual([one.uploads, true]);
  const imported = await post('/api/v1/desk', { command: { type: 'desk.import', file, name: 'Imported' } });
  expect(imported.status).toBe(200);
});
