import type { Locator, Page } from '@playwright/test';
import { openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import type { RunningHost } from './support/running-host.ts';
import { ask } from './support/lab-api.ts';

const elevation = (page: Page, rack: string): Locator =>
  page.getByRole('grid', { name: `Elevation of rack ${rack}` });
/** A device as it is seen from the front, by its name. */
const unit = (page: Page, rack: string, device: string): Locator =>
  elevation(page, rack)
    .getByRole('gridcell', { name: new RegExp(`, ${device},`) })
    .first();
const emptyUnit = (page: Page, rack: string, number: number): Locator =>
  elevation(page, rack)
    .getByRole('gridcell', { name: `U${number}, empty`, exact: true })
    .first();

async function openRacks(page: Page, host: RunningHost, racks: readonly string[]): Promise<void> {
  const ids = await Promise.all(racks.map(async (name) => (await ask(host, 'entity', { id: name })).id));
  await page.goto(`${host.url}/rack?racks=${ids.join(',')}${new URL(host.address).hash}`);
  for (const rack of racks) await expect(unit(page, rack, `srv-${rack.toLowerCase()}-12`)).toBeVisible();
}

const placeOf = async (host: RunningHost, device: string) => {
  const found = await ask(host, 'entity', { id: device });
  const rack = await ask(host, 'entity', { id: found.parent ?? '' });
  return [rack.name, found.kind === 'device' ? found.spec.slot.position : null];
};

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('Nothing to drag, or nowhere to drag it to');
  await page.mouse.move(start.x + 30, start.y + 6);
  await page.mouse.down();
  await page.mouse.move(start.x + 36, start.y + 12);
  await page.mouse.move(end.x + 30, end.y + 6, { steps: 6 });
}

test('FR-120-329 a device is dragged to a free slot, and undo puts it back', async ({ page, host }) => {
  await openRacks(page, host, ['A01']);
  await drag(page, unit(page, 'A01', 'srv-a01-12'), emptyUnit(page, 'A01', 32));
  await expect(page.getByRole('status').filter({ hasText: 'srv-a01-12 → A01 U31–U32' })).toContainText(
    'may go here',
  );
  await page.mouse.up();
  await expect(page.getByText('srv-a01-12 moved to A01 U31–U32', { exact: true })).toBeVisible();
  await expect(unit(page, 'A01', 'srv-a01-12')).toHaveAccessibleName(/^U31–U32, /);
  expect(await placeOf(host, 'srv-a01-12')).toEqual(['A01', 31]);
  await page.keyboard.press('Control+z');
  await expect(unit(page, 'A01', 'srv-a01-12')).toHaveAccessibleName(/^U23–U24, /);
});

test('FR-120-327 FR-120-329 a drop that would not fit says why before and after, and changes nothing', async ({
  page,
  host,
}) => {
  await openRacks(page, host, ['A01']);
  await drag(page, unit(page, 'A01', 'srv-a01-12'), unit(page, 'A01', 'srv-a01-10'));
  const said = page.getByRole('status').filter({ hasText: 'srv-a01-12 → A01' });
  await expect(said).toContainText('may not go here');
  await expect(said).toContainText('Taken by srv-a01-10');
  await page.mouse.up();
  await expect(page.getByText('srv-a01-12 stays where it is', { exact: true })).toBeVisible();
  expect(await placeOf(host, 'srv-a01-12')).toEqual(['A01', 23]);
});

test('FR-120-328 FR-120-329 with the keyboard a device is held over another rack, left with Escape, and dropped in its own', async ({
  page,
  host,
}) => {
  await openRacks(page, host, ['A01', 'A02']);
  const device = unit(page, 'A01', 'srv-a01-12');
  await device.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  const said = page.getByRole('status').filter({ hasText: 'srv-a01-12 → A02' });
  await expect(said).toContainText('may not go here');
  await page.keyboard.press('Escape');
  await expect(said).toBeHidden();
  expect(await placeOf(host, 'srv-a01-12')).toEqual(['A01', 23]);

  await page.keyboard.press('Enter');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByText('srv-a01-12 moved to A01 U26–U27', { exact: true })).toBeVisible();
  const moved = unit(page, 'A01', 'srv-a01-12');
  await expect(moved).toHaveAccessibleName(/^U26–U27, /);
  await expect(moved).toBeFocused();
});

test('FR-120-330 FR-120-335 FR-120-336 a device is added at an empty unit, changed, copied and removed', async ({
  page,
  host,
}) => {
  await openRacks(page, host, ['A01']);
  await emptyUnit(page, 'A01', 30).focus();
  await page.keyboard.press('Enter');
  const adding = page.getByRole('dialog', { name: 'Add a device to A01' });
  await adding.getByRole('textbox', { name: 'Name' }).fill('web-01');
  await adding.getByRole('textbox', { name: 'Rated power, W' }).fill('5000');
  await adding.getByRole('button', { name: 'Add device' }).click();
  await expect(adding.getByRole('alert')).toContainText('of 8.00');
  await adding.getByRole('textbox', { name: 'Rated power, W' }).fill('300');
  await adding.getByRole('button', { name: 'Add device' }).click();
  await expect(adding).toBeHidden();
  await expect(unit(page, 'A01', 'web-01')).toHaveAccessibleName(/^U30–U31, web-01, server/);

  await unit(page, 'A01', 'web-01').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate to the next free slot' }).click();
  await expect(unit(page, 'A01', 'web-02')).toHaveAccessibleName(/^U32–U33, /);

  await unit(page, 'A01', 'web-02').focus();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog', { name: 'Remove web-02?' }).getByRole('button', { name: 'Remove' }).click();
  await expect(unit(page, 'A01', 'web-02')).toBeHidden();
});

test('FR-120-334 the row is walked with brackets, a rack found by its name, and back goes back', async ({
  page,
  host,
}) => {
  await openScreen(page, 'Racks');
  await expect(page.getByRole('heading', { level: 2, name: 'Rack A01' })).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 2, name: 'Rack A02' })).toBeVisible();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Go to a rack by name' });
  await dialog.getByRole('searchbox').fill('A04');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Rack A04' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Rack A02' })).toBeVisible();
  expect((await ask(host, 'status')).clock.speed).toBe(1);
});
