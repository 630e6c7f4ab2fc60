import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStories } from '../../scripts/test/stories.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coldaisle-stories-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function storiesOf(report: object): readonly string[] {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return readStories(file);
}

test('a failed test is told by its file, its name and what it said, without colours', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'one' },
    { status: 'failed', fullName: 'two', failureMessages: ['\u001B[31mexpected 1\u001B[0m\n\nto be 2'] },
  ];
  expect(storiesOf({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] })).toEqual([
    '✗ a.test.ts: two',
    '✗     expected 1',
    '✗     to be 2',
  ]);
});

test('a file that could not be loaded is told with its reason', () => {
  const file = { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
  expect(storiesOf({ testResults: [file] })).toEqual(['✗ b.test.ts', '✗     Cannot find module']);
});

test('a journey that passed only at its second try is told with what its first one said', () => {
  const ofTest = (status: string) => ({
    title: status,
    tests: [{ status, results: [{ errors: [{ message: 'too late' }] }, { errors: [] }] }],
  });
  const specs = [ofTest('expected'), ofTest('flaky'), ofTest('unexpected')];
  const suites = [{ title: 'x.spec.ts', specs: [], suites: [{ title: 'dark', specs }] }];
  expect(storiesOf({ suites })).toEqual([
    '✗ x.spec.ts › dark › flaky (passed at the second try)',
    '✗     too late',
    '✗ x.spec.ts › dark › unexpected',
    '✗     too late',
  ]);
});

test('a runner that left no report is told too', () => {
  expect(readStories('/nowhere/report.json')).toHaveLength(1);
});
