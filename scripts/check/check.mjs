import { mkdirSync, rmSync } from 'node:fs';
import { inRoot, ROOT } from '../paths.mjs';
import { readJson } from '../unchanged/project.mjs';
import { keepProven, keysNow, readProven } from '../unchanged/proven.mjs';
import { narrow, passedIn } from './narrow.mjs';
import { runSteps } from './run-steps.mjs';
import { STEPS, UNIT_RESULTS } from './steps.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./run-steps.mjs').Outcome} Outcome
 */

/**
 * All checks, or what is not known to pass.
 * @param {'all' | 'changed'} extent
 * @returns {Promise<{failed: string[]}>}
 */
export async function check(extent) {
  const begun = performance.now();
  const keys = keysNow(ROOT);
  const outcomes = await runAndTell(stepsFor(extent, keys), { atOnce: 2 });
  if (keys !== null) {
    const report = readJson(inRoot(UNIT_RESULTS));
    keepProven(ROOT, { before: keys, passed: passedIn(outcomes, { keys, report }) });
  }
  const failed = failedIn(outcomes);
  const total = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\ncheck: ${failed.length === 0 ? 'all well' : `failed: ${failed.join(', ')}`} (${total} s)`);
  return { failed };
}

/**
 * @param {'all' | 'changed'} extent
 * @param {import('../unchanged/proven.mjs').Proven | null} keys
 */
function stepsFor(extent, keys) {
  if (extent === 'all' || keys === null) return STEPS;
  const { steps, told } = narrow(STEPS, { keys, proven: readProven(ROOT) });
  for (const line of told) console.log(line);
  if (told.length > 0) console.log('Everything: npm run check -- --all\n');
  return steps;
}

/**
 * What failed is printed whole, what passed is a line.
 * @param {readonly Step[]} steps
 * @param {{atOnce: number}} how
 * @returns {Promise<Outcome[]>}
 */
async function runAndTell(steps, how) {
  mkdirSync(inRoot('.cache/results'), { recursive: true });
  if (steps.some(({ name }) => name === 'unit tests')) rmSync(inRoot(UNIT_RESULTS), { force: true });
  const outcomes = await runSteps(steps, { ...how, onEnd: tell });
  for (const { name, code, output } of outcomes)
    if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}`);
  return outcomes;
}

/** @param {Outcome} outcome */
function tell({ name, code, seconds }) {
  const verdict = code === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict} ${name.padEnd(11)} ${seconds.toFixed(1).padStart(5)} s`);
}

/** @param {readonly Outcome[]} outcomes */
const failedIn = (outcomes) => outcomes.filter(({ code }) => code !== 0).map(({ name }) => name);
