import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { alarmRow, chooseSpeed, openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

test.use({
  order: { lab: join(import.meta.dirname, 'support/two-racks.lab.yaml') },
  // Under forced colours the emulator tells a screen reader what it shows, and so this test.
  contextOptions: { forcedColors: 'active' },
});
// Lab time has to pass for air to warm and for machines to come back.
test.setTimeout(240_000);
const patient = { timeout: 120_000 };

/** A page of its own beside the others, as a person keeps several in sight. */
async function beside(page: Page, host: RunningHost, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${host.url}${path}${new URL(host.address).hash}`);
  return other;
}

async function openBreaker(page: Page, host: RunningHost, id: string): Promise<void> {
  await page.goto(`${host.url}/power?sel=${id}${new URL(host.address).hash}`);
  const selected = page.getByRole('region', { name: 'Selected', exact: true });
  await selected.getByRole('button', { name: /^Open breaker/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Open breaker/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

const shellOf = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Terminal of root on ${name}` });

test('FR-120-664 what is typed in a console warms the rack until its alarm rings, and what is done to the rack ends the console', async ({
  page,
  host,
}) => {
  const hash = new URL(host.address).hash;
  const { id: rack } = await ask(host, 'entity', { id: 'R01' });
  const { id: machine } = await ask(host, 'entity', { id: 'web-01' });
  await chooseSpeed(page, 60);
  await page.goto(`${host.url}/consoles?open=web-01${hash}`);
  const shell = shellOf(page, 'web-01');
  await expect(shell.getByText('root@web-01:~#').last()).toBeVisible();
  await page.keyboard.type('stress --cpu 32\n');
  await expect(shell.getByText('dispatching hogs').first()).toBeVisible();

  const figures = await beside(page, host, `/machine?id=${machine}&tab=summary`);
  await expect(figures.getByText(/^(9\d|100)\s?%$/).first()).toBeVisible(patient);
  await figures.getByRole('tab', { name: 'Performance' }).click();
  await expect(figures.getByRole('img', { name: /^CPU demand.*CPU 100 %/ })).toBeVisible();
  const desk = await beside(page, host, `/rack?id=${rack}`);
  await openScreen(desk, 'Alarms');
  await expect(alarmRow(desk, 'Active alarms', /R01.*(inlet|Inlet)|(inlet|Inlet).*R01/).first()).toBeVisible(
    patient,
  );

  const { items: feeds } = await ask(host, 'entities', { kinds: 'pdu', parent: rack });
  expect(feeds.length).toBe(2);
  for (const { id } of feeds) await openBreaker(desk, host, id);
  await expect(shell.getByText('The machine is off').first()).toBeVisible(patient);

  await figures.getByRole('tab', { name: 'Summary' }).click();
  await expect(
    figures.getByRole('list', { name: 'Where it runs' }).getByRole('button', { name: 'R02 Rack' }),
  ).toBeVisible(patient);
  await page.goto(`${host.url}/consoles${hash}`);
  await page.getByRole('button', { name: 'Open a shell on web-01' }).click();
  await expect(shell.getByText('root@web-01:~#').last()).toBeVisible(patient);
  await page.keyboard.type('echo "again $((6 * 7))"\n');
  await expect(shell.getByText('again 42', { exact: true }).first()).toBeVisible();
});
