/** The control room as its user names it. Nothing here knows a class or a test id of the page. */
import { expect, type Locator, type Page } from '@playwright/test';

export const screenLink = (page: Page, title: string): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: new RegExp(`^${title}`) });

export async function openScreen(page: Page, title: string): Promise<void> {
  await screenLink(page, title).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
}

export async function chooseSpeed(page: Page, speed: number): Promise<void> {
  await page.getByRole('button', { name: /^Speed, now/ }).click();
  await page.getByRole('menuitem', { name: `×${speed}`, exact: true }).click();
  await expect(page.getByRole('button', { name: `Speed, now ×${speed}` })).toBeVisible();
}

export async function runCoolingFailure(
  page: Page,
  rack: string,
  severity: 'Partial' | 'Total' = 'Partial',
): Promise<void> {
  await page.getByRole('button', { name: 'Run scenario', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  await dialog.getByRole('textbox', { name: 'Where' }).fill(rack);
  await dialog.getByRole('radio', { name: `${rack} rack` }).click();
  if (severity === 'Total') {
    await dialog.getByRole('combobox', { name: 'How bad' }).click();
    await page.getByRole('option', { name: 'Total' }).click();
  }
  await dialog.getByRole('button', { name: 'Run scenario' }).click();
  await expect(dialog).toBeHidden();
}

export async function stopScenario(page: Page, rack: string): Promise<void> {
  await page.getByRole('button', { name: /^\d+ running$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  await dialog.getByRole('button', { name: `Stop Cooling failure on ${rack}` }).click();
  await expect(dialog.getByRole('region', { name: 'Running scenarios' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

/** The floor's canvas, as assistive technology meets it. */
export const floorPicture = (page: Page): Locator => page.getByRole('listbox', { name: /^Floor of / });

/** The rack under the keyboard's cursor, in words. */
export const rackInWords = (page: Page): Locator => floorPicture(page).getByRole('option');

export const rackRow = (page: Page, rack: string): Locator =>
  page
    .getByRole('grid', { name: /^Racks of / })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: rack, exact: true }) });

/** `24.3 °C` and `24.3 °C, 14 s ago` are both 24.3. */
export const celsiusIn = (text: string): number => Number(/-?\d+(?:\.\d+)?(?=\s°C)/.exec(text)?.[0]);

export const inletOf = async (row: Locator): Promise<number> =>
  celsiusIn((await row.getByRole('gridcell').filter({ hasText: '°C' }).textContent()) ?? '');

export const alarmRow = (page: Page, table: 'Active alarms' | 'Alarm history', message: RegExp): Locator =>
  page.getByRole('grid', { name: table }).getByRole('row').filter({ hasText: message });
