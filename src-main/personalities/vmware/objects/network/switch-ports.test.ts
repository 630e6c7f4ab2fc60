import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { taskEnd } from '../task-end.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
let dvs: string;
let group: string;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  estate = await buildEstate(lab);
  client = await lab.login();
  const vswitch = lab.world.inventory.ofKind('vswitch').find(({ name }) => name === 'DVS0');
  dvs = `VmwareDistributedVirtualSwitch:${vswitch?.aliases.moRef ?? ''}`;
  group = lab.vc.refs.ofId(estate.wire)?.value ?? '';
});
afterEach(() => lab.close());

const ended = async (...asked: [method: string, self: string, inner: string]): Promise<string> =>
  (await taskEnd({ lab, client }, asked)).end;

const portsOf = async (criteria: string): Promise<readonly XmlElement[]> =>
  (await client.call('FetchDVPorts', dvs, `<criteria>${criteria}</criteria>`)).values;
const portAt = async (key: string) => (await portsOf(`<portKey>${key}</portKey>`))[0];

/** The port that a machine says its adapter is on. */
async function ownPort(machine: string): Promise<string> {
  const device = 'config.hardware.device[4000]';
  const read = await client.call('Fetch', `VirtualMachine:${machine}`, `<prop>${device}</prop>`);
  return textIn(read.values[0], 'backing.port.portKey') ?? '';
}

const set = (key: string, inner: string): Promise<string> =>
  ended('ReconfigureDVPort_Task', dvs, `<port><operation>edit</operation><key>${key}</key>${inner}</port>`);
const yes = '<inherited>false</inherited><value>true</value>';

test('FR-020-341 a port tells which adapter is on it, and whether that one is up; it is the port that the machine names', async () => {
  const [web] = estate.machines;
  const key = await ownPort(web);
  expect(textIn(await portAt(key), 'connectee.connectedEntity')).toBe(web);
  expect(textIn(await portAt(key), 'connectee.nicKey')).toBe('4000');
  expect(textIn(await portAt(key), 'state.runtimeInfo.linkUp')).toBe('false');
  expect(await ended('PowerOnVM_Task', `VirtualMachine:${web}`, '')).toBe('success');
  expect(textIn(await portAt(key), 'state.runtimeInfo.linkUp')).toBe('true');
  expect(textIn(await portAt(key), 'proxyHost')).toBe(estate.hosts[0]);
  const taken = await portsOf(`<connected>true</connected><portgroupKey>${group}</portgroupKey>`);
  expect(taken).toHaveLength(3);
  expect(await portsOf(`<portgroupKey>${group}</portgroupKey>`)).toHaveLength(8);

  // Who stays keeps his port while others go.
  const other = await ownPort(estate.machines[1]);
  await lab.does({ type: 'inventory.remove', id: estate.machines[2] });
  expect(await ownPort(estate.machines[1])).toBe(other);
  expect(textIn(await portAt(other), 'connectee.connectedEntity')).toBe(estate.machines[1]);
});

test('FR-020-343 a port is set by itself as far as its group lets it differ, by who knows its version, and has from its group what it is not told', async () => {
  const key = await ownPort(estate.machines[0]);
  const vlan =
    '<vlan xsi:type="VmwareDistributedVirtualSwitchVlanIdSpec"><inherited>false</inherited><vlanId>9</vlanId></vlan>';
  const setting = (inner: string) => `<setting xsi:type="VMwareDVSPortSetting">${inner}</setting>`;
  expect(await set('1', '<name>x</name>')).toBe('NotFound');
  expect(await set(key, setting(vlan))).toBe('InvalidArgument');
  const block = setting(`<blocked>${yes}</blocked>`);
  expect(await set(key, `<name>web</name>${block}<configVersion>0</configVersion>`)).toBe('success');
  expect(await set(key, `<name>late</name><configVersion>0</configVersion>`)).toBe('ConcurrentAccess');
  expect(textIn(await portAt(key), 'config.name')).toBe('web');
  expect(textIn(await portAt(key), 'state.runtimeInfo.blocked')).toBe('true');

  const policy =
    '<policy xsi:type="VMwareDVSPortgroupPolicy"><vlanOverrideAllowed>true</vlanOverrideAllowed></policy>';
  const open = `<spec>${policy.replace('</policy>', others)}</spec>`;
  expect(await ended('ReconfigureDVPortgroup_Task', `DistributedVirtualPortgroup:${group}`, open)).toBe(
    'success',
  );
  expect(await set(key, setting(vlan))).toBe('success');
  expect(textIn(await portAt(key), 'state.runtimeInfo.vlanIds.start')).toBe('9');
  expect(textIn(await portAt(await ownPort(estate.machines[1])), 'state.runtimeInfo.vlanIds.start')).toBe(
    '0',
  );
  // What is inherited again is the group's.
  const back = setting(
    '<blocked><inherited>true</inherited></blocked><vlan xsi:type="VmwareDistributedVirtualSwitchVlanIdSpec"><inherited>true</inherited><vlanId>9</vlanId></vlan>',
  );
  expect(await set(key, back)).toBe('success');
  expect(textIn(await portAt(key), 'state.runtimeInfo.vlanIds.start')).toBe('0');
  expect(textIn(await portAt(key), 'state.runtimeInfo.blocked')).toBe('false');
  expect((await client.call('RefreshDVPortState', dvs, '<portKeys>1</portKeys>')).fault).toBe('NotFound');
  expect((await client.call('RefreshDVPortState', dvs, `<portKeys>${key}</portKeys>`)).fault).toBe('');
});

/** The other words of a policy, which all have to be said. */
const others = `${[
  'blockOverrideAllowed',
  'shapingOverrideAllowed',
  'vendorConfigOverrideAllowed',
  'livePortMovingAllowed',
  'portConfigResetAtDisconnect',
  'uplinkTeamingOverrideAllowed',
  'securityPolicyOverrideAllowed',
]
  .map((word) => `<${word}>true</${word}>`)
  .join('')}</policy>`;
