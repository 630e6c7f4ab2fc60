// `npm start` on a fresh clone: any Node that knows ES modules must be able to read this file.
import { HELP, parseArguments } from './start/arguments.mjs';
import { buildIfStale, installIfMissing } from './start/prepare.mjs';
import { say } from './start/run.mjs';

/** @returns {Promise<number>} exit code */
async function start() {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) {
    say(parsed.message);
    return 2;
  }
  if (parsed.options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  await installIfMissing();
  await import('../bin/node-guard.mjs');
  await buildIfStale();
  const { runSession } = await import('./start/session.mjs');
  return runSession(parsed.options);
}

process.exitCode = await start().catch((/** @type {Error} */ error) => {
  say(error.message);
  return 1;
});
