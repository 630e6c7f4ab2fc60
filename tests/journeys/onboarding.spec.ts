import type { Locator, Page } from '@playwright/test';
import { connectAsync } from 'mqtt';
import { startModbusDevice } from '../../src-main/services/hardware/modbus-server.fixture.ts';
import { openScreen, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, inletSensor } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

const editor = (page: Page): Locator => page.getByRole('dialog', { name: /^(Connect a device|Change )/ });
const sources = (page: Page): Locator => page.getByRole('grid', { name: 'Hardware sources' });
const points = (page: Page): Locator => page.getByRole('grid', { name: 'Points' });

async function beginSource(page: Page, protocol: string, name: string): Promise<Locator> {
  await openScreen(page, 'Hardware');
  await page.getByRole('button', { name: 'Connect a device…' }).click();
  const dialog = editor(page);
  if (protocol !== 'MQTT') {
    await dialog.getByRole('combobox', { name: 'Protocol' }).click();
    await page.getByRole('option', { name: protocol }).click();
  }
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  return dialog;
}

/** By the keyboard: what is looked for, the first that is found, Enter. */
async function pickSensor(page: Page, dialog: Locator, words: string): Promise<void> {
  const picker = dialog.getByRole('combobox', { name: 'Sensor it speaks for' });
  await picker.fill(words);
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(picker).toHaveValue(/^dc\//);
}

async function brokerOf(host: RunningHost): Promise<string> {
  const { faces } = await ask(host, 'status');
  const face = faces.find(({ address }) => address.startsWith('mqtt:'));
  if (face === undefined) throw new Error('The host names no broker');
  return face.address;
}

test('FR-130-150 FR-130-155 a Modbus thermometer is connected on screen, takes over from its bot, and survives a break', async ({
  page,
  host,
}) => {
  let device = await startModbusDevice();
  const { port } = device;
  device.registers.set('holding:0', 264);
  try {
    await openScreen(page, 'Hardware');
    await expect(page.getByText('No device is connected')).toBeVisible();
    const dialog = await beginSource(page, 'Modbus TCP', 'inlet-probe');
    await dialog.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1');
    await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port));
    await dialog.getByRole('textbox', { name: 'Read every … seconds' }).fill('1');

    await test.step('a look around offers what is there', async () => {
      await dialog.getByRole('button', { name: 'Look around' }).click();
      await dialog.getByRole('button', { name: 'Make a point of holding:0' }).click();
      await expect(dialog.getByRole('textbox', { name: 'Register' })).toHaveValue('holding:0');
    });

    await test.step('beside the point stands what it reads now', async () => {
      const read = dialog.getByRole('list', { name: 'What point 1 reads' });
      await expect(read).toContainText('264');
      await dialog.getByRole('textbox', { name: 'Times' }).fill('0.1');
      await pickSensor(page, dialog, 'A03 temperature front');
      await expect(read).toContainText('26.4');
      await expect(read).toContainText('Its bot still speaks');
    });

    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(sources(page)).toContainText('inlet-probe');
    await expect(sources(page)).toContainText('its bot still speaks');
    await points(page)
      .getByRole('button', { name: /^Switch bot off on dc\// })
      .click();
    await expect(points(page).getByRole('button', { name: /^Switch bot on on dc\// })).toBeVisible();
    expect((await inletSensor(host, 'A03')).spec.source).toBe('hardware');

    await test.step('the floor shows it', async () => {
      await openScreen(page, 'Floor');
      await page.getByRole('button', { name: 'Show as table' }).click();
      await expect(rackRow(page, 'A03')).toContainText('26.4\u2009°C');
    });

    await test.step('a device that is gone is told so, and found again when it is back', async () => {
      await openScreen(page, 'Hardware');
      await device.close();
      await expect(sources(page)).toContainText('No answer', { timeout: 20_000 });
      await expect(sources(page)).toContainText(`nothing listens at 127.0.0.1:${port}`);
      device = await startModbusDevice(port);
      device.registers.set('holding:0', 251);
      await expect(points(page)).toContainText('25.1', { timeout: 40_000 });
    });

    await test.step('taken away, and had back', async () => {
      await page.getByRole('button', { name: 'Remove inlet-probe' }).click();
      await expect(page.getByText('inlet-probe is no longer read.')).toBeVisible();
      await expect(page.getByText('No device is connected')).toBeVisible();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(sources(page)).toContainText('inlet-probe');
      await expect(points(page)).toContainText('25.1');
    });
  } finally {
    await device.close();
  }
});

test('FR-130-141 FR-130-150 a template that does not fit says what was received, and is put right with the preview', async ({
  page,
  host,
}) => {
  const client = await connectAsync(await brokerOf(host), { clientId: 'esp-7' });
  const timer = setInterval(() => client.publish('esp/7/env', '{"env":{"temp_f":77}}'), 250);
  try {
    const dialog = await beginSource(page, 'MQTT', 'esp');
    await dialog.getByRole('combobox', { name: 'Broker' }).click();
    await page.getByRole('option', { name: "The lab's own broker" }).click();
    await dialog.getByRole('button', { name: 'Look around' }).click();
    await dialog.getByRole('button', { name: 'Make a point of esp/7/env' }).click({ timeout: 20_000 });
    const read = dialog.getByRole('list', { name: 'What point 1 reads' });
    await expect(read).toContainText('{{ env.temp_f }}');
    await dialog.getByRole('textbox', { name: 'Template' }).fill('{{ env.temp_c }}');
    await expect(read).toContainText('There is no temp_c in {"temp_f":77}');

    await test.step('what is missing is told beside its field', async () => {
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(dialog.getByText('Choose the sensor it speaks for')).toBeVisible();
    });

    await dialog
      .getByRole('textbox', { name: 'Template' })
      .fill('{{ env.temp_f | offset -32 | scale 0.5556 }}');
    await pickSensor(page, dialog, 'B02 temperature front');
    await expect(read).toContainText('25.002');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(points(page)).toContainText('Reads');
    const sensor = await inletSensor(host, 'B02');
    await expect
      .poll(async () => (await ask(host, 'latest', { sensors: sensor.id })).items[0]?.quality, {
        timeout: 10_000,
      })
      .toBe('good');
  } finally {
    clearInterval(timer);
    await client.endAsync();
  }
});
