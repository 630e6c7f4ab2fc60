import { EventEmitter } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { fenceIn, limitPermissions, webPreferences } from './security.ts';

const root = join(import.meta.dirname, '../..');

test('the page has a sandbox, an isolated context and no Node', () => {
  expect(webPreferences('/preload.cjs', false)).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('the switches that would weaken Chromium are mentioned nowhere in the shell', () => {
  const files = globSync('{src-main/electron,src-preload}/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] });
  expect(files.length).toBeGreaterThan(20);
  const forbidden =
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webSecurity:|commandLine\.append|no-sandbox|@electron\/remote|certificate-error|file:\/\//;
  expect(files.filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('FR-120-465 every permission but copying, notices and a lit full screen on the own page is denied, asked for or checked', () => {
  const given = new Map<string, (...parameters: unknown[]) => unknown>();
  const take = (name: string) => (handler: (...parameters: unknown[]) => unknown) => given.set(name, handler);
  const names = [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
  ];
  const session = Object.fromEntries(names.map((name) => [name, take(name)])) as unknown as Session;
  limitPermissions(session, () => 'http://127.0.0.1:7000');
  const answers: unknown[] = [];
  const note = (answer: unknown) => answers.push(answer);
  const ask = (permission: string, requestingUrl: string) =>
    given.get('setPermissionRequestHandler')?.(null, permission, note, { requestingUrl });
  ask('media', 'http://127.0.0.1:7000/');
  ask('clipboard-sanitized-write', 'http://127.0.0.1:7000/floor');
  ask('clipboard-sanitized-write', 'http://example.org/');
  ask('notifications', 'http://127.0.0.1:7000/');
  ask('notifications', 'http://example.org/');
  ask('screen-wake-lock', 'http://127.0.0.1:7000/wall');
  ask('fullscreen', 'http://example.org/');
  given.get('setDisplayMediaRequestHandler')?.(null, note);
  answers.push(
    given.get('setPermissionCheckHandler')?.(null, 'geolocation', 'http://127.0.0.1:7000'),
    given.get('setPermissionCheckHandler')?.(null, 'clipboard-sanitized-write', 'http://127.0.0.1:7000'),
    given.get('setDevicePermissionHandler')?.({}),
  );
  expect(answers).toEqual([false, true, false, true, false, true, false, null, false, true, false]);
});

function fenced() {
  const emitter = new EventEmitter();
  const opened: string[] = [];
  const own: string[] = [];
  const warnings: string[] = [];
  let openWindow: (details: { url: string }) => unknown = () => undefined;
  const contents = Object.assign(emitter, {
    setWindowOpenHandler: (handler: typeof openWindow) => (openWindow = handler),
  });
  fenceIn(contents as unknown as WebContents, {
    origin: () => 'http://127.0.0.1:4317',
    openExternal: (url) => opened.push(url),
    openOwn: (url) => own.push(url),
    warn: (message) => warnings.push(message),
  });
  const isStopped = (event: string, url: string): boolean => {
    let stopped = false;
    emitter.emit(event, { url, preventDefault: () => (stopped = true) });
    return stopped;
  };
  return { isStopped, opened, own, warnings, openWindow: (url: string) => openWindow({ url }) };
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s stays within the gateway',
  (event) => {
    const { isStopped } = fenced();
    expect(isStopped(event, 'http://127.0.0.1:4317/alarms')).toBe(false);
    expect(isStopped(event, 'https://evil.example/')).toBe(true);
    expect(isStopped(event, 'http://127.0.0.1:4318/')).toBe(true);
  },
);

test('a webview is never attached', () => {
  expect(fenced().isStopped('will-attach-webview', 'http://127.0.0.1:4317/')).toBe(true);
});

test('FR-120-461 no page opens a window; the shell opens its own page, a listed link goes to the browser, any other nowhere', () => {
  const { openWindow, opened, own } = fenced();
  expect(openWindow('https://docs.openstack.org/nova/latest/')).toEqual({ action: 'deny' });
  expect(openWindow('https://evil.example/')).toEqual({ action: 'deny' });
  expect(openWindow('http://127.0.0.1:4317/')).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://docs.openstack.org/nova/latest/']);
  expect(own).toEqual(['http://127.0.0.1:4317/']);
});

test('a denial is logged without what might be secret in the address', () => {
  const { isStopped, warnings } = fenced();
  isStopped('will-navigate', 'https://evil.example/?token=abc#token=abc');
  expect(warnings).toEqual(['Navigation denied: https://evil.example']);
});
