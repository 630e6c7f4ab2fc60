import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { isAlive, temporaryFolder } from './fake/drive.ts';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);
const isWindows = process.platform === 'win32';
const command = (name: string): string => (isWindows ? `${name}.cmd` : name);

const folder = temporaryFolder();
let unpacked = '';
let archive = '';

beforeAll(async () => {
  const words = [join(root, 'scripts/dist.mjs'), '--gzip', '--out', join(folder.path, 'dist')];
  const { stdout } = await execute(process.execPath, words, { cwd: root });
  archive = stdout.trim();
  await execute('tar', ['-C', folder.path, '-xf', archive]);
  unpacked = join(folder.path, basename(archive).replace(/\.(tar\.gz|zip)$/, ''));
}, 300_000);

afterAll(() => folder.remove());

/** Nothing of this machine but the system's own folders on Windows, and nothing at all elsewhere. */
const bareEnvironment = isWindows
  ? { ...process.env, PATH: String.raw`C:\Windows\System32` }
  : { PATH: '/nonexistent', HOME: '/nonexistent' };

function startPortable(launcher: string, data: string, path = bareEnvironment.PATH) {
  const env = { ...bareEnvironment, PATH: path };
  const child = spawn(launcher, ['--headless', '--data', data], {
    cwd: data,
    env,
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on(
      'line',
      (line) => line.startsWith('ready ') && resolve(line.slice(6)),
    );
    child.on('exit', (code) => reject(new Error(`ended with ${code}\n${errors}`)));
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return { child, ready, exit };
}

/** Every process that runs a program out of the unpacked folder. */
function processesOf(path: string): string[] {
  if (!existsSync('/proc/self/exe')) return [];
  const programOf = (pid: string): string => {
    try {
      return readlinkSync(`/proc/${pid}/exe`);
    } catch {
      return '';
    }
  };
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && programOf(pid).startsWith(path));
}

const hostPid = (data: string): number =>
  (JSON.parse(readFileSync(join(data, 'run', 'host.json'), 'utf8')) as { pid: number }).pid;

test('the archive has the sum that is written beside it', () => {
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
  expect(readFileSync(`${archive}.sha256`, 'utf8')).toBe(`${sum}  ${basename(archive)}\n`);
});

test('it holds what a user needs and nothing that a developer needs', () => {
  expect(readdirSync(unpacked).toSorted()).toEqual(
    ['LICENSE', 'NOTICE', 'README.txt', 'app', 'bin']
      .concat(command('coldaisle'), command('dvm'), command('vcsim'))
      .toSorted(),
  );
  const modules = readdirSync(join(unpacked, 'app/node_modules'));
  expect(modules).toEqual(expect.arrayContaining(['aedes', 'better-sqlite3', 'ws', 'yaml', 'zod']));
  expect(
    modules.filter((name) => /^(node-(?!pty$)|electron|vite|react|typescript|@types)/.test(name)),
  ).toEqual([]);
  expect(readdirSync(join(unpacked, 'app/node_modules/better-sqlite3/prebuilds'))).toEqual([
    `${process.platform}-${process.arch}.node`,
  ]);
  expect(readFileSync(join(unpacked, 'NOTICE'), 'utf8')).toMatch(
    /better-sqlite3 13\.[\s\S]*Permission is hereby granted/,
  );
});

test('FR-020-314 vcsim is in it, starts without any Node on the machine, and ends when it is told to', async () => {
  const cache = temporaryFolder();
  onTestFinished(cache.remove);
  const child = spawn(join(unpacked, command('vcsim')), ['-l', '127.0.0.1:0', '-esx', '-stdinexit'], {
    env: { ...bareEnvironment, XDG_CACHE_HOME: cache.path, LOCALAPPDATA: cache.path },
    shell: isWindows,
  });
  const [told] = (await once(child.stdout, 'data')) as [Buffer];
  expect(told.toString()).toMatch(
    /^export GOVC_URL=https:\/\/user:pass@127\.0\.0\.1:\d+\/sdk GOVC_SIM_PID=\d+\n$/,
  );
  child.stdin.write('x');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('without any Node on the machine it starts, serves, obeys dvm and leaves nothing running', async () => {
  const data = temporaryFolder();
  onTestFinished(data.remove);
  const { child, ready, exit } = startPortable(join(unpacked, command('coldaisle')), data.path);
  const url = await ready;
  const health = await fetch(new URL('/healthz', url));
  const page = await fetch(new URL('/', url));
  expect([health.status, page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    200,
    expect.stringContaining("default-src 'none'"),
  ]);
  const { stdout } = await execute(
    join(unpacked, command('dvm')),
    ['status', '--data', data.path, '-o', 'json'],
    { env: bareEnvironment, shell: isWindows },
  );
  expect(JSON.parse(stdout)).toMatchObject({ lab: { id: 'starter' }, racks: 20 });
  const host = hostPid(data.path);
  child.kill('SIGTERM');
  await exit;
  await expect.poll(() => isAlive(host), { timeout: 10_000 }).toBe(false);
  expect(processesOf(unpacked)).toEqual([]);
});

test.runIf(!isWindows)(
  'it starts through a link from elsewhere, and ends when whoever started it is killed',
  async () => {
    const data = temporaryFolder();
    onTestFinished(data.remove);
    const link = join(data.path, 'coldaisle');
    symlinkSync(join(unpacked, 'coldaisle'), link);
    // A link is read with the system's readlink.
    const { child, ready, exit } = startPortable(link, data.path, '/usr/bin:/bin');
    await ready;
    child.kill('SIGKILL');
    await exit;
    await expect.poll(() => processesOf(unpacked), { timeout: 10_000 }).toEqual([]);
  },
);
