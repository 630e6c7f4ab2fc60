import '../bin/node-guard.mjs';

const { build } = await import('./start/prepare.mjs');
const { say } = await import('./start/run.mjs');

await build().catch((/** @type {Error} */ error) => {
  say(error.message);
  process.exitCode = 1;
});
