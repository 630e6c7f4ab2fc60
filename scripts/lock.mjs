// `npm run lock`, after every npm install: see scripts/lock/complete-lock.mjs for the why.
import '../bin/node-guard.mjs';

const { readFileSync, writeFileSync } = await import('node:fs');
const { completeLock } = await import('./lock/complete-lock.mjs');
const { inRoot } = await import('./paths.mjs');

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages, added, unknown } = completeLock(lock.packages);
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} packages of other platforms added.`);
for (const name of unknown) console.error(`No platform can be read from the name of ${name}.`);
process.exitCode = unknown.length === 0 ? 0 : 1;
