import { afterEach, beforeEach, expect, test } from 'vitest';
import { depotFiles, madeId, makePatchable, vibFile, zipOf } from '../patches/depot.fixture.ts';
import type { Made, Patchable } from '../patches/depot.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';
import { esxcliOn } from './esxcli.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let there: Patchable;
beforeEach(async () => {
  lab = await openVmwareLab();
  there = await makePatchable(lab);
  client = await lab.login();
  await lab.does({ type: 'host.mode', id: there.host, mode: 'maintenance' });
  await lab.run(1);
});
afterEach(() => lab.close());

type Row = Readonly<Record<string, readonly string[]>>;
const textOf = (row: Row, name: string): string => row[name]?.join() ?? '';
type Told = { readonly one: Row; readonly rows: readonly Row[]; readonly fault: string };

const rowOf = ({ children }: XmlElement): Row => {
  const row: Record<string, string[]> = {};
  for (const { name, text } of children) (row[name] ??= []).push(text);
  return row;
};

async function esxcli(words: string, args: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { answer, fault } = await esxcliOn({ lab, client, host: there.host }, words, args);
  return answer === undefined
    ? { one: {}, rows: [], fault }
    : { one: rowOf(answer), rows: answer.children.map(rowOf), fault };
}

const nic: Made = { name: 'acme-nic', version: '1.2.0-1' };
const tool: Made = { name: 'acme-tool', version: '3.0-1', live: true };
const i40en: Made = { name: 'i40en', version: '9.0.0-1', vendor: 'VMware' };
const parts = { vibs: [nic, tool, i40en], bulletin: 'ACME-1', profile: 'ACME-8.0' };

const offers = async (words: string, depot: string): Promise<readonly string[]> =>
  (await esxcli(words, { depot })).rows.map((row) => `${textOf(row, 'Name')} ${textOf(row, 'Status')}`);
const names = async (args = {}): Promise<readonly string[]> =>
  (await esxcli('software vib list', args)).rows.map(
    (row) => `${textOf(row, 'Name')} ${textOf(row, 'Version')}`,
  );

test('FR-020-319 esxcli lists what a depot offers, updates what the host has, installs the rest, and shows both images until the next start', async () => {
  const depot = await there.put('depot.zip', zipOf(depotFiles(parts)));
  expect(await offers('software sources vib list', depot)).toEqual([
    'acme-nic New',
    'acme-tool New',
    'i40en Update',
  ]);
  expect((await esxcli('software vib update', { depot })).one).toMatchObject({
    RebootRequired: ['true'],
    VIBsInstalled: [madeId(i40en)],
    VIBsRemoved: [expect.stringMatching(/^VMware_bootbank_i40en_8/)],
  });
  expect(await names()).not.toContain('i40en 9.0.0-1');
  expect(await names({ rebootingimage: '' })).toContain('i40en 9.0.0-1');
  const trial = await esxcli('software vib install', { depot, dryrun: '' });
  expect(trial.one).toMatchObject({
    Message: ['Dryrun only, host not changed.'],
    VIBsInstalled: [madeId(nic), madeId(tool)],
    VIBsSkipped: [madeId(i40en)],
  });
  expect((await esxcli('software vib install', { depot, vibname: 'none' })).fault).toContain('none');
  expect((await esxcli('software vib install', { depot, vibname: 'acme-nic' })).fault).toBe('');
  await lab.does({ type: 'host.power', id: there.host, verb: 'reboot', machines: 'refuse' });
  await lab.run(600);
  expect(await names()).toEqual(expect.arrayContaining(['i40en 9.0.0-1', 'acme-nic 1.2.0-1']));
  expect(await names({ rebootingimage: '' })).toEqual([]);
  expect((await esxcli('software profile get')).one['Name']?.[0]).toMatch(/^\(Updated\) ESXi-8/);
});

test('FR-020-319 a package is installed by its file, told in full, and removed; what the image stands on is not', async () => {
  const viburl = await there.put('tool.vib', vibFile(tool));
  const done = await esxcli('software vib install', { viburl });
  expect(done.one).toMatchObject({ RebootRequired: ['false'], VIBsInstalled: [madeId(tool)] });
  const [told] = (await esxcli('software vib get', { vibname: 'acme-tool' })).rows;
  expect(told).toMatchObject({ LiveInstallAllowed: ['true'], Description: ['acme-tool of ACME'] });
  expect((await esxcli('software vib remove', { vibname: 'acme-tool' })).one['VIBsRemoved']).toEqual([
    madeId(tool),
  ]);
  expect((await esxcli('software vib remove', { vibname: 'acme-tool' })).fault).toContain('acme-tool');
  expect((await esxcli('software vib remove', { vibname: 'esx-base' })).fault).toContain('stays');
  expect((await esxcli('software vib remove', { vibname: 'vsan' })).fault).toBe('');
  expect(await names({ rebootingimage: '' })).toHaveLength(9);
  expect((await esxcli('software vib install')).fault).toContain('--depot');
});

test('FR-020-320 a profile of a depot is listed, told, compared with, brought the host up to, and installed only with leave to remove', async () => {
  const bases = ['esx-base', 'esx-update'].map((name): Made => ({
    name,
    version: '8.0.3-0.0.24022510',
    vendor: 'VMware',
    level: 'certified',
  }));
  const vibs = [...bases, i40en];
  const depot = await there.put('u3.zip', zipOf(depotFiles({ ...parts, vibs })));
  const profile = { depot, profile: 'ACME-8.0' };
  expect((await esxcli('software sources profile list', { depot })).rows).toMatchObject([
    { Name: ['ACME-8.0'], AcceptanceLevel: ['PartnerSupported'] },
  ]);
  expect((await esxcli('software sources profile get', profile)).one['VIBs']).toEqual(vibs.map(madeId));
  expect((await esxcli('software profile update', { depot, profile: 'none' })).fault).toContain('none');
  const before = (await esxcli('software profile validate', profile)).one;
  expect(before).toMatchObject({ Compliant: ['false'], VIBsinValidationProfileonly: vibs.map(madeId) });
  expect((await esxcli('software profile install', profile)).fault).toContain('--ok-to-remove');
  const done = await esxcli('software profile install', { ...profile, oktoremove: '' });
  expect(done.one['VIBsRemoved']).toHaveLength(10);
  await lab.does({ type: 'host.power', id: there.host, verb: 'reboot', machines: 'refuse' });
  await lab.run(600);
  expect((await esxcli('software profile validate', profile)).one['Compliant']).toEqual(['true']);
  expect((await esxcli('software profile get')).one).toMatchObject({ Name: ['ACME-8.0'] });
  expect((await esxcli('software profile update', profile)).one['Message']).toEqual(['Host is not changed.']);
});
