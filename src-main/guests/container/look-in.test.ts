import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileAsk, folderAsk, processAsk } from './look-in.table.ts';
import { filesIn, namesOf, processesIn } from './read-look.ts';

type Said = { readonly status: number; readonly output: string };

/** By this computer's own shell, which is one of POSIX as those of containers are. */
function asked(ask: string, words: readonly string[]): Said {
  try {
    const output = execFileSync('/bin/sh', ['-c', ask, 'look', ...words], {
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { status: 0, output };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { status, output: stdout };
  }
}

const names = { userOf: namesOf(undefined), groupOf: namesOf(undefined) };

test.skipIf(process.platform !== 'linux')(
  'FR-190-391 a shell lists a folder and its links, reads a file in part, and says what is not there',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'coldaisle-look-'));
    writeFileSync(join(folder, '.hidden'), 'hidden\n');
    writeFileSync(join(folder, "it's"), '0123456789', { mode: 0o640 });
    mkdirSync(join(folder, 'inner'));
    symlinkSync('inner', join(folder, 'in'));
    symlinkSync('nowhere', join(folder, 'lost'));
    const listed = asked(folderAsk, [folder]);
    expect(listed.status).toBe(0);
    const { items, path } = filesIn(listed.output, names);
    expect(path).toBe(folder);
    expect(items.map(({ name, kind, leads }) => [name, kind, leads])).toEqual([
      ['.hidden', 'file', 'file'],
      ['in', 'link', 'folder'],
      ['inner', 'directory', 'folder'],
      ["it's", 'file', 'file'],
      ['lost', 'link', 'nowhere'],
    ]);
    expect(items.find(({ name }) => name === 'in')?.goal).toBe('inner');
    expect(filesIn(asked(folderAsk, [join(folder, 'in')]).output, names)).toEqual({
      path: join(folder, 'inner'),
      items: [],
      total: 0,
    });
    expect(asked(fileAsk, [join(folder, "it's"), '4'])).toEqual({ status: 0, output: '10\n0123' });
    expect(asked(folderAsk, [join(folder, 'gone')]).status).toBe(41);
    expect(asked(folderAsk, [join(folder, "it's")]).status).toBe(42);
    expect(asked(fileAsk, [join(folder, 'gone'), '4']).status).toBe(41);
    expect(asked(fileAsk, [folder, '4']).status).toBe(45);
    rmSync(folder, { recursive: true });
  },
);

test.skipIf(process.platform !== 'linux')(
  'FR-190-391 a shell tells the processes that there are, without the one that asks',
  () => {
    const seen = processesIn(asked(processAsk, []).output, { userOf: namesOf(undefined), now: 1e12 });
    expect(seen.find(({ pid }) => pid === process.pid)).toMatchObject({ parent: process.ppid });
    expect(seen.some(({ command }) => command.includes('/proc/uptime'))).toBe(false);
  },
);
