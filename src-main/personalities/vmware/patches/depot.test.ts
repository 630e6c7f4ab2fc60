import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { problemsInAnswer } from '../wire/answer-check.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';
import { depotFiles, madeId, makePatchable, metadataOf, vibFile, zipOf } from './depot.fixture.ts';
import type { Made, Patchable } from './depot.fixture.ts';
import { compareVersions } from './versions.ts';

let lab: VmwareLab;
let client: SoapClient;
let there: Patchable;
beforeEach(async () => {
  lab = await openVmwareLab();
  there = await makePatchable(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const nic: Made = { name: 'acme-nic', version: '1.2.0-1OEM.800.1.0' };
const tool: Made = { name: 'acme-tool', version: '3.0-1', live: true, maintenance: false };
const parts = { vibs: [nic, tool], bulletin: 'ACME-2025-01' };

type Ended = { readonly is: string; readonly words: string; readonly result: readonly XmlElement[] };

async function ordered(method: string, inner: string): Promise<Ended> {
  const answer = await client.call(method, `HostPatchManager:patchManager-${there.host}`, inner);
  if (answer.fault !== '') return { is: answer.fault, words: '', result: [] };
  const task = answer.values[0]?.text ?? '';
  await over(task);
  const fetched = await client.call('Fetch', `Task:${task}`, '<prop>info</prop>');
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', fetched.body)).toEqual([]);
  const info = fetched.values[0];
  const fault = lab.vc.tasks.get(task)?.fault ?? { type: textIn(info, 'state') ?? '', message: '' };
  const result = info?.children.find(({ name }) => name === 'result')?.children ?? [];
  return { is: fault.type, words: fault.message, result };
}

const over = (task: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (lab.vc.tasks.get(task)?.completedAt === null) return;
      deaf();
      resolve();
    };
    const deaf = lab.vc.tasks.listen(look);
    look();
  });

const bundle = (url: string): string => `<bundleUrls>${url}</bundleUrls>`;
const statuses = ({ result }: Ended): readonly string[] =>
  result
    .filter(({ children }) => children.length > 0)
    .map((one) =>
      [
        textIn(one, 'id'),
        textIn(one, 'applicable'),
        textIn(one, 'installed'),
        textIn(one, 'reason') ?? '',
      ].join(' '),
    );
const maintain = async (): Promise<void> => {
  await lab.does({ type: 'host.mode', id: there.host, mode: 'maintenance' });
  await lab.run(1);
};
const fetched = async (prop: string): Promise<string | undefined> =>
  (await client.call('Fetch', `HostSystem:${there.host}`, `<prop>${prop}</prop>`)).values[0]?.text;

test('FR-020-315 a bundle on a datastore is scanned, checked, staged and installed as a whole, and its bulletin taken off again', async () => {
  const url = await there.put('depot.zip', zipOf(depotFiles(parts)));
  expect(statuses(await ordered('ScanHostPatchV2_Task', bundle(url)))).toEqual(['ACME-2025-01 true false ']);
  expect((await ordered('CheckHostPatch_Task', bundle(url))).is).toBe('success');
  expect((await ordered('StageHostPatch_Task', bundle(url))).is).toBe('success');
  expect((await ordered('InstallHostPatchV2_Task', bundle(url))).words).toContain('maintenance mode');
  await maintain();
  const done = await ordered('InstallHostPatchV2_Task', bundle(`file://${url}`));
  expect(statuses(done)).toEqual([`${madeId(nic)} true true `, `${madeId(tool)} true true `]);
  expect(statuses(await ordered('ScanHostPatchV2_Task', bundle(url)))).toEqual(['ACME-2025-01 true true ']);
  expect((await ordered('InstallHostPatchV2_Task', bundle(url))).is).toBe('PatchAlreadyInstalled');
  expect((await ordered('UninstallHostPatch_Task', '<bulletinIds>ACME-2025-01</bulletinIds>')).is).toBe(
    'success',
  );
  expect(statuses(await ordered('ScanHostPatchV2_Task', bundle(url)))).toEqual(['ACME-2025-01 true false ']);
  expect((await ordered('InstallHostPatchV2_Task', '')).is).toBe('InvalidArgument');
});

test('FR-020-315 the calls of old name one bulletin of a repository: metadata beside its packages, or an index of a server here', async () => {
  await maintain();
  const meta = await there.put('repo/metadata.zip', metadataOf(parts));
  for (const made of parts.vibs)
    await there.put(`repo/vib20/${made.name}/${madeId(made)}.vib`, vibFile(made));
  const old = (url: string, id: string): string =>
    `<repository><url>${url}</url></repository><updateID>${id}</updateID>`;
  const scanned = await ordered('ScanHostPatch_Task', old(meta, 'ACME-2025-01'));
  expect(statuses(scanned)).toEqual(['ACME-2025-01 true false ']);
  expect((await ordered('InstallHostPatch_Task', old(meta, 'none'))).is).toBe('PatchMetadataNotFound');
  expect((await ordered('InstallHostPatch_Task', old(meta, madeId(tool)))).is).toBe('success');
  const files = depotFiles(parts);
  const server = createServer(({ url = '' }, response) => {
    const file = files[url.replace('/depot/', '')];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const index = `http://127.0.0.1:${(server.address() as AddressInfo).port}/depot/index.xml`;
  expect((await ordered('InstallHostPatch_Task', old(index, 'ACME-2025-01'))).is).toBe('success');
  const away = await ordered('InstallHostPatchV2_Task', bundle('https://192.0.2.1/depot/index.xml'));
  expect([away.is, away.words]).toEqual(['InvalidArgument', expect.stringContaining('its own machine')]);
  await new Promise((resolve) => server.close(resolve));
});

test('FR-020-316 a depot that is broken, misses a file or has another one in its place changes nothing', async () => {
  await maintain();
  const files = depotFiles(parts);
  const path = `vib20/acme-nic/${madeId(nic)}.vib`;
  const install = async (content: Record<string, Buffer | string>): Promise<Ended> =>
    ordered('InstallHostPatchV2_Task', bundle(await there.put('bad.zip', zipOf(content))));
  expect((await install({ ...files, [path]: vibFile(tool) })).is).toBe('PatchIntegrityError');
  const { [path]: _, ...without } = files;
  expect((await install(without)).is).toBe('PatchBinariesNotFound');
  expect((await install({ ...files, 'metadata.zip': 'no archive' })).is).toBe('PatchMetadataCorrupted');
  expect((await install({ ...files, 'index.xml': '<vendorList' })).is).toBe('PatchMetadataCorrupted');
  const { 'vendor-index.xml': _index, ...lost } = files;
  expect((await install(lost)).is).toBe('PatchMetadataNotFound');
  expect((await install({ 'a.txt': 'nothing' })).is).toBe('PatchMetadataCorrupted');
  const cut = zipOf(files);
  const short = await there.put('cut.zip', cut.subarray(0, cut.length - 40));
  expect((await ordered('InstallHostPatchV2_Task', bundle(short))).is).toBe('PatchMetadataCorrupted');
  const none = bundle('/vmfs/volumes/ds-1/none.zip');
  expect((await ordered('InstallHostPatchV2_Task', none)).is).toBe('PatchMetadataNotFound');
  const proxied = `${none}<spec><proxy>10.0.0.1</proxy></spec>`;
  expect((await ordered('InstallHostPatchV2_Task', proxied)).is).toBe('NotSupported');
  expect(lab.world.papers.below('vmware', `host/${there.host}/packages`)).toEqual([]);
});

test('FR-020-317 what a package asks for, cannot stand beside, or is older than is refused by its own fault, and a scan says why', async () => {
  await maintain();
  const put = async (made: Made): Promise<string> =>
    bundle(await there.put(`${madeId(made)}.zip`, zipOf(depotFiles({ vibs: [made], bulletin: 'B' }))));
  const needy: Made = {
    ...nic,
    relations: '<depends><constraint name="esx-version" relation="&gt;=" version="9.0.0"/></depends>',
  };
  const missing = await ordered('InstallHostPatchV2_Task', await put(needy));
  expect([missing.is, missing.words]).toEqual([
    'PatchMissingDependencies',
    expect.stringContaining('requires esx-version >= 9.0.0'),
  ]);
  expect(statuses(await ordered('ScanHostPatchV2_Task', await put(needy)))).toEqual([
    'B false false missingPatch',
  ]);
  const foe: Made = {
    ...nic,
    name: 'acme-foe',
    relations: '<conflicts><constraint name="i40en"/></conflicts>',
  };
  expect((await ordered('InstallHostPatchV2_Task', await put(foe))).words).toContain('conflicts with i40en');
  expect((await ordered('InstallHostPatchV2_Task', await put(nic))).is).toBe('success');
  const older: Made = { ...nic, version: '1.1.9-1OEM.800.1.0' };
  expect((await ordered('InstallHostPatchV2_Task', await put(older))).is).toBe('PatchSuperseded');
  expect(statuses(await ordered('ScanHostPatchV2_Task', await put(older)))).toEqual([
    'B false false obsoleted',
  ]);
  const forced = `${await put(older)}<spec><cmdOption>--force</cmdOption></spec>`;
  expect((await ordered('InstallHostPatchV2_Task', forced)).is).toBe('success');
  expect(compareVersions('1.10.0-2', '1.9.9-30')).toBe(1);
});

test('FR-020-317 a host does not ask for a higher level than what is on it has', async () => {
  await maintain();
  const url = await there.put('depot.zip', zipOf(depotFiles(parts)));
  expect((await ordered('InstallHostPatchV2_Task', bundle(url))).is).toBe('success');
  const level = (word: string) =>
    client.call(
      'UpdateHostImageAcceptanceLevel',
      `HostImageConfigManager:imageConfigManager-${there.host}`,
      `<newAcceptanceLevel>${word}</newAcceptanceLevel>`,
    );
  const refused = await level('vmware_certified');
  expect([refused.fault, refused.text]).toEqual([
    'PlatformConfigFault',
    expect.stringContaining(madeId(nic)),
  ]);
  expect((await level('community')).fault).toBe('');
});

test('FR-020-318 a newer base system is the host’s version after its next start', async () => {
  await maintain();
  const base: Made = {
    name: 'esx-base',
    version: '8.0.3-0.0.24022510',
    vendor: 'VMware',
    level: 'certified',
  };
  const url = await there.put('u3.zip', zipOf(depotFiles({ vibs: [base], bulletin: 'ESXi80U3' })));
  expect((await ordered('InstallHostPatchV2_Task', bundle(url))).is).toBe('success');
  const before = await fetched('config.product.fullName');
  expect(await fetched('summary.rebootRequired')).toBe('true');
  await lab.does({ type: 'host.power', id: there.host, verb: 'reboot', machines: 'refuse' });
  await lab.run(600);
  expect(before).toContain('8.0.2');
  expect(await fetched('config.product.fullName')).toBe('VMware ESXi 8.0.3 build-24022510');
  expect(await fetched('summary.rebootRequired')).toBe('false');
  const removed = await ordered('UninstallHostPatch_Task', '<bulletinIds>ESXi80U3</bulletinIds>');
  expect(removed.words).toContain('stays');
});
