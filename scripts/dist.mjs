// `npm run dist`: what a user without Node, npm or git can start. See docs/packaging.md.
import '../bin/node-guard.mjs';

const { DIST_HELP, readDistArguments } = await import('./dist/arguments.mjs');
const { buildElectronPackages } = await import('./dist/electron-packages.mjs');
const { planPortable } = await import('./dist/plan.mjs');
const { buildPortable } = await import('./dist/portable.mjs');
const { ROOT } = await import('./paths.mjs');
const { buildIfStale } = await import('./start/prepare.mjs');
const { say } = await import('./start/run.mjs');

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
  if (options.act === 'electron') return buildElectronPackages(options);
  const isPlanOnly = options.act === 'plan';
  const said = isPlanOnly
    ? JSON.stringify(planPortable(ROOT, options.target), null, 1)
    : await buildPortable(ROOT, options);
  process.stdout.write(`${said}\n`);
  return 0;
}

process.exitCode = await dist().catch((/** @type {Error} */ error) => {
  say(error.message);
  return 1;
});
