/** What went wrong, short enough to stand at the end of a log of thousands of lines. */
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{title: string, message: string}} Story
 * @typedef {{name?: string, message?: string, testResults?: VitestFile[], suites?: Suite[]}} Results
 * @typedef {{name: string, status: string, message?: string,
 *   assertionResults: {status: string, fullName: string, failureMessages?: string[]}[]}} VitestFile
 * @typedef {{title: string, specs?: Spec[], suites?: Suite[]}} Suite
 * @typedef {{title: string, tests: {status: string, results: {errors: {message?: string}[]}[]}[]}} Spec
 */

const linesOfMessage = 12;

/**
 * A line each for a test that failed or passed only when it was tried again, and what it said under it.
 * @param {string} file
 * @returns {string[]}
 */
export function readStories(file) {
  if (!existsSync(file)) return ['✗ no report was written: the runner did not come so far'];
  /** @type {Results} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const stories = [
    ...(report.testResults ?? []).flatMap(vitestStories),
    ...(report.suites ?? []).flatMap((suite) => journeyStories(suite, [])),
  ];
  return stories.flatMap(({ title, message }) => [
    `✗ ${title}`,
    ...stripVTControlCharacters(message)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, linesOfMessage)
      .map((line) => `✗     ${line.slice(0, 300)}`),
  ]);
}

/**
 * @param {VitestFile} file
 * @returns {Story[]}
 */
function vitestStories({ name, status, message = '', assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [{ title: name, message }];
  return failed.map(({ fullName, failureMessages = [] }) => ({
    title: `${name}: ${fullName}`,
    message: failureMessages.join('\n'),
  }));
}

/**
 * @param {Suite} suite
 * @param {string[]} above titles
 * @returns {Story[]}
 */
function journeyStories({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => ({
        title: `${[...path, spec.title].join(' › ')}${status === 'flaky' ? ' (passed at the second try)' : ''}`,
        message: (results[0]?.errors ?? []).map((error) => error.message ?? '').join('\n'),
      })),
  );
  return [...own, ...suites.flatMap((suite) => journeyStories(suite, path))];
}
