/** @typedef {import('./arguments.mjs').Target} Target */

const NEVER = [
  /\.d\.[cm]?ts$/,
  /\.[cm]?tsx?$/,
  /\.map$/,
  /\.tsbuildinfo$/,
  /(^|\/)\.[^/]+$/,
  // Only at a package's top: further down, `doc` or `test` may be code.
  /^(@[^/]+\/)?[^/]+\/(test|tests|__tests__|benchmarks?|examples?|docs)\//,
];

const LICENCE = /(^|\/)(licen[cs]e|notice|copying)[^/]*$/i;
const PAPER = /\.(md|markdown|txt)$/i;

/**
 * What of a package's folder is of use at run time, by its path within node_modules.
 * @param {string} path with slashes
 * @param {Target} target
 * @returns {boolean}
 */
export function isShippedModule(path, target) {
  if (LICENCE.test(path)) return true;
  if (NEVER.some((pattern) => pattern.test(path)) || PAPER.test(path)) return false;
  const native = /^better-sqlite3\/(.*)$/.exec(path)?.[1];
  return native === undefined || isShippedNative(native, target);
}

/**
 * better-sqlite3 carries SQLite's sources and the binaries of eight platforms; one of those is needed.
 * @param {string} path
 * @param {Target} target
 */
function isShippedNative(path, { platform, arch }) {
  if (/^(deps|src)\//.test(path) || path === 'binding.gyp') return false;
  const prebuild = /^prebuilds\/(.*)\.node$/.exec(path)?.[1];
  // The Node that goes along is a glibc one, so musl's binary is of no use on Linux either.
  return prebuild === undefined || prebuild === `${platform}-${arch}`;
}

const SHELL_ONLY = /^(types\/|preload\/|main\/(electron|host-process)\.js$)/;

/**
 * What of out/ the host and the control room need; the Electron shell stays behind.
 * @param {string} path within out/
 */
export const isShippedOutput = (path) => !SHELL_ONLY.test(path) && !/\.map$|(^|\/)\.stamp$/.test(path);
