import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ShellBridge, ShellEvent } from '../../sim/contract/shell.ts';
import { driveShell, type DrivenShell, temporaryFolder } from './fake/drive.ts';
import { openBrowser, openShellPage, type ShellPage } from './fake/page.ts';

type PageWindow = { readonly coldaisle: ShellBridge; events: ShellEvent[]; dispose: () => void };
type ControlRoom = ShellPage & { readonly shell: DrivenShell; readonly data: string };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

async function openControlRoom(): Promise<ControlRoom> {
  const folder = temporaryFolder();
  const shell = driveShell({ data: folder.path });
  onTestFinished(async () => {
    await shell.call('quit').catch(() => undefined);
    await shell.exit;
    folder.remove();
  });
  const room = await openShellPage(browser, shell, await shell.ready());
  onTestFinished(() => room.page.close());
  await room.page.getByText('SIMULATED').first().waitFor();
  return { ...room, shell, data: folder.path };
}

const menuText = async (shell: DrivenShell): Promise<string> =>
  JSON.stringify((await shell.call('journal')).menu);

/** A lab that somebody wrote, in a place that no page may name. */
function outsideLab(data: string, name: string): string {
  const file = join(data, name);
  copyFileSync(join(import.meta.dirname, '../../resources/labs/starter.lab.yaml'), file);
  return file;
}

const importDialog = (page: Page) => page.getByRole('dialog', { name: 'Import a lab' });

test('the control room comes up in the shell, without a complaint of the browser', async () => {
  const { page, complaints } = await openControlRoom();
  await page.getByRole('navigation').first().waitFor();
  expect(await page.title()).toContain('Coldaisle');
  expect(page.url()).not.toContain('token');
  expect(complaints).toEqual([]);
});

test('the bridge has five members and brings no Electron and no Node along', async () => {
  const { page } = await openControlRoom();
  const seen = await page.evaluate(() => {
    const { coldaisle, ...others } = globalThis as unknown as PageWindow & Record<string, unknown>;
    const power = ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter((name) => name in others);
    return { members: Object.keys(coldaisle).toSorted(), platform: coldaisle.platform, power };
  });
  expect(seen).toEqual({
    members: ['chooseOpenFile', 'chooseSaveFile', 'onShell', 'platform', 'setMenu'],
    platform: process.platform,
    power: [],
  });
});

test('the native menu is the control room’s own table, and a click there is done here', async () => {
  const { page, shell } = await openControlRoom();
  await expect.poll(() => menuText(shell)).toContain('Go to Floor (G F)');
  await shell.call('clickMenu', 'go.floor');
  await page.waitForURL('**/floor');
  await shell.call('clickMenu', 'lab.import');
  await importDialog(page).waitFor();
});

test('a listener that is disposed of hears nothing more', async () => {
  const { page, shell } = await openControlRoom();
  await page.evaluate(() => {
    const own = globalThis as unknown as PageWindow;
    own.events = [];
    own.dispose = own.coldaisle.onShell((event) => own.events.push(event));
  });
  const events = (): Promise<ShellEvent[]> =>
    page.evaluate(() => (globalThis as unknown as PageWindow).events);
  await shell.call('clickMenu', 'go.alarms');
  await expect.poll(events).toEqual([{ kind: 'action', id: 'go.alarms' }]);
  await page.evaluate(() => (globalThis as unknown as PageWindow).dispose());
  await shell.call('clickMenu', 'go.floor');
  await page.waitForURL('**/floor');
  expect(await events()).toHaveLength(1);
});

test('a lab from outside is taken from the page only after the user chose it in the system’s dialog', async () => {
  const { page, shell, data } = await openControlRoom();
  const file = outsideLab(data, 'monday.lab.yaml');
  await shell.call('clickMenu', 'lab.import');
  const panel = importDialog(page);
  const submit = panel.getByRole('button', { name: 'Import and open' });

  await panel.getByLabel('File').fill(file);
  await submit.click();
  await panel.getByText('A page may only name files', { exact: false }).waitFor();

  await panel.getByRole('button', { name: 'Choose a file' }).click();
  await shell.report('dialog');
  await shell.call('answerDialog', { canceled: false, filePaths: [file] });
  await expect.poll(() => panel.getByLabel('File').inputValue()).toBe(file);
  await submit.click();
  await panel.waitFor({ state: 'hidden' });
});

test('a lab opened from the file manager is offered for import, and may be', async () => {
  const { page, shell, data } = await openControlRoom();
  const file = outsideLab(data, 'tuesday.lab.yaml');
  await shell.call('appEvent', 'open-file', file);
  const panel = importDialog(page);
  expect(await panel.getByLabel('File').inputValue()).toBe(file);
  await panel.getByRole('button', { name: 'Import and open' }).click();
  await panel.waitFor({ state: 'hidden' });
});

test('a file that is no lab is refused in words, and the lab goes on', async () => {
  const { page, shell, data, complaints } = await openControlRoom();
  const file = join(data, 'holiday.coldaisle');
  writeFileSync(file, 'no lab at all');
  await shell.call('appEvent', 'open-file', file);
  const panel = importDialog(page);
  await panel.getByRole('button', { name: 'Import and open' }).click();
  await panel.getByRole('alert').first().waitFor();
  expect(complaints).toEqual([]);
});
