import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { productionFolders } from './closure.mjs';
import { commandLauncher, portableManifest, portableReadme, shellLauncher } from './launchers.mjs';
import { noticesOf } from './notices.mjs';
import { isShippedModule, isShippedOutput } from './shipped.mjs';

/**
 * @typedef {import('./arguments.mjs').Target} Target
 * @typedef {{to: string, from: string, isExecutable: boolean}} CopiedFile
 * @typedef {{to: string, text: string, isExecutable: boolean}} WrittenFile
 * @typedef {{name: string, copied: CopiedFile[], written: WrittenFile[]}} Plan
 */

/** Of bin/ what starts dvm and vcsim. */
const ENTRIES = ['compile-cache.mjs', 'dvm.mjs', 'node-choice.mjs', 'node-guard.mjs', 'vcsim.mjs'];

/**
 * Everything that the portable archive holds, and where each file comes from.
 * @param {string} root
 * @param {Target} target
 * @returns {Plan}
 */
export function planPortable(root, target) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  // A terminal's native part for another system is not on this one: that archive has no shell of its computer, and says so.
  const modules = productionFolders(packages, target).filter(
    (folder) => packages[folder]?.optional !== true || existsSync(join(root, folder)),
  );
  const node = nodeFolder(root, target);
  const isWindows = target.platform === 'win32';
  const binary = isWindows ? 'node.exe' : 'node';
  const copied = [
    copy(join(node, 'bin', binary), `bin/${binary}`, true),
    copy(join(node, 'LICENSE'), 'bin/LICENSE'),
    copy(join(root, 'LICENSE'), 'LICENSE'),
    ...tree(join(root, 'out'), 'app/out', isShippedOutput),
    ...tree(join(root, 'resources'), 'app/resources', () => true),
    ...tree(join(root, 'scripts/start'), 'app/scripts/start', () => true),
    copy(join(root, 'scripts/paths.mjs'), 'app/scripts/paths.mjs'),
    ...ENTRIES.map((name) => copy(join(root, 'bin', name), `app/bin/${name}`)),
    copy(join(root, 'scripts/dist/portable-start.mjs'), 'app/scripts/dist/portable-start.mjs'),
    ...modules.flatMap((folder) => ownFiles(root, folder, target)),
  ];
  const written = [
    write('app/package.json', portableManifest(version)),
    write('NOTICE', noticesOf(root, modules, packages)),
    write('README.txt', portableReadme(version, isWindows)),
    ...(isWindows ? windowsLaunchers() : unixLaunchers()),
  ];
  return {
    name: `coldaisle-${version}-${isWindows ? 'win' : target.platform}-${target.arch}`,
    copied,
    written,
  };
}

/**
 * @param {string} root
 * @param {Target} target
 */
function nodeFolder(root, { platform, arch }) {
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const folder = join(root, 'node_modules', name);
  if (existsSync(folder)) return folder;
  throw new Error(`There is no ${name} in node_modules to pack: on this system, use the Electron packages.`);
}

/**
 * A package without those nested in it: they stand in the list themselves.
 * @param {string} root
 * @param {string} folder
 * @param {Target} target
 */
function ownFiles(root, folder, target) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const isOwn = (/** @type {string} */ path) =>
    !path.startsWith('node_modules/') && isShippedModule(`${name}/${path}`, target);
  return tree(join(root, folder), `app/${folder}`, isOwn);
}

/**
 * @param {string} from
 * @param {string} to
 * @param {(path: string) => boolean} isWanted by its path within `from`, with slashes
 * @returns {CopiedFile[]}
 */
function tree(from, to, isWanted) {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(from.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => isWanted(path))
    .toSorted()
    .map((path) => copy(join(from, path), `${to}/${path}`));
}

/**
 * @param {string} from
 * @param {string} to
 * @param {boolean} [isExecutable]
 * @returns {CopiedFile}
 */
function copy(from, to, isExecutable = false) {
  if (statSync(from, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Error(`${from} is missing: it belongs into the archive.`);
  return { to, from, isExecutable };
}

/**
 * @param {string} to
 * @param {string} text
 * @param {boolean} [isExecutable]
 * @returns {WrittenFile}
 */
const write = (to, text, isExecutable = false) => ({ to, text, isExecutable });

const unixLaunchers = () => [
  write('coldaisle', shellLauncher('app/scripts/dist/portable-start.mjs'), true),
  write('dvm', shellLauncher('app/bin/dvm.mjs'), true),
  write('vcsim', shellLauncher('app/bin/vcsim.mjs'), true),
];

const windowsLaunchers = () => [
  write('coldaisle.cmd', commandLauncher('app\\scripts\\dist\\portable-start.mjs')),
  write('dvm.cmd', commandLauncher('app\\bin\\dvm.mjs')),
  write('vcsim.cmd', commandLauncher('app\\bin\\vcsim.mjs')),
];
