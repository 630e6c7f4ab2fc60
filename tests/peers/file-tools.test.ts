import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../sim/guests/bytes.ts';
import type { Program } from '../../sim/guests/kernel/program.ts';
import { createBench, runProgram } from '../../sim/guests/machine.fixture.ts';
import { filePrograms } from '../../sim/guests/programs/files/files.table.ts';
import { processPrograms } from '../../sim/guests/programs/processes/processes.table.ts';
import { textPrograms } from '../../sim/guests/programs/text/text.table.ts';
import { bash } from '../../sim/guests/shell/bash.ts';
import { fileSnippets } from './shell/files-basic.table.ts';
import { findSnippets } from './shell/files-find.table.ts';
import { processSnippets } from './shell/processes-basic.table.ts';
import type { Snippet } from './shell/snippet.ts';

type Result = { readonly output: string; readonly error: string; readonly status: number | null };

const version = spawnSync('ls', ['--version'], { encoding: 'utf8' }).stdout?.split('\n', 1)[0] ?? '';
const isRoot = spawnSync('id', ['-u'], { encoding: 'utf8' }).stdout?.trim() === '0';
const isPeer = version.endsWith(' 9.1') && isRoot;
if (!isPeer)
  process.stdout.write(`file tools peers skipped: they want coreutils 9.1 and root, here is ${version}\n`);

function real({ script, input }: Snippet): Result {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-files-'));
  const { PATH = '/bin' } = process.env;
  // A bash whose input is a socket takes itself for one of rshd, and would read the user's own settings.
  const bashed = ['bash', '--rcfile', '/dev/null', '-c', script];
  // Guests are not nice: neither are their peers, also where somebody runs these tests behind others.
  const ran = spawnSync('nice', ['-n', String(-getPriority()), ...bashed], {
    cwd: directory,
    input: input ?? '',
    env: { PATH, HOME: '/root', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    timeout: 20_000,
  });
  rmSync(directory, { recursive: true, force: true });
  const plain = (bytes: Buffer): string => bytes.toString().replaceAll(directory, '/w');
  return { output: plain(ran.stdout), error: plain(ran.stderr), status: ran.status };
}

const owned = { uid: 0, gid: 0, modifiedAt: 0 } as const;
const people =
  'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/bin/sh\nwww-data:x:33:33:www-data:/var/www:/bin/sh\n';

function ours({ script, input }: Snippet): Result {
  const programs = Object.fromEntries([
    ...textPrograms,
    ...filePrograms,
    ...processPrograms,
    ['bash', bash],
    ['sh', bash],
  ]);
  const bench = createBench({
    programs,
    entries: [
      { ...owned, path: '/w', kind: 'directory', mode: 0o700 },
      { ...owned, path: '/tmp', kind: 'directory', mode: 0o1777 },
      { ...owned, path: '/etc/passwd', kind: 'file', mode: 0o644, content: people },
      {
        ...owned,
        path: '/etc/group',
        kind: 'file',
        mode: 0o644,
        content: 'root:x:0:\ndaemon:x:1:\nwww-data:x:33:\n',
      },
    ],
  });
  const start: Program = function* (system) {
    system.files.changeDirectory('/w');
    yield* system.processes.execute({
      file: '/bin/bash',
      arguments: ['bash', '-c', bytesOf(script)],
      environment: new Map([
        ['PATH', '/bin'],
        ['HOME', '/root'],
      ]),
      descriptors: new Map([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    });
    return 126;
  };
  const ran = runProgram(bench, start, { input: input ?? '' });
  for (let second = 0; second < 100 && ran.change === null; second += 1) bench.pass(1000);
  expect(bench.faults).toEqual([]);
  return {
    output: textOf(ran.output),
    error: textOf(ran.error),
    status: ran.change?.how === 'exited' ? ran.change.status : null,
  };
}

const tables = {
  'FR-190-090 files': fileSnippets,
  'FR-190-094 find and du': findSnippets,
  'FR-190-096 processes': processSnippets,
};

describe.skipIf(!isPeer)('tools beside the real ones', () => {
  for (const [topic, snippets] of Object.entries(tables))
    it.each(snippets)(`${topic}: a guest's tools say what the real ones say: $name`, (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    });
});
