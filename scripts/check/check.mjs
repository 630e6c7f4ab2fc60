import { mkdirSync, rmSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { runSteps } from './run-steps.mjs';
import { STEPS, UNIT_RESULTS } from './steps.mjs';

/**
 * All checks, two at a time; what failed is printed whole, what passed is a line.
 * @returns {Promise<{failed: string[]}>}
 */
export async function check() {
  mkdirSync(inRoot('.cache/results'), { recursive: true });
  rmSync(inRoot(UNIT_RESULTS), { force: true });
  const begun = performance.now();
  const outcomes = await runSteps(STEPS, {
    atOnce: 2,
    onEnd: ({ name, code, seconds }) =>
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(11)} ${seconds.toFixed(1).padStart(5)} s`,
      ),
  });
  const failures = outcomes.filter((outcome) => outcome.code !== 0);
  for (const { name, output } of failures) console.log(`\n── ${name} ──\n${output.trim()}`);
  const failed = failures.map(({ name }) => name);
  const total = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\ncheck: ${failed.length === 0 ? 'all well' : `failed: ${failed.join(', ')}`} (${total} s)`);
  return { failed };
}
