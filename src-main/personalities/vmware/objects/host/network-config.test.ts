import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { makeLoneHost } from '../../datacenter.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  host = await makeLoneHost(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const system = (): string => `HostNetworkSystem:networkSystem-${host}`;
const change = async (inner: string, mode = 'modify'): Promise<string> =>
  (
    await client.call(
      'UpdateNetworkConfig',
      system(),
      `<config>${inner}</config><changeMode>${mode}</changeMode>`,
    )
  ).fault;
const stack = (operation: string, key: string, more = ''): string =>
  `<netStackSpec><netStackInstance><key>${key}</key>${more}</netStackInstance><operation>${operation}</operation></netStackSpec>`;
const read = async (property: string) =>
  (await client.call('Fetch', `HostSystem:${host}`, `<prop>${property}</prop>`)).values[0];

test('FR-020-277 one call changes switches, port groups, names and stacks of a host, and networkConfig tells them', async () => {
  const vswitch =
    '<vswitch><changeOperation>add</changeOperation><name>vs1</name><spec><numPorts>64</numPorts><mtu>9000</mtu></spec></vswitch>';
  const group =
    '<portgroup><changeOperation>add</changeOperation><spec><name>web</name><vlanId>8</vlanId><vswitchName>vs1</vswitchName><policy/></spec></portgroup>';
  expect(await change(vswitch + group)).toBe('');
  expect(lab.world.inventory.ofKind('network')[0]).toMatchObject({ name: 'web', spec: { vlan: 8 } });
  const dns =
    '<dnsConfig><dhcp>false</dhcp><hostName>esx-1</hostName><domainName>lab.example</domainName><address>192.0.2.2</address></dnsConfig>';
  const cubic = '<congestionControlAlgorithm>cubic</congestionControlAlgorithm>';
  expect(await change(stack('edit', 'defaultTcpipStack', dns + cubic))).toBe('');
  const config = (await client.call('Fetch', system(), '<prop>networkConfig</prop>')).values[0];
  expect(textIn(config, 'vswitch.name')).toBe('vs1');
  expect(textIn(config, 'portgroup.spec.name')).toBe('web');
  expect(textIn(config, 'netStackSpec.netStackInstance.dnsConfig.domainName')).toBe('lab.example');
  expect(textIn(config, 'netStackSpec.netStackInstance.congestionControlAlgorithm')).toBe('cubic');
  expect(await change(stack('add', 'mine'))).toBe('NotSupported');
  expect(await change(stack('add', 'vmotion'))).toBe('');
  const nic =
    '<portgroup>web</portgroup><nic><ip><dhcp>true</dhcp></ip><netStackInstanceKey>vmotion</netStackInstanceKey></nic>';
  expect((await client.call('AddVirtualNic', system(), nic)).fault).toBe('');
  expect(await change(stack('remove', 'vmotion'))).toBe('ResourceInUse');
  expect(await change('', 'replace')).toBe('NotSupported');
  expect(
    await change(
      '<vswitch><changeOperation>remove</changeOperation><name>vs1</name></vswitch><portgroup><changeOperation>remove</changeOperation><spec><name>web</name><vlanId>0</vlanId><vswitchName>vs1</vswitchName><policy/></spec></portgroup>',
    ),
  ).toBe('');
  expect(lab.world.inventory.ofKind('vswitch')).toEqual([]);
});

test('FR-020-278 IPv6 of a host is switched at its next start, and until then the host says that it waits for one', async () => {
  expect(await change('<ipV6Enabled>false</ipV6Enabled>')).toBe('');
  const info = await read('config.network');
  expect([textIn(info, 'ipV6Enabled'), textIn(info, 'atBootIpV6Enabled')]).toEqual(['true', 'false']);
  expect(textIn(await read('summary'), 'rebootRequired')).toBe('true');
  await lab.run(60);
  await client.call('RebootHost_Task', `HostSystem:${host}`, '<force>true</force>');
  await lab.run(1800);
  expect(textIn(await read('config.network'), 'ipV6Enabled')).toBe('false');
  expect(textIn(await read('summary'), 'rebootRequired')).toBe('false');
});

test('FR-020-279 the options of a host say what they take', async () => {
  const supported = await client.call(
    'Fetch',
    `OptionManager:EsxHostAdvSettings-${host}`,
    '<prop>supportedOption</prop>',
  );
  const [list] = supported.values;
  const keys = list?.children.map((each) => textIn(each, 'key') ?? '') ?? [];
  expect(keys).toContain('UserVars.SuppressShellWarning');
  const known = await client.call('QueryOptions', `OptionManager:EsxHostAdvSettings-${host}`, '');
  expect(known.values.map((each) => textIn(each, 'key'))).toEqual(
    keys.toSorted((one, other) => (one < other ? -1 : 1)),
  );
});

test('FR-020-283 a host tells its kernel modules, and keeps the options that one is given', async () => {
  const modules = `HostKernelModuleSystem:kernelModuleSystem-${host}`;
  const set = (name: string) =>
    client.call('UpdateModuleOptionString', modules, `<name>${name}</name><options>ipv6=1</options>`);
  expect((await set('tcpip9')).fault).toBe('NotFound');
  expect((await set('tcpip4')).fault).toBe('');
  const asked = await client.call('QueryConfiguredModuleOptionString', modules, '<name>tcpip4</name>');
  expect(asked.values[0]?.text).toBe('ipv6=1');
  const all = (await client.call('QueryModules', modules)).values;
  const told = all.map((each) => [textIn(each, 'name'), textIn(each, 'optionString')]);
  expect(told).toContainEqual(['tcpip4', 'ipv6=1']);
  expect(new Set(all.map((each) => textIn(each, 'textSection.address'))).size).toBe(all.length);
});

test('FR-020-332 a host tells the port groups that a lab has on every host, and those of its own addresses', async () => {
  await lab.make({ kind: 'vswitch', name: 'vSwitch0', parent: host, spec: { uplinks: ['vmnic0'] } });
  const parent = lab.world.inventory.ofKind('datacenter')[0]?.id;
  const shared = await lab.make({ kind: 'network', name: 'servers', parent, spec: { vlan: 100 } });
  const machine = {
    host,
    disks: [],
    nics: [{ key: 4000, label: 'one', network: shared, mac: '00:50:56:00:00:01' }],
  };
  await lab.make({ kind: 'vm', name: 'web', parent, spec: machine });
  const groups = (await read('config.network.portgroup'))?.children ?? [];
  expect(groups.map((each) => [textIn(each, 'spec.name'), textIn(each, 'spec.vlanId')])).toEqual([
    ['servers', '100'],
    ['Management Network', '0'],
  ]);
  expect(groups.map((each) => textIn(each, 'vswitch'))).toEqual(
    Array.from({ length: 2 }, () => 'key-vim.host.VirtualSwitch-vSwitch0'),
  );
  const taken =
    '<portgrp><name>servers</name><vlanId>1</vlanId><vswitchName>vSwitch0</vswitchName><policy/></portgrp>';
  expect((await client.call('AddPortGroup', system(), taken)).fault).toBe('AlreadyExists');
  const remove = async (name: string) =>
    (await client.call('RemovePortGroup', system(), `<pgName>${name}</pgName>`)).fault;
  expect(await remove('servers')).toBe('NotSupported');
  expect(await remove('Management Network')).toBe('ResourceInUse');
  expect(await remove('nobody')).toBe('NotFound');
});
