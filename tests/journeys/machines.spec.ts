import type { Locator, Page } from '@playwright/test';
import { faultsOn } from './support/accessibility.ts';
import { openPalette } from './support/by-keyboard.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';

const machineOf = async (host: { url: string; token: string }, name: string) => {
  const answer = await fetch(`${host.url}/api/v1/machines?kinds=vm&text=${name}`, {
    headers: { authorization: `Bearer ${host.token}` },
  });
  const { items } = (await answer.json()) as {
    readonly items: readonly { name: string; power: string; host: { name: string } | null }[];
  };
  return items.find((item) => item.name === name) ?? null;
};

/** A key that is pressed before the page listens is lost. */
async function run(page: Page, action: string): Promise<Locator> {
  await expect(page.getByRole('button', { name: /Search or run/ })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type(action);
  await page.getByRole('option', { name: action }).first().click();
  return page.getByRole('dialog').filter({ has: page.getByRole('heading') });
}

const faults = (page: Page): Promise<readonly string[]> => faultsOn(page, 'all', '[role="dialog"]');

// Each has a page of its own to load and work to wait for.
test.setTimeout(180_000);

test('FR-120-625 FR-120-630 a machine is made by the wizard, runs, and is cloned', async ({ page, host }) => {
  const dialog = await run(page, 'Create machines');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('web');
  await dialog.getByRole('textbox', { name: 'How many' }).fill('2');
  await expect(dialog.getByText('web-01 … web-02')).toBeVisible();
  await dialog.getByRole('button', { name: /Size/ }).click();
  await dialog.getByRole('textbox', { name: 'Memory' }).fill('4000');
  await dialog.getByRole('button', { name: /Place/ }).click();
  await expect(dialog.getByText(/needs 3.9 TiB|needs 4000 GiB/).first()).toBeVisible();
  await dialog.getByRole('button', { name: /Size/ }).click();
  await dialog.getByRole('textbox', { name: 'Memory' }).fill('2');
  await dialog.getByRole('button', { name: /Place/ }).click();
  await expect(dialog.getByText('chosen', { exact: true })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create 2 machines' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await machineOf(host, 'web-02'))?.power).toBe('on');

  await page.goto(`${host.url}/topology?layer=virtual${new URL(host.address).hash}`);
  const node = page.locator('.react-flow__node', { hasText: 'web-01' });
  await node.click();
  const clone = await run(page, 'Clone the machine');
  await expect(clone.getByRole('textbox', { name: 'Name' })).toHaveValue('web-01-copy');
  await clone.getByRole('button', { name: 'Create it' }).click();
  await expect(clone).toBeHidden();
  await expect.poll(async () => (await machineOf(host, 'web-01-copy'))?.power).toBe('off');
  const tasks = await run(page, 'Show tasks');
  await expect(tasks.getByText('Clone', { exact: true })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('FR-120-634 FR-120-644 a machine is dragged onto a host, and moves there in lab time', async ({
  page,
  host,
}) => {
  const before = await machineOf(host, 'sim-vmw-vm-001');
  const to = before?.host?.name === 'sim-vmw-esxi-01' ? 'sim-vmw-esxi-02' : 'sim-vmw-esxi-01';
  await page.goto(`${host.url}/topology?layer=virtual${new URL(host.address).hash}`);
  const node = (name: string): Locator => page.locator('.react-flow__node', { hasText: name });
  await node('sim-vmw-vm-001').dragTo(node(to));
  const dialog = page.getByRole('dialog', { name: 'Migrate sim-vmw-vm-001' });
  await expect(dialog.getByRole('radio', { name: to })).toBeChecked();
  await expect(dialog.getByText(/This takes .* of lab time/)).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Migrate', exact: true }).click();
  await expect(dialog).toBeHidden();
  const tasks = await run(page, 'Show tasks');
  await expect(tasks.getByText('Done', { exact: true })).toBeVisible({ timeout: 90_000 });
  expect((await machineOf(host, 'sim-vmw-vm-001'))?.host?.name).toBe(to);
});

test('FR-120-635 FR-120-669 in the explorer a machine is dragged onto a host and moves there, and the way without a mouse is in its menu', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/explorer${new URL(host.address).hash}`);
  const row = page.getByRole('row').filter({ hasText: 'sim-vmw-vm-002' });
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Migrate the machine/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Migrate sim-vmw-vm-002' });
  await expect(dialog.getByRole('radio', { name: 'Leave it on its host' })).toBeChecked();
  await page.keyboard.press('Escape');
  const hostRow = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'sim-vmw-esxi-02', exact: true }) });
  await row.dragTo(hostRow);
  await expect(dialog.getByRole('radio', { name: 'sim-vmw-esxi-02' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Migrate', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await machineOf(host, 'sim-vmw-vm-002'))?.host?.name, { timeout: 90_000 })
    .toBe('sim-vmw-esxi-02');
});

test('FR-120-665 FR-120-666 a linked copy is made by the wizard on a snapshot, and made full on its page', async ({
  page,
  host,
}) => {
  const { id } = await ask(host, 'entity', { id: 'sim-vmw-vm-003' });
  await command(host, { type: 'machine.snapshot', id, name: 'base' });
  await page.goto(`${host.url}/machine?id=${id}&tab=snapshots${new URL(host.address).hash}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Clone the machine/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Clone sim-vmw-vm-003' });
  await dialog.getByRole('combobox', { name: 'Its disks' }).click();
  await page.getByRole('option', { name: 'Linked to base' }).click();
  await dialog.getByRole('button', { name: 'Create it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Linked copies: sim-vmw-vm-003-copy')).toBeVisible();
  await page.getByRole('button', { name: 'Remove base' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(
    page.getByText('Linked copies hang on sim-vmw-vm-003: sim-vmw-vm-003-copy').first(),
  ).toBeVisible();

  const copy = await ask(host, 'entity', { id: 'sim-vmw-vm-003-copy' });
  await page.goto(`${host.url}/machine?id=${copy.id}&tab=snapshots${new URL(host.address).hash}`);
  const hangs = page.getByText('A linked copy: its disks hang on base of sim-vmw-vm-003.');
  await expect(hangs).toBeVisible();
  // Until its copying is over, the machine is busy and says so.
  await expect
    .poll(async () => (await ask(host, 'tasks', { target: copy.id, states: 'running' })).items.length)
    .toBe(0);
  await page.getByRole('button', { name: 'Make it full' }).click();
  await expect(hangs).toBeHidden({ timeout: 90_000 });
});
