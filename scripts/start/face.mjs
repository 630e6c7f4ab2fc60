import { findBrowser, hasDisplay } from './browsers.mjs';

/**
 * @typedef {import('./browsers.mjs').Machine} Machine
 * @typedef {{kind: 'electron', path: string} | {kind: 'browser', path: string} | {kind: 'none'}} Face
 * @typedef {{found: string} | {why: string}} Found
 */

/**
 * What the control room opens in, and in one line why it is not what one would expect.
 * @param {import('./arguments.mjs').StartOptions['face']} wanted
 * @param {Machine} machine
 * @param {(patience: 'remember' | 'insist') => Promise<Found>} obtainElectron
 * @returns {Promise<{ok: true, face: Face, note: string | null} | {ok: false, message: string}>}
 */
export async function chooseFace(wanted, machine, obtainElectron) {
  if (wanted === 'headless') return { ok: true, face: { kind: 'none' }, note: null };
  if (!hasDisplay(machine)) return withoutDisplay(wanted);
  if (wanted === 'web') return browserFace(machine, null);
  const electron = await obtainElectron(wanted === 'electron' ? 'insist' : 'remember');
  if ('found' in electron) return { ok: true, face: { kind: 'electron', path: electron.found }, note: null };
  if (wanted === 'electron') return { ok: false, message: `${electron.why}.` };
  return browserFace(machine, electron.why);
}

/**
 * @param {'auto' | 'web' | 'electron'} wanted
 * @returns {{ok: true, face: Face, note: string} | {ok: false, message: string}}
 */
function withoutDisplay(wanted) {
  if (wanted === 'electron')
    return { ok: false, message: 'Electron needs a display, and there is none here.' };
  return {
    ok: true,
    face: { kind: 'none' },
    note: 'There is no display here: open the address in a browser.',
  };
}

/**
 * @param {Machine} machine
 * @param {string | null} why no Electron
 * @returns {{ok: true, face: Face, note: string | null}}
 */
function browserFace(machine, why) {
  const path = findBrowser(machine);
  if (path !== null) {
    return {
      ok: true,
      face: { kind: 'browser', path },
      note: why === null ? null : `${why}: using ${path}.`,
    };
  }
  const reasons = [why, 'no browser of the Chromium family was found'].filter((reason) => reason !== null);
  return { ok: true, face: { kind: 'none' }, note: `${reasons.join('; ')}: open the address yourself.` };
}
