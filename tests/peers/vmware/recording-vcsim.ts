/**
 * A `vcsim` for PATH: the real one behind the recording proxy. Its requests go, a line each, into a file of
 * the folder that RECORD_TO names.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { openRecordingProxy } from './recording-proxy.ts';
import { startVcsim } from './server.ts';
import { places } from './peers.ts';

const words = process.argv.slice(2);
const folder = process.env['RECORD_TO'] ?? '.';

if (words[0] === 'uuidgen') process.stdout.write((await runProgram([places.vcsim, 'uuidgen'], {})).output);
else await serve();

async function serve(): Promise<void> {
  const take = (name: string): string => {
    const at = words.indexOf(name);
    return at === -1 ? '' : (words.splice(at, 2)[1] ?? '');
  };
  const pipe = take('-E');
  take('-l');
  const real = await startVcsim('real', words);
  const file = join(folder, `${process.pid}.jsonl`);
  const proxy = await openRecordingProxy({
    to: real.url,
    key: readFileSync(join(folder, 'key.pem'), 'utf8'),
    cert: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    tell: (request) => appendFileSync(file, `${JSON.stringify(request)}\n`),
  });
  writeFileSync(pipe, `export GOVC_URL=${proxy.url.href} GOVC_SIM_PID=${process.pid}\n`);
  process.on('SIGTERM', () => {
    proxy.close();
    void real.stop().then(() => process.exit(0));
  });
}
