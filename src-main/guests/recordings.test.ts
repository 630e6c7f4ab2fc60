import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createRecording } from './recording.ts';
import { deleteRecording, listRecordings } from './recordings.ts';

const directory = mkdtempSync(join(tmpdir(), 'recordings-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function record(title: string, startedAt: number): string {
  let at = 0;
  const plan = { directory, title, columns: 90, rows: 20, startedAt, steady: () => at };
  const recording = createRecording(plan);
  recording.shown('hello\r\n');
  at = 2500;
  recording.shown('bye\r\n');
  return recording.save();
}

test('FR-190-264 recordings are listed with their machine, size and length, the last one first', () => {
  record('web-01', 1_700_000_000_000);
  const later = record('db-01', 1_700_000_100_000);
  writeFileSync(join(directory, 'broken.cast'), 'no header\n');
  writeFileSync(join(directory, 'lab.coldaisle'), 'another export');
  expect(listRecordings(directory)).toMatchObject([
    { file: later, title: 'db-01', at: 1_700_000_100_000, seconds: 2.5, columns: 90, rows: 20 },
    { title: 'web-01' },
  ]);
  expect(listRecordings(join(directory, 'nothing'))).toEqual([]);
});

test('FR-190-264 only a recording is deleted, by its own name', () => {
  const file = record('web-01', 1_700_000_000_000);
  writeFileSync(join(directory, 'lab.coldaisle'), 'another export');
  for (const name of ['lab.coldaisle', `../${file}`, 'nothing.cast'])
    expect(deleteRecording(directory, name)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  expect(deleteRecording(directory, file)).toMatchObject({ ok: true });
  expect([existsSync(join(directory, file)), existsSync(join(directory, 'lab.coldaisle'))]).toEqual([
    false,
    true,
  ]);
});
