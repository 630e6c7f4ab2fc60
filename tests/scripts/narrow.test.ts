import { expect, test } from 'vitest';
import { narrow, passedIn } from '../../scripts/check/narrow.mjs';
import { root } from '../architecture/project.ts';

const steps = [
  { name: 'lint', script: 'lint.js', words: ['--strict'] },
  { name: 'knip', script: 'knip.js', words: [] },
  { name: 'types', script: 'tsc.js', words: [] },
];
const keys = { lint: { 'a.ts': '1', 'b.ts': '2' }, knip: { all: '3' } };

test('only what changed is handed to a tool that takes files, and that is said', () => {
  const { steps: left, told } = narrow(steps, { keys, proven: { lint: { 'a.ts': '1', 'b.ts': 'old' } } });
  expect(left.map(({ words }) => words)).toEqual([['--strict', 'b.ts'], [], []]);
  expect(told).toEqual(['lint: 1 of 2 files are as they were when they last passed; 1 run']);
});

test('a step with nothing to judge is left out, and that is said; one without keys never is', () => {
  const { steps: left, told } = narrow(steps, { keys, proven: keys });
  expect(left.map(({ name }) => name)).toEqual(['types']);
  expect(told).toEqual([
    'lint: nothing has changed since it last passed',
    'knip: nothing has changed since it last passed',
  ]);
});

test('where too much changed, or nothing is known, the whole is judged', () => {
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`f${at}.ts`, 'x']));
  const { steps: left, told } = narrow(steps, { keys: { ...keys, lint: many }, proven: {} });
  expect(left).toEqual(steps);
  expect(told).toEqual([]);
});

test('what a tool was asked and said yes to has passed; what it said no to, or was not asked, has not', () => {
  const outcome = { seconds: 1, output: '', code: 0 };
  expect(
    passedIn([{ ...outcome, name: 'lint', words: ['--strict', 'b.ts'] }], { keys, report: null }),
  ).toEqual({
    lint: ['b.ts'],
  });
  expect(passedIn([{ ...outcome, name: 'lint', words: ['--strict'] }], { keys, report: null })).toEqual({
    lint: ['a.ts', 'b.ts'],
  });
  expect(passedIn([{ ...outcome, name: 'lint', words: [], code: 1 }], { keys, report: null })).toEqual({});
  expect(passedIn([{ ...outcome, name: 'types', words: [] }], { keys, report: null })).toEqual({ types: [] });
});

test('a test file has passed when all of its tests ran and passed, and nothing was thrown between them', () => {
  const file = (name: string, ...statuses: string[]) => ({
    name: `${root}sim/${name}`,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  });
  const report = {
    testResults: [
      file('good.test.ts', 'passed', 'passed'),
      file('bad.test.ts', 'passed', 'failed'),
      file('skipped.test.ts', 'passed', 'skipped'),
      file('empty.test.ts'),
    ],
  };
  const outcome = { name: 'unit tests', words: [], code: 1, seconds: 1, output: '' };
  expect(passedIn([outcome], { keys, report })).toEqual({ 'unit tests': ['sim/good.test.ts'] });
  const thrown = { ...outcome, output: '⎯ Unhandled Rejection ⎯' };
  expect(passedIn([thrown], { keys, report })).toEqual({ 'unit tests': [] });
  expect(passedIn([outcome], { keys, report: null })).toEqual({ 'unit tests': [] });
});
