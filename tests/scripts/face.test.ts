import { expect, test } from 'vitest';
import { findElectron, hasFailedLately } from '../../scripts/start/electron-binary.mjs';
import { chooseFace } from '../../scripts/start/face.mjs';

const desk = {
  platform: 'linux',
  env: { PATH: '/bin', DISPLAY: ':0' },
  exists: (path: string) => path === '/bin/chromium',
};
const bare = { platform: 'linux', env: { PATH: '/bin', DISPLAY: ':0' }, exists: () => false };
const server = { platform: 'linux', env: { PATH: '/bin' }, exists: () => true };

const present = async () => ({ found: '/electron' });
const absent = async () => ({ why: 'Electron 45 could not be downloaded' });
const untouched = async (): Promise<never> => {
  throw new Error('Electron was looked for');
};

test('Electron is taken where it can be had', async () => {
  expect(await chooseFace('auto', desk, present)).toMatchObject({
    face: { kind: 'electron', path: '/electron' },
  });
});

test('without Electron a browser opens, and one line says why', async () => {
  expect(await chooseFace('auto', desk, absent)).toEqual({
    ok: true,
    face: { kind: 'browser', path: '/bin/chromium' },
    note: 'Electron 45 could not be downloaded: using /bin/chromium.',
  });
});

test('without Electron and browser the address is all there is', async () => {
  expect(await chooseFace('auto', bare, absent)).toEqual({
    ok: true,
    face: { kind: 'none' },
    note: 'Electron 45 could not be downloaded; no browser of the Chromium family was found: open the address yourself.',
  });
});

test('--web and --headless never look for Electron', async () => {
  expect(await chooseFace('web', desk, untouched)).toMatchObject({ face: { kind: 'browser' }, note: null });
  expect(await chooseFace('headless', desk, untouched)).toMatchObject({ face: { kind: 'none' }, note: null });
});

test('without a display nothing is downloaded for one', async () => {
  expect(await chooseFace('auto', server, untouched)).toMatchObject({ ok: true, face: { kind: 'none' } });
  expect(await chooseFace('electron', server, untouched)).toMatchObject({ ok: false });
});

test('--electron insists, and fails where it cannot be had', async () => {
  const asked: string[] = [];
  const ask = async (patience: string) => {
    asked.push(patience);
    return absent();
  };
  expect(await chooseFace('electron', desk, ask)).toEqual({
    ok: false,
    message: 'Electron 45 could not be downloaded.',
  });
  await chooseFace('auto', desk, ask);
  expect(asked).toEqual(['insist', 'remember']);
});

test('an Electron that was carried here goes before the downloaded one', () => {
  const exists = () => true;
  const carried = { platform: 'linux', env: { ELECTRON_OVERRIDE_DIST_PATH: '/usb' }, exists };
  expect(findElectron('/p', carried)).toBe('/usb/electron');
  expect(findElectron('/p', { platform: 'linux', env: {}, exists })).toBe(
    '/p/node_modules/electron/dist/electron',
  );
  expect(findElectron('/p', { platform: 'linux', env: {}, exists: () => false })).toBeNull();
});

test('a failed download is remembered for a day, for that version only', () => {
  const day = 86_400_000;
  const memory = JSON.stringify({ version: '45.4.1', at: 1000 });
  expect(hasFailedLately(memory, { version: '45.4.1', now: 1000 + day - 1 })).toBe(true);
  expect(hasFailedLately(memory, { version: '45.4.1', now: 1000 + day })).toBe(false);
  expect(hasFailedLately(memory, { version: '46.0.0', now: 2000 })).toBe(false);
  expect(hasFailedLately('', { version: '45.4.1', now: 2000 })).toBe(false);
  expect(hasFailedLately('{', { version: '45.4.1', now: 2000 })).toBe(false);
});
