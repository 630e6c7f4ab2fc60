import { readFileSync } from 'node:fs';
import { expect, test } from './support/host.ts';

// Under forced colours the emulator tells a screen reader what it shows, and so this test.
test.use({ contextOptions: { forcedColors: 'active' }, permissions: ['clipboard-read', 'clipboard-write'] });

test('FR-120-590 a shell is opened from the list, says what the lab says, and somebody with a share looks on', async ({
  page,
  host,
  browser,
}) => {
  await page.goto(`${host.url}/consoles${new URL(host.address).hash}`);
  await page.getByRole('button', { name: 'Open a shell on sim-vmw-vm-002' }).click();
  const terminal = page.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-002' });
  await expect(terminal.getByText('root@sim-vmw-vm-002:~#').last()).toBeVisible();
  await page.keyboard.type('echo "$(hostname) has $(nproc) and $((6 * 7))"\n');
  await expect(terminal.getByText('sim-vmw-vm-002 has 2 and 42', { exact: true }).first()).toBeVisible();

  await terminal.getByRole('button', { name: 'Let somebody look on' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('For whom').fill('Ms Weber');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  expect(link).not.toContain(new URL(host.address).hash.slice(1));

  // Somebody else's browser: it has no start token, and its page shows the one terminal.
  const stranger = await browser.newContext({ forcedColors: 'active' });
  const other = await stranger.newPage();
  await other.goto(link);
  await expect(other.getByText('sim-vmw-vm-002 has 2 and 42', { exact: true }).first()).toBeVisible();
  await expect(other.getByText('You see this terminal and cannot type in it.')).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');
  await other.locator('textarea').first().focus();
  await other.keyboard.type('echo typed-by-the-other\n');
  await expect(dialog.getByText(/looking on now/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(terminal.getByText('Ms Weber looking on')).toBeVisible();
  await terminal.locator('textarea').focus();
  await page.keyboard.type('echo typed-here\n');
  await expect(other.getByText('typed-here', { exact: true }).first()).toBeVisible();
  await expect(terminal.getByText('typed-by-the-other')).toHaveCount(0);

  await terminal.getByRole('button', { name: 'Let somebody look on' }).click();
  await page.getByRole('button', { name: 'Take the link of Ms Weber back' }).click();
  await expect(other.getByText('This terminal is shared with you no more.')).toBeVisible();
  await stranger.close();
});

test('FR-120-591 terminals stand in tabs and side by side, and a loop that never ends is ended by Ctrl-C', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/consoles?open=sim-vmw-vm-001${new URL(host.address).hash}`);
  const first = page.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-001' });
  await expect(first.getByText('[root@sim-vmw-vm-001 ~]#').last()).toBeVisible();
  await page.keyboard.type('while true; do :; done\n');
  await page.keyboard.press('Control+c');
  await page.keyboard.type('echo back-$?\n');
  await expect(first.getByText('back-130', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Open a shell on c01s02' }).click();
  await expect(page.getByRole('tab', { name: '@' })).toHaveCount(2);
  await expect(first).toBeHidden();
  await page.getByRole('button', { name: 'All side by side' }).click();
  await expect(first).toBeVisible();
  const second = page.getByRole('region', { name: 'Terminal of root on c01s02' });
  await expect(second).toBeVisible();

  // The page that comes back finds both again, in their places and with what stood there.
  await page.reload();
  await expect(second).toBeVisible();
  await expect(first.getByText('back-130', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Close the terminal on c01s02' }).click();
  await expect(page.getByRole('tab', { name: '@' })).toHaveCount(1);
});

test('FR-120-650 one logs in as a user of the machine, and on the serial console with a password', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/consoles${new URL(host.address).hash}`);
  await page.getByRole('button', { name: 'Choose who logs in to sim-vmw-vm-001' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /cloud-user/ })
    .click();
  await expect(page.getByRole('tab', { name: 'cloud-user@sim-vmw-vm-001' })).toBeVisible();
  const shell = page.getByRole('region', { name: 'Terminal of cloud-user on sim-vmw-vm-001' });
  await expect(shell.getByText('[cloud-user@sim-vmw-vm-001 ~]$').last()).toBeVisible();

  await page.getByRole('button', { name: 'Open the serial console of sim-vmw-vm-001' }).click();
  const serial = page.getByRole('region', { name: 'Serial console of sim-vmw-vm-001' });
  await expect(serial.getByText('sim-vmw-vm-001 login:').last()).toBeVisible();
  await expect(serial.getByText('Run /sbin/init as init process').first()).toBeVisible();
  await page.keyboard.type('root\n');
  await expect(serial.getByText('Password:').last()).toBeVisible();
  await page.keyboard.type('coldaisle\n');
  await expect(serial.getByText('[root@sim-vmw-vm-001 ~]#').last()).toBeVisible();
});

test('FR-120-652 a terminal is recorded, played in the page, kept as a file and deleted', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/consoles?open=sim-vmw-vm-002${new URL(host.address).hash}`);
  const terminal = page.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-002' });
  await expect(terminal.getByText('root@sim-vmw-vm-002:~#').last()).toBeVisible();
  await terminal.getByRole('button', { name: 'Record' }).click();
  await expect(terminal.getByRole('button', { name: 'Stop recording' })).toBeVisible();
  await terminal.locator('textarea').focus();
  await page.keyboard.type('echo on-the-record\n');
  await expect(terminal.getByText('on-the-record', { exact: true }).first()).toBeVisible();
  await terminal.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('tab', { name: 'Recordings' }).click();
  await page.getByRole('button', { name: 'Play the recording of sim-vmw-vm-002' }).click();
  const player = page.getByRole('dialog');
  await expect(player.getByText('on-the-record', { exact: true }).first()).toBeVisible();
  await player.getByRole('slider', { name: 'Position' }).fill('0');
  await page.keyboard.press('Escape');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the recording of sim-vmw-vm-002' }).click();
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '')).toMatchObject({ version: 2 });

  await page.getByRole('button', { name: 'Delete the recording of sim-vmw-vm-002' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Nothing was recorded yet: press Record above a terminal.')).toBeVisible();
  await page
    .getByLabel('Open a file', { exact: true })
    .first()
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no cast') });
  await expect(page.getByText(/This is no recording/)).toBeVisible();
});

test.describe('where the host has leave', () => {
  test.use({ order: { flags: ['--local-shell'] } });

  test('FR-120-657 a shell of this computer opens in a tab of its own and is not shared', async ({
    page,
    host,
  }) => {
    await page.goto(`${host.url}/consoles${new URL(host.address).hash}`);
    await page.getByRole('button', { name: 'Shell of this computer' }).click();
    const local = page.getByRole('region', { name: 'Terminal of this computer' });
    await local.locator('textarea').focus();
    await page.keyboard.type('echo "here $((6 * 7))"\n');
    await expect(local.getByText('here 42', { exact: true }).first()).toBeVisible();
    await expect(local.getByRole('button', { name: 'Let somebody look on' })).toHaveCount(0);
    await page.keyboard.type('exit\n');
    await expect(local.getByText('The session ended.')).toBeVisible();
  });
});

test('FR-120-657 where the host has no leave, the button says why there is no shell of its computer', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/consoles${new URL(host.address).hash}`);
  const button = page.getByRole('button', { name: 'Shell of this computer' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.hover();
  await expect(page.getByText('started without leave').first()).toBeVisible();
});
