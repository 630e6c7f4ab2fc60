import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import ssh2 from 'ssh2';
import { idOf } from '../../../sim/guests/network/lab.fixture.ts';
import { silentLog } from '../../host/log.ts';
import { openWiredInn } from '../wired.fixture.ts';
import type { WiredInn } from '../wired.fixture.ts';
import { createSshGateway } from './gateway.ts';
import type { SshGateway } from './gateway.ts';
import { keysOf } from './keys.ts';
import type { LabKeys } from './keys.ts';

type Bench = {
  readonly inn: WiredInn;
  readonly gateway: SshGateway;
  readonly keys: LabKeys;
  readonly port: number;
};
let bench: Bench | null = null;
let child: ChildProcess | null = null;
const clients: ssh2.Client[] = [];

afterEach(async () => {
  child?.kill();
  for (const client of clients.splice(0)) client.destroy();
  await bench?.gateway.close();
  await bench?.inn.runtime.close();
  bench = child = null;
});

async function openBench(): Promise<Bench> {
  const keys = keysOf({ id: 'test', directory: mkdtempSync(join(tmpdir(), 'coldaisle-forward-')) });
  const inn = openWiredInn();
  const gateway = createSshGateway({ runtime: inn.runtime, keys: () => keys, log: silentLog });
  const port = await gateway.listen(0, idOf(inn.world, 'web-01'));
  if (!port.ok) throw new Error(port.refusal.message);
  bench = { inn, gateway, keys, port: port.value };
  return bench;
}

function connect(port: number): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    clients.push(client);
    client.on('ready', () => resolve(client));
    client.on('error', reject);
    client.connect({ host: '127.0.0.1', port, username: 'root', password: 'coldaisle' });
  });
}

/** The answer to one request over a forwarded connection, or what the server says against it. */
const ask = (client: ssh2.Client, host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    client.forwardOut('127.0.0.1', 40_000, host, port, (failure, channel) => {
      if (failure) return resolve(failure.message);
      let text = '';
      channel.on('data', (data: Buffer) => (text += data.toString()));
      channel.on('close', () => resolve(text));
      channel.write('GET / HTTP/1.0\r\nHost: x\r\n\r\n');
    });
  });

test('FR-190-208 a client reaches what a guest reaches, and is refused as the guest would be', async () => {
  const { inn, port } = await openBench();
  const client = await connect(port);
  expect(await ask(client, 'localhost', 80)).toMatch(/^HTTP\/1\.1 200 OK\r\nServer: nginx/);
  expect(await ask(client, 'web-02', 80)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(await ask(client, 'localhost', 81)).toContain('Connection refused');
  expect(await ask(client, 'nobody', 80)).toContain('Name or service not known');
  const log = await inn.run('web-02', 'cut -d" " -f1 /var/log/nginx/access.log');
  expect(log.output).toBe('10.0.1.11\n');
});

test('FR-190-208 much goes through, and what is forwarded ends with its machine', async () => {
  const { inn, port } = await openBench();
  await inn.run('web-01', 'head -c 900000 /dev/zero > /var/www/html/index.html');
  const client = await connect(port);
  expect((await ask(client, 'localhost', 80)).length).toBeGreaterThan(900_000);
  const closed = new Promise<void>((resolve) => {
    client.forwardOut('127.0.0.1', 40_000, 'localhost', 22, (_failure, channel) => {
      channel.on('data', () => undefined);
      channel.on('close', () => resolve());
      void inn.execute(
        { type: 'inventory.change', id: idOf(inn.world, 'web-01'), spec: { power: 'off' } },
        { origin: 'system', name: 'lab', role: 'admin' },
      );
    });
  });
  await closed;
});

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

/** What a web server behind a local port says; null: nobody listens there yet. */
const get = (port: number): Promise<string | null> =>
  new Promise((resolve) => {
    let text = '';
    const socket = createConnection({ port, host: '127.0.0.1' }, () =>
      socket.write('GET / HTTP/1.0\r\nHost: x\r\n\r\n'),
    );
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(text));
  });

test.runIf(existsSync('/usr/bin/ssh'))(
  'FR-190-208 ssh -L of OpenSSH leads to a web server in a guest',
  async () => {
    const { keys, port } = await openBench();
    const [good, bad] = [await freePort(), await freePort()];
    const options = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'ExitOnForwardFailure=yes'];
    child = spawn('/usr/bin/ssh', [
      '-F',
      'none',
      '-N',
      '-p',
      String(port),
      '-i',
      keys.identityFile,
      ...options.flatMap((option) => ['-o', option]),
      '-L',
      `${good}:localhost:80`,
      '-L',
      `${bad}:localhost:81`,
      'root@127.0.0.1',
    ]);
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
    let answer: string | null = null;
    while (answer === null) {
      await new Promise((done) => setTimeout(done, 20));
      answer = await get(good);
    }
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    await get(bad);
    while (!said.includes('open failed')) await new Promise((done) => setTimeout(done, 20));
    expect(said).toMatch(/open failed: connect failed: Connection refused/);
  },
);
