// `npm test` on a fresh clone: any Node that knows ES modules must be able to read this file.
import { buildIfStale, installIfMissing } from './start/prepare.mjs';
import { say } from './start/run.mjs';

/** @returns {Promise<number>} exit code */
async function test() {
  await installIfMissing();
  await import('../bin/node-guard.mjs');
  await buildIfStale();
  const { printReport, runTests } = await import('./test/run-tests.mjs');
  return printReport(await runTests());
}

process.exitCode = await test().catch((/** @type {Error} */ error) => {
  say(error.message);
  console.log('0 passed, 1 failed');
  return 1;
});
