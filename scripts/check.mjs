import '../bin/node-guard.mjs';

const { check } = await import('./check/check.mjs');
const { failed } = await check();
process.exitCode = failed.length === 0 ? 0 : 1;
