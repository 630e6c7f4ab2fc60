import { expect, test } from 'vitest';
import {
  playwrightCounts,
  readCounts,
  sumOf,
  vitestCounts,
  withExitCode,
} from '../../scripts/test/counts.mjs';

const vitestReport = {
  numTotalTests: 4,
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
};

test('a test file that could not be loaded counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(vitestCounts(vitestReport)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  const testResults = [...vitestReport.testResults, broken];
  expect(vitestCounts({ ...vitestReport, testResults })).toMatchObject({ failed: 2 });
});

test('an error outside any test counts as a failure, a flaky journey as passed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats, errors: ['x'] })).toEqual({ passed: 6, failed: 2, skipped: 2 });
});

test('a runner that left no report, or failed in spite of it, has failed', () => {
  expect(readCounts('/nowhere/report.json')).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1)).toMatchObject({ failed: 1 });
  expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1)).toMatchObject({ failed: 2 });
  expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 0)).toMatchObject({ failed: 0 });
});

test('the sum is over all runners', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
