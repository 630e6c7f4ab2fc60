// `npm run test:peers`: our side of a protocol against somebody else's.
import { buildIfStale, installIfMissing } from './start/prepare.mjs';
import { say } from './start/run.mjs';

/** @returns {Promise<number>} exit code */
async function testPeers() {
  await installIfMissing();
  await import('../bin/node-guard.mjs');
  const { obtainPeers } = await import('./test/peers.mjs');
  const { obtainVmwarePeers } = await import('./peers/vmware.mjs');
  const { printReport, runVitest } = await import('./test/run-tests.mjs');
  for (const line of await obtainPeers()) say(line);
  for (const line of await obtainVmwarePeers()) say(line);
  // Some tests start vcsim hundreds of times, which takes half as long where it is built.
  await buildIfStale();
  return printReport({ peers: await runVitest(['peers']) });
}

process.exitCode = await testPeers().catch((/** @type {Error} */ error) => {
  say(error.message);
  console.log('0 passed, 1 failed');
  return 1;
});
