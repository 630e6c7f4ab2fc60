import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

const header = 'name,rack,unit,model,rated_w,tag';
const good = [1, 2].map((n) => `journey-${n},A01,${29 + n},Probe 1U,60,J-00${n}`);
const bad = 'journey-3,Z99,32,Probe 1U,60,J-003';
const mended = 'journey-3,A01,32,Probe 1U,60,J-003';

const file = (...lines: readonly string[]) => ({
  name: 'devices.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...lines, ''].join('\n')),
});

async function importDevices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import CSV…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import devices from CSV' });
  await dialog.getByLabel('CSV file').setInputFiles(file(...good, bad));
  await dialog.getByRole('button', { name: 'Look it over' }).click();
  await expect(dialog.getByText('2 new, 0 changed, 0 as they are, 1 wrong')).toBeVisible();
  await expect(dialog.getByRole('table').filter({ hasText: 'Z99' })).toContainText('4');
  await dialog.getByRole('button', { name: 'Choose another file' }).click();
  await dialog.getByLabel('CSV file').setInputFiles(file(...good, mended));
  await dialog.getByRole('button', { name: 'Look it over' }).click();
  await dialog.getByRole('button', { name: 'Import all 3' }).click();
  await expect(dialog).toBeHidden();
}

const find = async (page: Page, text: string, count: number): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Find devices' }).fill(text);
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of .* devices$/ })).toHaveText(
    new RegExp(`^${count} of `),
  );
};

const ownersOf = async (host: RunningHost): Promise<readonly (string | null)[]> =>
  (await ask(host, 'assets', { text: 'journey-' })).items.map(({ owner }) => owner);

test('FR-120-501 a list with a bad line is tried, mended and imported; many are edited at once, and undo takes it back', async ({
  page,
  host,
}) => {
  await openScreen(page, 'Assets');
  await importDevices(page);
  await find(page, 'journey-', 3);
  await page.getByRole('checkbox', { name: 'Tick all 3' }).check();
  await page.getByRole('button', { name: 'Edit them…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 3 devices' });
  await dialog.getByRole('checkbox', { name: 'Owner' }).check();
  await dialog.getByRole('textbox', { name: 'Owner' }).fill('Journey team');
  await dialog.getByRole('button', { name: 'Change 3' }).click();
  await expect(dialog).toBeHidden();
  expect(await ownersOf(host)).toEqual(['Journey team', 'Journey team', 'Journey team']);
  // The page learns of its own edit a moment after the host did.
  await page.getByRole('button', { name: /^Undo: Change 3/ }).click();
  await expect.poll(() => ownersOf(host)).toEqual([null, null, null]);
});

test('FR-120-501 FR-120-498 labels of ticked devices are printed on a sheet, each with its code', async ({
  page,
}) => {
  await openScreen(page, 'Assets');
  await importDevices(page);
  await find(page, 'journey-', 3);
  await page.getByRole('checkbox', { name: 'Tick all 3' }).check();
  await page.getByRole('button', { name: 'Labels…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Labels for 3 devices' });
  await dialog.getByRole('combobox', { name: 'Code', exact: true }).click();
  await page.getByRole('option', { name: 'Bar code (Code 128)' }).click();
  await expect(dialog.getByRole('button', { name: 'Print 3 on 1 sheet' })).toBeEnabled();
  await expect(dialog.getByRole('img', { name: 'Code: J-001' })).toBeVisible();
  const paper = await page.pdf({ preferCSSPageSize: true });
  const sizes = [...paper.toString('latin1').matchAll(/\/MediaBox \[0 0 (\d+)\S* (\d+)/g)];
  expect(sizes.map(([, width, height]) => [width, height])).toEqual([['594', '841']]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: 'Code: J-003', includeHidden: true })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('FR-120-496 FR-120-497 a device has a page at an address of its own, which keeps its links and its notes', async ({
  page,
  host,
}) => {
  await openScreen(page, 'Assets');
  await find(page, 'srv-a01-12', 1);
  await page.getByRole('link', { name: 'srv-a01-12' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'srv-a01-12' })).toBeVisible();
  for (const feed of ['Feed A', 'Feed B']) {
    await expect(page.getByRole('list', { name: feed }).getByRole('button').first()).toContainText('A01 / ');
  }
  await page.getByRole('textbox', { name: 'Title' }).fill('Handbook');
  await page
    .getByRole('textbox', { name: 'Link or place of the file' })
    .fill('https://example.org/handbook.pdf');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Handbook' })).toHaveAttribute('rel', 'noreferrer');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Left fan was changed.');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect
    .poll(async () => (await ask(host, 'entity', { id: 'srv-a01-12' })).spec)
    .toMatchObject({
      asset: { notes: 'Left fan was changed.', documents: [{ title: 'Handbook' }] },
    });
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Retired' }).click();
  await expect(page.getByRole('list', { name: 'Lifecycle' }).locator('[aria-current="step"]')).toContainText(
    'Retired',
  );
  await expect(page.getByRole('list', { name: 'History' })).toContainText('srv-a01-12');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Left fan was changed.');
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Find devices' })).toHaveValue('srv-a01-12');
});

test('FR-120-493 a column is dragged and moved with keys, and the address keeps where it stands', async ({
  page,
}) => {
  await openScreen(page, 'Assets');
  const header = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  const columns = () => new URL(page.url()).searchParams.get('cols')?.split(',').slice(0, 3);
  const [from, to] = [await header('Model').boundingBox(), await header('Name').boundingBox()];
  if (from === null || to === null) throw new Error('There is nothing to drag');
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 12, to.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect.poll(columns).toEqual(['model', 'name', 'category']);
  await expect(header('Name')).toHaveAttribute('aria-sort', 'ascending');
  await header('Model').getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(columns).toEqual(['name', 'model', 'category']);
  await page.reload();
  await expect(header('Model')).toBeVisible();
  expect(columns()).toEqual(['name', 'model', 'category']);
});

test('FR-120-494 device types are taken from a folder that is chosen in the browser', async ({
  page,
  host,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-types-'));
  try {
    mkdirSync(join(folder, 'Acme'));
    const type = ['manufacturer: Acme', 'model: Alpha 1', 'slug: acme-alpha-1', 'u_height: 1', ''];
    writeFileSync(join(folder, 'Acme', 'alpha.yaml'), type.join('\n'));
    writeFileSync(join(folder, 'Acme', 'front.png'), 'no picture');
    await openScreen(page, 'Assets');
    await page.getByRole('button', { name: 'Device types…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Device types' });
    await dialog.getByLabel('Import from a folder').setInputFiles(folder);
    await expect(dialog.getByText('1 new, 0 replaced, 0 left out')).toBeVisible();
    expect((await ask(host, 'device-types', { manufacturer: 'Acme' })).items[0]?.slug).toBe('acme-alpha-1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
