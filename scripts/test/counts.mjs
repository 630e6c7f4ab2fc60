import { existsSync, readFileSync } from 'node:fs';
import { readStories } from './stories.mjs';

/**
 * @typedef {{passed: number, failed: number, skipped: number, stories?: string[]}} Counts
 */

/** @param {Counts[]} counts */
export const sumOf = (counts) =>
  counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * What a runner's JSON report counts. No report is a failure: the runner did not come so far.
 * @param {string} file
 * @returns {Counts}
 */
export function readCounts(file) {
  const stories = readStories(file);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, stories };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const counts = 'numTotalTests' in report ? vitestCounts(report) : playwrightCounts(report);
  return { ...counts, stories };
}

/**
 * A file that could not even be loaded has no failed test in it, but is one.
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[]}} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * A flaky test passed only when it was tried again. That is allowed where CI asks for it, and is told by name.
 * @param {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}, errors?: unknown[]}} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The runner's word against its report's: it may fail without a failed test.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
export const withExitCode = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
