import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../sim/guests/bytes.ts';
import type { Program } from '../../sim/guests/kernel/program.ts';
import { createBench, runProgram } from '../../sim/guests/machine.fixture.ts';
import { filePrograms } from '../../sim/guests/programs/files/files.table.ts';
import { processPrograms } from '../../sim/guests/programs/processes/processes.table.ts';
import { textPrograms } from '../../sim/guests/programs/text/text.table.ts';
import { bash } from '../../sim/guests/shell/bash.ts';
import type { Snippet } from './shell/snippet.ts';
import { builtinSnippets } from './shell/snippets-builtins.table.ts';
import { commandSnippets } from './shell/snippets-commands.table.ts';
import { expansionSnippets } from './shell/snippets-expansion.table.ts';
import { moreSnippets } from './shell/snippets-more.table.ts';
import { getoptsSnippets, hereSnippets, readSnippets } from './shell/snippets-reading.table.ts';
import { errexitSnippets, jobSnippets, trapSnippets } from './shell/snippets-signals.table.ts';
import { listSnippets, nestedSnippets, printfSnippets } from './shell/snippets-values.table.ts';
import {
  globSnippets,
  nameSnippets,
  separatorSnippets,
  stackSnippets,
} from './shell/snippets-words.table.ts';
import { awkSnippets } from './shell/text-awk.table.ts';
import { differences } from './shell/text-differences.table.ts';
import { lineSnippets } from './shell/text-lines.table.ts';
import { searchSnippets, sedSnippets } from './shell/text-search.table.ts';

type Result = { readonly output: string; readonly error: string; readonly status: number | null };

const version =
  spawnSync('bash', ['-c', 'echo ${BASH_VERSION%%(*}'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const isPeer = version.startsWith('5.2');
if (!isPeer)
  process.stdout.write(
    `bash peers skipped: ${version === '' ? 'no bash here' : `bash ${version}, not 5.2`}\n`,
  );

for (const { reason, snippets } of differences)
  for (const { name } of snippets) process.stdout.write(`not compared: ${name}: ${reason}\n`);

/** Other packages bring another awk and put it in this one's place. */
const mawk = spawnSync('bash', ['-c', 'command -v mawk'], { encoding: 'utf8' }).stdout?.trim() ?? '';
if (isPeer && mawk === '') process.stdout.write('awk peers skipped: no mawk here\n');
const awkFolder = mkdtempSync(join(tmpdir(), 'coldaisle-awk-'));
if (mawk !== '') symlinkSync(mawk, join(awkFolder, 'awk'));
afterAll(() => rmSync(awkFolder, { recursive: true }));

function real({ script, input }: Snippet): Result {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-bash-'));
  const PATH = [awkFolder, process.env['PATH'] ?? '/bin'].join(delimiter);
  // A bash whose input is a socket takes itself for one of rshd, and would read the user's own settings.
  const ran = spawnSync('bash', ['--rcfile', '/dev/null', '-c', script], {
    cwd: directory,
    input: input ?? 'input line\n',
    env: { PATH, HOME: '/root', LC_ALL: 'C.UTF-8' },
    timeout: 20_000,
  });
  rmSync(directory, { recursive: true });
  const plain = (bytes: Buffer): string => bytes.toString().replaceAll(directory, '/w');
  return { output: plain(ran.stdout), error: plain(ran.stderr), status: ran.status };
}

const programs = Object.fromEntries([
  ...textPrograms,
  ...filePrograms,
  ...processPrograms,
  ['bash', bash],
  ['sh', bash],
]);

function ours({ script, input }: Snippet): Result {
  const work = { path: '/w', kind: 'directory', mode: 0o777, uid: 0, gid: 0, modifiedAt: 0 } as const;
  const bench = createBench({ programs, entries: [work] });
  const start: Program = function* (system) {
    system.files.changeDirectory('/w');
    const environment = new Map([
      ['PATH', '/bin'],
      ['HOME', '/root'],
    ]);
    const descriptors = new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    yield* system.processes.execute({
      file: '/bin/bash',
      arguments: ['bash', '-c', bytesOf(script)],
      environment,
      descriptors,
    });
    return 126;
  };
  const ran = runProgram(bench, start, { input: input ?? 'input line\n' });
  for (let second = 0; second < 100 && ran.change === null; second += 1) bench.pass(1000);
  expect(bench.faults).toEqual([]);
  return {
    output: textOf(ran.output),
    error: textOf(ran.error),
    status: ran.change?.how === 'exited' ? ran.change.status : null,
  };
}

type Topic = { readonly says: string; readonly snippets: readonly Snippet[] };

const topics: readonly Topic[] = [
  { says: "FR-190-030 a guest's shell says what real bash says (expansion)", snippets: expansionSnippets },
  { says: "FR-190-030 a guest's shell says what real bash says (commands)", snippets: commandSnippets },
  { says: "FR-190-030 a guest's shell says what real bash says (builtins)", snippets: builtinSnippets },
  { says: "FR-190-030 a guest's shell says what real bash says (more)", snippets: moreSnippets },
  { says: 'FR-190-041 traps run when and where those of bash do', snippets: trapSnippets },
  { says: 'FR-190-042 a script waits for its background commands as bash does', snippets: jobSnippets },
  { says: 'FR-190-043 read takes lines apart as bash does', snippets: readSnippets },
  { says: 'FR-190-043 getopts takes options apart as bash does', snippets: getoptsSnippets },
  { says: 'FR-190-044 printf writes what that of bash writes', snippets: printfSnippets },
  { says: 'FR-190-045 lists with and without holes behave as in bash', snippets: listSnippets },
  { says: 'FR-190-046 here-documents are read where bash reads them', snippets: hereSnippets },
  { says: 'FR-190-046 substitutions inside each other expand as in bash', snippets: nestedSnippets },
  { says: 'FR-190-047 a script with set -e ends where it ends in bash', snippets: errexitSnippets },
  { says: 'FR-190-048 file patterns match what they match in bash', snippets: globSnippets },
  { says: 'FR-190-048 words are split and joined by IFS as in bash', snippets: separatorSnippets },
  { says: 'FR-190-049 directory stacks and options are told as bash tells them', snippets: stackSnippets },
  { says: 'FR-190-049 aliases and exported functions reach what they reach in bash', snippets: nameSnippets },
  { says: "FR-190-077 a guest's awk says what real mawk says", snippets: mawk === '' ? [] : awkSnippets },
  {
    says: "FR-190-076 FR-190-078 FR-190-079 a guest's line tools say what the real ones say",
    snippets: lineSnippets,
  },
  { says: "FR-190-074 a guest's grep says what real grep says", snippets: searchSnippets },
  { says: "FR-190-075 a guest's sed says what real sed says", snippets: sedSnippets },
];

describe.skipIf(!isPeer)('bash beside bash', () => {
  for (const { says, snippets } of topics)
    it.each(snippets)(`${says}: $name`, (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    });
});
