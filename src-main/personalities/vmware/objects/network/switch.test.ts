import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { taskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  client = await lab.login();
});
afterEach(() => lab.close());

const ended = async (...asked: [method: string, self: string, inner: string]): Promise<string> =>
  (await taskEnd({ lab, client }, asked)).end;

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

test('FR-020-281 a host joins a distributed switch with its cards, has an uplink port for each, and leaves it again', async () => {
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  const [one, other] = [
    await lab.make({ kind: 'host', name: 'esx-1', parent: datacenter, spec: {} }),
    await lab.make({ kind: 'host', name: 'esx-2', parent: datacenter, spec: {} }),
  ].map((id) => lab.vc.refs.ofId(id)?.value ?? '');
  await lab.make({
    kind: 'vswitch',
    name: 'vSwitch0',
    parent: lab.world.inventory.ofKind('host')[0]?.id,
    spec: { uplinks: ['vmnic0'] },
  });
  const folder = `Folder:group-nd${datacenter.replace('datacenter-', '')}`;
  const uplinks =
    '<uplinkPortPolicy xsi:type="DVSNameArrayUplinkPortPolicy"><uplinkPortName>a</uplinkPortName><uplinkPortName>b</uplinkPortName></uplinkPortPolicy>';
  const spec = `<spec><configSpec xsi:type="VMwareDVSConfigSpec"><name>D</name>${uplinks}</configSpec></spec>`;
  expect(await ended('CreateDVS_Task', folder, spec)).toBe('success');
  const vswitch = lab.world.inventory.ofKind('vswitch').find(({ name }) => name === 'D');
  const dvs = `VmwareDistributedVirtualSwitch:${vswitch?.aliases.moRef ?? ''}`;
  const join = (host: string | undefined, operation: string, cards = ''): Promise<string> =>
    ended(
      'ReconfigureDvs_Task',
      dvs,
      `<spec><host><operation>${operation}</operation><host type="HostSystem">${host ?? ''}</host><backing xsi:type="DistributedVirtualSwitchHostMemberPnicBacking">${cards}</backing></host></spec>`,
    );
  const card = (device: string, port = ''): string =>
    `<pnicSpec><pnicDevice>${device}</pnicDevice>${port}</pnicSpec>`;
  expect(await join(one, 'edit')).toBe('NotFound');
  expect(await join(one, 'add')).toBe('success');
  expect(await join(one, 'add')).toBe('AlreadyExists');
  expect(await join(other, 'add')).toBe('success');
  const ports = async (host: string | undefined) =>
    (
      await client.call(
        'FetchDVPorts',
        dvs,
        `<criteria><uplinkPort>true</uplinkPort><host type="HostSystem">${host ?? ''}</host></criteria>`,
      )
    ).values;
  expect((await ports(one)).map((port) => textIn(port, 'config.name'))).toEqual(['a', 'b']);
  expect(await join(one, 'edit', card('vmnic0'))).toBe('DvsOperationBulkFault');
  expect(lab.vc.tasks.all().at(-1)?.fault?.fields).toMatchObject({
    hostFault: [{ host: { value: one }, fault: { fault: { _type: 'ResourceInUse', name: 'vmnic0' } } }],
  });
  expect(await join(one, 'edit', card('vmnic9'))).toBe('DvsOperationBulkFault');
  const key = textIn((await ports(other))[1], 'key') ?? '';
  expect(await join(other, 'edit', card('vmnic1', `<uplinkPortKey>${key}</uplinkPortKey>`))).toBe('success');
  expect(textIn((await ports(other))[1], 'connectee.nicKey')).toBe('vmnic1');
  const network = await client.call('Fetch', `HostSystem:${other ?? ''}`, '<prop>config.network</prop>');
  expect(textIn(network.values[0], 'proxySwitch.spec.backing.pnicSpec.uplinkPortKey')).toBe(key);
  expect(await join(one, 'remove')).toBe('success');
  expect(await ports(one)).toEqual([]);
  // The ports of who stays are the same as before.
  expect(textIn((await ports(other))[1], 'key')).toBe(key);
});

test('FR-020-334 a distributed switch keeps what it was told of uplinks, private VLANs, shares, checks and groups, and its port groups have it from there', async () => {
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  const folder = `Folder:group-nd${datacenter.replace('datacenter-', '')}`;
  const order =
    '<uplinkPortOrder><inherited>false</inherited><activeUplinkPort>b</activeUplinkPort></uplinkPortOrder>';
  const teaming = `<uplinkTeamingPolicy><inherited>false</inherited>${order}</uplinkTeamingPolicy>`;
  const config =
    '<configSpec xsi:type="VMwareDVSConfigSpec"><name>D</name><uplinkPortPolicy xsi:type="DVSNameArrayUplinkPortPolicy">' +
    '<uplinkPortName>a</uplinkPortName><uplinkPortName>b</uplinkPortName></uplinkPortPolicy>' +
    `<defaultPortConfig xsi:type="VMwareDVSPortSetting">${teaming}</defaultPortConfig></configSpec>`;
  expect(await ended('CreateDVS_Task', folder, `<spec>${config}</spec>`)).toBe('success');
  const dvs = `VmwareDistributedVirtualSwitch:${lab.world.inventory.ofKind('vswitch')[0]?.aliases.moRef ?? ''}`;
  expect(await ended('AddDVPortgroup_Task', dvs, '<spec><name>pg</name></spec>')).toBe('success');
  const group = lab.world.inventory.ofKind('network').find(({ name }) => name === 'pg');
  const portgroup = `DistributedVirtualPortgroup:${group === undefined ? '' : lab.vc.refs.of(group).value}`;
  const read = async (self: string) => (await client.call('Fetch', self, '<prop>config</prop>')).values[0];
  const inherited = 'defaultPortConfig.uplinkTeamingPolicy.uplinkPortOrder';
  expect(textIn(await read(portgroup), `${inherited}.activeUplinkPort`)).toBe('b');
  expect(textIn(await read(portgroup), `${inherited}.inherited`)).toBe('true');

  const pvlan = (operation: string) =>
    `<pvlanConfigSpec><pvlanEntry><primaryVlanId>7</primaryVlanId><secondaryVlanId>8</secondaryVlanId><pvlanType>isolated</pvlanType></pvlanEntry><operation>${operation}</operation></pvlanConfigSpec>`;
  const change = (inner: string) =>
    ended('ReconfigureDvs_Task', dvs, `<spec xsi:type="VMwareDVSConfigSpec">${inner}</spec>`);
  expect(await change(pvlan('add'))).toBe('success');
  expect(await change(pvlan('add'))).toBe('AlreadyExists');
  expect((await client.call('EnableNetworkResourceManagement', dvs, '<enable>true</enable>')).fault).toBe('');
  const check =
    '<healthCheckConfig xsi:type="VMwareDVSTeamingHealthCheckConfig"><enable>true</enable><interval>5</interval></healthCheckConfig>';
  expect(await ended('UpdateDVSHealthCheckConfig_Task', dvs, check)).toBe('success');
  const lag =
    '<lacpGroupSpec><lacpGroupConfig><name>lag1</name><uplinkNum>2</uplinkNum></lacpGroupConfig><operation>add</operation></lacpGroupSpec>';
  expect(await ended('UpdateDVSLacpGroupConfig_Task', dvs, lag)).toBe('success');
  const now = await read(dvs);
  expect(textIn(now, 'pvlanConfig.secondaryVlanId')).toBe('8');
  expect(textIn(now, 'networkResourceManagementEnabled')).toBe('true');
  expect(now?.children.filter(({ name }) => name === 'infrastructureTrafficResourceConfig')).toHaveLength(9);
  const checks = now?.children.filter(({ name }) => name === 'healthCheckConfig') ?? [];
  expect(checks.map((each) => textIn(each, 'enable'))).toEqual(['false', 'true']);
  expect(textIn(now, 'lacpGroupConfig.uplinkName')).toBe('lag1-0');
  expect(await change(pvlan('remove'))).toBe('success');
  expect(await change(pvlan('remove'))).toBe('NotFound');
});
