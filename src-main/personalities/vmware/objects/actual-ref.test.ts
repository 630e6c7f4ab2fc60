import { expect, test } from 'vitest';
import { openVmwareLab } from '../vmware-lab.fixture.ts';

test('FR-020-067 a host that is asked itself knows its own things by the names that ESXi gives them', async () => {
  const lab = await openVmwareLab({ deps: { kind: 'host' } });
  const site = await lab.make({ kind: 'site', name: 'site', spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'ha-datacenter', parent: site, spec: {} });
  await lab.make({ kind: 'host', name: 'esx-01', parent: datacenter, spec: {} });
  const client = await lab.login();
  const nameOf = async (ref: string): Promise<string | undefined> =>
    (await client.call('Fetch', ref, '<prop>name</prop>')).values[0]?.text;
  expect(await nameOf('Folder:ha-folder-root')).toBe('ha-folder-root');
  expect(await nameOf('Datacenter:ha-datacenter')).toBe('ha-datacenter');
  expect(await nameOf('HostSystem:ha-host')).toBe('esx-01');
  expect(await nameOf('ComputeResource:ha-compute-res')).toBe('esx-01');
  expect(await nameOf('ResourcePool:ha-root-pool')).toBe('Resources');
  expect(await nameOf('Folder:ha-folder-vm')).toBe('vm');
  const content = await client.call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance');
  expect(content.text).toContain('<apiType>HostAgent</apiType>');
  expect((await client.call('Fetch', 'Folder:ha-nothing', '<prop>name</prop>')).fault).toBe(
    'ManagedObjectNotFound',
  );
  await lab.close();
});
