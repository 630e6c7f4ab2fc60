import { join } from 'node:path';
import { openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import { openVCenter } from './support/vcenter.ts';

const user = '<userName>administrator@vsphere.local</userName>';

test('FR-120-691 what a client asks is seen while it is asked, read whole, and its session ended', async ({
  page,
  host,
}) => {
  const vcenter = await openVCenter(host);
  await openScreen(page, 'vSphere');
  const calls = page.getByRole('grid', { name: 'Calls of clients' });
  await expect(page.getByText('No client has called yet')).toBeVisible();
  await vcenter.soap('Login', 'SessionManager', `${user}<password>wrong-word</password>`);
  await vcenter.soap('Login', 'SessionManager', `${user}<password>Coldaisle1!</password>`);
  expect(await vcenter.soap('CurrentTime', 'ServiceInstance')).toContain('returnval');
  await expect(calls.getByRole('row', { name: /CurrentTime/ })).toBeVisible();

  await page.getByRole('switch', { name: 'Only faults' }).click();
  await expect(calls.getByRole('row', { name: /CurrentTime/ })).toBeHidden();
  await calls.getByRole('row', { name: /Login.*InvalidLogin/ }).click();
  const one = page.getByRole('complementary', { name: 'The call' });
  await expect(one.getByText('a-journey')).toBeVisible();
  await one.getByRole('tab', { name: 'Request' }).click();
  await expect(one.getByRole('region', { name: 'Request' })).toContainText('administrator@vsphere.local');
  await expect(one).not.toContainText('wrong-word');
  await one.getByRole('tab', { name: 'Answer' }).click();
  await expect(one.getByRole('region', { name: 'Answer' })).toContainText('InvalidLogin');
  await expect(page).toHaveURL(/call=\d+/);
  await page.keyboard.press('Escape');
  await expect(one).toBeHidden();

  await page.getByRole('tab', { name: /^Sessions/ }).click();
  await page.getByRole('button', { name: /^End the session of/ }).click();
  await expect(page.getByText('Nobody is logged in.')).toBeVisible();
  expect(await vcenter.soap('Logout', 'SessionManager')).toContain('NotAuthenticated');
});

test('FR-120-692 the screen gives each client its words, and switches the vCenter off and on', async ({
  page,
  host,
}) => {
  const { port } = await openVCenter(host);
  await openScreen(page, 'vSphere');
  await page.getByRole('tab', { name: 'Use it' }).click();
  const words = page.getByRole('region', { name: 'Words for each client' });
  await expect(words.getByText(`export GOVC_URL=https://127.0.0.1:${port}/sdk`)).toBeVisible();
  for (const client of ['pyvmomi', 'Ansible', 'PowerCLI', 'Terraform', 'Packer', 'curl'])
    await expect(words.getByRole('heading', { name: client })).toBeVisible();
  await page.getByRole('switch', { name: 'Answers clients' }).click();
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(words.getByText(`127.0.0.1:${port}/sdk`).first()).toBeVisible();
  expect((await ask(host, 'vsphere')).state).toBe('up');
});

test.describe('through every layer', () => {
  test.use({ order: { lab: join(import.meta.dirname, 'support/two-racks.lab.yaml') } });
  test.setTimeout(180_000);

  test('FR-120-693 a machine that a client makes is in the explorer, one made here is told to clients, and a rack without power takes its host from them', async ({
    page,
    host,
  }) => {
    const vcenter = await openVCenter(host);
    const first = async (path: string, key: string): Promise<string> => {
      const [item] = (await vcenter.rest('GET', path)) as readonly Readonly<Record<string, string>>[];
      return item?.[key] ?? '';
    };
    const placement = {
      folder: await first('/api/vcenter/folder?type=VIRTUAL_MACHINE', 'folder'),
      cluster: await first('/api/vcenter/cluster', 'cluster'),
      datastore: await first('/api/vcenter/datastore', 'datastore'),
    };
    await vcenter.rest('POST', '/api/vcenter/vm', {
      name: 'by-a-client',
      guest_OS: 'DEBIAN_12_64',
      placement,
    });
    await openScreen(page, 'Explorer');
    await expect(page.getByText('by-a-client').first()).toBeVisible();

    const web = await ask(host, 'entity', { id: 'web-01' });
    await command(host, { type: 'inventory.change', id: web.id, name: 'renamed-here' });
    const names = async (): Promise<readonly string[]> =>
      ((await vcenter.rest('GET', '/api/vcenter/vm')) as readonly { name: string }[]).map(({ name }) => name);
    await expect.poll(names).toContain('renamed-here');

    const { id: rack } = await ask(host, 'entity', { id: 'R01' });
    const { items: feeds } = await ask(host, 'entities', { kinds: 'pdu', parent: rack });
    for (const { id } of feeds)
      await command(host, { type: 'plant.order', target: id, verb: 'breaker-open', value: null });
    const states = async (): Promise<readonly string[]> =>
      ((await vcenter.rest('GET', '/api/vcenter/host')) as readonly { connection_state: string }[]).map(
        (one) => one.connection_state,
      );
    await expect.poll(states, { timeout: 60_000 }).toEqual(['NOT_RESPONDING', 'CONNECTED']);
  });
});
