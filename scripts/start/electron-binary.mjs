import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runTool, say } from './run.mjs';

const TWO_MINUTES = 120_000;
const ONE_DAY = 86_400_000;

const EXECUTABLES = /** @type {Record<string, string>} */ ({
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
});

/**
 * @param {string} root
 * @param {{platform: string, env: Readonly<Record<string, string | undefined>>, exists?: (path: string) => boolean}} machine
 * @returns {string | null}
 */
export function findElectron(root, { platform, env, exists = existsSync }) {
  const name = EXECUTABLES[platform] ?? 'electron';
  const own = join(root, 'node_modules', 'electron', 'dist');
  const given = env.ELECTRON_OVERRIDE_DIST_PATH;
  const places = (given ? [given, own] : [own]).map((folder) => join(folder, name));
  return places.find((path) => exists(path)) ?? null;
}

/**
 * @param {string} text what was remembered
 * @param {{version: string, now: number}} current
 */
export function hasFailedLately(text, { version, now }) {
  try {
    const memory = JSON.parse(text);
    return memory.version === version && now - memory.at < ONE_DAY && now >= memory.at;
  } catch {
    return false;
  }
}

/**
 * Finds Electron or fetches it, within two minutes; a failure is remembered for a day.
 * @param {string} root
 * @param {'remember' | 'insist'} patience `insist` tries again whatever is remembered
 * @returns {Promise<{found: string} | {why: string}>}
 */
export async function obtainElectron(root, patience) {
  const machine = { platform: process.platform, env: process.env };
  const present = findElectron(root, machine);
  if (present !== null) return { found: present };
  const memory = join(root, '.cache', 'electron-unavailable.json');
  const version = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : '';
  if (patience === 'remember' && hasFailedLately(remembered, { version, now: Date.now() })) {
    return { why: `Electron ${version} could not be downloaded in the last 24 hours` };
  }
  say(`Fetching Electron ${version} (two minutes at most) …`);
  const code = await runTool('electron/install.js', [], { limitMs: TWO_MINUTES, quiet: true });
  const fetched = findElectron(root, machine);
  if (code === 0 && fetched !== null) return { found: fetched };
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version, at: Date.now() }));
  const reason = code === 124 ? 'did not arrive within two minutes' : 'could not be downloaded';
  return { why: `Electron ${version} ${reason} (not tried again for a day; --electron tries)` };
}
