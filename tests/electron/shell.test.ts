import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { shellChannels } from '../../sim/contract/shell.ts';
import { builtDirectory, isAlive } from './fake/drive.ts';
import type { DrivenShell } from './fake/drive.ts';
import { dataFolder, hostOf, openRoom, startShell } from './rooms.ts';

test('the window shows the gateway’s page, sandboxed, and the host is a utility process', async () => {
  const { shell, url } = await openRoom();
  const { windows, isSandboxEnabled, hosts } = await shell.call('journal');
  expect(new URL(url).hostname).toBe('127.0.0.1');
  expect(new URL(url).hash).toMatch(/^#token=.{16,}/);
  expect(windows).toHaveLength(1);
  expect(windows[0]?.urls).toEqual([url]);
  expect(windows[0]?.options).toMatchObject({
    title: 'Coldaisle',
    show: false,
    webPreferences: {
      preload: join(builtDirectory, 'preload/bridge.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    },
  });
  expect([isSandboxEnabled, hosts.length, hosts[0]?.serviceName]).toEqual([true, 1, 'Coldaisle host']);
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
});

test('a packaged shell has no developer tools', async () => {
  const { shell } = await openRoom({ env: { FAKE_PACKAGED: '1' } });
  const { windows, menu } = await shell.call('journal');
  expect(windows[0]?.options).toMatchObject({ webPreferences: { devTools: false } });
  expect(JSON.stringify(menu)).not.toContain('toggleDevTools');
});

test('there is no way out of the gateway’s origin', async () => {
  const { shell, url, own } = await openRoom();
  const elsewhere = [
    'https://evil.example/',
    'http://127.0.0.1:1/',
    `http://evil.example/${own.url}`,
    'file:///etc/passwd',
  ];
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    for (const place of elsewhere) expect(await shell.call('pageEvent', event, { url: place })).toBe(true);
    expect(await shell.call('pageEvent', event, { url })).toBe(false);
  }
  expect(await shell.call('pageEvent', 'will-attach-webview', { url })).toBe(true);
  for (const place of [...elsewhere, url, 'https://docs.openstack.org/nova/']) {
    expect(await shell.call('openWindow', place)).toEqual({ action: 'deny' });
  }
  expect((await shell.call('journal')).opened).toEqual(['https://docs.openstack.org/nova/']);
});

test('every permission is denied', async () => {
  const { shell } = await openRoom();
  expect(await shell.call('permissions')).toEqual([false, null, false, false]);
});

test('the bridge’s channels answer the control room’s own top frame and nobody else', async () => {
  const { shell, own } = await openRoom();
  const strangers = [
    null,
    { url: 'https://evil.example/', parent: null },
    { url: 'http://127.0.0.1:1/', parent: null },
    { ...own, parent: {} },
  ];
  for (const stranger of strangers) {
    await expect(shell.call('invoke', shellChannels.chooseOpenFile, stranger)).rejects.toThrow('not allowed');
    await expect(shell.call('invoke', shellChannels.chooseSaveFile, stranger, 'a')).rejects.toThrow(
      'not allowed',
    );
    await shell.call('send', shellChannels.setMenu, stranger, [
      { id: 'x', title: 'Evil', section: 'Evil', shortcut: null, enabled: true },
    ]);
  }
  const { dialogs, menu } = await shell.call('journal');
  expect([dialogs, JSON.stringify(menu).includes('Evil')]).toEqual([[], false]);
  expect(await shell.call('channels')).toHaveLength(Object.keys(shellChannels).length - 1);
});

test('files are chosen in the system’s dialogs', async () => {
  const { shell, own } = await openRoom();
  const opening = shell.call('invoke', shellChannels.chooseOpenFile, own);
  await shell.report('dialog');
  await shell.call('answerDialog', { canceled: false, filePaths: ['/labs/a.coldaisle'] });
  expect(await opening).toBe('/labs/a.coldaisle');
  const saving = shell.call('invoke', shellChannels.chooseSaveFile, own, '../Monday');
  await shell.report('dialog');
  await shell.call('answerDialog', { canceled: true, filePath: '' });
  expect(await saving).toBeNull();
  expect((await shell.call('journal')).dialogs.at(-1)?.options).toMatchObject({
    defaultPath: 'Monday.coldaisle',
  });
});

test('the control room’s actions are the native menu, and a click goes back as the action’s id', async () => {
  const { shell, own } = await openRoom();
  await shell.call('send', shellChannels.listening, own);
  await shell.call('send', shellChannels.setMenu, own, [
    { id: 'alarm.acknowledge', title: 'Acknowledge', section: 'Alarms', shortcut: 'a', enabled: true },
  ]);
  expect((await shell.call('journal')).menu).toContainEqual({
    label: 'Alarms',
    submenu: [
      expect.objectContaining({
        id: 'alarm.acknowledge',
        label: 'Acknowledge',
        enabled: true,
        registerAccelerator: false,
      }),
    ],
  });
  await shell.call('clickMenu', 'alarm.acknowledge');
  expect(await shell.report('to-page')).toMatchObject({
    channel: shellChannels.event,
    parameters: [{ kind: 'action', id: 'alarm.acknowledge' }],
  });
});

test('a second start brings the first to the front and hands it the lab it was given', async () => {
  const data = dataFolder();
  const lab = join(data, 'Monday.coldaisle');
  writeFileSync(lab, '');
  const { shell, own } = await openRoom({ data });
  await shell.call('send', shellChannels.listening, own);
  await shell.call('minimise');
  const second = startShell({ data, words: ['Monday.coldaisle'] });
  const { handedOver } = await second.report('second-start');
  expect([await second.exit, second.errors()]).toEqual([0, expect.stringContaining('already runs')]);
  await shell.call('appEvent', 'second-instance', [], data, handedOver);
  expect(await shell.report('to-page')).toMatchObject({ parameters: [{ kind: 'open-file', path: lab }] });
  const { windows, hosts, recentDocuments } = await shell.call('journal');
  expect([windows.length, hosts.length, recentDocuments]).toEqual([1, 1, [lab]]);
  expect(windows[0]?.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
});

test('a lab given at the start waits for the page to listen, also over a reload', async () => {
  const data = dataFolder();
  const lab = join(data, 'mine.lab.yaml');
  writeFileSync(lab, '');
  const { shell, own } = await openRoom({ data, words: [lab] });
  expect((await shell.call('journal')).sentToPage).toEqual([]);
  await shell.call('send', shellChannels.listening, own);
  expect(await shell.report('to-page')).toMatchObject({ parameters: [{ kind: 'open-file', path: lab }] });
  await shell.call('pageEvent', 'did-navigate', {});
  await shell.call('appEvent', 'open-file', '/labs/b.coldaisle');
  expect((await shell.call('journal')).sentToPage).toHaveLength(1);
  await shell.call('send', shellChannels.listening, own);
  expect(await shell.report('to-page')).toMatchObject({
    parameters: [{ kind: 'open-file', path: '/labs/b.coldaisle' }],
  });
});

test('a page whose process has gone is said, and shown again when the user wants it', async () => {
  const { shell, url } = await openRoom();
  await shell.call('pageEvent', 'render-process-gone', { reason: 'oom' });
  await shell.report('dialog');
  expect((await shell.call('journal')).dialogs[0]?.options).toMatchObject({
    buttons: ['Show it again', 'Quit'],
    detail: expect.stringContaining('oom'),
  });
  await shell.call('answerDialog', { response: 0 });
  await expect
    .poll(async () => (await shell.call('journal')).windows[0]?.urls)
    .toEqual([url, 'about:blank', url]);
  await shell.call('appEvent', 'activate', true);
  const { windows, hosts } = await shell.call('journal');
  expect([windows.length, windows[0]?.urls.length, hosts.length]).toEqual([1, 3, 1]);
});

test('a host that is killed is said, and started again when the user wants it', async () => {
  const { shell, url } = await openRoom();
  const first = await hostOf(shell);
  process.kill(first, 'SIGKILL');
  await shell.report('dialog');
  expect((await shell.call('journal')).dialogs[0]?.options).toMatchObject({
    type: 'error',
    buttons: ['Start it again', 'Quit'],
  });
  await shell.call('answerDialog', { response: 0 });
  const again = await shell.ready();
  await expect
    .poll(async () => (await shell.call('journal')).windows[0]?.urls)
    .toEqual([url, 'about:blank', again]);
  expect(new URL(again).port).toBe(new URL(url).port);
  expect(await hostOf(shell)).not.toBe(first);
});

test('a user who has had enough of a lost host is let go', async () => {
  const { shell } = await openRoom();
  process.kill(await hostOf(shell), 'SIGKILL');
  await shell.report('dialog');
  await shell.call('answerDialog', { response: 1 }).catch(() => undefined);
  expect(await shell.exit).toBe(0);
});

test('a host that cannot start says why in a dialog', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shell = startShell({ data: dataFolder(), words: ['--port', String(port)] });
  await shell.report('dialog');
  const { dialogs, windows } = await shell.call('journal');
  expect(dialogs[0]?.options).toMatchObject({
    message: 'The lab could not be started.',
    detail: expect.stringContaining(String(port)),
  });
  expect(windows).toEqual([]);
  taken.close();
  await once(taken, 'close');
  await shell.call('answerDialog', { response: 0 });
  expect(new URL(await shell.ready()).port).toBe(String(port));
});

test.each<[string, (shell: DrivenShell) => unknown]>([
  ['quit is chosen', (shell) => shell.call('quit').catch(() => undefined)],
  ['the last window is closed', (shell) => shell.call('closeWindow').catch(() => undefined)],
  ['SIGTERM comes', (shell) => shell.process.kill('SIGTERM')],
  ['its parent’s pipe closes', (shell) => shell.process.stdin?.end()],
])('when %s, the host is closed first and nothing is left', async (_when, end) => {
  const { shell } = await openRoom({ words: ['--watch-parent'] });
  const host = await hostOf(shell);
  end(shell);
  expect(await shell.exit).toBe(0);
  expect([isAlive(host), shell.errors()]).toEqual([false, '']);
});

test('a host outlives no shell that was killed', async () => {
  const { shell } = await openRoom();
  const host = await hostOf(shell);
  shell.process.kill('SIGKILL');
  await shell.exit;
  await expect.poll(() => isAlive(host), { timeout: 10_000 }).toBe(false);
});

test('a flag that cannot be right is refused in words', async () => {
  const shell = startShell({ data: dataFolder(), words: ['--port', 'many'] });
  expect([await shell.exit, shell.errors()]).toEqual([2, '--port needs a number from 0 to 65535\n']);
});
