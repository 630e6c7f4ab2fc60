/**
 * Run by hand: `node tests/peers/vmware/record.ts` drives govc's bats tests, the probe and the playbooks
 * against the real vcsim, and keeps one request of each shape.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';
import { testsIn } from './bats-files.ts';
import { runFile } from './bats.ts';
import { makeImages } from './images.ts';
import { places } from './peers.ts';
import { rounds } from './ansible-parts.table.ts';
import { runParts } from './playbooks.ts';
import { runProbe } from './probe.ts';
import type { Recorded } from './recording-proxy.ts';
import { oneOfEach, writeRecordings } from './recordings.ts';
import { startProgram } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'coldaisle-record-'));
const programs = join(folder, 'bin');
mkdirSync(programs);
const recorder = join(programs, 'vcsim');
const script = fileURLToPath(new URL('recording-vcsim.ts', import.meta.url));
writeFileSync(recorder, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
chmodSync(recorder, 0o755);
process.env['RECORD_TO'] = folder;
process.env['PATH'] = [programs, places.programs, process.env['PATH']].join(':');
await runProgram(
  ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'].concat([
    '-subj',
    '/CN=recorder',
    '-keyout',
    join(folder, 'key.pem'),
    '-out',
    join(folder, 'cert.pem'),
  ]),
  {},
);

makeImages(join(places.bats, 'images'));
const tests = testsIn(places.bats).filter(({ wantsEsx, file }) => !wantsEsx && file !== 'vcsim.bats');
for (const [file, ofFile] of Map.groupBy(tests, (test) => test.file)) {
  process.stdout.write(`${file} …\n`);
  await runFile(ofFile, { server: 'real', programs, limitMs: 180_000 });
}
for (const version of Object.keys(places.python)) {
  const running = await startProgram(recorder, ['-ds', '2']);
  await runProbe(running.url, version);
  await running.stop();
}
const running = await startProgram(recorder, ['-ds', '2']);
await runParts(running.url, rounds);
await running.stop();

const requests = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Recorded);
const kept = oneOfEach(requests);
writeRecordings(kept);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${kept.length} of ${requests.length} requests are kept.\n`);
