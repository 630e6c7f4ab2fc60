import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { problemsInAnswer } from '../wire/answer-check.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';
import { esxcliOn, rowsIn } from './esxcli.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
beforeEach(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const system = (): string => `HostStorageSystem:storageSystem-${estate.loner}`;
const esxcli = (words: string, args: Readonly<Record<string, string>> = {}) =>
  esxcliOn({ lab, client, host: estate.loner }, words, args);

const device = '<iScsiHbaDevice>vmhba64</iScsiHbaDevice>';
const told = async (method: string, inner: string): Promise<string> =>
  (await client.call(method, system(), device + inner)).fault;
const turn = (enabled: boolean) =>
  client.call('UpdateSoftwareInternetScsiEnabled', system(), `<enabled>${enabled}</enabled>`);

/** The adapter as the host tells it; undefined where there is none. */
async function adapter(): Promise<XmlElement | undefined> {
  const { values, body } = await client.call('Fetch', system(), '<prop>storageDeviceInfo</prop>');
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', body)).toEqual([]);
  return values[0]?.children.find(
    ({ name, type }) => name === 'hostBusAdapter' && type?.name === 'HostInternetScsiHba',
  );
}

const target = (address: string, more = '') => `<targets><address>${address}</address>${more}</targets>`;
const disk = '<iScsiName>iqn.2020-01.lab.san:disk1</iScsiName>';

test('FR-020-347 a host has an iSCSI adapter while software iSCSI is on, under the name, alias and with the authentication that it was given', async () => {
  expect(await adapter()).toBe(undefined);
  const name = (text: string) => `<iScsiName>${text}</iScsiName>`;
  expect(await told('UpdateInternetScsiName', name('iqn.2020-01.lab:esx'))).toBe('NotFound');
  expect((await turn(true)).fault).toBe('');
  expect(textIn(await adapter(), 'iScsiName')).toBe('iqn.1998-01.com.vmware:esx-03');
  expect(await told('UpdateInternetScsiName', name('esx'))).toBe('InvalidArgument');
  expect(await told('UpdateInternetScsiName', name('iqn.2020-01.lab:esx'))).toBe('');
  expect(await told('UpdateInternetScsiAlias', '<iScsiAlias>edge</iScsiAlias>')).toBe('');
  const auth = (inner: string) =>
    `<authenticationProperties><chapAuthEnabled>true</chapAuthEnabled>${inner}</authenticationProperties>`;
  expect(await told('UpdateInternetScsiAuthenticationProperties', auth(''))).toBe('InvalidArgument');
  const chap = '<chapName>ann</chapName><chapSecret>hush</chapSecret>';
  const mutual = '<mutualChapAuthenticationType>chapRequired</mutualChapAuthenticationType>';
  expect(await told('UpdateInternetScsiAuthenticationProperties', auth(chap + mutual))).toBe(
    'InvalidArgument',
  );
  expect(await told('UpdateInternetScsiAuthenticationProperties', auth(chap))).toBe('');
  const now = await adapter();
  expect([textIn(now, 'iScsiName'), textIn(now, 'iScsiAlias')]).toEqual(['iqn.2020-01.lab:esx', 'edge']);
  expect(textIn(now, 'authenticationProperties.chapName')).toBe('ann');
  // A secret goes in, and never comes out again.
  expect(JSON.stringify(lab.world.papers.below('vmware', `host/${estate.loner}`))).not.toContain('hush');
  const isns =
    '<iSnsDiscoveryEnabled>true</iSnsDiscoveryEnabled><slpDiscoveryEnabled>false</slpDiscoveryEnabled>';
  const both =
    '<staticTargetDiscoveryEnabled>true</staticTargetDiscoveryEnabled><sendTargetsDiscoveryEnabled>false</sendTargetsDiscoveryEnabled>';
  const discovery = (first: string) => `<discoveryProperties>${first}${both}</discoveryProperties>`;
  expect(await told('UpdateInternetScsiDiscoveryProperties', discovery(isns))).toBe('NotSupported');
  expect(await told('UpdateInternetScsiDiscoveryProperties', discovery(isns.replace('true', 'false')))).toBe(
    '',
  );
  expect(textIn(await adapter(), 'discoveryProperties.sendTargetsDiscoveryEnabled')).toBe('false');

  expect((await turn(false)).fault).toBe('');
  expect(await adapter()).toBe(undefined);
  await turn(true);
  expect(textIn(await adapter(), 'iScsiAlias')).toBe('edge');
});

test('FR-020-348 targets of an iSCSI adapter are added once and removed, with an authentication of their own; none answers, and no disk comes of them', async () => {
  await turn(true);
  const disks = async () =>
    (await client.call('Fetch', system(), '<prop>storageDeviceInfo</prop>')).text.match(/<scsiLun /g)?.length;
  const before = await disks();
  expect(await told('AddInternetScsiSendTargets', target('10.0.0.9'))).toBe('');
  expect(await told('AddInternetScsiSendTargets', target('10.0.0.9'))).toBe('HostConfigFault');
  expect(await told('AddInternetScsiSendTargets', target('no address'))).toBe('InvalidArgument');
  expect(await told('AddInternetScsiSendTargets', target('10.0.0.9', '<port>70000</port>'))).toBe(
    'InvalidArgument',
  );
  expect(await told('AddInternetScsiStaticTargets', target('10.0.0.9', '<iScsiName>x</iScsiName>'))).toBe(
    'InvalidArgument',
  );
  expect(await told('AddInternetScsiStaticTargets', target('10.0.0.9', disk))).toBe('');
  const own = `<authenticationProperties><chapAuthEnabled>true</chapAuthEnabled><chapName>bob</chapName></authenticationProperties><targetSet><staticTargets><address>10.0.0.9</address>${disk}</staticTargets></targetSet>`;
  expect(await told('UpdateInternetScsiAuthenticationProperties', own)).toBe('');
  const now = await adapter();
  expect(textIn(now, 'configuredSendTarget.port')).toBe('3260');
  expect(textIn(now, 'configuredSendTarget.authenticationProperties.chapInherited')).toBe('true');
  expect(textIn(now, 'configuredStaticTarget.iScsiName')).toBe('iqn.2020-01.lab.san:disk1');
  expect(textIn(now, 'configuredStaticTarget.authenticationProperties.chapName')).toBe('bob');

  expect((await client.call('RescanHba', system(), '<hbaDevice>vmhba64</hbaDevice>')).fault).toBe('');
  expect(await disks()).toBe(before);
  expect(rowsIn(await esxcli('iscsi adapter target list'))).toEqual([
    {
      Adapter: 'vmhba64',
      Alias: '',
      DiscoveryMethod: 'STATIC',
      LastError: 'Unreachable: nothing answers at 10.0.0.9:3260',
      Target: 'iqn.2020-01.lab.san:disk1',
    },
  ]);
  expect(await told('RemoveInternetScsiStaticTargets', target('10.0.0.9', disk))).toBe('');
  expect(await told('RemoveInternetScsiStaticTargets', target('10.0.0.9', disk))).toBe('NotFound');
  expect(await told('RemoveInternetScsiSendTargets', target('10.0.0.8'))).toBe('NotFound');
  expect(await told('RemoveInternetScsiSendTargets', target('10.0.0.9'))).toBe('');
  expect(textIn(await adapter(), 'configuredSendTarget.address')).toBe(undefined);
});

test('FR-020-349 esxcli says and tells the same of iSCSI: adapter, targets, authentication; and scans adapters', async () => {
  const on = { adapter: 'vmhba64' };
  expect((await esxcli('iscsi adapter get', on)).fault).toBe('There is no iSCSI adapter vmhba64 here.');
  expect((await esxcli('iscsi software set', { enabled: 'true' })).fault).toBe('');
  expect((await esxcli('iscsi adapter set', { ...on, name: 'iqn.2020-01.lab:a', alias: 'edge' })).fault).toBe(
    '',
  );
  expect(textIn((await esxcli('iscsi adapter get', on)).answer, 'Alias')).toBe('edge');
  expect(rowsIn(await esxcli('iscsi adapter list'))).toMatchObject([{ UID: 'iqn.2020-01.lab:a' }]);
  const send = 'iscsi adapter discovery sendtarget';
  expect((await esxcli(`${send} add`, { ...on, address: '10.0.0.9:3261' })).fault).toBe('');
  expect((await esxcli(`${send} add`, { ...on, address: '[fd00::9]' })).fault).toBe('');
  expect(rowsIn(await esxcli(`${send} list`)).map(({ Sendtarget }) => Sendtarget)).toEqual([
    '10.0.0.9:3261',
    '[fd00::9]:3260',
  ]);
  expect((await esxcli(`${send} remove`, { ...on, address: '10.0.0.9:3261' })).fault).toBe('');
  expect((await esxcli(`${send} remove`, { ...on, address: '10.0.0.9:3261' })).fault).toBe(
    '10.0.0.9 is none of the targets.',
  );
  const fixed = { ...on, address: '10.0.0.9', name: 'iqn.2020-01.lab.san:d' };
  expect((await esxcli('iscsi adapter discovery statictarget add', fixed)).fault).toBe('');
  expect(rowsIn(await esxcli('iscsi adapter discovery statictarget list'))).toMatchObject([
    { TargetAddress: '10.0.0.9:3260', TargetName: 'iqn.2020-01.lab.san:d' },
  ]);
  expect((await esxcli('iscsi adapter discovery statictarget remove', fixed)).fault).toBe('');
  const chap = 'iscsi adapter auth chap';
  expect((await esxcli(`${chap} set`, { ...on, level: 'always' })).fault).toMatch(/^Invalid level always/);
  expect((await esxcli(`${chap} set`, { ...on, level: 'required', authname: 'ann' })).fault).toBe('');
  expect(
    (await esxcli(`${chap} set`, { ...on, direction: 'mutual', level: 'required', authname: 'san' })).fault,
  ).toBe('');
  expect(rowsIn(await esxcli(`${chap} get`))).toEqual([
    { Direction: 'uni', Level: 'required', Name: 'ann' },
    { Direction: 'mutual', Level: 'required', Name: 'san' },
  ]);
  expect(textIn(await adapter(), 'authenticationProperties.mutualChapName')).toBe('san');
  expect((await esxcli('iscsi adapter discovery rediscover', on)).fault).toBe('');
  expect((await esxcli('storage core adapter rescan', { all: 'true' })).fault).toBe('');
  expect((await esxcli('storage core adapter rescan', { adapter: 'vmhba9' })).fault).toBe(
    'esx-03 has no adapter vmhba9.',
  );
  expect(rowsIn(await esxcli('iscsi session list'))).toEqual([]);
});
