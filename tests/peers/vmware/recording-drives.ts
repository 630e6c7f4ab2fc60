/** Clients at work, while what they ask is written down. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rounds } from './ansible-parts.table.ts';
import { testsIn } from './bats-files.ts';
import type { BatsTest } from './bats-files.ts';
import { runBats, runFile } from './bats.ts';
import { runEsxBats } from './esx-bats.ts';
import { makeImages } from './images.ts';
import { places, programsOf } from './peers.ts';
import { runParts } from './playbooks.ts';
import { runProbe } from './probe.ts';
import { tours } from './recording-tour.table.ts';
import { runProgram } from './run-program.ts';
import { startProgram, startVcsim } from './server.ts';

const LIMIT_OF_A_FILE = 180_000;
const own = (test: BatsTest): boolean => !test.wantsEsx && test.file !== 'vcsim.bats';

/** Behind a proxy, which our `vcsim` on PATH starts with it. */
export async function recordReal(folder: string): Promise<void> {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  const recorder = join(programs, 'vcsim');
  const script = fileURLToPath(new URL('recording-vcsim.ts', import.meta.url));
  writeFileSync(recorder, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(recorder, 0o755);
  process.env['PATH'] = [programs, places.programs, process.env['PATH']].join(':');
  await runProgram(
    ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'].concat(
      ['-subj', '/CN=recorder', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    ),
    {},
  );
  makeImages(join(places.bats, 'images'));
  for (const [file, ofFile] of Map.groupBy(testsIn(places.bats).filter(own), (test) => test.file)) {
    process.stdout.write(`${file} …\n`);
    await runFile(ofFile, { server: 'real', programs, limitMs: LIMIT_OF_A_FILE });
  }
  await recordPrograms(() => startProgram(recorder, ['-ds', '2']));
}

/** Ours writes down by itself what it hears. */
export async function recordOurs(): Promise<void> {
  const ear = new URL('recording-ours.ts', import.meta.url).href;
  process.env['NODE_OPTIONS'] = `--import ${ear}`;
  const tests = testsIn(places.bats);
  await told("govc's own tests", () =>
    runBats(tests.filter(own), { server: 'ours', limitMs: LIMIT_OF_A_FILE }),
  );
  await told('tests for a real ESX', () =>
    runEsxBats(
      tests.filter(({ wantsEsx }) => wantsEsx),
      'ours',
    ),
  );
  await told('govc on tour', tour);
  await recordPrograms(() => startVcsim('ours', ['-ds', '2']));
  await told('our own tests', () =>
    runProgram(
      [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'rooms'].concat(
        'src-main/personalities/vmware',
      ),
      { directory: fileURLToPath(new URL('../../..', import.meta.url)) },
    ),
  );
}

async function recordPrograms(start: () => ReturnType<typeof startProgram>): Promise<void> {
  for (const version of Object.keys(places.python))
    await told(`the probe with pyvmomi ${version}`, async () => {
      const running = await start();
      await runProbe(running.url, version);
      await running.stop();
    });
  await told('Ansible', async () => {
    const running = await start();
    await runParts(running.url, rounds);
    await running.stop();
  });
}

/** Whether a command is carried out is not asked here: it was sent. */
async function tour(): Promise<void> {
  const programs = programsOf('ours');
  const govc = join(programs, 'govc');
  for (const { flags, commands } of tours) {
    const running = await startVcsim('ours', flags);
    const environment = { GOVC_URL: running.url.href, GOVC_INSECURE: '1', GOVC_PERSIST_SESSION: 'false' };
    for (const command of commands)
      await runProgram(['timeout', '20', govc, ...command.split(' ')], { environment, directory: programs });
    await running.stop();
  }
  rmSync(programs, { recursive: true, force: true });
}

async function told(name: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  await work();
  process.stdout.write(`${name}: ${Math.round((performance.now() - from) / 1000)} s\n`);
}
