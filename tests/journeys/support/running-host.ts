import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');
/** Another build or the source may be walked, such as one's own while others build: COLDAISLE_HOST, COLDAISLE_UI. */
const built = process.env['COLDAISLE_HOST'] ?? join(root, 'out/main/headless.js');
const renderer = process.env['COLDAISLE_UI'] ?? join(root, 'out/renderer');

export type RunningHost = {
  /** The gateway's origin, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** What a user is given: origin and token. */
  readonly address: string;
  readonly dataDirectory: string;
  readonly pid: number;
  /** Orderly; resolves once the process is gone. */
  readonly stop: () => Promise<void>;
  /** As if the power failed. */
  readonly kill: () => Promise<void>;
};

export type HostOrder = {
  /** A *.lab.yaml or *.coldaisle file, or the name of a lab. */
  readonly lab?: string;
  /** One that is left behind, or none: a fresh one that is removed at the end. */
  readonly dataDirectory?: string;
  readonly flags?: readonly string[];
};

/** Starts the built host on a free port; the built renderer is served by its gateway. */
export async function startHost(order: HostOrder = {}): Promise<RunningHost> {
  if (!existsSync(built)) throw new Error('There is no build: run "npm run build" first.');
  const dataDirectory = order.dataDirectory ?? mkdtempSync(join(tmpdir(), 'coldaisle-journey-'));
  const child = spawn(process.execPath, [built, ...wordsFor(order, dataDirectory)], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').then(() => {
    if (order.dataDirectory === undefined) removeFolder(dataDirectory);
  });
  const address = await addressOf(child);
  const { origin, hash } = new URL(address);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return {
    url: origin,
    token: new URLSearchParams(hash.slice(1)).get('token') ?? '',
    address,
    dataDirectory,
    pid: child.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

const wordsFor = ({ lab, flags = [] }: HostOrder, dataDirectory: string): string[] => [
  '--port',
  '0',
  '--mqtt-port',
  '0',
  '--data',
  dataDirectory,
  '--ui',
  renderer,
  '--watch-parent',
  ...(lab === undefined ? [] : ['--lab', lab]),
  ...flags,
];

function addressOf(child: ChildProcess): Promise<string> {
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('The host was started without a pipe');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /^ready (\S+)$/.exec(line);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`The host ended with ${code} before it was ready.\n${errors}`)),
    );
  });
}

// Windows lets go of a database file a moment after the process has ended.
const removeFolder = (path: string): void =>
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
