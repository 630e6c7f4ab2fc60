import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../sim/guests/bytes.ts';
import { createGuestBench } from '../../sim/guests/system/guest.fixture.ts';
import { online } from '../../sim/guests/packages/online.fixture.ts';
import { archiveSnippets } from './shell/archives.table.ts';
import {
  calculatorSnippets,
  launchSnippets,
  rotationSnippets,
  tableSnippets,
  xzSnippets,
} from './shell/hands.table.ts';
import { toolSnippets } from './shell/tools.table.ts';
import type { Snippet } from './shell/snippet.ts';

type Result = { readonly output: string; readonly error: string; readonly status: number | null };

const version = spawnSync('ls', ['--version'], { encoding: 'utf8' }).stdout?.split('\n', 1)[0] ?? '';
const isRoot = spawnSync('id', ['-u'], { encoding: 'utf8' }).stdout?.trim() === '0';
const isPeer = version.endsWith(' 9.1') && isRoot;
if (!isPeer)
  process.stdout.write(`archive tools peers skipped: they want coreutils 9.1 and root, here is ${version}\n`);

function real({ script, input }: Snippet): Result {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-archives-'));
  const { PATH = '/bin' } = process.env;
  // A bash whose input is a socket takes itself for one of rshd, and would read the user's own settings.
  const ran = spawnSync('bash', ['--rcfile', '/dev/null', '-c', script], {
    cwd: directory,
    input: input ?? '',
    env: { PATH, HOME: '/root', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  rmSync(directory, { recursive: true, force: true });
  return { output: ran.stdout.toString(), error: ran.stderr.toString(), status: ran.status };
}

/** A whole guest, so that what is not there is not there either. */
function ours({ script, input }: Snippet): Result {
  const bench = createGuestBench({ wire: online });
  bench.run('apt-get install -y -qq xxd bc binutils; mkdir /w');
  bench.run('cat > /w.sh', { input: bytesOf(script) });
  const ran = bench.run('cd /w; exec bash -c "$(cat /w.sh)"', { input: input ?? '' });
  expect(bench.faults).toEqual([]);
  return { output: textOf(ran.output), error: textOf(ran.error), status: ran.status };
}

describe.skipIf(!isPeer)('tools beside the real ones', () => {
  it.each(archiveSnippets)(
    "FR-190-234 archives and sums: a guest's tools say what the real ones say: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  it.each(toolSnippets)(
    "FR-190-235 hand tools: a guest's tools say what the real ones say: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  const hasReal = (program: string): boolean =>
    spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${program}`]).status === 0;

  it.skipIf(!hasReal('bc')).each(calculatorSnippets)(
    "FR-190-420 a guest's bc says what the real one says: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  it.skipIf(!hasReal('strings') || !hasReal('column')).each(tableSnippets)(
    "FR-190-421 tables, pairs, tabs and orders: a guest's tools say what the real ones say: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  it.skipIf(!hasReal('xz')).each(xzSnippets)(
    "FR-190-422 a guest's xz says what the real one says: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  it.skipIf(!hasReal('logrotate')).each(rotationSnippets)(
    "FR-190-425 a guest's logrotate leaves what the real one leaves: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );

  it.each(launchSnippets)(
    "FR-190-426 FR-190-428 FR-190-429 a guest's launchers say what the real ones say: $name",
    (snippet) => {
      expect(ours(snippet)).toEqual(real(snippet));
    },
  );
});
