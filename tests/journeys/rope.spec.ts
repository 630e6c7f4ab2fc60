/** A leak rope by keys alone, and the floor's ways back. */
import type { Page } from '@playwright/test';
import { openScreen, rackInWords } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

const ropeForm = (page: Page) => page.getByRole('region', { name: 'Leak rope' });

async function leaksOf(host: RunningHost): Promise<number> {
  const { items } = await ask(host, 'entities', { kinds: 'sensor' });
  return items.filter((one) => one.kind === 'sensor' && one.spec.metric === 'leak').length;
}

test('FR-120-592 a leak rope is laid corner by corner without a pointer, saved, and undone', async ({
  page,
  host,
}) => {
  const before = await leaksOf(host);
  await openScreen(page, 'Floor');
  await expect(rackInWords(page)).toContainText('°C');
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Leak rope…', exact: true }).press('Enter');
  await expect(ropeForm(page)).toBeVisible();
  await expect(ropeForm(page).getByRole('button', { name: 'Save the rope' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const plan = page.getByLabel(/^Course of a leak rope in /);
  await plan.focus();
  await plan.press('Insert');
  await expect(ropeForm(page).getByRole('status')).toHaveText('Corner 1 of 1');
  await plan.press('Insert');
  for (let step = 0; step < 4; step += 1) await plan.press('ArrowDown');
  await expect(ropeForm(page).getByRole('status')).toHaveText('Corner 2 of 2');
  await plan.press('Enter');
  await expect(ropeForm(page)).toBeHidden();
  await expect.poll(() => leaksOf(host)).toBe(before + 1);
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect.poll(() => leaksOf(host)).toBe(before);
});

test('FR-120-593 back and forward walk through what the floor showed', async ({ page }) => {
  await openScreen(page, 'Floor');
  await expect(rackInWords(page)).toContainText('°C');
  const first = page.url();
  await page.getByRole('button', { name: /^Layer: / }).click();
  await page.getByRole('menuitem', { name: 'Power', exact: true }).click();
  await expect(rackInWords(page)).toContainText('kW');
  const second = page.url();
  expect(second).not.toBe(first);
  await page.goBack();
  await expect(rackInWords(page)).toContainText('°C');
  await page.goForward();
  await expect(rackInWords(page)).toContainText('kW');
  await page.reload();
  await expect(rackInWords(page)).toContainText('kW');
});
