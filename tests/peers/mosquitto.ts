import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// Debian puts the broker where only root's PATH looks.
const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;
const env = { ...process.env, PATH: path };

/** Null where it can be started; otherwise why not, for the line that tells of a skipped test. */
export function missing(program: string): string | null {
  const tried = spawnSync(program, ['-h'], { env });
  return tried.error === undefined
    ? null
    : `${program} is not installed (Debian: mosquitto, mosquitto-clients)`;
}

export type Peer = {
  readonly process: ChildProcess;
  readonly line: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

export function startPeer(program: string, args: readonly string[]): Peer {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    line: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error(`${program} ended`);
      return next.value;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const program = 'mosquitto';

export type Mosquitto = { readonly url: string; readonly kill: () => Promise<void> };

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** mosquitto 2 listens to nobody without a configuration that says so. */
export async function startMosquitto(port: number): Promise<Mosquitto> {
  const directory = await mkdtemp(join(tmpdir(), 'coldaisle-mosquitto-'));
  const file = join(directory, 'mosquitto.conf');
  const settings = [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous true',
    'persistence false',
    'max_queued_messages 0',
  ];
  await writeFile(file, `${settings.join('\n')}\n`);
  const child = spawn(program, ['-v', '-c', file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('mosquitto ended before it ran')));
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('running')) resolve();
    });
  });
  return {
    url: `mqtt://127.0.0.1:${port}`,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
      await rm(directory, { recursive: true });
    },
  };
}
