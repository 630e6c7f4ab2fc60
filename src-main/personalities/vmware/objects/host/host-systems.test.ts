import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { makeLoneHost } from '../../datacenter.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { taskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  host = await makeLoneHost(lab);
  await lab.make({ kind: 'vswitch', name: 'vSwitch0', parent: host, spec: { uplinks: ['vmnic0'] } });
  client = await lab.login();
});
afterEach(() => lab.close());

const part = (type: string, name: string): string => `${type}:${name}-${host}`;
const group = (name: string): string =>
  `<portgrp><name>${name}</name><vlanId>7</vlanId><vswitchName>vSwitch0</vswitchName><policy/></portgrp>`;

test('FR-020-073 switches and port groups of a host come, are used by machines, and go when nobody uses them', async () => {
  const system = part('HostNetworkSystem', 'networkSystem');
  expect((await client.call('AddPortGroup', system, group('web'))).fault).toBe('');
  expect((await client.call('AddPortGroup', system, group('web'))).fault).toBe('AlreadyExists');
  expect(lab.world.inventory.ofKind('network')[0]).toMatchObject({ name: 'web', spec: { vlan: 7 } });
  const taken = await client.call(
    'AddVirtualSwitch',
    system,
    '<vswitchName>vs1</vswitchName><spec><numPorts>8</numPorts><bridge xsi:type="HostVirtualSwitchBondBridge"><nicDevice>vmnic0</nicDevice></bridge></spec>',
  );
  expect(taken.fault).toBe('ResourceInUse');
  expect((await client.call('RemovePortGroup', system, '<pgName>nobody</pgName>')).fault).toBe('NotFound');
  expect((await client.call('RemovePortGroup', system, '<pgName>web</pgName>')).fault).toBe('');
  expect(lab.world.inventory.ofKind('network')).toEqual([]);
});

test('FR-020-074 what is set on a host stands in the lab and is read again: services, firewall, clock, options, lockdown', async () => {
  const services = part('HostServiceSystem', 'serviceSystem');
  expect((await client.call('StartService', services, '<id>TSM-SSH</id>')).fault).toBe('');
  expect((await client.call('StartService', services, '<id>TSM-SSH</id>')).fault).toBe('InvalidState');
  expect((await client.call('StartService', services, '<id>none</id>')).fault).toBe('NotFound');
  expect(
    (await client.call('EnableRuleset', part('HostFirewallSystem', 'firewallSystem'), '<id>ntpClient</id>'))
      .fault,
  ).toBe('');
  const clock = '<config><ntpConfig><server>10.0.0.1</server></ntpConfig></config>';
  expect(
    (await client.call('UpdateDateTimeConfig', part('HostDateTimeSystem', 'dateTimeSystem'), clock)).fault,
  ).toBe('');
  expect((await client.call('EnterLockdownMode', `HostSystem:${host}`)).fault).toBe('');
  const config = await client.call('Fetch', `HostSystem:${host}`, '<prop>config</prop>');
  expect(textIn(config.values[0], 'lockdownMode')).toBe('lockdownNormal');
  expect(textIn(config.values[0], 'dateTimeInfo.ntpConfig.server')).toBe('10.0.0.1');
  expect(
    lab.world.papers
      .below('vmware', `host/${host}`)
      .map(({ key }) => key.split('/').at(-1))
      .toSorted((one, other) => (one ?? '').localeCompare(other ?? '')),
  ).toEqual(['access', 'date-time', 'firewall', 'services']);
});

test('FR-020-075 a datastore is made on a disk that is free, mounted by the next host that names the same place, and gone with the last', async () => {
  const system = part('HostDatastoreSystem', 'datastoreSystem');
  const nas =
    '<spec><remoteHost>nas</remoteHost><remotePath>/x</remotePath><localPath>shared</localPath><accessMode>readWrite</accessMode></spec>';
  const made = await client.call('CreateNasDatastore', system, nas);
  expect(made.fault).toBe('');
  expect((await client.call('CreateNasDatastore', system, nas)).fault).toBe('DuplicateName');
  const parent = lab.world.inventory.get(host)?.parent;
  const other = await lab.make({ kind: 'host', name: 'esx-2', parent, spec: {} });
  expect(
    (await client.call('CreateNasDatastore', `HostDatastoreSystem:datastoreSystem-${other}`, nas)).values[0]
      ?.text,
  ).toBe(made.values[0]?.text);
  const free = await client.call('QueryAvailableDisksForVmfs', system);
  expect(free.values).toHaveLength(2);
  const store = `<datastore type="Datastore">${made.values[0]?.text ?? ''}</datastore>`;
  expect((await client.call('RemoveDatastore', system, store)).fault).toBe('');
  expect(lab.world.inventory.ofKind('datastore')).toHaveLength(1);
  expect(
    (await client.call('RemoveDatastore', `HostDatastoreSystem:datastoreSystem-${other}`, store)).fault,
  ).toBe('');
  expect(lab.world.inventory.ofKind('datastore')).toEqual([]);
});

test('FR-020-076 a host enters maintenance and leaves it, and goes down only from there or by force', async () => {
  const ref = `HostSystem:${host}`;
  const state = async (method: string, inner: string): Promise<string> =>
    (await taskEnd({ lab, client }, [method, ref, inner])).end;
  expect(await state('ShutdownHost_Task', '<force>false</force>')).toBe('InvalidState');
  expect(await state('EnterMaintenanceMode_Task', '<timeout>0</timeout>')).toBe('success');
  const mode = await client.call('Fetch', ref, '<prop>runtime.inMaintenanceMode</prop>');
  expect(mode.values[0]?.text).toBe('true');
  expect(await state('EnterMaintenanceMode_Task', '<timeout>0</timeout>')).toBe('InvalidState');
  expect(await state('ShutdownHost_Task', '<force>false</force>')).toBe('success');
  expect(lab.world.inventory.get(host)).toMatchObject({ spec: { power: 'off' } });
});

test('FR-020-304 a host tells what CPUID answers on its processors: that they are wide, and whose', async () => {
  const told = await client.call('Fetch', `HostSystem:${host}`, '<prop>hardware.cpuFeature</prop>');
  const bits = (level: string, register: string): string =>
    textIn(
      told.values[0]?.children.find((each) => textIn(each, 'level') === level),
      register,
    ) ?? '';
  expect(bits('-2147483647', 'edx')).toMatch(/^([01]{4}:){7}[01]{4}$/);
  // Bit 29, counted from the right: long mode.
  expect(bits('-2147483647', 'edx').replaceAll(':', '').at(-30)).toBe('1');
  const letters = (register: string): string => {
    const bytes = Number.parseInt(bits('0', register).replaceAll(':', ''), 2).toString(16);
    return Buffer.from(Buffer.from(bytes, 'hex').toReversed()).toString('latin1');
  };
  expect(['ebx', 'edx', 'ecx'].map(letters).join('')).toBe('GenuineIntel');
});
