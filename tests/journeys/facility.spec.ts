import type { Locator, Page } from '@playwright/test';
import { chooseSpeed, openScreen, rackInWords, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask } from './support/lab-api.ts';

const inspector = (page: Page, name: RegExp): Locator => page.getByRole('complementary', { name });
const section = (pane: Locator, name: RegExp): Locator => pane.getByRole('region', { name });

/** As a user finds a thing by its name. */
async function find(page: Page, name: string): Promise<void> {
  await openScreen(page, 'Topology');
  await page.getByRole('combobox', { name: 'Find in the topology' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}\\b`) })
    .first()
    .click();
}

async function openUps(page: Page): Promise<Locator> {
  await find(page, 'ups-01');
  const pane = inspector(page, /ups-01/);
  await expect(pane.getByText('online', { exact: true }).first()).toBeVisible();
  return pane;
}

test('FR-120-217 from a UPS down its feeds to a rack PDU: each unit says how it is and leads to the next', async ({
  page,
}) => {
  const ups = await openUps(page);
  await expect(section(ups, /^If this is lost/)).toContainText(/rack|Nothing goes dark/);
  await expect(section(ups, /^Orders/).getByRole('button', { name: 'To online' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await section(ups, /^Feeds/)
    .getByRole('button', { name: /panel-a/ })
    .click();
  const panel = inspector(page, /panel-a/);
  await expect(section(panel, /^Phases/).getByRole('meter')).toHaveCount(3);
  await expect(section(panel, /^If this is lost/)).toContainText('20 racks on one feed');
  await section(panel, /^Feeds/)
    .getByRole('button', { name: /A01 \/ pdu-a/ })
    .click();
  await expect(section(inspector(page, /pdu-a/), /^Fed by/)).toContainText('panel-a');
});

test('FR-120-207 FR-120-217 the cells of a battery are walked with the keyboard, read as a table, and replaced', async ({
  page,
}) => {
  const ups = await openUps(page);
  await section(ups, /^Batteries/)
    .getByRole('button', { name: /string-01/ })
    .click();
  const cells = section(inspector(page, /string-01/), /^Cells/);
  const grid = cells.getByRole('listbox');
  await grid.focus();
  await grid.press('Home');
  await grid.press('ArrowRight');
  await expect(grid.getByRole('option')).toContainText(/Cell 2: \d\.\d+\sV, \d\.\d+\smΩ/);
  await cells.getByRole('button', { name: 'Show cells as table' }).click();
  const table = cells.getByRole('grid', { name: /^Cells of string-01/ });
  await expect(table.getByRole('row').nth(1)).toContainText('mΩ');
  await table.getByRole('button', { name: 'Replace cell 3' }).click();
  await expect(page.getByText('Replace cell 3: string-01', { exact: true })).toBeVisible();
});

test('FR-120-209 FR-120-213 FR-120-217 a breaker is opened after a yes, and its rack is seen to live on one feed', async ({
  page,
  host,
}) => {
  const rack = await ask(host, 'entity', { id: 'A01' });
  await chooseSpeed(page, 10);
  await page.goto(`${host.url}/floor?sel=${rack.id}${new URL(host.address).hash}`);
  await section(inspector(page, /A01/), /^Fed by/)
    .getByRole('button', { name: /pdu-a/ })
    .click();
  const pdu = inspector(page, /pdu-a/);
  const orders = section(pdu, /^Orders/);
  await expect(orders.getByRole('button', { name: 'Close breaker' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await orders.getByRole('button', { name: 'Open breaker …' }).click();
  const question = page.getByRole('dialog', { name: 'Open breaker: pdu-a?' });
  await expect(question).toContainText('1 rack on one feed');
  await question.getByRole('button', { name: 'Leave it' }).click();
  await expect(question).toBeHidden();
  await orders.getByRole('button', { name: 'Open breaker …' }).click();
  await question.getByRole('button', { name: 'Open breaker', exact: true }).click();
  await expect(page.getByText('Open breaker: pdu-a', { exact: true })).toBeVisible();

  await expect(pdu.getByText('dead', { exact: true })).toBeVisible();
  await expect(orders.getByRole('button', { name: 'Close breaker' })).not.toHaveAttribute('aria-disabled');
  await expect(rackInWords(page)).toContainText('on one feed');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(rackRow(page, 'A01')).toContainText('One feed');

  await orders.getByRole('button', { name: 'Close breaker' }).click();
  await expect(rackRow(page, 'A01')).not.toContainText('One feed');
});

test('FR-120-210 FR-120-211 FR-120-217 a cooling unit takes a set-point, refuses a senseless one, and is read over SNMP', async ({
  page,
  host,
}) => {
  await find(page, 'crac-01');
  const crac = inspector(page, /crac-01/);
  const setpoint = crac.getByRole('textbox', { name: 'Set-point' });
  await setpoint.fill('60');
  await expect(crac.getByText('Must be from 10 to 35 °C')).toBeVisible();
  await setpoint.fill('21');
  await setpoint.press('Enter');
  await expect(page.getByText('crac-01 holds 21.0 °C from now on', { exact: true })).toBeVisible();
  const { spec } = await ask(host, 'entity', { id: 'crac-01' });
  expect(spec).toMatchObject({ setpoint: 21 });

  await openUps(page);
  const protocols = section(inspector(page, /ups-01/), /^Protocols/);
  await expect(protocols).toContainText('mosquitto_sub');
  await protocols.getByRole('switch', { name: 'SNMP' }).click();
  await expect(protocols).toContainText('snmpwalk');
  await protocols.getByRole('switch', { name: 'SNMP' }).click();
  await expect(protocols).not.toContainText('snmpwalk');
});
