import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { labPassword } from '../vmware-lab.fixture.ts';
import { jsonClient } from '../rest/rest.fixture.ts';
import type { JsonAnswer } from '../rest/rest.fixture.ts';
import { openGuestLab } from './guest-lab.fixture.ts';
import type { GuestLab } from './guest-lab.fixture.ts';

let lab: GuestLab;
let token = '';
beforeAll(async () => {
  lab = await openGuestLab();
  const login = Buffer.from(`administrator@vsphere.local:${labPassword}`).toString('base64');
  const opened = await jsonClient(lab, { headers: { authorization: `Basic ${login}` } }).post('/api/session');
  token = String(opened.json);
});
afterAll(() => lab.close());

const credentials = {
  type: 'USERNAME_PASSWORD',
  user_name: 'root',
  password: 'coldaisle',
  interactive_session: false,
};

const send = (method: string, path: string, body?: object): Promise<JsonAnswer> =>
  jsonClient(lab, { headers: { 'vmware-api-session-id': token, 'content-type': 'application/json' } }).send(
    method,
    `/api/vcenter/vm/${lab.vm}/guest/${path}`,
    body,
  );

test('FR-020-131 over REST a program runs in the guest as by SOAP', async () => {
  const spec = {
    path: '/bin/sh',
    arguments: "-c 'echo $COLOUR > /tmp/said; exit 4'",
    environment_variables: { COLOUR: 'green' },
  };
  const started = await send('POST', 'processes?action=create', { credentials, spec });
  expect(started.status).toBe(201);
  const row = async () => (await send('POST', `processes/${started.json}?action=get`, { credentials })).json;
  let found = await row();
  while (found.exit_code === undefined) found = await row();
  expect(found).toMatchObject({ name: 'sh', owner: 'root', exit_code: 4 });
  expect(await lab.shell('cat /tmp/said')).toBe('green\n');
  const all = await send('POST', 'processes?action=list', { credentials });
  expect(all.json.some(({ pid }: { pid: number }) => pid === 1)).toBe(true);
  expect((await send('POST', 'processes/99999?action=delete', { credentials })).status).toBe(404);
  const wrong = { credentials: { ...credentials, password: 'x' } };
  expect((await send('POST', 'processes?action=list', wrong)).status).toBe(401);
});

test('FR-020-132 over REST folders of the guest come, move and go, and files have an address', async () => {
  const folder = (action: string, more: object): Promise<JsonAnswer> =>
    send('POST', `filesystem/directories?action=${action}`, { credentials, ...more });
  expect((await folder('create', { path: '/srv/r/s', create_parents: true })).status).toBe(204);
  expect((await folder('move', { path: '/srv/r', new_path: '/srv/t' })).status).toBe(204);
  expect((await folder('delete', { path: '/srv/t', recursive: false })).status).toBe(400);
  expect((await folder('delete', { path: '/srv/t', recursive: true })).status).toBe(204);
  expect((await folder('createTemporary', { prefix: 'a', suffix: 'b' })).json).toMatch(/^\/tmp\/a\w+b$/);
  const up = await send('POST', 'filesystem?action=create', {
    credentials,
    spec: { path: '/tmp/new', attributes: { size: 2, overwrite: true } },
  });
  expect(up.json).toContain('/guestFile?id=');
  const down = await send('POST', 'filesystem?action=create', {
    credentials,
    spec: { path: '/etc/hostname' },
  });
  expect(down.json).toContain('/guestFile?id=');
  expect((await send('GET', 'operations')).json).toMatchObject({ guest_operations_ready: true });
});

test('FR-020-137 over REST a machine that is off is told who it shall be', async () => {
  const body = {
    configuration_spec: { linux_config: { domain: 'lab', hostname: { type: 'FIXED', fixed_name: 'later' } } },
    interfaces: [{ adapter: { ipv4: { type: 'STATIC', ip_address: '10.9.0.8', prefix: 24 } } }],
    global_DNS_settings: { dns_suffix_list: [], dns_servers: ['10.9.9.8'] },
  };
  expect((await send('PUT', 'customization', { spec: body })).status).toBe(400);
  await lab.does({ type: 'machine.power', id: lab.vm, verb: 'off' });
  await lab.run(1);
  expect((await send('PUT', 'customization', { spec: body })).status).toBe(204);
  await lab.does({ type: 'machine.power', id: lab.vm, verb: 'on' });
  await lab.run(1);
  const isDone = (): boolean => lab.vc.events.all().some(({ type }) => type === 'CustomizationSucceeded');
  await vi.waitUntil(isDone, { timeout: 10_000 });
  expect(await lab.shell('hostname; grep nameserver /etc/resolv.conf; ip -br a | grep -c 10.9.0.8')).toBe(
    'later\nnameserver 10.9.9.8\n1\n',
  );
});
