/** The program itself: the only file of vcsim that touches the process. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { wallClock } from '../host/clock-face.ts';
import { createLog } from '../host/log.ts';
import { runVcsim } from './run-vcsim.ts';
import { holdYoungGeneration } from './young-generation.ts';

/** Two folders up from here both in the sources and in the build. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

holdYoungGeneration();

// `vcsim | head -1`: the reader has enough; the endpoint stays.
process.stdout.on('error', () => {});

/** From the first moment on: a script may end it as soon as it has told where it listens, and it still tidies up. */
const isAsked = new Promise<void>((resolve) => {
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
});

const keyPressed = (): Promise<void> =>
  new Promise<void>((resolve) => {
    process.stdin.once('data', () => resolve());
    process.stdin.once('end', () => resolve());
  });

/** Another user's is as well. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

process.exitCode = await runVcsim(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  untilEnd: async ({ onKey }) => {
    await (onKey ? Promise.race([isAsked, keyPressed()]) : isAsked);
    if (onKey) process.stdin.destroy();
  },
  // Where an old Node handed over to the project's own, the caller knows the old one, which passes signals on.
  pid: process.channel === undefined ? process.pid : process.ppid,
  version,
  cookies: process.env['VCSIM_SECURE_COOKIES'] === 'true' ? 'always-secure' : 'as-spoken',
  hostPorts: process.env['VCSIM_HOST_PORT_UNIQUE'] === 'true' ? 'own' : 'same',
  engines: {
    search: { environment: process.env, home: homedir(), platform: process.platform },
    // Another computer's vcsim may use the same engine: whether that one runs yet, nobody here can say.
    owner: {
      home: `vcsim-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}`,
      lab: String(process.pid),
    },
    isAlive: (lab) => isRunning(Number(lab)),
  },
  wall: wallClock,
  log: createLog({ file: null, level: 'error', rotateBytes: 0, keep: 0, now: () => new Date() }),
});
