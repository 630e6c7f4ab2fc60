/** The program itself: the only file of vcsim that touches the process. */
import { readFileSync } from 'node:fs';
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

process.exitCode = await runVcsim(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  untilEnd: ({ onKey }) =>
    new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
      if (!onKey) return;
      process.stdin.once('data', () => resolve());
      process.stdin.once('end', () => resolve());
    }).then(() => {
      if (onKey) process.stdin.destroy();
    }),
  // Where an old Node handed over to the project's own, the caller knows the old one, which passes signals on.
  pid: process.channel === undefined ? process.pid : process.ppid,
  version,
  cookies: process.env['VCSIM_SECURE_COOKIES'] === 'true' ? 'always-secure' : 'as-spoken',
  hostPorts: process.env['VCSIM_HOST_PORT_UNIQUE'] === 'true' ? 'own' : 'same',
  wall: wallClock,
  log: createLog({ file: null, level: 'error', rotateBytes: 0, keep: 0, now: () => new Date() }),
});
