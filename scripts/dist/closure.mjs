/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages as in package-lock.json: folder to package
 */

/**
 * The folders of everything that `dependencies` need at run time. The `node-*` packages, which are optional, bring
 * Node itself and are placed elsewhere; what is for another platform than the target is left out.
 * @param {LockedPackages} packages
 * @param {{readonly platform: string, readonly arch: string}} target
 * @returns {string[]}
 */
export function productionFolders(packages, target) {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = Object.keys(packages['']?.dependencies ?? {}).map((name) => ({ from: '', name }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = resolveFolder(packages, next.from, next.name);
    if (folder === null) continue;
    if (found.has(folder) || isForBuildingOnly(next.name) || !isFor(packages[folder], target)) continue;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = packages[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      waiting.push({ from: folder, name });
  }
  return [...found].toSorted();
}

/**
 * @param {LockedPackage | undefined} locked
 * @param {{readonly platform: string, readonly arch: string}} target
 */
const isFor = (locked, { platform, arch }) =>
  (locked?.os ?? [platform]).includes(platform) && (locked?.cpu ?? [arch]).includes(arch);

/**
 * Headers for C++ and types for TypeScript, which some packages name among what they need at run time.
 * @param {string} name
 */
const isForBuildingOnly = (name) =>
  name.startsWith('@types/') || name === 'undici-types' || name === 'node-addon-api';

/**
 * Node's own search: the nearest node_modules upwards. Null for an optional package of another platform.
 * @param {LockedPackages} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | null}
 */
function resolveFolder(packages, from, name) {
  for (let place = from; ; place = parentOf(place)) {
    const folder = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (folder in packages) return folder;
    if (place === '') return null;
  }
}

/** @param {string} folder */
function parentOf(folder) {
  const end = folder.lastIndexOf('/node_modules/');
  return end === -1 ? '' : folder.slice(0, end);
}
