import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./closure.mjs').LockedPackages} LockedPackages */

/** Where the build leaves the licences of what it bundled into the control room. */
const BUNDLED = 'out/renderer/licenses.md';

/**
 * Our own notice, then names, versions and licence texts of everything that is passed on.
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {LockedPackages} packages
 */
export function noticesOf(root, folders, packages) {
  const parts = folders.map((folder) => noticeOf(root, folder, packages[folder] ?? {}));
  const bundled = existsSync(join(root, BUNDLED))
    ? [`Bundled into the control room:\n\n${readFileSync(join(root, BUNDLED), 'utf8')}`]
    : [];
  const own = readFileSync(join(root, 'NOTICE'), 'utf8').trim();
  const first = `${own}\n\nIt contains the following software. Node.js comes with its own bin/LICENSE.`;
  return `${[first, ...parts, ...bundled].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {import('./closure.mjs').LockedPackage} locked
 */
function noticeOf(root, folder, { version = '', license = 'see its text' }) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const texts = readdirSync(join(root, folder))
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}
