import { relative, sep } from 'node:path';
import { ROOT } from '../paths.mjs';
import { unproven } from '../unchanged/proven.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./run-steps.mjs').Outcome} Outcome
 * @typedef {import('../unchanged/proven.mjs').Proven} Proven
 * @typedef {{testResults: {name: string, status: string, assertionResults: {status: string}[]}[]}} Report
 */

/** These take the names of files; beyond so many of them a whole run is no slower, and no command line too long. */
const PICKING = ['unit tests', 'lint'];
const MOST = 300;

/**
 * Leaves out of the steps what is as it was when it last passed, and says so.
 * @param {readonly Step[]} steps
 * @param {{keys: Proven, proven: Proven}} known
 * @returns {{steps: Step[], told: string[]}}
 */
export function narrow(steps, { keys, proven }) {
  /** @type {string[]} */
  const told = [];
  const left = steps.flatMap((step) => {
    const own = keys[step.name];
    if (own === undefined) return [step];
    const again = unproven(own, proven[step.name]);
    const all = Object.keys(own).length;
    const narrowed = narrowStep(step, again);
    const runs = narrowed.length === 0 ? 0 : narrowed[0] === step ? all : again.length;
    if (runs < all) told.push(tell(step.name, { all, runs }));
    return narrowed;
  });
  return { steps: left, told };
}

/**
 * @param {Step} step
 * @param {readonly string[]} again
 * @returns {Step[]}
 */
function narrowStep(step, again) {
  if (again.length === 0) return [];
  if (!PICKING.includes(step.name) || again.length > MOST) return [step];
  return [{ ...step, words: [...step.words, ...again] }];
}

/**
 * @param {string} name
 * @param {{all: number, runs: number}} files
 */
function tell(name, { all, runs }) {
  if (runs === 0) return `${name}: nothing has changed since it last passed`;
  return `${name}: ${all - runs} of ${all} files are as they were when they last passed; ${runs} run`;
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {{keys: Proven, report: Report | null}} what could be said, and what vitest reports
 * @returns {Record<string, string[]>} by step, what it said yes to
 */
export const passedIn = (outcomes, { keys, report }) =>
  Object.fromEntries(
    outcomes.flatMap((outcome) => {
      const names = Object.keys(keys[outcome.name] ?? {});
      if (outcome.name === 'unit tests') return [[outcome.name, passedTests(outcome, report)]];
      return outcome.code === 0 ? [[outcome.name, ranOf(outcome, names)]] : [];
    }),
  );

/**
 * @param {Outcome} outcome
 * @param {readonly string[]} names of all it can judge
 */
function ranOf({ words }, names) {
  const asked = names.filter((name) => words.includes(name));
  return asked.length === 0 ? [...names] : asked;
}

/**
 * The files of which every test ran and passed: one that was skipped may fail on the day its peer is there.
 * @param {Outcome} outcome
 * @param {Report | null} report
 * @returns {string[]}
 */
function passedTests({ output }, report) {
  // Thrown between the tests, it belongs to any of them.
  if (report === null || /Unhandled (Error|Rejection|Exception)/.test(output)) return [];
  return report.testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'passed' &&
        assertionResults.length > 0 &&
        assertionResults.every((result) => result.status === 'passed'),
    )
    .map(({ name }) => relative(ROOT, name).split(sep).join('/'));
}
