import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesOf, tarOf } from './tar.ts';
import type { TarEntry } from './tar.ts';

const entry = (path: string, more: Partial<TarEntry> = {}): TarEntry => ({
  path,
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  modifiedAt: 1_735_689_600,
  content: '',
  ...more,
});

const deep = `${'a-long-folder/'.repeat(12)}file`;
const entries = [
  entry('etc', { kind: 'directory', mode: 0o755 }),
  entry('etc/note', { content: 'hello\n', uid: 1000, gid: 1001, mode: 0o640 }),
  entry('etc/bytes', { content: '\x00\xff\x80'.repeat(500) }),
  entry('etc/link', { kind: 'link', content: 'note', mode: 0o777 }),
  entry(deep, { content: 'deep' }),
];

test('FR-190-302 files go into a container and out of it as they are, whatever their bytes and however long their names', () => {
  const back = entriesOf(tarOf(entries));
  expect(back).toEqual(
    entries.map((one) => (one.kind === 'directory' ? { ...one, path: `${one.path}/` } : one)),
  );
});

test('FR-190-302 real tar reads what is written, and what it writes is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-tar-'));
  writeFileSync(join(folder, 'ours.tar'), tarOf(entries));
  execFileSync('tar', ['-xf', 'ours.tar', '--no-same-owner'], { cwd: folder });
  expect(readFileSync(join(folder, deep), 'latin1')).toBe('deep');
  expect(readFileSync(join(folder, 'etc/link'), 'latin1')).toBe('hello\n');
  expect(statSync(join(folder, 'etc/note')).mode & 0o777).toBe(0o640);
  for (const format of ['gnu', 'pax', 'ustar']) {
    execFileSync('tar', ['-cf', 'theirs.tar', `--format=${format}`, 'etc', 'a-long-folder'], { cwd: folder });
    const theirs = entriesOf(readFileSync(join(folder, 'theirs.tar')));
    expect(theirs.find(({ path }) => path === deep)?.content).toBe('deep');
    expect(theirs.find(({ path }) => path === 'etc/bytes')?.content).toBe('\x00\xff\x80'.repeat(500));
  }
});
