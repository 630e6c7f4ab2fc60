import { expect, test } from './support/host.ts';

// Under forced colours a terminal tells a screen reader what it shows, and so this test.
test.use({ contextOptions: { forcedColors: 'active' } });

const hashOf = (address: string): string => new URL(address).hash;

test('FR-120-615 a machine is found in the tree, shut down and started, kept as a snapshot, and looked into', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/explorer${hashOf(host.address)}`);
  // The inspector has the same buttons beside it.
  const screen = page.locator('#screen');
  const tree = page.getByRole('tree', { name: 'Tree of machines' });
  await page.getByRole('searchbox', { name: 'Find in the tree' }).fill('vmw-vm-003');
  await page.getByRole('button', { name: /^sim-vmw-vm-003/ }).click();
  await expect(tree.getByRole('treeitem', { name: /sim-vmw-vm-003/, selected: true })).toBeVisible();

  // By keys alone: up to its host, and the list follows.
  await tree.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Machines in sim-vmw-esxi-/ })).toBeVisible();
  await page.getByRole('link', { name: 'sim-vmw-vm-003' }).click();

  await expect(page.getByRole('heading', { name: 'sim-vmw-vm-003', level: 1 })).toBeVisible();
  await page.getByRole('tab', { name: 'Snapshots' }).click();
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('before');
  await dialog.getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(page.getByText('It stands here')).toBeVisible();

  await screen.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Power off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Power off' }).click();
  await expect(screen.locator('header').getByText('Off', { exact: true })).toBeVisible();
  await screen.getByRole('button', { name: 'Power on' }).click();
  await expect(screen.locator('header').getByText('On', { exact: true })).toBeVisible();

  // Nobody has been inside since: to look starts nothing, a console does.
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Open its console' }).click();
  await expect(page.getByRole('heading', { name: 'Consoles', level: 1 })).toBeAttached();

  await page.goto(`${host.url}/consoles?open=sim-vmw-vm-001${hashOf(host.address)}`);
  const terminal = page.getByRole('region', { name: 'Terminal of root on sim-vmw-vm-001' });
  await expect(terminal.getByText('[root@sim-vmw-vm-001 ~]#').last()).toBeVisible();
  await page.goto(`${host.url}/explorer${hashOf(host.address)}`);
  await page.getByRole('link', { name: 'sim-vmw-vm-001' }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
  const files = page.getByRole('grid', { name: 'Files' });
  await files.getByText('etc', { exact: true }).click();
  await files.getByText('hostname', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'File', exact: true }).first()).toContainText(
    'sim-vmw-vm-001',
  );
  await page.getByRole('tab', { name: 'Processes' }).click();
  await expect(page.getByRole('grid', { name: 'Processes' }).getByText('root').first()).toBeVisible();
});
