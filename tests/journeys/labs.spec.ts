import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import { startHost } from './support/running-host.ts';

const place = (page: Page): Locator => page.getByRole('navigation', { name: 'Place' });
const labRow = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Labs' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Delete ${name}`, exact: true }) });

/** What cannot be pressed stays in reach of the keyboard and says why. */
async function expectRefused(page: Page, button: string, reason: string): Promise<void> {
  const refused = page.getByRole('button', { name: button, exact: true });
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await refused.focus();
  await expect(page.getByRole('tooltip')).toHaveText(reason);
}

const expectOpen = (page: Page, name: string): Promise<void> =>
  expectRefused(page, `Open ${name}`, 'It is open');

async function newLab(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New lab…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New lab' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create and open' }).click();
  await expect(dialog).toBeHidden();
  await expect(place(page)).toContainText(name);
}

/** Ends on the dialog that says where the file is. */
async function exportLab(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export / });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  return (await dialog.getByRole('code').textContent()) ?? '';
}

async function importLab(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a lab' });
  await dialog.getByLabel('Choose a file…').setInputFiles(file);
  await dialog.getByRole('button', { name: 'Import and open' }).click();
}

test('FR-180-034 a lab is made, saved under another name, and deleted once that is confirmed', async ({
  page,
}) => {
  await openScreen(page, 'Labs');
  await newLab(page, 'Night shift');
  await expectOpen(page, 'Night shift');
  await expect(labRow(page, 'Starter')).toBeVisible();

  await page.getByRole('button', { name: 'Save as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save under another name' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Night shift copy');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Day shift');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(labRow(page, 'Day shift')).toBeVisible();

  await test.step('the copy is open now; what is open cannot be deleted, and says why', async () => {
    await expectOpen(page, 'Day shift');
    await expectRefused(page, 'Delete Day shift', 'Open another lab first');
  });

  await test.step('another is opened, and this one deleted', async () => {
    await page.getByRole('button', { name: 'Open Starter' }).click();
    await expect(place(page)).toContainText('Starter');
    await page.getByRole('button', { name: 'Delete Night shift' }).click();
    const question = page.getByRole('dialog', { name: 'Delete Night shift?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await expect(labRow(page, 'Night shift')).toBeVisible();
    await page.getByRole('button', { name: 'Delete Night shift' }).click();
    await question.getByRole('button', { name: 'Delete the lab' }).click();
    await expect(labRow(page, 'Night shift')).toHaveCount(0);
    await expect(labRow(page, 'Day shift')).toBeVisible();
  });
});

test('FR-180-032 FR-180-033 a lab goes to another machine with its hash; a damaged file is refused with the reason', async ({
  page,
  host,
}) => {
  await openScreen(page, 'Labs');
  await newLab(page, 'Travelling lab');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: 'Pause the lab' }).click();
  await expect(page.getByRole('button', { name: 'Resume the lab' })).toBeVisible();
  const told = await ask(host, 'hash');
  const path = await exportLab(page);
  expect(path.startsWith(join(host.dataDirectory, 'exports'))).toBe(true);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const file = test.info().outputPath(basename(path));
  await download.saveAs(file);
  expect(readFileSync(file).equals(readFileSync(path))).toBe(true);

  const other = await startHost();
  try {
    await page.goto(other.address);
    await openScreen(page, 'Labs');

    await test.step('damaged: one byte is another', async () => {
      const bytes = readFileSync(file);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 0x55;
      const damaged = test.info().outputPath('damaged.coldaisle');
      writeFileSync(damaged, bytes);
      const before = await ask(other, 'labs');
      await importLab(page, damaged);
      await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/damaged|checksum/i);
      expect((await ask(other, 'labs')).items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
      await page.getByRole('button', { name: 'Cancel' }).click();
    });

    await test.step('whole: it opens with the same hash', async () => {
      await importLab(page, file);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(place(page)).toContainText('Travelling lab');
      await expectOpen(page, 'Travelling lab');
      expect(await ask(other, 'hash')).toEqual(told);
    });
  } finally {
    await other.stop();
  }
});

test('FR-180-030 going back on screen begins a branch, and the story that was left can be gone on with', async ({
  page,
  host,
}) => {
  await command(host, { type: 'clock.pause' });
  await command(host, { type: 'clock.step', ticks: 600 });
  await expect.poll(async () => (await ask(host, 'status')).clock.owed).toBe(0);
  const rack = await ask(host, 'entity', { id: 'A01' });
  await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: rack.id });
  await command(host, { type: 'clock.step', ticks: 300 });
  await expect.poll(async () => (await ask(host, 'status')).clock.owed).toBe(0);
  const head = await ask(host, 'hash');

  await page.keyboard.press('g');
  await page.keyboard.press('b');
  const branches = page.getByRole('list', { name: 'Branches' }).getByRole('listitem');
  await expect(branches).toHaveCount(1);
  const slider = page.getByRole('slider', { name: 'Moment to go back to' });
  await slider.fill('120');
  await expect(page.getByText(/after it stay on this branch/)).toBeVisible();
  await page.getByRole('button', { name: 'Go back here' }).click();

  await expect(branches).toHaveCount(2);
  await expect(branches.filter({ hasText: 'You are here' })).toContainText(/left \S+ at/);
  await expect(page.getByRole('button', { name: 'Run scenario' })).toBeVisible();
  expect((await ask(host, 'status')).clock.tick).toBeLessThan(head.tick);

  await page.getByRole('button', { name: /^Go on here/ }).click();
  await expect(branches.filter({ hasText: 'You are here' })).toContainText('from the beginning');
  await expect(page.getByRole('button', { name: '1 running' })).toBeVisible();
  expect(await ask(host, 'hash')).toEqual(head);
});
