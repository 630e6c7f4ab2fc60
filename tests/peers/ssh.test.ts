import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sshConfig } from '../../src-main/cli/verbs/ssh.ts';
import { freshFolder } from '../../src-main/host/testing/test-host.ts';
import { freePort, openGuestsHost, runHere } from './guests.ts';
import type { GuestsHost, Ran, RunWish } from './guests.ts';

const missing = ['ssh', 'scp', 'sftp', 'ssh-keygen'].find(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0,
);
const reason = missing === undefined ? null : `${missing} is not installed (Debian: openssh-client)`;
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);
const hasRsync = spawnSync('sh', ['-c', 'command -v rsync']).status === 0;

const names = ['web-01', 'db-01'];
let guests: GuestsHost;
let dataDirectory: string;

beforeAll(async () => {
  if (reason !== null) return;
  dataDirectory = freshFolder();
  guests = await openGuestsHost({ names, dataDirectory });
});
afterAll(async () => {
  if (reason === null) await guests.close();
});

const batch = (): readonly string[] => ['-F', guests.config, '-o', 'BatchMode=yes'];
const ssh = (words: readonly string[], wish: RunWish = {}): Promise<Ran> =>
  runHere(['ssh', ...batch(), ...words], wish);
const on = async (name: string, command: string): Promise<string> => {
  const ran = await ssh([name, command]);
  expect(ran).toMatchObject({ status: 0, error: '' });
  return ran.output;
};
const local = (name: string): string => join(guests.folder, name);

/** Without the configuration of the lab's key: whoever comes has to show something of his own. */
const plainly = (): readonly string[] => [
  '-F',
  'none',
  '-p',
  String(guests.access.port),
  '-o',
  `HostKeyAlias=${guests.access.alias}`,
  '-o',
  `UserKnownHostsFile=${guests.access.knownHostsFile}`,
  '-o',
  'IdentitiesOnly=yes',
];

describe.skipIf(reason !== null)('OpenSSH', () => {
  test('FR-190-291 a command has its output, its errors, its input and its status', async () => {
    expect(await ssh(['web-01', 'hostname; echo err >&2; exit 7'])).toEqual({
      status: 7,
      output: 'web-01\n',
      error: 'err\n',
    });
    expect(await ssh(['db-01', 'tr a-z A-Z | rev'], { input: 'abc\n' })).toMatchObject({ output: 'CBA\n' });
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 31) & 255)).toString('latin1');
    expect((await ssh(['web-01', 'cat'], { input: bytes })).output === bytes).toBe(true);
    expect(await on('web-01', 'seq 200000 | sed s/$/-------/ | wc -c; seq 200000')).toHaveLength(
      8 + 1_288_895,
    );
    expect(await ssh(['web-01', 'kill -TERM $$'])).toMatchObject({ status: 255 });
  });

  test('FR-190-291 -tt opens a terminal, with a prompt and an echo', async () => {
    const ran = await ssh(['-tt', 'web-01'], {
      input: 'tty; echo $TERM\rexit 4\r',
      environment: { TERM: 'xterm' },
    });
    expect(ran.status).toBe(4);
    expect(ran.output).toMatch(/root@web-01:~# tty; echo \$TERM[^\n]*\n[^\n]*\/dev\/pts\/\d+\r\nxterm\r\n/);
  });

  test('FR-190-291 a key of one’s own lets in once it is in authorized_keys', async () => {
    const key = local('own key');
    expect(await runHere(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key], {})).toMatchObject({
      status: 0,
    });
    const enter = (): Promise<Ran> =>
      runHere(
        ['ssh', ...plainly(), '-o', 'BatchMode=yes', '-i', key, '-l', 'debian@web-01', '127.0.0.1', 'id -un'],
        {},
      );
    const refused = await enter();
    expect(refused).toMatchObject({ status: 255, output: '' });
    expect(refused.error).toContain('Permission denied (publickey,password)');
    const allow = 'install -d -m 700 -o debian ~debian/.ssh; cat >> ~debian/.ssh/authorized_keys';
    expect(await ssh(['web-01', allow], { input: readFileSync(`${key}.pub`, 'utf8') })).toMatchObject({
      status: 0,
    });
    expect(await enter()).toEqual({ status: 0, output: 'debian\n', error: '' });
  });

  test('FR-190-291 a password lets in, another does not', async () => {
    const enter = (password: string): Promise<Ran> => {
      const asks = local('askpass');
      writeFileSync(asks, `#!/bin/sh\necho ${password}\n`);
      chmodSync(asks, 0o700);
      const options = ['-o', 'NumberOfPasswordPrompts=1', '-o', 'PubkeyAuthentication=no'];
      return runHere(['ssh', ...plainly(), ...options, '-l', 'root@web-01', '127.0.0.1', 'id -u'], {
        environment: { SSH_ASKPASS: asks, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' },
      });
    };
    expect(await enter('coldaisle')).toMatchObject({ status: 0, output: '0\n' });
    expect(await enter('wrong')).toMatchObject({ status: 255, output: '' });
  });

  test.each(['root@db-01', 'root%db-01', 'root.db-01'])(
    'FR-190-291 %s on the one port is the machine’s user',
    async (user) => {
      const words = ['ssh', ...plainly(), '-o', 'BatchMode=yes', '-i', guests.access.identityFile];
      const ran = await runHere([...words, '-l', user, '127.0.0.1', 'hostname'], {});
      expect(ran).toEqual({ status: 0, output: 'db-01\n', error: '' });
    },
  );

  test('FR-190-292 sftp puts and gets, with modes and times', async () => {
    writeFileSync(local('there'), 'to and fro\n', { mode: 0o640 });
    const lines = [
      'put -p there /root/there',
      'chmod 600 /root/there',
      'get -p /root/there back',
      'rm /root/there',
    ];
    const ran = await runHere(['sftp', ...batch(), '-b', '-', 'web-01'], {
      input: `${lines.join('\n')}\n`,
      directory: guests.folder,
    });
    expect(ran).toMatchObject({ status: 0 });
    expect(readFileSync(local('back'), 'utf8')).toBe('to and fro\n');
    expect(statSync(local('back')).mode & 0o777).toBe(0o600);
    expect(await on('web-01', 'ls /root')).not.toContain('there');
  });

  test.each([
    ['the new protocol', []],
    ['the old protocol', ['-O']],
  ])('FR-190-292 scp by %s carries folders there and back', async (_which, flags) => {
    const from = local(`from ${flags.length}`);
    mkdirSync(join(from, 'deep'), { recursive: true });
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) & 255));
    writeFileSync(join(from, 'deep', 'bytes'), bytes, { mode: 0o750 });
    writeFileSync(join(from, 'empty'), '');
    const scp = (...words: string[]): Promise<Ran> => runHere(['scp', ...flags, ...batch(), ...words], {});
    expect(await scp('-rp', from, 'web-01:/srv/copied')).toMatchObject({ status: 0, error: '' });
    expect(
      await on('web-01', 'cd /srv/copied; stat -c "%a %s" deep/bytes empty; rm -r /tmp/* 2>/dev/null; true'),
    ).toMatch(/^750 300000\n\d+ 0\n$/);
    expect(await scp('-rp', 'web-01:/srv/copied', local(`to ${flags.length}`))).toMatchObject({ status: 0 });
    expect(readFileSync(local(`to ${flags.length}/deep/bytes`)).equals(bytes)).toBe(true);
    expect((statSync(local(`to ${flags.length}/deep/bytes`)).mode & 0o777).toString(8)).toBe('750');
    const missing = await scp('web-01:/srv/none', guests.folder);
    expect(missing.status).not.toBe(0);
    expect(missing.error).toContain('No such file or directory');
    await on('web-01', 'rm -r /srv/copied');
  });

  test('FR-190-297 -L leads a port of this computer to what a guest serves', async () => {
    const port = await freePort();
    const forward = ['-N', '-L', `127.0.0.1:${port}:localhost:80`, '-o', 'ExitOnForwardFailure=yes'];
    const tunnel = spawn('ssh', [...batch(), ...forward, 'web-01'], { stdio: 'ignore' });
    const gone = new Promise((done) => tunnel.once('close', done));
    const ask = (): Promise<string | null> =>
      fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.text(),
        () => null,
      );
    let page = await ask();
    for (; page === null && tunnel.exitCode === null; page = await ask())
      await new Promise((done) => setTimeout(done, 50));
    tunnel.kill();
    await gone;
    expect(page).toContain('Welcome to nginx');
  });

  test.skipIf(!hasRsync)('FR-190-294 rsync is told that the guest has none', async () => {
    const ran = await runHere(
      ['rsync', '-e', `ssh ${batch().join(' ')}`, local('there'), 'web-01:/root/'],
      {},
    );
    expect(ran.status).not.toBe(0);
    expect(ran.error).toContain('rsync: command not found');
  });

  test('FR-190-293 a client that knows the lab knows it again after the host was started anew', async () => {
    const strictly = ['-o', 'StrictHostKeyChecking=yes'];
    expect(await ssh([...strictly, 'web-01', 'echo kept > /root/kept'])).toMatchObject({ status: 0 });
    const known = readFileSync(guests.access.knownHostsFile, 'utf8');
    await guests.close();
    guests = await openGuestsHost({ names, dataDirectory });
    expect(readFileSync(guests.access.knownHostsFile, 'utf8')).toBe(known);
    expect(await ssh([...strictly, 'web-01', 'cat /root/kept'])).toEqual({
      status: 0,
      output: 'kept\n',
      error: '',
    });
  });

  test('FR-190-293 the key of another host is refused', async () => {
    const strange = local('strange');
    await runHere(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', strange], {});
    writeFileSync(local('known'), `${guests.access.alias} ${readFileSync(`${strange}.pub`, 'utf8')}`);
    const config = local('strange_config');
    writeFileSync(config, sshConfig({ ...guests.access, knownHostsFile: local('known') }, names));
    const ran = await runHere(['ssh', '-F', config, '-o', 'BatchMode=yes', 'web-01', 'true'], {});
    expect(ran.status).toBe(255);
    expect(ran.error).toContain('Host key verification failed');
  });
});
