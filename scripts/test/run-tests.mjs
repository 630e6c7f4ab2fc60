import { mkdirSync, rmSync } from 'node:fs';
import { check } from '../check/check.mjs';
import { UNIT_RESULTS } from '../check/steps.mjs';
import { inRoot } from '../paths.mjs';
import { runTool, say } from '../start/run.mjs';
import { obtainChromium } from './chromium.mjs';
import { readCounts, sumOf, withExitCode } from './counts.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {Record<string, Counts>} Report by the name of what was run
 */

/** How often a test of whole programs may be tried again: zero for those who can look, one in CI. */
const retries = process.env['COLDAISLE_RETRIES'] ?? '0';

/**
 * Everything a user would run on a fresh machine; the project is installed and built.
 * @returns {Promise<Report>}
 */
export async function runTests() {
  // First: the shell's tests need a browser too, and who waits for minutes should know at once that one is missing.
  const chromium = await obtainChromium();
  const checks = await runChecks();
  return {
    ...checks,
    'whole hosts and labs': await runVitest(['whole']),
    'kill and recover': await runVitest(['soak']),
    'electron shell, portable archive': await runVitest(['electron']),
    'journeys in a browser': await runJourneys(chromium),
  };
}

/** @returns {Promise<Report>} */
async function runChecks() {
  const { failed } = await check('all');
  const others = failed.filter((name) => name !== 'unit tests');
  const unit = withExitCode(readCounts(inRoot(UNIT_RESULTS)), failed.includes('unit tests') ? 1 : 0);
  // A check is not a test, so none is counted as passed; but a failed one must not go unseen.
  return { 'unit tests': unit, checks: { passed: 0, failed: others.length, skipped: 0 } };
}

/**
 * @param {readonly string[]} projects
 * @returns {Promise<Counts>}
 */
export async function runVitest(projects) {
  const report = freshReport(projects.join('-'));
  const words = projects.map((project) => `--project=${project}`);
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    ...words,
    '--passWithNoTests',
    `--retry=${retries}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return withExitCode(readCounts(report), code);
}

/**
 * @param {string | null} chromium
 * @returns {Promise<Counts>}
 */
async function runJourneys(chromium) {
  if (chromium === null) {
    say(
      'No Chromium was found and none could be installed: install chromium or Google Chrome, then run again.',
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = freshReport('journeys');
  const code = await runTool(
    '@playwright/test/cli.js',
    ['test', '--pass-with-no-tests', `--retries=${retries}`, '--project=journeys', '--project=electron'],
    {
      env: { COLDAISLE_BROWSER: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  return withExitCode(readCounts(report), code);
}

/** @param {string} name */
function freshReport(name) {
  const report = inRoot('.cache/results', `${name}.json`);
  mkdirSync(inRoot('.cache/results'), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/**
 * Prints a line for each, what failed, and a last line that scripts read.
 * @param {Report} report
 * @returns {number} exit code
 */
export function printReport(report) {
  console.log('');
  for (const [name, { passed, failed, skipped }] of Object.entries(report)) {
    const missing = skipped === 0 ? '' : `, ${skipped} skipped`;
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed${missing}`,
    );
  }
  const stories = Object.values(report).flatMap(({ stories: told = [] }) => told);
  if (stories.length > 0) console.log(`\n${stories.join('\n')}`);
  const { passed, failed } = sumOf(Object.values(report));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
