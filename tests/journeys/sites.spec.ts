import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openScreen, screenLink } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';

test.use({ order: { lab: join(import.meta.dirname, '../../resources/labs/two-sites.lab.yaml') } });

const switcher = (page: Page): Locator => page.getByRole('button', { name: /^Site in sight/ });
const totalPower = (page: Page): Locator => page.getByRole('group', { name: 'Total power' });

async function lookAt(page: Page, site: string): Promise<void> {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: site }).click();
  await expect(switcher(page)).toHaveAccessibleName(`Site in sight: ${site}`);
}

const rooms = (page: Page): Locator => page.getByRole('list', { name: 'Rooms' }).getByRole('listitem');

test('FR-120-441 FR-120-442 FR-120-443 a site is chosen once for all screens, stands in the link, and going back gives the one before', async ({
  page,
}) => {
  await expect(rooms(page)).toHaveCount(2);
  await lookAt(page, 'singapore');
  await expect(rooms(page)).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]site=site-2/);
  const link = page.url();

  await openScreen(page, 'Alarms');
  await expect(page).toHaveURL(/\/alarms\?.*site=site-2/);
  await openScreen(page, 'Sites');
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: singapore');
  await openScreen(page, 'Overview');
  await expect(rooms(page)).toHaveCount(1);

  await lookAt(page, 'hamburg');
  await expect(page).toHaveURL(/site=site-1/);
  await page.goBack();
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: singapore');
  await page.goForward();
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: hamburg');

  await page.goto(link);
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: singapore');
  await expect(rooms(page)).toHaveCount(1);
  // Without a site in the link, what was chosen last in this lab is in sight.
  await lookAt(page, 'hamburg');
  await page.goto(new URL('/', link).href);
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: hamburg');
});

test('FR-120-444 alarms of another site are out of sight, and the count beside the screen’s name is of the whole lab', async ({
  page,
  host,
}) => {
  const rack = await ask(host, 'entity', { id: 'D02' });
  await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: rack.id, severity: 'total' });
  await command(host, { type: 'clock.speed', speed: 300 });
  await expect(screenLink(page, 'Alarms')).toContainText('active', { timeout: 30_000 });
  await openScreen(page, 'Alarms');
  const alarms = page.getByRole('grid', { name: 'Active alarms' });
  await expect(alarms).toContainText('D02');
  await lookAt(page, 'hamburg');
  await expect(alarms).not.toContainText('D02');
  await expect(screenLink(page, 'Alarms')).toContainText('active');
});

test('FR-120-425 FR-120-445 FR-120-446 sites stand side by side and on the map, and the score says how it is counted', async ({
  page,
}) => {
  await openScreen(page, 'Sites');
  const table = page.getByRole('grid', { name: 'Sites side by side' });
  await expect(table.getByRole('row').filter({ hasText: 'hamburg' })).toContainText('N+1');
  await expect(table.getByRole('row').filter({ hasText: 'singapore' })).toContainText(/kW.*°C/);
  const map = page.getByRole('list', { name: 'World map with 2 sites' });
  await map.getByRole('button', { name: /singapore/ }).click();
  await expect(switcher(page)).toHaveAccessibleName('Site in sight: singapore');

  await openScreen(page, 'Overview');
  await page.getByRole('button', { name: /^Health score/ }).click();
  const dialog = page.getByRole('dialog', { name: 'How the health score is counted' });
  await expect(dialog.getByRole('row')).toHaveCount(5);
  await expect(dialog).toContainText(/\d+\.\d \+ .* = \d+ of 100/);
});

test('FR-120-447 a site is added, given its place, renamed and removed again', async ({ page, host }) => {
  await openScreen(page, 'Sites');
  await page.getByRole('button', { name: 'Add a site…' }).click();
  const add = page.getByRole('dialog', { name: 'Add a site' });
  await add.getByRole('textbox', { name: 'Name' }).fill('oslo');
  await add.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(add).toBeHidden();

  await page.getByRole('button', { name: 'Set the place of oslo' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit oslo' });
  await edit.getByRole('textbox', { name: 'Latitude' }).fill('59,91');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toContainText('Latitude and longitude go together');
  await edit.getByRole('textbox', { name: 'Longitude' }).fill('10.75');
  await edit.getByRole('textbox', { name: 'Name' }).fill('oslo west');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('list', { name: 'World map with 3 sites' })).toContainText('oslo west');
  expect(await ask(host, 'entity', { id: 'oslo west' })).toMatchObject({
    kind: 'site',
    spec: { latitude: 59.91, longitude: 10.75 },
  });

  await page.getByRole('button', { name: 'More for oslo west' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove oslo west?' });
  await removal.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('list', { name: 'World map with 2 sites' })).toBeAttached();
});

test('FR-120-432 nothing on the overview moves when live data arrive', async ({ page, host }) => {
  await expect(totalPower(page)).toContainText('kW');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seenShifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) seen.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await command(host, { type: 'clock.speed', speed: 1000 });
  const clock = page.getByRole('timer', { name: 'Lab time' });
  await expect(clock).toContainText('09:', { timeout: 30_000 });
  const shifts = await page.evaluate(() => Reflect.get(window, 'seenShifts') as number[]);
  // Chromium's own bound for a page that feels still is 0.1.
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.1);
});

test('FR-120-430 what was changed while one was away is told on coming back', async ({ page, host }) => {
  await expect(totalPower(page)).toContainText('kW');
  await openScreen(page, 'Sites');
  const site = await ask(host, 'entity', { id: 'hamburg' });
  await command(host, { type: 'inventory.change', id: site.id, spec: { location: 'Altona' } });
  await openScreen(page, 'Overview');
  const since = page.getByRole('region', { name: 'Since you last looked' });
  await expect(since).toContainText('1 edit by');
  const feed = page.getByRole('list', { name: 'Recent events' });
  await expect(feed.getByRole('listitem').filter({ hasText: 'hamburg' })).toHaveCount(1);
  await since.getByRole('button', { name: 'Seen' }).click();
  await expect(since).toContainText('Nothing has changed');
});
