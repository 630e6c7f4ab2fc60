import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { terminalPath, terminalSubprotocol } from '../../sim/contract/terminal.ts';
import type { TerminalServerMessage } from '../../sim/contract/terminal.ts';
import { defaultLimits } from '../gateway/limits.ts';
import { openGateway } from '../gateway/open-gateway.ts';
import type { Gateway } from '../gateway/open-gateway.ts';
import type { Host } from '../host/host.ts';
import { silentLog } from '../host/log.ts';
import { doing, freshFolder, openTestHost } from '../host/testing/test-host.ts';

const token = 'a-token-of-the-test-host';
let host: Host | null = null;
let gateway: Gateway | null = null;
const sockets: WebSocket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await gateway?.close();
  await host?.close();
  gateway = host = null;
});

async function open(dataDirectory: string): Promise<string> {
  host = await openTestHost({ dataDirectory });
  const opened = await openGateway({
    host,
    port: 0,
    token,
    uiDirectory: null,
    uploadsDirectory: join(dataDirectory, 'uploads'),
    exportsDirectory: join(dataDirectory, 'exports'),
    version: '0.0.0-test',
    log: silentLog,
    limits: defaultLimits,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  gateway = opened.value;
  return opened.value.url.replace('http', 'ws');
}

/** A machine of the test's own, in a datacenter of the lab's first site. */
async function makeMachine(one: Host, name: string): Promise<void> {
  const sites = await one.query('entities', { kinds: 'site' });
  const site = sites.ok ? (sites.value as { items: { id: string }[] }).items[0]?.id : undefined;
  const { ids } = await doing(one, {
    type: 'inventory.create',
    item: { kind: 'datacenter', name: 'dc-test', parent: site, spec: {} },
  });
  const parent = (ids as string[])[0];
  await doing(one, {
    type: 'inventory.create',
    item: { kind: 'vm', name, parent, spec: { power: 'on', os: 'debian-12' } },
  });
}

type Terminal = {
  shown: string;
  readonly messages: TerminalServerMessage[];
  readonly type: (text: string) => void;
  readonly say: (message: unknown) => void;
  readonly until: (text: string) => Promise<void>;
  readonly told: (type: TerminalServerMessage['type']) => Promise<TerminalServerMessage>;
  readonly leave: () => void;
};

function terminal(url: string, query: string): Terminal {
  const socket = new WebSocket(`${url}${terminalPath}?${query}`, [terminalSubprotocol, `tok.${token}`]);
  sockets.push(socket);
  const messages: TerminalServerMessage[] = [];
  const wait = async <T>(look: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  const self: Terminal = {
    shown: '',
    messages,
    type: (text) => socket.send(Buffer.from(text)),
    say: (message) => socket.send(JSON.stringify(message)),
    until: async (text) => {
      await wait(() => (self.shown.includes(text) ? true : undefined));
    },
    told: (type) => wait(() => messages.find((message) => message.type === type)),
    leave: () => socket.close(),
  };
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) self.shown += data.toString('latin1');
    else messages.push(JSON.parse(data.toString()) as TerminalServerMessage);
  });
  return self;
}

test('FR-190-170 a shell of a machine opens in a WebSocket, and what it wrote survives the end of the host', async () => {
  const directory = freshFolder();
  const url = await open(directory);
  await makeMachine(host as Host, 'box-1');
  const shell = terminal(url, 'machine=box-1&as=root&columns=90&rows=20');
  expect(await shell.told('opened')).toMatchObject({
    mode: 'control',
    replay: 0,
    session: { name: 'box-1', columns: 90 },
  });
  await shell.until('# ');
  shell.type('echo kept >/root/note; echo $((40 + 2))\r');
  await shell.until('42\r\n');
  shell.type('exit 3\r');
  expect(await shell.told('ended')).toMatchObject({ reason: 'exited', status: 3 });
  await gateway?.close();
  await host?.close();
  const again = terminal(await open(directory), 'machine=box-1&as=root');
  await again.until('# ');
  again.type('read -r line </root/note; echo "<$line>"\r');
  await again.until('<kept>');
});

test('FR-190-171 a session outlives its socket, shows what stood there, and who only looks on cannot type', async () => {
  const url = await open(freshFolder());
  await makeMachine(host as Host, 'box-2');
  const first = terminal(url, 'machine=box-2');
  const opened = await first.told('opened');
  const id = opened.type === 'opened' ? opened.session.session : '';
  await first.until('# ');
  first.type('echo $((6 * 7))\r');
  await first.until('42\r\n');
  first.leave();
  const second = terminal(url, `session=${id}`);
  expect(await second.told('opened')).toMatchObject({ session: { session: id } });
  await second.until('42\r\n');
  const watcher = terminal(url, `session=${id}&mode=view`);
  await watcher.told('opened');
  watcher.type('echo $((99 * 99))\r');
  second.type('echo $((5 * 5))\r');
  await watcher.until('25\r\n');
  expect(second.shown).not.toContain('9801');
  expect(second.messages.at(-1)).toMatchObject({ type: 'changed', session: { typing: 1, watching: 1 } });
  second.say({ type: 'end' });
  expect(await watcher.told('ended')).toMatchObject({ reason: 'ended' });
});

test('FR-190-172 a recording is an asciicast of what was shown, in the exports', async () => {
  const directory = freshFolder();
  const url = await open(directory);
  await makeMachine(host as Host, 'box-3');
  const shell = terminal(url, 'machine=box-3');
  await shell.until('# ');
  shell.say({ type: 'record', state: 'on' });
  await shell.told('changed');
  shell.type('echo $((2 * 21))\r');
  await shell.until('42\r\n');
  shell.say({ type: 'record', state: 'off' });
  const recorded = await shell.told('recorded');
  const file = recorded.type === 'recorded' ? recorded.file : '';
  const lines = readFileSync(join(directory, 'exports', file), 'utf8')
    .trim()
    .split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ version: 2, width: 80, height: 24, title: 'box-3' });
  expect(
    lines
      .slice(1)
      .map((line) => (JSON.parse(line) as unknown[])[2])
      .join(''),
  ).toContain('42\r\n');
});

test('FR-190-173 what cannot be opened is refused with a reason: no token, no such machine, one that is off', async () => {
  const url = await open(freshFolder());
  await makeMachine(host as Host, 'box-4');
  expect(await terminal(url, 'machine=nothing').told('refused')).toMatchObject({
    refusal: { code: 'not-found' },
  });
  expect(await terminal(url, 'machine=box-4&columns=0').told('refused')).toMatchObject({
    refusal: { where: 'columns' },
  });
  const bare = new WebSocket(`${url}${terminalPath}?machine=box-4`, [terminalSubprotocol]);
  sockets.push(bare);
  const status = await new Promise((done) => {
    bare.on('unexpected-response', (_request, response) => done(response.statusCode));
    bare.on('error', () => undefined);
  });
  expect(status).toBe(401);
});

test('FR-190-174 the serial console shows the boot and asks for a login', async () => {
  const url = await open(freshFolder());
  await makeMachine(host as Host, 'box-5');
  const screen = terminal(url, 'machine=box-5&kind=console');
  await screen.until('Linux version');
  await screen.until('login: ');
  expect(await screen.told('opened')).toMatchObject({ session: { kind: 'console' } });
});

test('FR-190-265 a share opens its terminal over a socket of its own, to look on, and no other address of the host', async () => {
  const url = await open(freshFolder());
  const one = host as Host;
  await makeMachine(one, 'box-6');
  const typist = terminal(url, 'machine=box-6');
  const opened = await typist.told('opened');
  const session = opened.type === 'opened' ? opened.session.session : '';
  const order = { do: 'share', session, name: 'Ms Weber' };
  const { share } = await doing(one, { type: 'desk.terminal', order });
  const { token: pass } = share as { token: string };
  const look = (query: string, words: readonly string[]): WebSocket => {
    const socket = new WebSocket(`${url}${terminalPath}?${query}`, [terminalSubprotocol, ...words]);
    sockets.push(socket);
    return socket;
  };
  const statusOf = (socket: WebSocket): Promise<unknown> =>
    new Promise((done) => {
      socket.on('unexpected-response', (_request, response) => done(response.statusCode));
      socket.on('error', () => undefined);
    });
  const first = look('machine=another&mode=control', [`look.${pass}`]);
  const message = await new Promise<string>((done) =>
    first.once('message', (data: Buffer) => done(data.toString())),
  );
  expect(JSON.parse(message)).toMatchObject({
    mode: 'view',
    session: { name: 'box-6', watchers: ['Ms Weber'] },
  });
  first.send(Buffer.from('echo $((99 * 99))\r'));
  typist.type('echo $((5 * 5))\r');
  await typist.until('25\r\n');
  expect(typist.shown).not.toContain('9801');
  expect(await statusOf(look('machine=box-6', [`tok.${pass}`]))).toBe(401);
  expect(await statusOf(look('machine=box-6', ['look.guessed']))).toBe(401);
  const asked = await fetch(`${url.replace('ws', 'http')}/api/v1/status`, {
    headers: { authorization: `Bearer ${pass}` },
  });
  expect(asked.status).toBe(401);
});

test('FR-190-267 a host without leave opens no shell of its computer, and says so', async () => {
  const url = await open(freshFolder());
  expect(await terminal(url, 'kind=local').told('refused')).toMatchObject({
    refusal: { code: 'not-allowed', hint: expect.stringContaining('--local-shell') as string },
  });
});
