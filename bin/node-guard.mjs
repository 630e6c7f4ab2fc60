// Import this first, then import() the rest:
//   import './node-guard.mjs';
//   await import('../out/main/dvm.js');
// A static import beside it would be evaluated while the guard still waits for the newer Node to finish.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseNode, findProjectNode } from './node-choice.mjs';

const SWITCHED = 'COLDAISLE_NODE_SWITCHED';

/**
 * Comes back only where this Node is new enough; otherwise runs the same command with the project's Node.
 * @returns {Promise<void>}
 */
export async function ensureNode() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const projectNode = findProjectNode(root, { platform: process.platform, arch: process.arch });
  const hasSwitched = process.env[SWITCHED] === '1';
  const choice = chooseNode({ version: process.versions.node, projectNode, hasSwitched });
  if (choice.act === 'stay') return endWithOldNode(hasSwitched);
  if (choice.act === 'refuse') {
    process.stderr.write(`${choice.message}\n`);
    process.exit(1);
  }
  process.exit(await runWith(choice.node));
}

/**
 * @param {string} node
 * @returns {Promise<number>}
 */
function runWith(node) {
  const child = spawn(node, process.execArgv.concat(process.argv.slice(1)), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { [SWITCHED]: '1' }),
  });
  // The terminal sends Ctrl-C to both; only what reaches this process alone has to be passed on.
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {});
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${node}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code));
  });
}

/**
 * In the newer Node: should the old one be killed, its channel closes, and so must we.
 * @param {boolean} hasSwitched
 */
function endWithOldNode(hasSwitched) {
  if (!hasSwitched) return;
  delete process.env[SWITCHED];
  if (!process.channel) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

await ensureNode();
