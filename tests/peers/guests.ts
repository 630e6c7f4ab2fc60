/** A real host with guests of a test's own, reached by SSH as a user of the lab reaches them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sshConfig } from '../../src-main/cli/verbs/ssh.ts';
import type { Host } from '../../src-main/host/host.ts';
import { ask, doing, openTestHost } from '../../src-main/host/testing/test-host.ts';
import type { Consoles } from '../../sim/contract/terminal.ts';

export type GuestsHost = {
  readonly host: Host;
  readonly names: readonly string[];
  readonly access: Consoles['ssh'];
  /** A folder of the test's, with `ssh_config` in it. */
  readonly folder: string;
  readonly config: string;
  readonly close: () => Promise<void>;
};

type GuestsWish = {
  readonly names: readonly string[];
  readonly os?: string;
  readonly dataDirectory?: string;
};

export async function openGuestsHost({ names, os, dataDirectory }: GuestsWish): Promise<GuestsHost> {
  const host = await openTestHost(dataDirectory === undefined ? {} : { dataDirectory });
  await doing(host, { type: 'desk.configure', patch: { guests: { port: await freePort() } } });
  const there = await ask(host, 'entities', { kinds: ['vm'], limit: 20_000 });
  const missing = names.filter((name) => !there.items.some((item) => item.name === name));
  if (missing.length > 0) await makeMachines(host, missing, os ?? 'debian-12');
  const access = await accessOf(host);
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-guests-'));
  const config = join(folder, 'ssh_config');
  writeFileSync(config, sshConfig(access, names));
  return { host, names, access, folder, config, close: () => host.close() };
}

async function makeMachines(host: Host, names: readonly string[], os: string): Promise<void> {
  const sites = await ask(host, 'entities', { kinds: ['site'], limit: 1 });
  const item = { kind: 'datacenter', name: 'dc-peers', parent: sites.items[0]?.id, spec: {} };
  const { ids } = await doing(host, { type: 'inventory.create', item });
  const [parent] = ids as string[];
  const items = names.map((name) => ({
    kind: 'vm',
    name,
    parent,
    spec: { power: 'on', os, hostname: name },
  }));
  await doing(host, { type: 'inventory.create-many', items });
}

/** The port is opened a moment after it was asked for. */
async function accessOf(host: Host): Promise<Consoles['ssh']> {
  for (;;) {
    const { ssh } = await ask(host, 'consoles', {});
    if (ssh.state === 'on' && (await answers(ssh.port))) return ssh;
    await new Promise((done) => setTimeout(done, 20));
  }
}

const answers = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    (error: unknown) => !String(error instanceof Error && error.cause).includes('ECONNREFUSED'),
  );

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

export type Ran = { readonly status: number | null; readonly output: string; readonly error: string };
export type RunWish = {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
};

/** A program of this computer, to its end. */
export function runHere(words: readonly string[], wish: RunWish): Promise<Ran> {
  const [program = '', ...rest] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...wish.environment },
      cwd: wish.directory,
    });
    let output = '';
    let error = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString('latin1')));
    child.stderr.on('data', (data: Buffer) => (error += data.toString('latin1')));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output, error }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(Buffer.from(wish.input ?? '', 'latin1'));
  });
}
