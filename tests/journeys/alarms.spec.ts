import type { Page } from '@playwright/test';
import type { EntityOf } from '../../sim/contract/entities.ts';
import { alarmRow, openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

const reason = 'Fan is being changed';
const failed = /crac-0\d has failed/;
const day = 86_400;

/** Half an hour after two of the four units failed: two roots, and all that they explain. */
async function loseCooling(host: RunningHost): Promise<readonly EntityOf<'crac'>[]> {
  await command(host, { type: 'clock.pause' });
  const { items } = await ask(host, 'entities', { kinds: 'crac' });
  const units = items.filter((entity): entity is EntityOf<'crac'> => entity.kind === 'crac').slice(0, 2);
  for (const { id } of units)
    await command(host, { type: 'scenario.run', name: 'UNIT_FAULT', target: id, severity: 'total' });
  await command(host, { type: 'clock.step', ticks: 1800 });
  await expect
    .poll(async () => (await ask(host, 'status')).clock.owed, { timeout: 60_000, intervals: [250] })
    .toBe(0);
  return units;
}

const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

test('FR-120-241 FR-120-245 a root unfolds to what it explains; it is shelved with a reason, found on its shelf, and taken off it again', async ({
  page,
  host,
}) => {
  const units = await loseCooling(host);
  await openScreen(page, 'Alarms');
  await expect(alarmRow(page, 'Active alarms', failed)).toHaveCount(units.length);
  const busiest = page.getByRole('row').filter({ hasText: /→ \d\d alarms/ });

  await test.step('what it explains is in the list only while it is unfolded', async () => {
    await expect(page.getByText(/Inlet \d+\.\d °C over/)).toHaveCount(0);
    await busiest.getByTitle('Show what it explains').click();
    await expect(page.getByRole('row').filter({ hasText: 'Suppressed by alarm-' }).first()).toBeVisible();
    await busiest.getByTitle('Hide what it explains').click();
  });

  await test.step('its panel says what to do', async () => {
    await busiest.getByRole('gridcell').nth(3).click();
    const panel = page.getByRole('region', { name: /^Alarm alarm-/ });
    await expect(panel).toContainText('What to do');
    await expect(panel).toContainText('If nobody acts');
    await page.keyboard.press('s');
  });

  const dialog = page.getByRole('dialog', { name: 'Shelve the alarm' });
  await test.step('a time and a reason are asked for', async () => {
    await expect(dialog.getByRole('button', { name: 'Shelve', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await dialog.getByRole('button', { name: /^4/ }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: 'Shelve', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(alarmRow(page, 'Active alarms', failed)).toHaveCount(units.length - 1);
  });

  await test.step('it stands on the shelf with who put it there and why, and comes back by Undo', async () => {
    await page
      .getByRole('group', { name: 'Which alarms' })
      .getByRole('button', { name: /^Shelved/ })
      .click();
    const shelf = page.getByRole('grid', { name: 'Shelved alarms' });
    await expect(shelf.getByRole('row').filter({ hasText: failed })).toContainText(reason);
    await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('Nothing is shelved.')).toBeVisible();
    expect((await ask(host, 'alarms')).counts.shelved).toBe(0);
  });
});

test('FR-120-249 FR-120-252 FR-120-254 a rule is edited beside its preview and put back, and the figures show what rang', async ({
  page,
  host,
}) => {
  await loseCooling(host);
  await openScreen(page, 'Alarms');
  await openTab(page, 'Rules');
  const rules = page.getByRole('grid', { name: 'Alarm rules' });
  await page.getByRole('searchbox', { name: 'Filter rules by text' }).fill('inlet warm');
  await rules.getByRole('gridcell', { name: 'Inlet warm' }).click();

  await test.step('the preview follows what is written', async () => {
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('status').first()).toContainText(/Would have rung \d+ times/);
    await page.getByRole('textbox', { name: 'Limit, °C' }).fill('');
    await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('textbox', { name: 'Limit, °C' }).fill('95');
    await expect(preview.getByRole('status').first()).toContainText('never');
  });

  await test.step('it is saved, marked, and put back', async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    const row = rules.getByRole('row').filter({ hasText: 'above 95' });
    await page.getByRole('searchbox', { name: 'Filter rules by text' }).fill('inlet warm');
    await expect(row).toContainText('Changed');
    await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(rules.getByRole('row').filter({ hasText: 'above 28' })).toBeVisible();
    await page.getByRole('button', { name: 'Reset all' }).click();
    await expect(rules.getByRole('row').filter({ hasText: 'Inlet warm' })).toContainText('Product');
  });

  await test.step('the figures stand beside their targets', async () => {
    await openTab(page, 'KPIs');
    await expect(page).toHaveURL(/tab=kpis/);
    const from = (await ask(host, 'status')).at - day * 1000;
    const { rang, quiet } = await ask(host, 'alarm-kpis', { from: String(from) });
    await expect(page.getByText(`${rang} rang, ${quiet} kept quiet`)).toBeVisible();
    await expect(page.getByRole('group', { name: 'Worst 10 minutes' })).toContainText('Within target');
    await expect(page.getByRole('table', { name: 'Priorities' })).toContainText('Over target');
  });
});

test('FR-120-257 FR-120-258 who is told is checked before it is saved, and a test that nobody takes says why', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/alarms?tab=notifications`);
  await page.getByRole('switch', { name: 'Send mail' }).click();
  await page.getByRole('textbox', { name: 'Port' }).fill('0');
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  // Nobody listens on the discard port of this machine.
  await page.getByRole('textbox', { name: 'Port' }).fill('9');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  expect((await ask(host, 'settings')).notify.smtp).toMatchObject({ state: 'on', port: 9 });
  await page.getByRole('button', { name: 'Test mail' }).click();
  const sent = page.getByRole('grid', { name: 'What was sent' });
  await expect(sent.getByRole('row').filter({ hasText: '(test)' })).toContainText('Failed');
});
