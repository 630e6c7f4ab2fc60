/** A `vcsim`, theirs or ours, started as its users start it: it says where it listens into a pipe. */
import { spawn } from 'node:child_process';
import { constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { programsOf } from './peers.ts';
import type { ServerName } from './peers.ts';

export type Vcsim = {
  readonly url: URL;
  readonly pid: number;
  /** From the start of the process until it said where it listens. */
  readonly startedInMs: number;
  /** Megabytes now, and the most it ever had. */
  readonly memory: () => { readonly resident: number; readonly peak: number };
  readonly errors: () => string;
  readonly stop: () => Promise<void>;
};

export async function startVcsim(server: ServerName, flags: readonly string[]): Promise<Vcsim> {
  const programs = programsOf(server);
  const forget = (): void => rmSync(programs, { recursive: true, force: true });
  try {
    const running = await startProgram(join(programs, 'vcsim'), flags);
    return { ...running, stop: () => running.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}

export async function startProgram(program: string, flags: readonly string[]): Promise<Vcsim> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-vcsim-'));
  const pipe = join(folder, 'environment');
  await runProgram(['mkfifo', pipe], {});
  const from = performance.now();
  const child = spawn(program, ['-l', '127.0.0.1:0', '-E', pipe, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-20_000)));
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
  // A pipe that nobody opens for writing would be waited for without end.
  void ended.then(() => release(pipe));
  const told = await readPipe(pipe);
  const url = /GOVC_URL=['"]?([^\s'"]+)/.exec(told)?.[1];
  if (url === undefined) {
    child.kill('SIGKILL');
    throw new Error(`${program} ended before it listened, or told no GOVC_URL: ${told}${errors}`);
  }
  const pid = Number(/GOVC_SIM_PID=(\d+)/.exec(told)?.[1] ?? child.pid);
  return {
    url: new URL(url),
    pid,
    startedInMs: performance.now() - from,
    memory: () => memoryOf(pid),
    errors: () => errors,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readPipe(pipe: string): Promise<string> {
  const file = await open(pipe, 'r');
  const text = await file.readFile('utf8');
  await file.close();
  return text;
}

const release = (pipe: string): Promise<void> =>
  open(pipe, constants.O_WRONLY | constants.O_NONBLOCK).then(
    (file) => file.close(),
    () => undefined,
  );

function memoryOf(pid: number): { resident: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { resident: kilobytes('VmRSS'), peak: kilobytes('VmHWM') };
}
