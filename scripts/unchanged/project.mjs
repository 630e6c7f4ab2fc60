/** The project's files as they are now: what each holds, and what each leans on. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookAt } from './look.mjs';

/**
 * @typedef {import('./look.mjs').Look} Look
 * @typedef {object} ProjectFile
 * @property {string} hash of its name and content
 * @property {Look | null} look of a source file
 * @typedef {object} Project
 * @property {ReadonlyMap<string, ProjectFile>} files by the path below the root, with forward slashes, in order
 * @property {string} whole a hash of all of them, and of what was built of them
 */

/** Of what one saw in a file: what sees more gets another number. */
const FORM = 3;
const SOURCE = /\.(ts|tsx|mjs|cjs|js)$/;

/** @param {string} name */
export const isSource = (name) => SOURCE.test(name);

/** @param {...(string | Buffer)} parts */
export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {Project | null} null where git cannot say what belongs to the project
 */
export function readProject(root) {
  const names = listFiles(root);
  if (names === null) return null;
  const cache = join(root, '.cache/check/looks.json');
  const seen = readSeen(cache);
  /** @type {Record<string, Look>} */
  const looks = {};
  /** @type {Map<string, ProjectFile>} */
  const files = new Map();
  for (const name of names) {
    const content = readFileSync(join(root, name));
    const hash = hashOf(name, content);
    if (isSource(name)) looks[hash] = seen[hash] ?? lookAt(name, content.toString('utf8'));
    files.set(name, { hash, look: looks[hash] ?? null });
  }
  if (Object.keys(looks).some((hash) => seen[hash] === undefined)) writeWhole(cache, { form: FORM, looks });
  const built = readOrEmpty(join(root, 'out/.stamp'));
  const whole = hashOf(built, ...[...files.values()].map(({ hash }) => hash));
  return { files, whole };
}

/** @param {string} path */
export const readOrEmpty = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/**
 * @param {string} root
 * @returns {string[] | null}
 */
function listFiles(root) {
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const names = new Set(listed.split('\0').filter((name) => name !== '' && isFile(join(root, name))));
    return [...names].toSorted();
  } catch {
    return null;
  }
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/**
 * @param {string} file
 * @returns {Record<string, Look>} by hash; empty when there is none, or of another form
 */
function readSeen(file) {
  const { form, looks } = readJson(file) ?? {};
  return form === FORM ? looks : {};
}

/**
 * @param {string} file
 * @returns {any} null when it is not there or no longer whole
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Never half a file: two checks may run at once, and any may be broken off.
 * @param {string} file
 * @param {unknown} value
 */
export function writeWhole(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, file);
}
