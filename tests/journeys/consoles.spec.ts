import { expect, test } from './support/host.ts';

// Under forced colours the emulator tells a screen reader what it shows, and so this test.
test.use({ contextOptions: { forcedColors: 'active' }, permissions: ['clipboard-read', 'clipboard-write'] });

test('FR-120-590 a shell is opened from the list, says what the lab says, and another page looks on', async ({
  page,
  host,
  context,
}) => {
  await page.goto(`${host.url}/consoles${new URL(host.address).hash}`);
  await page.getByRole('button', { name: 'Open a shell on sim-vmw-vm-002' }).click();
  const terminal = page.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-002' });
  await expect(terminal.getByText('root@sim-vmw-vm-002:~#').last()).toBeVisible();
  await page.keyboard.type('echo "$(hostname) has $(nproc) and $((6 * 7))"\n');
  await expect(terminal.getByText('sim-vmw-vm-002 has 2 and 42', { exact: true })).toBeVisible();

  await terminal.getByRole('button', { name: 'Copy a link to look on' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(`${link}${new URL(host.address).hash}`);
  const seen = other.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-002' });
  await expect(seen.getByText('sim-vmw-vm-002 has 2 and 42', { exact: true })).toBeVisible();
  await other.keyboard.type('echo typed-by-the-other\n');
  await page.bringToFront();
  await terminal.locator('textarea').focus();
  await page.keyboard.type('echo typed-here\n');
  await expect(terminal.getByText('typed-here', { exact: true })).toBeVisible();
  await expect(seen.getByText('typed-here', { exact: true })).toBeVisible();
  await expect(terminal.getByText('typed-by-the-other')).toHaveCount(0);
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
  await expect(first.getByText('back-130', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Open a shell on c01s02' }).click();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await expect(first).toBeHidden();
  await page.getByRole('button', { name: 'All side by side' }).click();
  await expect(first).toBeVisible();
  await expect(page.getByRole('region', { name: 'Terminal of root on c01s02' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the terminal on c01s02' }).click();
  await expect(page.getByRole('tab')).toHaveCount(1);
});
