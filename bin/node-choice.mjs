// Read by every Node that can parse ES modules: old syntax, nothing imported that may be missing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** better-sqlite3 13 needs N-API 10, which 22.14 was the first to have; older ones crash without a word. */
export const OLDEST_NODE = { major: 22, minor: 14 };

/**
 * @param {string} version like `20.20.2`
 * @returns {boolean}
 */
export function isOldNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major < OLDEST_NODE.major || (major === OLDEST_NODE.major && minor < OLDEST_NODE.minor);
}

/**
 * Where the project's own Node is, or null where this platform gets none from the registry.
 * @param {string} root
 * @param {{platform: string, arch: string, exists?: (path: string) => boolean}} machine
 * @returns {string | null}
 */
export function findProjectNode(root, machine) {
  const exists = machine.exists || existsSync;
  const windows = machine.platform === 'win32';
  const name = `node-${windows ? 'win' : machine.platform}-${machine.arch}`;
  const path = join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  return exists(path) ? path : null;
}

/**
 * @typedef {{act: 'stay'} | {act: 'switch', node: string} | {act: 'refuse', message: string}} NodeChoice
 * @param {{version: string, projectNode: string | null, hasSwitched: boolean}} now
 * @returns {NodeChoice}
 */
export function chooseNode(now) {
  if (!isOldNode(now.version)) return { act: 'stay' };
  if (now.projectNode !== null && !now.hasSwitched) return { act: 'switch', node: now.projectNode };
  const needed = `Coldaisle needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer; this is ${now.version}.`;
  return {
    act: 'refuse',
    message: `${needed} Run "npm ci --ignore-scripts" (it brings one along for Linux and Windows) or install Node 24.`,
  };
}
