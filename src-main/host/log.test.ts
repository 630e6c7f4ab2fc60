import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

const fresh = () => join(mkdtempSync(join(tmpdir(), 'coldaisle-log-')), 'host.log');
const base = { rotateBytes: 400, keep: 2, now: () => new Date(0) };

test('FR-001-011 a log line is one JSON object with time, level, name and fields', () => {
  const file = fresh();
  createLog({ ...base, file, level: 'info' })
    .child('door')
    .info('opened', { lab: 'one' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'info',
    name: 'host.door',
    message: 'opened',
    lab: 'one',
  });
});

test('FR-001-011 lines below the level are not written', () => {
  const file = fresh();
  const log = createLog({ ...base, file, level: 'warn' });
  log.info('quiet');
  log.warn('heard');
  expect(readFileSync(file, 'utf8')).not.toContain('quiet');
});

test('FR-001-011 the log rotates and keeps a bounded number of files', () => {
  const file = fresh();
  const log = createLog({ ...base, file, level: 'info' });
  for (let n = 0; n < 60; n += 1) log.info(`line ${n}`);
  expect(readdirSync(join(file, '..')).toSorted()).toEqual(['host.log', 'host.log.1', 'host.log.2']);
  expect(readFileSync(file, 'utf8')).toContain('line 59');
});
