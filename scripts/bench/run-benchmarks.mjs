import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { isOldNode } from '../../bin/node-choice.mjs';
import { inRoot, ROOT } from '../paths.mjs';
import { buildIfStale } from '../start/prepare.mjs';
import { tableOf } from './table.mjs';

/**
 * @typedef {import('./table.mjs').Row} Row
 */

/**
 * One benchmark after the other, each in a process of its own, so that none inherits another's heap.
 * @param {readonly string[]} wanted parts of names; none means all
 * @returns {Promise<number>} exit code: figures are never judged, a benchmark that breaks is
 */
export async function runBenchmarks(wanted) {
  if (isOldNode(process.versions.node) || !process.features.typescript) {
    console.error('Benchmarks are TypeScript, which this Node does not run: use Node 24.');
    return 1;
  }
  await buildIfStale();
  const files = readdirSync(inRoot('tests/performance'))
    .filter((file) => file.endsWith('.bench.ts'))
    .toSorted();
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  /** @type {Row[]} */
  const rows = [];
  let broken = 0;
  for (const file of chosen) {
    console.error(`${file} …`);
    const outcome = await runOne(inRoot('tests/performance', file));
    if (outcome === null) broken += 1;
    else rows.push(...outcome);
  }
  console.log(tableOf(rows));
  if (broken > 0) console.log(`${broken} of ${chosen.length} benchmarks broke: see above.`);
  return broken === 0 ? 0 : 1;
}

/**
 * @param {string} file
 * @returns {Promise<Row[] | null>}
 */
function runOne(file) {
  const child = fork(inRoot('scripts/bench/one.mjs'), [file], {
    cwd: ROOT,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  /** @type {Row[] | null} */
  let rows = null;
  child.on('message', (message) => {
    rows = /** @type {Row[]} */ (message);
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code === 0 ? rows : null));
  });
}
