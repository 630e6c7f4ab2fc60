import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shellChannels } from '../../sim/contract/shell.ts';
import { dataFolder, openRoom } from './rooms.ts';

test('the window comes back where it was, on the same origin', async () => {
  const data = dataFolder();
  const first = await openRoom({ data });
  const bounds = { x: 111, y: 77, width: 1234, height: 777 };
  await first.shell.call('moveWindow', bounds);
  await first.shell.call('quit').catch(() => undefined);
  await first.shell.exit;
  const file = join(data, 'shell', 'window.json');
  expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    bounds,
    maximised: false,
  });
  const second = await openRoom({ data });
  expect((await second.shell.call('journal')).windows[0]?.options).toMatchObject(bounds);
  expect(new URL(second.url).origin).toBe(new URL(first.url).origin);
});

test('FR-120-461 FR-120-462 a further window is walled like the first, is let in by its own token, keeps its place by its screen, and gets the menu’s choice while it is in front', async () => {
  const { shell, url, own } = await openRoom();
  const asked = new URL('/wall?every=20#token=stolen', url).href;
  expect(await shell.call('openWindow', asked)).toEqual({ action: 'deny' });
  const opened = new URL('/wall?every=20', url).href + new URL(url).hash;
  await expect.poll(async () => (await shell.call('journal')).windows[1]?.calls).toContain('show');
  const [first, second] = (await shell.call('journal')).windows;
  expect(second?.urls).toEqual([opened]);
  expect(second?.options['webPreferences']).toEqual(first?.options['webPreferences']);

  await shell.call('send', shellChannels.listening, own);
  await shell.call('send', shellChannels.setMenu, own, [
    { id: 'window.wall', title: 'Show the wall', section: 'Window', shortcut: null, enabled: true },
  ]);
  await shell.call('clickMenu', 'window.wall');
  await shell.call('focusWindow', 0);
  await shell.call('clickMenu', 'window.wall');
  const { sentToPage } = await shell.call('journal');
  expect(sentToPage.map(({ window }) => window)).toEqual([1, 0]);

  const place = { x: 200, y: 120, width: 1000, height: 640 };
  await shell.call('placeWindow', 1, place);
  await shell.call('closeWindowAt', 1);
  await shell.call('openWindow', asked);
  await expect.poll(async () => (await shell.call('journal')).windows.length).toBe(3);
  expect((await shell.call('journal')).windows[2]?.options).toMatchObject(place);
});

test('FR-120-571 a report is printed by the window’s own engine, on a page that has no script and is gone afterwards', async () => {
  const { shell, url } = await openRoom();
  const { origin, hash } = new URL(url);
  const headers = { authorization: `Bearer ${hash.slice('#token='.length)}` };
  await new Promise((done) => setTimeout(done, 1500));
  const answer = await fetch(`${origin}/api/v1/report.pdf?kind=energy`, { headers });
  const paper = await answer.text();
  expect([answer.status, paper.slice(0, 9)]).toEqual([200, '%PDF-fake']);
  expect(paper).toContain('<!doctype html>');
  const { windows, printed } = await shell.call('journal');
  expect(printed).toEqual([{ window: 1, options: { printBackground: true, preferCSSPageSize: true } }]);
  expect(windows[1]).toMatchObject({
    options: { show: false, webPreferences: { sandbox: true, nodeIntegration: false, javascript: false } },
    calls: ['destroy'],
  });
  expect(existsSync(new URL(windows[1]?.urls[0] ?? ''))).toBe(false);
});
