import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDatacenter } from '../../datacenter.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let dc: string;
beforeEach(async () => {
  lab = await openVmwareLab();
  const id = await makeDatacenter(lab);
  client = await lab.login();
  dc = `<dc type="Datacenter">${lab.vc.refs.ofId(id)?.value ?? ''}</dc>`;
});
afterEach(() => lab.close());

const manager = 'IpPoolManager:IpPoolManager';
const pool = (range: string): string =>
  `<pool><name>web</name><ipv4Config><subnetAddress>192.0.2.0</subnetAddress><netmask>255.255.255.0</netmask><range>${range}</range><ipPoolEnabled>true</ipPoolEnabled></ipv4Config><ipv6Config><range>2001:db8::ff # 2</range><ipPoolEnabled>true</ipPoolEnabled></ipv6Config></pool>`;

test('FR-020-276 a pool gives each name one address, until all are given, and says how many are left and whose they are', async () => {
  const create = (range: string) => client.call('CreateIpPool', manager, dc + pool(range));
  expect((await create('192.0.2.10')).fault).toBe('InvalidArgument');
  const id = (await create('192.0.2.10 # 1, 192.0.2.254#2')).values[0]?.text ?? '';
  expect((await create('192.0.2.10#1')).fault).toBe('DuplicateName');
  const give = async (name: string, family = 4): Promise<string> => {
    const inner = `${dc}<poolId>${id}</poolId><allocationId>${name}</allocationId>`;
    const answer = await client.call(`AllocateIpv${family}Address`, manager, inner);
    return answer.fault === '' ? (answer.values[0]?.text ?? '') : answer.fault;
  };
  expect(await give('a')).toBe('192.0.2.10');
  expect(await give('b')).toBe('192.0.2.254');
  expect(await give('a')).toBe('192.0.2.10');
  expect(await give('c')).toBe('192.0.2.255');
  expect(await give('d')).toBe('InvalidState');
  expect([await give('a', 6), await give('b', 6), await give('c', 6)]).toEqual([
    '2001:db8::ff',
    '2001:db8::100',
    'InvalidState',
  ]);
  const release = `${dc}<poolId>${id}</poolId><allocationId>b</allocationId>`;
  expect((await client.call('ReleaseIpAllocation', manager, release)).fault).toBe('');
  expect(await give('d')).toBe('192.0.2.254');
  const [told] = (await client.call('QueryIpPools', manager, dc)).values;
  expect([textIn(told, 'availableIpv4Addresses'), textIn(told, 'allocatedIpv4Addresses')]).toEqual([
    '0',
    '3',
  ]);
  const usage = await client.call(
    'QueryExtensionIpAllocationUsage',
    'ExtensionManager:ExtensionManager',
    '<extensionKeys>VirtualCenter</extensionKeys>',
  );
  // Four are left of IPv4 and IPv6: "b" gave both of its own back.
  expect(textIn(usage.values[0], 'numAddresses')).toBe('4');
  expect((await client.call('DestroyIpPool', manager, `${dc}<id>${id}</id><force>false</force>`)).fault).toBe(
    'InvalidState',
  );
  expect((await client.call('DestroyIpPool', manager, `${dc}<id>${id}</id><force>true</force>`)).fault).toBe(
    '',
  );
  expect((await client.call('QueryIpPools', manager, dc)).values).toEqual([]);
});

test('FR-020-275 the list of services names what the endpoint has, and where it is reached', async () => {
  const all = await client.call('QueryServiceList', 'ServiceManager:ServiceMgr', '');
  const content = await client.call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance', '');
  const refs = all.values.map((each) => textIn(each, 'service'));
  expect(refs).toContain(textIn(content.values[0], 'searchIndex'));
  expect(new Set(all.values.map((each) => textIn(each, 'location')))).toEqual(new Set([lab.url]));
  const one = '<serviceName>vim.SearchIndex</serviceName>';
  expect((await client.call('QueryServiceList', 'ServiceManager:ServiceMgr', one)).values).toHaveLength(1);
  const elsewhere = '<location>https://192.0.2.1/sdk</location>';
  expect((await client.call('QueryServiceList', 'ServiceManager:ServiceMgr', elsewhere)).values).toEqual([]);
});
