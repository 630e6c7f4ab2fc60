import { spawn } from 'node:child_process';
import { inRoot, ROOT } from '../paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {readonly string[]} words it was called with
 * @property {number} code
 * @property {number} seconds
 * @property {string} output
 */

/**
 * Runs steps a few at a time; each is told about as it ends.
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {{atOnce: number, onEnd: (outcome: Outcome) => void}} how
 * @returns {Promise<Outcome[]>} in the order in which they ended
 */
export async function runSteps(steps, { atOnce, onEnd }) {
  const waiting = [...steps];
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step);
      outcomes.push(outcome);
      onEnd(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return outcomes;
}

/**
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<Outcome>}
 */
function runStep({ name, script, words }) {
  const begun = performance.now();
  const child = spawn(process.execPath, [inRoot('node_modules', script), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    /** @param {number} code */
    const end = (code) => resolve({ name, words, code, seconds: (performance.now() - begun) / 1000, output });
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
