/** The floor as a place to work in: layers, moving racks by hand and by key, adding them, and looking back. */
import type { Locator, Page } from '@playwright/test';
import { floorPicture, openScreen, rackInWords, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

type Place = { readonly x: number; readonly y: number };

async function placeOf(host: RunningHost, name: string): Promise<Place> {
  const rack = await ask(host, 'entity', { id: name });
  if (rack.kind !== 'rack') throw new Error(`${name} is a ${rack.kind}`);
  return rack.spec.position;
}

/** Where a point of the room is on the screen while the whole room is shown. */
async function onScreen(page: Page, host: RunningHost): Promise<(place: Place) => Place> {
  const box = await floorPicture(page).boundingBox();
  const room = await ask(host, 'entity', { id: 'room1' });
  if (box === null || room.kind !== 'room') throw new Error('The floor is not shown');
  const { width, depth } = room.spec;
  const margin = 24;
  const scale = Math.min((box.width - margin * 2) / width, (box.height - margin * 2) / depth);
  const left = box.x + (box.width - width * scale) / 2;
  const top = box.y + (box.height - depth * scale) / 2;
  return ({ x, y }) => ({ x: left + x * scale, y: top + y * scale });
}

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The page learns of its own edit a moment after the lab did. */
async function undo(page: Page, edit: RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveAccessibleName(edit);
  await page.keyboard.press('Control+z');
}

const editBar = (page: Page): Locator => page.getByRole('region', { name: 'Editing the floor' });

async function startEditing(page: Page): Promise<void> {
  await openScreen(page, 'Floor');
  await expect(rackInWords(page)).toContainText('°C');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(editBar(page)).toBeVisible();
}

test('FR-120-402 FR-120-403 a rack is dragged, refused where another stands, and undone', async ({
  page,
  host,
}) => {
  await startEditing(page);
  const before = await placeOf(host, 'A01');
  const neighbour = await placeOf(host, 'A02');
  const at = await onScreen(page, host);

  await drag(page, at(before), at({ x: neighbour.x - 0.2, y: neighbour.y }));
  await expect(editBar(page)).toContainText('A01 would stand in A02');
  expect(await placeOf(host, 'A01')).toEqual(before);
  await floorPicture(page).press('Escape');
  await expect(editBar(page)).not.toContainText('would stand');

  await drag(page, at(before), at({ x: before.x - 0.5, y: before.y }));
  await expect.poll(async () => (await placeOf(host, 'A01')).x).toBeCloseTo(before.x - 0.5, 1);
  await undo(page, /A01/);
  await expect.poll(() => placeOf(host, 'A01')).toEqual(before);
});

test('FR-120-404 without a pointer a rack is taken up, nudged, put down and moved to a typed place', async ({
  page,
  host,
}) => {
  await startEditing(page);
  const before = await placeOf(host, 'A01');
  const picture = floorPicture(page);
  await picture.focus();
  await picture.press('ArrowRight');
  await expect(rackInWords(page)).toContainText('A01');
  await picture.press(' ');
  await expect(editBar(page)).toContainText('1 chosen');
  await picture.press('ArrowLeft');
  await picture.press('ArrowLeft');
  await expect(editBar(page)).toContainText('by −0.20, 0.00 m');
  await picture.press('Enter');
  await expect.poll(async () => (await placeOf(host, 'A01')).x).toBeCloseTo(before.x - 0.2, 3);

  const form = editBar(page).getByRole('form', { name: 'Move to' });
  const typed = form.getByRole('textbox', { name: 'x, m' });
  // The page learns of the move a moment after the host did, and then says the new place.
  await expect(typed).toHaveValue(String(Number((before.x - 0.2).toFixed(3))));
  await typed.fill(String(before.x));
  await form.getByRole('button', { name: 'Move' }).click();
  await expect.poll(async () => (await placeOf(host, 'A01')).x).toBeCloseTo(before.x, 3);
});

test('FR-120-405 FR-120-406 a new room is made, and racks are proposed in it and created in one edit', async ({
  page,
  host,
}) => {
  await startEditing(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Room…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New room' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('room9');
  await dialog.getByRole('textbox', { name: 'Width, m' }).fill('12');
  await dialog.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('tab', { name: 'room9' })).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'Add racks…' }).click();
  const form = page.getByRole('region', { name: 'Add racks' });
  await form.getByRole('textbox', { name: 'How many' }).fill('16');
  await expect(form).toContainText('16 racks fit as drawn');
  await form.getByRole('button', { name: 'Create 16 racks' }).click();
  await expect(page.getByText('16 racks, inlet temperature')).toBeVisible();
  const { id } = await ask(host, 'entity', { id: 'room9' });
  const made = await ask(host, 'entities', { within: id, kinds: 'rack' });
  expect(made.items).toHaveLength(16);
  await undo(page, /^Undo: (?!.*room9)/);
  await expect(page.getByText('room9 has no racks yet.')).toBeVisible();
});

test('FR-120-411 the floor shows a moment of the past, says so, and comes back to now', async ({
  page,
  host,
}) => {
  await command(host, { type: 'clock.speed', speed: 1000 });
  await command(host, { type: 'clock.resume' });
  await openScreen(page, 'Floor');
  await expect
    .poll(async () => (await ask(host, 'status')).clock.tick, { timeout: 30_000 })
    .toBeGreaterThan(4000);
  await command(host, { type: 'clock.pause' });
  await page.getByRole('button', { name: 'History' }).click();
  const slider = page.getByRole('slider', { name: 'Moment that is shown' });
  await slider.press('PageDown');
  await slider.press('ArrowLeft');
  const bar = page.getByRole('region', { name: 'History' });
  await expect(bar.getByText('History, not now')).toBeVisible();
  await expect(bar).not.toContainText('Nothing is known');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(rackRow(page, 'A01')).toContainText(/\d\s°C/);
  await bar.getByRole('button', { name: 'Rewind the lab to here…' }).click();
  await page
    .getByRole('dialog', { name: /^Go back to/ })
    .getByRole('button', { name: 'Stay' })
    .click();
  await bar.getByRole('button', { name: 'Back to now' }).click();
  await expect(page.getByText('History, not now')).toBeHidden();
});

test('FR-120-395 FR-120-396 racks are coloured by another layer, and the legend and the table follow', async ({
  page,
  host,
}) => {
  const rack = await ask(host, 'entity', { id: 'A01' });
  await command(host, {
    type: 'inventory.change-many',
    changes: [{ id: rack.id, spec: { asset: { service: 'Shop' } } }],
  });
  await openScreen(page, 'Floor');
  await page.getByRole('button', { name: /^Layer: / }).click();
  await page.getByRole('menuitem', { name: 'Business service' }).click();
  await expect(page.getByRole('list', { name: 'Business service' })).toContainText('Shop, 1 rack');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(rackRow(page, 'A01')).toContainText('Shop');
  await page.getByRole('button', { name: /^Layer: / }).click();
  await page.getByRole('menuitem', { name: 'Space' }).click();
  await expect(rackRow(page, 'A01')).toContainText(/\d+ of 42 U/);
});
