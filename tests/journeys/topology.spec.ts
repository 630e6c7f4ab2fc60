import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';

test('FR-120-476 FR-120-478 FR-120-479 the power layer is walked by keyboard, and what hangs together with a UPS is told', async ({
  page,
}) => {
  await openScreen(page, 'Topology');
  await page.getByRole('button', { name: 'Power', exact: true }).click();
  await expect(page).toHaveURL(/layer=power/);
  const drawing = page.getByRole('tree', { name: /^Power, \d+ nodes in sight/ });
  await drawing.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step += 1) {
    if ((await drawing.getByRole('treeitem').textContent())?.startsWith('UPS ups-0') === true) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(drawing.getByRole('treeitem')).toHaveText(/^UPS ups-0/);
  await page.keyboard.press('Enter');
  const impact = page.getByRole('region', { name: /^Impact of ups-0/ });
  await expect(impact).toContainText('Upstream');
  await expect(impact).toContainText('1 Battery');
  await expect(impact).toContainText('20 Rack PDU');
  await expect(impact).toContainText('No rack would lose power.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('switch', { name: 'As list' }).click();
  const list = page.getByRole('grid', { name: 'Topology as list' });
  await expect(list.getByRole('row', { name: /ups-01/ }).first()).toContainText('ats-01');
  await page.reload();
  await expect(list).toBeVisible();
});

test('FR-120-477 the network layer says what is missing instead of drawing what is not known', async ({
  page,
}) => {
  await openScreen(page, 'Topology');
  await page.getByRole('button', { name: 'Network', exact: true }).click();
  await expect(
    page.getByText(
      /No device in this lab is a switch|nothing says how many network ports|Cables are not in the model/,
    ),
  ).toBeVisible();
});

test('FR-120-480 FR-120-481 a node is moved by key, the arrangement saved and left, and the drawing exported', async ({
  page,
}) => {
  await openScreen(page, 'Topology');
  await page.getByRole('button', { name: 'Cooling', exact: true }).click();
  await page.getByRole('switch', { name: 'Arrange' }).click();
  await page.getByRole('tree', { name: /^Cooling/ }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.click();
  await page.getByRole('menuitem', { name: 'Save this arrangement…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Arrangements' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tour');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Arrangement Tour saved', { exact: true })).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: 'Back to the automatic layout' }).click();
  await more.click();
  await page.getByRole('menuitem', { name: 'Show Tour' }).click();

  for (const [item, ending] of [
    ['As SVG', 'svg'],
    ['As PNG', 'png'],
  ] as const) {
    await more.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`Starter-cooling.${ending}`);
    const bytes = await readFile(await file.path());
    if (ending === 'svg') expect(bytes.toString()).toMatch(/<desc>Starter · lab time .* · SIMULATED<\/desc>/);
    else expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }
});

test('FR-120-485 FR-120-486 FR-120-488 alarms are filtered by system, noted and assigned many at once', async ({
  page,
  host,
}) => {
  await command(host, { type: 'clock.pause' });
  const { items } = await ask(host, 'entities', { kinds: 'crac' });
  for (const { id } of items.slice(0, 2))
    await command(host, { type: 'scenario.run', name: 'UNIT_FAULT', target: id, severity: 'total' });
  await command(host, { type: 'clock.step', ticks: 60 });
  await openScreen(page, 'Alarms');
  const list = page.getByRole('grid', { name: 'Active alarms' });
  await expect(list.getByRole('row').filter({ hasText: 'has failed' })).toHaveCount(2);
  await page.getByRole('combobox', { name: 'System' }).click();
  await page.getByRole('option', { name: 'Power' }).click();
  await expect(page.getByText('No alarm fits the filter.')).toBeVisible();
  await expect(page).toHaveURL(/system=power/);
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await list.getByRole('checkbox', { name: 'Tick all rows' }).click();
  await page.getByRole('button', { name: /^Note \d+…/ }).click();
  const note = page.getByRole('dialog', { name: /^Write a note/ });
  await note.getByRole('textbox', { name: 'Note' }).fill('Service is on its way');
  await note.getByRole('button', { name: 'Write' }).click();
  await expect(note).toBeHidden();
  await list.getByRole('checkbox', { name: 'Tick all rows' }).click();
  await page.getByRole('button', { name: /^Assign \d+…/ }).click();
  const assign = page.getByRole('dialog', { name: /^Assign/ });
  await assign.getByRole('combobox', { name: 'To' }).fill('ann');
  await assign.getByRole('button', { name: 'Assign' }).click();
  await expect(list.getByRole('row').filter({ hasText: 'has failed' }).first()).toContainText('ann');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('searchbox', { name: 'Filter by text' }).fill('service way');
  await expect(
    page.getByRole('grid', { name: 'Alarm history' }).getByRole('row').filter({ hasText: 'has failed' }),
  ).toHaveCount(2);
});
