import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOT } from '../paths.mjs';
import { hostArguments } from './arguments.mjs';
import { appWindowArguments } from './browsers.mjs';
import { dataDirectory } from './data-directory.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { chooseFace } from './face.mjs';
import { watchNpm } from './parents.mjs';
import { startBrowser, startHost } from './processes.mjs';
import { say } from './run.mjs';

/**
 * One lab from start to end.
 * @param {import('./arguments.mjs').StartOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runSession(options) {
  const machine = { platform: process.platform, env: process.env };
  const chosen = await chooseFace(options.face, machine, (patience) => obtainElectron(ROOT, patience));
  if (!chosen.ok) {
    say(chosen.message);
    return 1;
  }
  if (chosen.note !== null) say(chosen.note);
  return chosen.face.kind === 'electron'
    ? inElectron(chosen.face.path, options)
    : underNode(chosen.face, options);
}

/**
 * @param {string} electron
 * @param {import('./arguments.mjs').StartOptions} options
 */
async function inElectron(electron, options) {
  const words = isRoot() ? ['--no-sandbox', ROOT] : [ROOT];
  const host = startHost(
    electron,
    words.concat(hostArguments(options, { data: dataOf(options), from: whereTyped() })),
  );
  return lifeOf([host.part], host.ready, () => null);
}

/**
 * @param {{kind: 'none'} | {kind: 'browser', path: string}} face
 * @param {import('./arguments.mjs').StartOptions} options
 */
async function underNode(face, options) {
  const data = dataOf(options);
  const words = [join(ROOT, 'out/main/headless.js'), '--ui', join(ROOT, 'out/renderer')];
  const host = startHost(
    process.execPath,
    words.concat(
      hostArguments(options, { data, from: whereTyped() }),
      // A host without a face may serve others: its computer is not for their shells.
      options.face === 'headless' ? [] : ['--local-shell'],
    ),
  );
  return lifeOf([host.part], host.ready, (url) => {
    if (face.kind === 'none') return null;
    const profile = join(data, 'browser');
    return startBrowser(face.path, appWindowArguments({ url, profile, isRoot: isRoot() }));
  });
}

/**
 * Announces the address, opens the window, and ends everything with whichever part ends first.
 * @param {import('./processes.mjs').Part[]} parts
 * @param {Promise<string>} ready
 * @param {(url: string) => import('./processes.mjs').Part | null} openWindow
 * @returns {Promise<number>}
 */
async function lifeOf(parts, ready, openWindow) {
  const asked = askedToEnd();
  try {
    const url = await Promise.race([ready, asked.then(() => null)]);
    if (url === null) return 0;
    process.stdout.write(`ready ${url}\n`);
    const window = openWindow(url);
    const ends = [asked, ...parts.map((part) => part.ended)];
    if (window !== null) {
      ends.push(closedByUser(window));
      parts.unshift(window);
    }
    return await Promise.race(ends);
  } finally {
    await Promise.all(parts.map((part) => part.end()));
  }
}

/**
 * A browser that fails at once was not closed by anybody: the lab goes on without a window.
 * @param {import('./processes.mjs').Part} window
 * @returns {Promise<number>}
 */
async function closedByUser(window) {
  const opened = performance.now();
  const code = await window.ended;
  if (code === 0 || performance.now() - opened > 5_000) return 0;
  say(`The browser ended with ${code}: open the address yourself. Ctrl-C ends the lab.`);
  return new Promise(() => {});
}

/**
 * Resolves with the exit code once somebody wants us gone: Ctrl-C, SIGTERM, or npm, our parent, has died.
 * @returns {Promise<number>}
 */
function askedToEnd() {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
    process.once('SIGHUP', () => resolve(0));
    watchNpm(() => resolve(0));
  });
}

/** @param {import('./arguments.mjs').StartOptions} options */
const dataOf = (options) =>
  dataDirectory(options.data === null ? null : resolve(whereTyped(), options.data), {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  });

/** npm changes into the project; a path means the folder in which it was typed. */
const whereTyped = () => process.env.INIT_CWD ?? process.cwd();

const isRoot = () => process.getuid?.() === 0;
