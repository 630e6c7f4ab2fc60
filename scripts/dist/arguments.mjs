import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../paths.mjs';

/**
 * @typedef {object} Target
 * @property {'linux' | 'win32' | 'darwin'} platform
 * @property {'x64' | 'arm64'} arch
 *
 * @typedef {object} DistOptions
 * @property {'help' | 'plan' | 'portable' | 'electron'} act
 * @property {Target} target
 * @property {string} out
 * @property {'xz' | 'gz' | 'zip'} compression
 * @property {boolean} isUnpacked an Electron app as a folder only, without installers
 */

export const DIST_HELP = `Packages Coldaisle for a machine that has neither Node nor npm.

  npm run dist                       portable archive with Node and the browser launcher, and its SHA-256
  npm run dist -- --electron         Electron packages for this system, through electron-builder

  --out DIR        put it there instead of dist/
  --gzip           .tar.gz instead of .tar.xz: larger, ten times faster
  --plan           only print, as JSON, what the portable archive would hold
  --dir            with --electron: the app as a folder, without installers
  --help           this page

An Electron package needs the Electron binary and electron-builder's own tools from the network.
`;

/**
 * @param {readonly string[]} given
 * @returns {{ok: true, options: DistOptions} | {ok: false, message: string}}
 */
export function readDistArguments(given) {
  const target = thisMachine();
  if (target === null)
    return { ok: false, message: `There are no packages for ${process.platform}-${process.arch}.` };
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        electron: { type: 'boolean', default: false },
        plan: { type: 'boolean', default: false },
        gzip: { type: 'boolean', default: false },
        dir: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
    const act = values.help ? 'help' : values.plan ? 'plan' : values.electron ? 'electron' : 'portable';
    const compression = target.platform === 'win32' ? 'zip' : values.gzip ? 'gz' : 'xz';
    const out = values.out === undefined ? join(ROOT, 'dist') : resolve(values.out);
    return { ok: true, options: { act, target, out, compression, isUnpacked: values.dir } };
  } catch (error) {
    return { ok: false, message: `${/** @type {Error} */ (error).message}\nSee "npm run dist -- --help".` };
  }
}

/** @returns {Target | null} */
function thisMachine() {
  const { platform, arch } = process;
  if (platform !== 'linux' && platform !== 'win32' && platform !== 'darwin') return null;
  return arch === 'x64' || arch === 'arm64' ? { platform, arch } : null;
}
