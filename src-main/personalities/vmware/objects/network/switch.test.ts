import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  client = await lab.login();
});
afterEach(() => lab.close());

async function ended(method: string, self: string, inner: string): Promise<string> {
  const answer = await client.call(method, self, inner);
  if (answer.fault !== '') return answer.fault;
  const task = lab.vc.tasks.get(answer.values[0]?.text ?? '');
  for (let turns = 0; task?.state === 'running' && turns < 50; turns += 1) await lab.run(1);
  return task?.fault?.type ?? task?.state ?? '';
}

test('FR-020-082 a distributed switch has its uplinks and port groups, their VLANs and ports; what is in use stays', async () => {
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  const folder = `Folder:group-nd${datacenter.replace('datacenter-', '')}`;
  const spec = '<spec><configSpec xsi:type="VMwareDVSConfigSpec"><name>D</name></configSpec></spec>';
  expect(await ended('CreateDVS_Task', folder, spec)).toBe('success');
  expect(await ended('CreateDVS_Task', folder, spec)).toBe('DuplicateName');
  const [vswitch] = lab.world.inventory.ofKind('vswitch');
  const dvs = `VmwareDistributedVirtualSwitch:${vswitch?.aliases.moRef ?? ''}`;
  const vlan =
    '<defaultPortConfig xsi:type="VMwareDVSPortSetting"><vlan xsi:type="VmwareDistributedVirtualSwitchVlanIdSpec"><inherited>false</inherited><vlanId>7</vlanId></vlan></defaultPortConfig>';
  expect(
    await ended('AddDVPortgroup_Task', dvs, `<spec><name>pg</name><numPorts>2</numPorts>${vlan}</spec>`),
  ).toBe('success');
  const group = lab.world.inventory.ofKind('network').find(({ name }) => name === 'pg');
  expect(group?.spec.vlan).toBe(7);
  const key = group === undefined ? '' : lab.vc.refs.of(group).value;
  const ports = await client.call(
    'FetchDVPorts',
    dvs,
    `<criteria><portgroupKey>${key}</portgroupKey></criteria>`,
  );
  expect(ports.values).toHaveLength(2);
  expect(textIn(ports.values[0], 'portgroupKey')).toBe(key);
  const nics = [{ key: 4000, label: 'Network adapter 1', network: group?.id, mac: '00:50:56:00:00:01' }];
  await lab.make({ kind: 'vm', name: 'web', parent: datacenter, spec: { nics } });
  expect(await ended('Destroy_Task', `DistributedVirtualPortgroup:${key}`, '')).toBe('ResourceInUse');
  expect(await ended('Destroy_Task', dvs, '')).toBe('ResourceInUse');
  const stale = '<spec><configVersion>77</configVersion><name>x</name></spec>';
  expect(await ended('ReconfigureDVPortgroup_Task', `DistributedVirtualPortgroup:${key}`, stale)).toBe(
    'ConcurrentAccess',
  );
});
