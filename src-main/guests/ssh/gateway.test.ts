import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import ssh2 from 'ssh2';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { silentLog } from '../../host/log.ts';
import { createInn, lab, worldWith } from '../inn.fixture.ts';
import type { Inn } from '../inn.fixture.ts';
import { createSmallMaker } from '../small-guest.fixture.ts';
import { createSshGateway } from './gateway.ts';
import type { SshGateway } from './gateway.ts';
import { keysOf } from './keys.ts';
import type { LabKeys } from './keys.ts';

const first = 'vm-1' as EntityId;

type Bench = {
  readonly inn: Inn;
  readonly gateway: SshGateway;
  readonly keys: LabKeys;
  readonly directory: string;
  readonly port: number;
};
let bench: Bench | null = null;

async function openBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-ssh-'));
  const keys = keysOf({ id: 'test', directory });
  const inn = createInn(createSmallMaker(), worldWith(2));
  const gateway = createSshGateway({ runtime: inn.runtime, keys: () => keys, log: silentLog });
  const port = await gateway.listen(0, first);
  if (!port.ok) throw new Error(port.refusal.message);
  bench = { inn, gateway, keys, directory, port: port.value };
  return bench;
}

afterEach(async () => {
  await bench?.gateway.close();
  await bench?.inn.runtime.close();
  bench = null;
});

type Ran = { readonly status: number | null; readonly output: string; readonly error: string };

function connect(options: ssh2.ConnectConfig): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('ready', () => resolve(client));
    client.on('error', reject);
    client.connect({ host: '127.0.0.1', username: 'root', ...options });
  });
}

function run(client: ssh2.Client, command: string, input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    client.exec(command, (failure, channel) => {
      if (failure) return reject(failure);
      let output = '';
      let error = '';
      let status: number | null = null;
      channel.on('data', (data: Buffer) => (output += data.toString('latin1')));
      channel.stderr.on('data', (data: Buffer) => (error += data.toString('latin1')));
      channel.on('exit', (code: number | null) => (status = code));
      channel.on('close', () => resolve({ status, output, error }));
      channel.end(Buffer.from(input, 'latin1'));
    });
  });
}

test('FR-190-160 a command runs with its exit status, and its errors come apart from its output', async () => {
  const { port } = await openBench();
  const client = await connect({ port, password: 'coldaisle' });
  expect(await run(client, 'echo out; echo err >&2; exit 7')).toEqual({
    status: 7,
    output: 'out\n',
    error: 'err\n',
  });
  expect(await run(client, 'nonsense')).toMatchObject({ status: 127 });
  client.end();
});

test('FR-190-161 a wrong password, an unknown user and a machine that is off let nobody in', async () => {
  const { port, inn } = await openBench();
  await expect(connect({ port, password: 'wrong' })).rejects.toThrow(/authentication/i);
  await expect(connect({ port, username: 'nobody-here', password: 'coldaisle' })).rejects.toThrow(
    /authentication/i,
  );
  await inn.execute({ type: 'inventory.change', id: first, spec: { power: 'off' } }, lab);
  await expect(connect({ port, password: 'coldaisle' })).rejects.toThrow(/authentication/i);
});

test("FR-190-162 the lab's key and a key in authorized_keys let a user in, another key does not", async () => {
  const { port, keys } = await openBench();
  const identity = readFileSync(keys.identityFile, 'utf8');
  const own = ssh2.utils.generateKeyPairSync('ed25519');
  await expect(connect({ port, privateKey: own.private })).rejects.toThrow(/authentication/i);
  const client = await connect({ port, privateKey: identity });
  await run(client, `echo '${own.public}' >/root/.keys`);
  const moved = await run(client, 'cat >/root/key', own.public);
  expect(moved.status).toBe(0);
  client.end();
  const other = await connect({ port, privateKey: identity });
  const sftp = await new Promise<ssh2.SFTPWrapper>((resolve, reject) =>
    other.sftp((failure, wrapper) => (failure ? reject(failure) : resolve(wrapper))),
  );
  await new Promise<void>((resolve, reject) =>
    sftp.mkdir('/root/.ssh', (failure) => (failure ? reject(failure) : resolve())),
  );
  await new Promise<void>((resolve, reject) =>
    sftp.writeFile('/root/.ssh/authorized_keys', `${own.public}\n`, (failure) =>
      failure ? reject(failure) : resolve(),
    ),
  );
  other.end();
  const third = await connect({ port, privateKey: own.private });
  expect(await run(third, 'echo in')).toMatchObject({ output: 'in\n', status: 0 });
  third.end();
});

test('FR-190-163 one port leads to every machine by the name that logs in', async () => {
  const { gateway } = await openBench();
  const port = await gateway.listen(0, null);
  if (!port.ok) throw new Error(port.refusal.message);
  for (const username of ['root%web-2', 'root@web-2', 'root.web-2', 'root%vm-2']) {
    const client = await connect({ port: port.value, username, password: 'coldaisle' });
    expect(await run(client, 'echo here')).toMatchObject({ output: 'here\n' });
    client.end();
  }
  await expect(connect({ port: port.value, password: 'coldaisle' })).rejects.toThrow(/authentication/i);
});

test('FR-190-164 a shell on a terminal shows a prompt, and Ctrl-C stops what runs', async () => {
  const { port } = await openBench();
  const client = await connect({ port, password: 'coldaisle' });
  const channel = await new Promise<ssh2.ClientChannel>((resolve, reject) =>
    client.shell({ term: 'xterm', cols: 100, rows: 30 }, (failure, stream) =>
      failure ? reject(failure) : resolve(stream),
    ),
  );
  let seen = '';
  channel.on('data', (data: Buffer) => (seen += data.toString('latin1')));
  const until = async (text: string): Promise<void> => {
    while (!seen.includes(text)) await new Promise((done) => setTimeout(done, 5));
    seen = '';
  };
  await until('# ');
  channel.write('sleep 1000\r');
  await until('sleep 1000');
  channel.write('\x03');
  await until('# ');
  channel.write('echo $((6 * 7)) $TERM\r');
  await until('42 xterm');
  const closed = new Promise((done) => channel.on('close', done));
  const status = new Promise((done) => channel.on('exit', done));
  channel.write('exit 3\r');
  expect(await status).toBe(3);
  await closed;
  client.end();
});

test('FR-190-165 a machine that is switched off ends its sessions with a word', async () => {
  const { port, inn } = await openBench();
  const client = await connect({ port, password: 'coldaisle' });
  const running = run(client, 'sleep 1000');
  while (inn.runtime.live() === 0) await new Promise((done) => setTimeout(done, 5));
  await run(client, 'echo settled');
  await inn.execute({ type: 'inventory.change', id: first, spec: { power: 'off' } }, lab);
  expect(await running).toMatchObject({ status: 255, error: '\r\nThe machine is off.\r\n' });
  client.end();
});

test('FR-190-166 a taken port is said, and stops nothing else', async () => {
  const { gateway, port } = await openBench();
  expect(await gateway.listen(port, first)).toMatchObject({ ok: false, refusal: { code: 'busy' } });
  expect((await gateway.listen(0, first)).ok).toBe(true);
});

test.skipIf(!existsSync('/usr/bin/ssh'))(
  "FR-190-167 OpenSSH's scp and sftp carry files there and back, with their modes and their links",
  async () => {
    const { port, keys, directory, inn } = await openBench();
    const config = join(directory, 'config');
    writeFileSync(
      config,
      `Host guest\n  HostName 127.0.0.1\n  Port ${port}\n  User root\n  HostKeyAlias ${keys.alias}\n  UserKnownHostsFile ${keys.knownHostsFile}\n  IdentityFile ${keys.identityFile}\n  IdentitiesOnly yes\n  BatchMode yes\n`,
    );
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) & 255));
    writeFileSync(join(directory, 'there'), bytes, { mode: 0o640 });
    const done = (tool: string, words: string[]): Promise<string> =>
      new Promise((resolve, reject) =>
        execFile(tool, ['-F', config, ...words], (failure, output, error) =>
          failure ? reject(new Error(`${failure.message}\n${error}`)) : resolve(output),
        ),
      );
    await done('scp', ['-p', join(directory, 'there'), 'guest:/root/there']);
    expect(inn.world.guests.get(first)?.files.get('/root/there')).toMatchObject({ mode: 0o640 });
    await done('scp', ['guest:/root/there', join(directory, 'back')]);
    expect(readFileSync(join(directory, 'back')).equals(bytes)).toBe(true);
    const batch = [
      'mkdir /root/d',
      'ln -s there /root/d/link',
      'rename /root/there /root/d/there',
      'ls -l /root/d',
      'chmod 600 /root/d/there',
    ];
    const listed = await new Promise<string>((resolve, reject) => {
      const sftp = spawn('sftp', ['-F', config, '-b', '-', 'guest'], { stdio: ['pipe', 'pipe', 'pipe'] });
      let output = '';
      sftp.stdout.on('data', (data: Buffer) => (output += data.toString()));
      sftp.stderr.on('data', (data: Buffer) => (output += data.toString()));
      sftp.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
      sftp.stdin.end(`${batch.join('\n')}\n`);
    });
    expect(listed).toMatch(/^-rw-r----- .* 300000 .* there$/m);
    expect(inn.world.guests.get(first)?.files.get('/root/d/link')).toMatchObject({
      kind: 'link',
      content: 'there',
    });
    expect(inn.world.guests.get(first)?.files.get('/root/d/there')).toMatchObject({ mode: 0o600 });
  },
);
