import { spawn } from 'node:child_process';
import { ROOT } from '../paths.mjs';

/** @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs a command to its end; whatever it prints goes to standard error, so that ours stays clean.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{limitMs?: number, quiet?: boolean, shell?: boolean, env?: Record<string, string | undefined>}} [options]
 * @returns {Promise<number>} its exit code; 124 when it took too long, 127 when it could not be run
 */
export function run(command, words, options = {}) {
  const child = spawn(command, words, {
    cwd: ROOT,
    shell: options.shell ?? false,
    stdio: ['ignore', options.quiet ? 'ignore' : process.stderr, options.quiet ? 'ignore' : process.stderr],
    env: Object.assign({}, process.env, options.env),
  });
  return new Promise((resolve) => {
    let late = false;
    const timer =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
          }, options.limitMs);
    /** @param {number} code */
    const done = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.on('error', () => done(127));
    child.on('exit', (code) => done(late ? 124 : (code ?? 1)));
  });
}

/**
 * A command-line tool out of node_modules, under the Node that runs us.
 * @param {string} script below node_modules
 * @param {readonly string[]} words
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (script, words, options) =>
  run(process.execPath, [`${ROOT}/node_modules/${script}`, ...words], options);
