import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { keepFile } from '../files/keep.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { vibIn } from './vib.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
let store: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  store = await lab.make({ kind: 'datastore', name: 'ds-1', parent: datacenter, spec: { capacity: 100 } });
  host = await lab.make({
    kind: 'host',
    name: 'esx-1',
    parent: datacenter,
    spec: {},
    links: { mounts: [store] },
  });
  client = await lab.login();
});
afterEach(() => lab.close());

const descriptor = (version: string, { level = 'partner', maintenance = true } = {}): string =>
  `<?xml version="1.0"?><vib version="5.0"><type>bootbank</type><name>acme-nic</name><version>${version}</version><vendor>ACME</vendor><summary>A driver</summary><description>A driver of ACME</description><release-date>2025-11-03T10:00:00.000000+00:00</release-date><system-requires><maintenance-mode>${maintenance}</maintenance-mode></system-requires><acceptance-level>${level}</acceptance-level><live-install-allowed>false</live-install-allowed></vib>`;

function vib(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const head = `${'descriptor.xml'.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(size).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(`!<arch>\n${head}`), Buffer.from(text), Buffer.from('payload')]);
}

async function put(path: string, bytes: Buffer): Promise<string> {
  const { vc } = lab;
  const found = vc.world().inventory.get(store);
  if (found?.kind !== 'datastore') throw new Error('There is no datastore');
  const { sha, size } = await vc.blobs.put(
    (async function* () {
      yield bytes;
    })(),
  );
  await keepFile(vc, null, { store: found, path, file: { sha, size, at: vc.now() } });
  return `/vmfs/volumes/ds-1/${path}`;
}

/** The fault of the task or of the call; '' where it went well. */
async function ordered(method: string, inner: string): Promise<string> {
  const answer = await client.call(method, `HostPatchManager:patchManager-${host}`, inner);
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
    await client.call('fetchSoftwarePackages', `HostImageConfigManager:imageConfigManager-${host}`)
  ).values.map((one) => `${textIn(one, 'name')} ${textIn(one, 'version')}`);
const awaits = async (): Promise<string> =>
  (await client.call('Fetch', `HostSystem:${host}`, '<prop>summary.rebootRequired</prop>')).values[0]?.text ??
  '';

test('FR-020-264 a package is put on a host in maintenance, stands among its packages, waits for the next start, and is taken off', async () => {
  const url = await put('vibs/acme.vib', vib(descriptor('1.2.0-1OEM')));
  expect(await install(url)).toBe('PatchInstallFailed');
  expect(await packages()).not.toContain('acme-nic 1.2.0-1OEM');
  await lab.does({ type: 'host.mode', id: host, mode: 'maintenance' });
  await lab.run(1);
  expect(await install(`file://${url}`)).toBe('success');
  expect(await packages()).toContain('acme-nic 1.2.0-1OEM');
  expect(await awaits()).toBe('true');
  expect(await install(url)).toBe('PatchAlreadyInstalled');
  const newer = await put('vibs/acme2.vib', vib(descriptor('1.3.0-1OEM')));
  expect(await install(newer)).toBe('success');
  expect((await packages()).filter((one) => one.startsWith('acme'))).toEqual(['acme-nic 1.3.0-1OEM']);
  await lab.does({ type: 'host.power', id: host, verb: 'reboot', machines: 'refuse' });
  await lab.run(600);
  expect(await awaits()).toBe('false');
  const id = '<bulletinIds>ACME_bootbank_acme-nic_1.3.0-1OEM</bulletinIds>';
  expect(await ordered('UninstallHostPatch_Task', id)).toBe('success');
  expect(await ordered('UninstallHostPatch_Task', id)).toBe('PatchNotApplicable');
  expect(await packages()).toHaveLength(10);
});

test('FR-020-265 what is no package, is not there, or is of too low a level is refused by its own fault', async () => {
  await lab.does({ type: 'host.mode', id: host, mode: 'maintenance' });
  await lab.run(1);
  const low = await put('low.vib', vib(descriptor('1.0', { level: 'community' })));
  const none = await put('none.vib', Buffer.from('no package'));
  expect(await install(low)).toBe('PatchInstallFailed');
  expect(await install(none)).toBe('PatchMetadataCorrupted');
  expect(await install('/vmfs/volumes/ds-1/away.vib')).toBe('PatchBinariesNotFound');
  expect(await install('/vmfs/volumes/other/a.vib')).toBe('InvalidArgument');
  expect(await install('https://192.0.2.1/a.vib')).toBe('InvalidArgument');
  expect(vibIn(vib(descriptor('1.0', { level: 'of my own' })))).toBeNull();
  expect(vibIn(vib(descriptor('1.0')).subarray(0, 200))).toBeNull();
});
