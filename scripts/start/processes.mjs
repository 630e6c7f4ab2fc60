import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from '../paths.mjs';
import { say } from './run.mjs';

/**
 * @typedef {object} Part a process of ours that ends with us
 * @property {Promise<number>} ended its exit code
 * @property {() => Promise<void>} end
 */

/**
 * Starts the host (under Node or inside Electron) and waits for its one `ready` line.
 * @param {string} command
 * @param {readonly string[]} words
 * @returns {{part: Part, ready: Promise<string>}}
 */
export function startHost(command, words) {
  const child = spawn(command, words, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  // Its standard input is our heartbeat: when it closes, the host ends (--watch-parent).
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout });
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const match = /^ready (\S+)$/.exec(line);
      if (match?.[1] === undefined) say(line);
      else resolve(match[1]);
    });
    child.on('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on('exit', () => reject(new Error('The host ended before it was ready: see above.')));
  });
  return { part: partOf(child), ready };
}

/**
 * @param {string} browser
 * @param {readonly string[]} words
 * @returns {Part}
 */
export function startBrowser(browser, words) {
  const child = spawn(browser, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  for (const pipe of child.stdio) pipe?.on('error', () => {});
  return partOf(child);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Part}
 */
function partOf(child) {
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  return { ended, end: () => endGently(child, ended) };
}

/**
 * A closed input is a request that every platform can make; signals follow for who does not listen.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 */
async function endGently(child, ended) {
  const timers = [
    setTimeout(() => child.kill('SIGTERM'), child.stdin === null ? 0 : 3_000),
    setTimeout(() => child.kill('SIGKILL'), 8_000),
  ];
  child.stdin?.end();
  await ended;
  for (const timer of timers) clearTimeout(timer);
}
