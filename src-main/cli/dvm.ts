/** The program itself: the only file of the command line that touches the process. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { text as textOf } from 'node:stream/consumers';
import { runDvm } from './run-dvm.ts';

const interruption = new AbortController();

process.on('SIGINT', () => interruption.abort());
process.on('SIGTERM', () => interruption.abort());
// `dvm get sensors -w | head`: the reader has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** Two folders up from here both in the sources and in the build. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

process.exitCode = await runDvm(process.argv.slice(2), {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  directory: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  readStandardInput: () => textOf(process.stdin),
  signal: interruption.signal,
  version,
});
