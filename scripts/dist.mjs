// `npm run dist`: what a user without Node, npm or git can start. See docs/packaging.md.
import { readDistArguments, DIST_HELP } from './dist/arguments.mjs';
import { buildElectronPackages } from './dist/electron-packages.mjs';
import { planPortable } from './dist/plan.mjs';
import { buildPortable } from './dist/portable.mjs';
import { ROOT } from './paths.mjs';
import { buildIfStale } from './start/prepare.mjs';
import { say } from './start/run.mjs';

/** @returns {Promise<number>} exit code */
async function dist() {
  const read = readDistArguments(process.argv.slice(2));
  if (!read.ok) {
    say(read.message);
    return 2;
  }
  const { options } = read;
  if (options.act === 'help') {
    process.stdout.write(DIST_HELP);
    return 0;
  }
  await buildIfStale();
  switch (options.act) {
    case 'electron':
      return buildElectronPackages(options);
    case 'plan':
      process.stdout.write(`${JSON.stringify(planPortable(ROOT, options.target), null, 1)}\n`);
      return 0;
    case 'portable':
      process.stdout.write(`${await buildPortable(ROOT, options)}\n`);
      return 0;
  }
}

process.exitCode = await dist().catch((/** @type {Error} */ error) => {
  say(error.message);
  return 1;
});
