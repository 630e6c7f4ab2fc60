/**
 * @typedef {object} Locked an entry of package-lock.json
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {string} [license]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {Record<string, Locked>} Packages by path, as in package-lock.json
 */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * A registry that carries only some platforms' packages makes npm leave the others out of the lock, and then
 * `npm ci` refuses the lock everywhere. Puts in what is missing, from what its siblings and its name say.
 * @param {Packages} packages
 * @returns {{packages: Packages, added: string[], unknown: string[]}}
 */
export function completeLock(packages) {
  const added = /** @type {Packages} */ ({});
  /** @type {string[]} */
  const unknown = [];
  for (const { path, name, version } of missingOptionals(packages)) {
    const platform = platformOf(name);
    const parent = packages[path];
    if (platform === null || parent === undefined || !/^\d/.test(version)) unknown.push(`${name}@${version}`);
    else added[`node_modules/${name}`] = entryFor(parent, version, platform);
  }
  const all = { ...packages, ...added };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  return { packages: sorted, added: Object.keys(added), unknown };
}

/**
 * @param {Packages} packages
 * @returns {{path: string, name: string, version: string}[]} optional dependencies that the lock does not hold
 */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isReachable(packages, path, name))
      .map(([name, version]) => ({ path, name, version })),
  );
}

/**
 * Looks for a package where Node would: beside the one that asks, then further up.
 * @param {Packages} packages
 * @param {string} from
 * @param {string} name
 */
function isReachable(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/**
 * @param {string} name such as `@oxlint/binding-linux-x64-musl`
 * @returns {Pick<Locked, 'os' | 'cpu' | 'libc'> | null}
 */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  if (words.includes('wasm32')) return { cpu: ['wasm32'] };
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (os === undefined || cpu === undefined) return null;
  const libc =
    os !== 'linux'
      ? undefined
      : words.includes('musl')
        ? 'musl'
        : words.includes('gnu')
          ? 'glibc'
          : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/**
 * In npm's own order of keys, so that npm changes nothing when it writes the file again.
 * @param {Locked} parent
 * @param {string} version
 * @param {Pick<Locked, 'os' | 'cpu' | 'libc'>} platform
 * @returns {Locked}
 */
function entryFor(parent, version, { os, cpu, libc }) {
  return {
    version,
    ...(cpu && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    ...(os && { os }),
    ...(parent.engines && { engines: parent.engines }),
  };
}
