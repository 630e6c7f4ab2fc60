/** The program itself, as a script starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../bin/vcsim.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'coldaisle-vcsim-'));
const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(() => rmSync(directory, { recursive: true }));

type Said = { stdout: string; stderr: string };

type Started = { readonly child: ChildProcess; readonly said: Said };

const start = (...args: string[]): Started => startWith({}, args);

function startWith(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Started {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe', env });
  started.push(child);
  const said: Said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  return { child, said };
}

const ended = (...args: string[]) => endOf(start(...args));

async function endOf({ child, said }: Started) {
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

/** An endpoint on a free port, once it has told where it is. */
async function serving(...args: string[]) {
  const { child, said } = start('-l', '127.0.0.1:0', ...args);
  const told = (): RegExpExecArray | null => /^export GOVC_URL=(\S+) GOVC_SIM_PID=(\d+)\n/.exec(said.stdout);
  while (told() === null) {
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')]);
    if (child.exitCode !== null) throw new Error(said.stderr);
  }
  const [, url = '', pid = ''] = told() ?? [];
  return { child, said, url: new URL(url), pid: Number(pid) };
}

const envelope = (body: string): string =>
  `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${body}</Body></Envelope>`;

async function ask(url: URL, path: string, body?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { soapaction: 'urn:vim25/6.5' };
    // Nobody who starts vcsim in a test has its authority.
    const options = { host: url.hostname, port: url.port, path, method, headers, rejectUnauthorized: false };
    request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end(body);
  });
}

const login = (user: string, password: string): string =>
  envelope(
    `<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this>` +
      `<userName>${user}</userName><password>${password}</password></Login>`,
  );

describe('vcsim as a program', () => {
  it('FR-020-036 it tells its URL and its process, answers clients, and ends well when it is told to', async () => {
    const { child, url, pid } = await serving('-dc', '2', '-vm', '1');
    expect([url.protocol, url.username, url.password, url.pathname]).toEqual([
      'https:',
      'user',
      'pass',
      '/sdk',
    ]);
    expect(pid).toBe(child.pid);
    const counts = JSON.parse((await ask(url, '/debug/vars')).text) as unknown;
    expect(counts).toMatchObject({ vcsim: { Model: { Datacenter: 2, Host: 8, Machine: 4, Folder: 9 } } });
    expect((await ask(url, '/about')).text).toContain('"RetrievePropertiesEx"');
    const body = `<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>`;
    const content = await ask(url, '/sdk', envelope(body));
    expect(content.status).toBe(200);
    expect(content.text).toContain('<apiType>VirtualCenter</apiType>');
    expect((await ask(url, '/sdk', login('anyone', 'anything'))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('FR-020-036 name and password may be asked for, also from files, and calls be traced', async () => {
    const [user, password, trace] = ['user', 'password', 'trace'].map((name) => join(directory, name));
    writeFileSync(user ?? '', 'nobody\n');
    writeFileSync(password ?? '', 'nothing\n');
    const { url } = await serving(
      '-username',
      user ?? '',
      `-password=${password}`,
      '-trace-file',
      trace ?? '',
    );
    expect([url.username, url.password]).toEqual(['nobody', 'nothing']);
    expect((await ask(url, '/sdk', login('nobody', 'nothing'))).status).toBe(200);
    const refused = await ask(url, '/sdk', login('user', 'pass'));
    expect([refused.status, refused.text.includes('InvalidLogin')]).toEqual([500, true]);
    const traced = readFileSync(trace ?? '', 'utf8');
    expect(traced).toMatch(
      /^# 1 Login SessionManager:SessionManager: 200 in \S+ ms\nRequest: <[\s\S]+\nResponse: <\?xml/,
    );
    expect(traced).not.toContain('nothing');
  });

  it('FR-020-036 with -E the line goes to that file, and with -stdinexit a key ends it', async () => {
    const file = join(directory, 'environment');
    writeFileSync(file, '');
    const { child, said } = start('-l', '127.0.0.1:0', '-E', file, '-esx', '-stdinexit');
    while (!readFileSync(file, 'utf8').endsWith('\n')) {
      if (child.exitCode !== null) throw new Error(said.stderr);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    expect(readFileSync(file, 'utf8')).toMatch(/^export GOVC_URL=https:\/\/user:pass@127\.0\.0\.1:\d+\/sdk /);
    expect(said.stdout).toBe('');
    child.stdin?.write('x');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('FR-020-037 words of its own answer at once, and what it does not know ends it with 2 and the help', async () => {
    const [uuid, version, help, flag, word, listen] = await Promise.all([
      ended('uuidgen'),
      ended('version'),
      ended('-h'),
      ended('-nope'),
      ended('nope'),
      ended('-l', 'nowhere'),
    ]);
    expect(uuid.stdout).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/);
    expect(version.stdout).toMatch(/^vcsim of Coldaisle \d/);
    expect([help.code, help.stderr.includes('  -standalone-host int\n')]).toEqual([0, true]);
    expect([
      flag.code,
      flag.stderr.startsWith('flag provided but not defined: -nope\nUsage of vcsim:\n'),
    ]).toEqual([2, true]);
    expect([word.code, word.stderr.startsWith('vcsim: there is no word "nope"\n')]).toEqual([2, true]);
    expect([listen.code, listen.stderr.includes('-l nowhere')]).toEqual([1, true]);
  });

  it('FR-020-311 a start leaves what it compiled to the next, where that can be kept', async () => {
    const cache = join(directory, 'cache');
    const uuid = /^[0-9a-f-]{36}\n$/;
    const own = { NODE_COMPILE_CACHE: undefined, NODE_DISABLE_COMPILE_CACHE: undefined };
    const inCache = { ...own, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    const first = await endOf(startWith(inCache, ['uuidgen']));
    expect([first.code, first.stdout, first.stderr]).toEqual([0, expect.stringMatching(uuid), '']);
    const kept = readdirSync(join(cache, 'coldaisle', 'compiled'), { recursive: true, withFileTypes: true });
    // From the sources there are many, of the build a few.
    expect(kept.some((entry) => entry.isFile())).toBe(true);

    const file = join(directory, 'no-folder');
    writeFileSync(file, '');
    const nowhere = { ...own, XDG_CACHE_HOME: file, LOCALAPPDATA: file };
    const without = await endOf(startWith(nowhere, ['uuidgen']));
    expect([without.code, without.stdout, without.stderr]).toEqual([0, expect.stringMatching(uuid), '']);
  });

  it('FR-020-311 for a word of its own no world is loaded', async () => {
    const ear =
      "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { " +
      "if (url.startsWith('file:')) process.stderr.write(`${url}\\n`); return next(url, context); } });";
    const options = `--import=data:text/javascript,${encodeURIComponent(ear)}`;
    const { code, stderr } = await endOf(startWith({ NODE_OPTIONS: options }, ['uuidgen']));
    const loaded = stderr.split('\n').filter((line) => line.startsWith('file:'));
    expect(code).toBe(0);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.length).toBeLessThan(30);
  });

  it('FR-020-314 several run at once, each with a port of its own, and end well as soon as they have told it', async () => {
    const signals = ['SIGTERM', 'SIGINT', 'SIGTERM'] as const;
    const ends = signals.map(async (signal) => {
      const { child, url } = await serving('-esx');
      child.kill(signal);
      return { port: url.port, end: await once(child, 'close') };
    });
    const told = await Promise.all(ends);
    expect(told.map(({ end }) => end)).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    expect(new Set(told.map(({ port }) => port)).size).toBe(3);
  });
});
