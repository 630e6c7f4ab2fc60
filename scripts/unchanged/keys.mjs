/** A key of everything that can change what a tool says of a file: where the key is the same, so is the verdict. */
import { posix } from 'node:path';
import { hashOf, isSource } from './project.mjs';

/**
 * @typedef {import('./project.mjs').Project} Project
 * @typedef {(project: Project, file: string) => string[] | null} StepsOf
 *   the files that one file leans on; null where it may be any
 */

const TEST_SIDE = /\.(test|fixture)\.tsx?$|\/testing\/|^tests\//;

/**
 * What running a file can load or read.
 * @type {StepsOf}
 */
export function stepsOfRun(project, file) {
  const look = project.files.get(file)?.look ?? null;
  if (look === null) return [];
  if (look.wanders) return null;
  // What a test starts may read anything, unless the test says what it starts.
  if (look.starts && look.reads.length === 0 && TEST_SIDE.test(file)) return null;
  const read = look.reads.map((path) => filesAt(project, below(file, path)));
  return allOrNull([...read, relatives(project, file, look.runs)]);
}

/**
 * What the types in a file can depend on.
 * @type {StepsOf}
 */
export function stepsOfTypes(project, file) {
  const look = project.files.get(file)?.look ?? null;
  return look === null ? [] : relatives(project, file, [...look.runs, ...look.types]);
}

/**
 * @param {Project} project
 * @param {string} file
 * @param {readonly string[]} specifiers
 */
function relatives(project, file, specifiers) {
  const own = specifiers.filter((specifier) => specifier.startsWith('.'));
  const paths = own.map((specifier) => below(file, specifier.replace(/\?.*$/, '')));
  // Every import is written with its ending; what is not there as it is written, we do not guess.
  return paths.every((path) => project.files.has(path)) ? paths : null;
}

/**
 * @param {string} file
 * @param {string} path
 */
const below = (file, path) => posix.join(posix.dirname(file), path).replace(/\/$/, '');

/**
 * @param {Project} project
 * @param {string} path of a file or a folder
 * @returns {string[] | null} null where it is neither, or a folder of code, which may import from anywhere
 */
function filesAt(project, path) {
  if (project.files.has(path)) return [path];
  const names = [...project.files.keys()].filter((name) => name.startsWith(`${path}/`));
  return names.length === 0 || names.some(isSource) ? null : names;
}

/**
 * @param {readonly (string[] | null)[]} lists
 * @returns {string[] | null}
 */
const allOrNull = (lists) => (lists.includes(null) ? null : lists.flatMap((list) => list ?? []));

/**
 * A key for each file: of its content and of the keys of what it leans on. Files that lean on each other share one.
 * @param {Project} project
 * @param {{files: readonly string[], base: string, stepsOf: StepsOf}} what
 * @returns {Record<string, string>}
 */
export function keysOf(project, { files, base, stepsOf }) {
  /** @type {Map<string, string>} */
  const keys = new Map();
  /** @type {Map<string, number>} when a file was first come to */
  const met = new Map();
  /** @type {string[]} whose ring is not closed yet */
  const open = [];
  /**
   * Tarjan's walk.
   * @param {string} file
   * @returns {number} the earliest open file that it leads back to
   */
  const walk = (file) => {
    const own = met.size;
    let earliest = own;
    met.set(file, own);
    open.push(file);
    for (const step of stepsOf(project, file) ?? []) {
      if (!met.has(step)) earliest = Math.min(earliest, walk(step));
      else if (!keys.has(step)) earliest = Math.min(earliest, met.get(step) ?? own);
    }
    if (earliest === own) closeRing(open.splice(open.indexOf(file)));
    return earliest;
  };
  /** @param {readonly string[]} ring */
  const closeRing = (ring) => {
    const steps = allOrNull(ring.map((member) => stepsOf(project, member)));
    const inside = ring.map((member) => project.files.get(member)?.hash ?? member).toSorted();
    const beyond = new Set((steps ?? []).flatMap((step) => keys.get(step) ?? []));
    const key = hashOf(base, steps === null ? project.whole : '', ...inside, '', ...[...beyond].toSorted());
    for (const member of ring) keys.set(member, key);
  };
  for (const file of files) if (!met.has(file)) walk(file);
  return Object.fromEntries(files.map((file) => [file, hashOf(file, keys.get(file) ?? '')]));
}
