import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { makePatchable, vibFile } from './depot.fixture.ts';
import type { Patchable } from './depot.fixture.ts';
import { vibIn } from './vib.ts';

let lab: VmwareLab;
let client: SoapClient;
let there: Patchable;
beforeEach(async () => {
  lab = await openVmwareLab();
  there = await makePatchable(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const nic = (version: string, level = 'partner'): Buffer => vibFile({ name: 'acme-nic', version, level });

/** The fault of the task or of the call; '' where it went well. */
async function ordered(method: string, inner: string): Promise<string> {
  const answer = await client.call(method, `HostPatchManager:patchManager-${there.host}`, inner);
  if (answer.fault !== '') return answer.fault;
  const task = answer.values[0]?.text ?? '';
  await lab.run(1);
  const info = (await client.call('Fetch', `Task:${task}`, '<prop>info</prop>')).values[0];
  const fault = info?.children.find(({ name }) => name === 'error');
  return fault?.children.find(({ name }) => name === 'fault')?.type?.name ?? textIn(info, 'state') ?? '';
}
const install = (url: string): Promise<string> =>
  ordered('InstallHostPatchV2_Task', `<vibUrls>${url}</vibUrls>`);
const packages = async (): Promise<readonly string[]> =>
  (
    await client.call('fetchSoftwarePackages', `HostImageConfigManager:imageConfigManager-${there.host}`)
  ).values.map((one) => `${textIn(one, 'name')} ${textIn(one, 'version')}`);
const awaits = async (): Promise<string> =>
  (await client.call('Fetch', `HostSystem:${there.host}`, '<prop>summary.rebootRequired</prop>')).values[0]
    ?.text ?? '';

test('FR-020-264 a package is put on a host in maintenance, stands among its packages, waits for the next start, and is taken off', async () => {
  const url = await there.put('vibs/acme.vib', nic('1.2.0-1OEM'));
  expect(await install(url)).toBe('PatchInstallFailed');
  expect(await packages()).not.toContain('acme-nic 1.2.0-1OEM');
  await lab.does({ type: 'host.mode', id: there.host, mode: 'maintenance' });
  await lab.run(1);
  expect(await install(`file://${url}`)).toBe('success');
  expect(await packages()).toContain('acme-nic 1.2.0-1OEM');
  expect(await awaits()).toBe('true');
  expect(await install(url)).toBe('PatchAlreadyInstalled');
  const newer = await there.put('vibs/acme2.vib', nic('1.3.0-1OEM'));
  expect(await install(newer)).toBe('success');
  expect((await packages()).filter((one) => one.startsWith('acme'))).toEqual(['acme-nic 1.3.0-1OEM']);
  await lab.does({ type: 'host.power', id: there.host, verb: 'reboot', machines: 'refuse' });
  await lab.run(600);
  expect(await awaits()).toBe('false');
  const id = '<bulletinIds>ACME_bootbank_acme-nic_1.3.0-1OEM</bulletinIds>';
  expect(await ordered('UninstallHostPatch_Task', id)).toBe('success');
  expect(await ordered('UninstallHostPatch_Task', id)).toBe('PatchNotApplicable');
  expect(await packages()).toHaveLength(10);
});

test('FR-020-265 what is no package, is not there, or is of too low a level is refused by its own fault', async () => {
  await lab.does({ type: 'host.mode', id: there.host, mode: 'maintenance' });
  await lab.run(1);
  const low = await there.put('low.vib', nic('1.0', 'community'));
  const none = await there.put('none.vib', Buffer.from('no package'));
  expect(await install(low)).toBe('PatchInstallFailed');
  expect(await install(none)).toBe('PatchMetadataCorrupted');
  expect(await install('/vmfs/volumes/ds-1/away.vib')).toBe('PatchBinariesNotFound');
  expect(await install('/vmfs/volumes/other/a.vib')).toBe('InvalidArgument');
  expect(await install('https://192.0.2.1/a.vib')).toBe('InvalidArgument');
  expect(vibIn(nic('1.0', 'of my own'))).toBeNull();
  expect(vibIn(nic('1.0').subarray(0, 200))).toBeNull();
});
