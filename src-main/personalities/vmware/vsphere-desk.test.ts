import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import type { WireNote } from './server/wire-log.ts';
import { createSessions } from './server/sessions.ts';
import { createUsers } from './server/users.ts';
import { createWireLog } from './server/wire-log.ts';
import type { VmwareFace } from './vmware-face.ts';
import { clientsOf } from './vsphere-clients.ts';
import { createVsphereDesk } from './vsphere-desk.ts';

const account = { name: 'administrator@vsphere.local', fullName: 'Administrator', password: 'VMware1!' };
const client = { address: '127.0.0.1', agent: 'govc/0.24.0' };
const { vmware: settings } = settingsSchema.parse({}).faces;

const note = (changes: Partial<WireNote>): WireNote => ({
  client,
  user: 'VSPHERE.LOCAL\\Administrator',
  method: 'CurrentTime',
  object: 'ServiceInstance:ServiceInstance',
  status: 200,
  fault: '',
  request: '<CurrentTime/>',
  answer: '<CurrentTimeResponse/>',
  answerLength: 22,
  ...changes,
});

/** The desk over a real book of sessions and a real log of calls, without a server before them. */
function openDesk(isOpen: boolean) {
  const wireLog = createWireLog(() => 5000);
  const sessions = createSessions({
    wall: () => 1000,
    labTime: () => 7000,
    users: createUsers({ builtIn: () => [account], stored: () => ({}), open: 'known' }),
    sleep: () => Promise.resolve(),
  });
  const tls = {
    key: 'never told',
    cert: 'c',
    ca: 'the authority',
    thumbprints: { sha1: '0A', sha256: '0B' },
  };
  const face: Pick<VmwareFace, 'state' | 'desk'> = {
    state: () =>
      isOpen
        ? { name: 'vmware', state: 'up', address: 'https://127.0.0.1:9443/sdk', detail: '' }
        : { name: 'vmware', state: 'down', address: '127.0.0.1:8989', detail: 'Port 8989 is taken' },
    desk: {
      endpoint: () => (isOpen ? { url: 'https://127.0.0.1:9443/sdk', tls } : null),
      sessions: () => (isOpen ? sessions : null),
      wireLog,
      tasks: () => 2,
      hosts: () => [],
    },
  };
  const desk = createVsphereDesk({ face, settings: () => settings, tlsDirectory: '/data/tls' });
  return { desk, sessions, wireLog };
}

test('FR-020-170 the desk tells where the vCenter answers, by what it is known and who is logged in', async () => {
  const { desk, sessions } = openDesk(true);
  await sessions.login(account.name, account.password, { client });
  const told = desk.state();
  expect(told).toMatchObject({
    state: 'up',
    address: 'https://127.0.0.1:9443/sdk',
    user: 'administrator@vsphere.local',
    tls: { sha1: '0A', sha256: '0B', authority: 'the authority', authorityFile: '/data/tls/ca.pem' },
    sessions: [{ agent: 'govc/0.24.0', address: '127.0.0.1', loginTime: 7000, calls: 0 }],
    ownHosts: 'off',
    hosts: [],
  });
  expect(JSON.stringify(told)).not.toContain('never told');
  expect(JSON.stringify(told)).not.toContain(sessions.list()[0]?.token);
  sessions.close();
});

test('FR-020-170 while it does not answer, the desk says why and points no client at it', () => {
  const { desk, sessions } = openDesk(false);
  expect(desk.state()).toMatchObject({
    state: 'down',
    detail: 'Port 8989 is taken',
    tls: null,
    sessions: [],
    clients: [],
  });
  expect(desk.order({ do: 'end-session', session: 'any' })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found', where: 'session' },
  });
  sessions.close();
});

test('FR-020-171 calls are found by their words and by faults, and one of them is told whole', () => {
  const { desk, sessions, wireLog } = openDesk(true);
  wireLog.begin(() => note({}))(note({}));
  wireLog.begin(() => note({}))(
    note({ method: 'PowerOnVM_Task', object: 'VirtualMachine:vm-42', fault: 'InvalidPowerState' }),
  );
  const calls = (text: string, only: 'all' | 'faults' = 'all') =>
    desk.calls({ limit: 10, text, only }).items.map(({ method }) => method);
  expect(calls('')).toEqual(['PowerOnVM_Task', 'CurrentTime']);
  expect(calls('govc VM-42')).toEqual(['PowerOnVM_Task']);
  expect(calls('', 'faults')).toEqual(['PowerOnVM_Task']);
  expect(calls('nothing of that kind')).toEqual([]);
  expect(desk.calls({ limit: 1, text: '', only: 'all' })).toMatchObject({ total: 2, items: [{ number: 2 }] });
  expect(desk.call(1)).toMatchObject({
    ok: true,
    value: { method: 'CurrentTime', request: '<CurrentTime/>', answer: '<CurrentTimeResponse/>' },
  });
  expect(desk.call(3)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  sessions.close();
});

test('FR-020-373 a call that is not answered within a second is told as one that waits, until it is, beside the tasks of clients that wait for the lab', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { desk, sessions, wireLog } = openDesk(true);
  const asked = note({ method: 'WaitForUpdatesEx', request: '<password>secret</password>' });
  const end = wireLog.begin(() => asked);
  const listed = () => desk.calls({ limit: 10, text: 'waitfor', only: 'all' }).items;
  expect(listed()).toEqual([]);
  vi.advanceTimersByTime(1500);
  expect(desk.state().waiting).toEqual({ calls: 1, tasks: 2 });
  expect(listed()).toMatchObject([{ number: 1, state: 'waits', status: 0, millis: 1500, answerLength: 0 }]);
  expect(desk.call(1)).toMatchObject({
    ok: true,
    value: { request: '<password>***</password>', answer: '' },
  });
  end(asked);
  expect(desk.state().waiting.calls).toBe(0);
  expect(listed()).toMatchObject([{ number: 1, state: 'answered', status: 200 }]);
  vi.useRealTimers();
  sessions.close();
});

test('FR-020-172 a session that is ended opens nothing more, and the list of calls can be emptied', async () => {
  const { desk, sessions, wireLog } = openDesk(true);
  await sessions.login(account.name, account.password, { client });
  const [session] = sessions.list();
  wireLog.begin(() => note({}))(note({}));
  expect(desk.order({ do: 'end-session', session: session?.key ?? '' })).toEqual({ ok: true, value: {} });
  expect(sessions.byToken(session?.token ?? '')).toBeNull();
  expect(desk.order({ do: 'clear-calls' })).toEqual({ ok: true, value: {} });
  expect(desk.calls({ limit: 10, text: '', only: 'all' })).toEqual({ items: [], total: 0 });
  sessions.close();
});

test('FR-020-173 the words for a shell keep a password of any signs as it is', () => {
  const password = `it's "a" $PASS \${WORD} %{x} \`w\` \\n`;
  const clients = clientsOf({
    host: '127.0.0.1',
    port: 9443,
    user: 'root',
    password,
    authorityFile: "/a dir/it's/ca.pem",
  });
  const wordsOf = (name: string): string => clients.find((one) => one.name === name)?.words ?? '';
  const exports = wordsOf('govc').split('\n').slice(0, 4).join('\n');
  const shown = execFileSync(
    'sh',
    ['-c', `${exports}\nprintf '%s|%s' "$GOVC_PASSWORD" "$GOVC_TLS_CA_CERTS"`],
    {
      encoding: 'utf8',
    },
  );
  expect(shown).toBe(`${password}|/a dir/it's/ca.pem`);
  expect(wordsOf('Terraform')).toContain(String.raw`$\${WORD} %%{x}`.replace('\\', ''));
  expect(wordsOf('PowerCLI')).toContain(`'it''s "a" $PASS`);
  expect(clients.map(({ name }) => name)).toEqual([
    'govc',
    'pyvmomi',
    'Ansible',
    'PowerCLI',
    'Terraform',
    'Packer',
    'curl',
  ]);
});
