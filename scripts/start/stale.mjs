import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['sim', 'db', 'src-main', 'src-preload', 'src-renderer'];
const CONFIGS = ['electron.vite.config.ts', 'package-lock.json', 'tsconfig.base.json'];
const IGNORED = /[.](test|fixture)[.]tsx?$|^[.]|[.]md$|^tsconfig[.]json$/;

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** @param {string} path */
const readOrEmpty = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @param {string} root */
const installStamp = (root) => join(root, 'node_modules', '.coldaisle-lock');

/** @param {string} root */
const buildStamp = (root) => join(root, 'out', '.stamp');

/**
 * Is what package-lock.json asks for what lies in node_modules?
 * @param {string} root
 */
export function isInstalled(root) {
  const lock = readOrEmpty(join(root, 'package-lock.json'));
  if (!existsSync(join(root, 'node_modules'))) return false;
  if (readOrEmpty(installStamp(root)) === sha256(lock)) return true;
  // Somebody ran npm himself: npm's own list of what it put there decides.
  if (!holdsAll(readOrEmpty(join(root, 'node_modules', '.package-lock.json')), lock)) return false;
  markInstalled(root);
  return true;
}

/** @param {string} root */
export function markInstalled(root) {
  writeFileSync(installStamp(root), sha256(readFileSync(join(root, 'package-lock.json'))));
}

/**
 * @param {string} installedText node_modules/.package-lock.json
 * @param {string} lockText package-lock.json
 */
export function holdsAll(installedText, lockText) {
  if (installedText === '' || lockText === '') return false;
  const installed = packagesOf(installedText);
  return Object.entries(packagesOf(lockText)).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/**
 * @param {string} text
 * @returns {Record<string, {version?: string, optional?: boolean, link?: boolean}>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {};
}

/**
 * A hash of everything that ends up in out/.
 * @param {string} root
 */
export function hashOfSources(root) {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((folder) => filesUnder(root, folder)).concat(CONFIGS);
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0${sha256(readFileSync(path))}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} relative to root, with forward slashes, in a fixed order
 */
function filesUnder(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !IGNORED.test(entry.name));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, name) : [name];
  });
}

/** @param {string} root */
export function isBuilt(root) {
  return readOrEmpty(buildStamp(root)) === hashOfSources(root);
}

/**
 * @param {string} root
 * @param {string} hash of the sources as they were when the build began
 */
export function markBuilt(root, hash) {
  writeFileSync(buildStamp(root), hash);
}

/** @param {string} root */
export function unmarkBuilt(root) {
  if (existsSync(buildStamp(root))) writeFileSync(buildStamp(root), '');
}
