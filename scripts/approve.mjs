/**
 * Takes new pictures of screens that look otherwise than approved: `npm run approve`, or with words that name some of
 * them, as `npm run approve -- dark-1280`. `--all` takes every picture anew.
 */
import '../bin/node-guard.mjs';

const { buildIfStale } = await import('./start/prepare.mjs');
const { runTool, say } = await import('./start/run.mjs');
const { obtainChromium } = await import('./test/chromium.mjs');

/** @param {readonly string[]} words */
async function approve(words) {
  await buildIfStale();
  const chromium = await obtainChromium();
  if (chromium === null) throw new Error('No Chromium was found and none could be installed.');
  const parts = words.filter((word) => word !== '--all');
  const code = await runTool(
    '@playwright/test/cli.js',
    [
      'test',
      'tests/journeys/screens.spec.ts',
      '--project=long',
      `--update-snapshots=${words.includes('--all') ? 'all' : 'changed'}`,
      ...(parts.length === 0 ? [] : ['--grep', parts.join('|')]),
    ],
    { env: { COLDAISLE_BROWSER: chromium } },
  );
  say('Look at what git says has changed in tests/journeys/approved, and commit what is meant so.');
  return code;
}

process.exitCode = await approve(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
  say(error.message);
  return 1;
});
