import { existsSync } from 'node:fs';
import { delimiter, posix, win32 } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {string} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(path: string) => boolean} [exists]
 */

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
  'vivaldi',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

/**
 * The first installed browser of Chromium's family, or null.
 * @param {Machine} machine
 * @returns {string | null}
 */
export function findBrowser(machine) {
  const exists = machine.exists ?? existsSync;
  return browserPlaces(machine).find((path) => exists(path)) ?? null;
}

/**
 * Everywhere such a browser may be, best first. COLDAISLE_BROWSER goes before all.
 * @param {Machine} machine
 * @returns {string[]}
 */
export function browserPlaces({ platform, env }) {
  const wanted = env.COLDAISLE_BROWSER;
  const first = wanted ? [wanted] : [];
  if (platform === 'win32') return first.concat(windowsPlaces(env));
  if (platform === 'darwin') return first.concat(macPlaces(env));
  const folders = (env.PATH ?? '').split(platform === process.platform ? delimiter : ':').filter(Boolean);
  return first.concat(LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name))));
}

/** @param {Machine['env']} env */
function windowsPlaces(env) {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  const known = folders.filter((folder) => folder !== undefined);
  return WINDOWS_PROGRAMS.flatMap((parts) => known.map((folder) => win32.join(folder, ...parts)));
}

/** @param {Machine['env']} env */
function macPlaces(env) {
  const folders = ['/Applications', posix.join(env.HOME ?? '/', 'Applications')];
  return MAC_APPS.flatMap((app) =>
    folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

/**
 * @param {{url: string, profile: string, isRoot: boolean}} window
 * @returns {string[]}
 */
export function appWindowArguments({ url, profile, isRoot }) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1440,900',
    // A lab in a classroom without a network asks nobody for anything.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium ends when this pipe closes, so it cannot outlive us however we end.
    '--remote-debugging-pipe',
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * @param {Machine} machine
 * @returns {boolean}
 */
export function hasDisplay({ platform, env }) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
