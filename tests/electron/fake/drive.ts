import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from './remote-channel.ts';
import type { Remote } from './remote.ts';

const root = join(import.meta.dirname, '../../..');
/** What `npm run build` leaves; another build can be put to the test by this name. */
export const builtDirectory = process.env['COLDAISLE_OUT'] ?? join(root, 'out');

type Answer<Name extends keyof Remote> = Awaited<ReturnType<Remote[Name]>>;

export type DrivenShell = {
  readonly process: ChildProcess;
  /** The next address that the shell announces. */
  readonly ready: () => Promise<string>;
  readonly call: <Name extends keyof Remote>(
    name: Name,
    ...parameters: Parameters<Remote[Name]>
  ) => Promise<Answer<Name>>;
  /** The next report of this kind, of those not yet taken. */
  readonly report: <Kind extends Report['kind']>(kind: Kind) => Promise<Extract<Report, { kind: Kind }>>;
  readonly onReport: (listener: (report: Report) => void) => void;
  readonly exit: Promise<number | null>;
  readonly errors: () => string;
};

export type DriveOptions = {
  readonly data: string;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another build than the usual one. */
  readonly built?: string;
};

/** The built shell, in its own process, under the fake Electron. */
export function driveShell({
  data,
  words = [],
  env = {},
  built = builtDirectory,
}: DriveOptions): DrivenShell {
  const given = ['--data', data, ...words];
  const child = fork(join(built, 'main/electron.js'), given, {
    cwd: data,
    execArgv: ['--import', new URL('register.ts', import.meta.url).href],
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  const urls = queue<string>();
  const reports = new Map<string, Queue<Report>>();
  const listeners: ((report: Report) => void)[] = [];
  const answers = new Map<number, PromiseWithResolvers<unknown>>();
  const queueOf = (kind: string): Queue<Report> =>
    reports.get(kind) ?? reports.set(kind, queue<Report>()).get(kind) ?? queue<Report>();
  let [errors, calls] = ['', 0];
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on(
      'line',
      (line) => line.startsWith('ready ') && urls.put(line.slice(6)),
    );
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.on('message', (report: Report) => {
    if (report.kind !== 'answer') {
      queueOf(report.kind).put(report);
      for (const listener of listeners) listener(report);
      return;
    }
    const waiting = answers.get(report.id);
    if (report.error === null) waiting?.resolve(report.value);
    else waiting?.reject(new Error(report.error));
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    process: child,
    ready: () => orExit(urls.take(), exit, () => errors),
    call: (name, ...parameters) => {
      const waiting = Promise.withResolvers<unknown>();
      answers.set((calls += 1), waiting);
      child.send({ id: calls, name, parameters });
      return waiting.promise as Promise<Answer<typeof name>>;
    },
    report: (kind) =>
      orExit(queueOf(kind).take(), exit, () => errors) as Promise<Extract<Report, { kind: typeof kind }>>,
    onReport: (listener) => void listeners.push(listener),
    exit,
    errors: () => errors,
  };
}

type Queue<Item> = { readonly put: (item: Item) => void; readonly take: () => Promise<Item> };

function queue<Item>(): Queue<Item> {
  const items: Item[] = [];
  const takers: ((item: Item) => void)[] = [];
  return {
    put: (item) => {
      const taker = takers.shift();
      if (taker === undefined) items.push(item);
      else taker(item);
    },
    take: () => {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(item);
    },
  };
}

function orExit<T>(wanted: Promise<T>, exit: Promise<number | null>, errors: () => string): Promise<T> {
  const gone = exit.then((code): never => {
    throw new Error(`The shell ended with ${code} first.\n${errors()}`);
  });
  return Promise.race([wanted, gone]);
}

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'coldaisle-shell-'));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Signal 0 asks without touching. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
