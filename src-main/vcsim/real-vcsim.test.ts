/** The program itself, as a script starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function start(...args: string[]): { readonly child: ChildProcess; readonly said: Said } {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' });
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

async function ended(...args: string[]) {
  const { child, said } = start(...args);
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
    expect(traced).toContain('# 1 Login SessionManager:SessionManager: 200');
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
    expect([help.code, help.stderr.includes('-standalone-host n')]).toEqual([0, true]);
    expect([flag.code, flag.stderr.startsWith('vcsim: there is no flag -nope\n')]).toEqual([2, true]);
    expect([word.code, word.stderr.startsWith('vcsim: there is no word "nope"\n')]).toEqual([2, true]);
    expect([listen.code, listen.stderr.includes('-l nowhere')]).toEqual([1, true]);
  });
});
