import { expect, test } from 'vitest';
import { appWindowArguments, browserPlaces, findBrowser, hasDisplay } from '../../scripts/start/browsers.mjs';

const machine = (platform: string, env: Record<string, string>, ...present: string[]) => ({
  platform,
  env,
  exists: (path: string) => present.includes(path),
});

test('on Linux every folder of PATH is searched, Chromium before its cousins', () => {
  const env = { PATH: '/usr/bin:/snap/bin' };
  expect(findBrowser(machine('linux', env, '/usr/bin/google-chrome', '/snap/bin/chromium'))).toBe(
    '/snap/bin/chromium',
  );
  expect(findBrowser(machine('linux', env, '/usr/bin/brave-browser'))).toBe('/usr/bin/brave-browser');
  expect(findBrowser(machine('linux', env))).toBeNull();
});

test('on macOS the applications of the machine and of the user are searched', () => {
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  const chrome = '/Users/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine('darwin', { HOME: '/Users/ann' }, edge))).toBe(edge);
  expect(findBrowser(machine('darwin', { HOME: '/Users/ann' }, edge, chrome))).toBe(chrome);
});

test('on Windows the program folders are searched; a missing one is passed over', () => {
  const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
  expect(
    findBrowser(machine('win32', { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` }, edge)),
  ).toBe(edge);
  expect(findBrowser(machine('win32', {}, edge))).toBeNull();
});

test('COLDAISLE_BROWSER goes before all', () => {
  expect(
    browserPlaces({ platform: 'linux', env: { PATH: '/bin', COLDAISLE_BROWSER: '/my/browser' } })[0],
  ).toBe('/my/browser');
});

test('the app window has a profile of its own, and no sandbox only as root', () => {
  const window = { url: 'http://127.0.0.1:1/#token=t', profile: '/d/browser' };
  const words = appWindowArguments({ ...window, isRoot: false });
  expect(words).toContain('--app=http://127.0.0.1:1/#token=t');
  expect(words).toContain('--user-data-dir=/d/browser');
  expect(words).not.toContain('--no-sandbox');
  expect(appWindowArguments({ ...window, isRoot: true })).toContain('--no-sandbox');
});

test('Linux has a display where X11 or Wayland says so; Windows and macOS always have one', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true);
});
