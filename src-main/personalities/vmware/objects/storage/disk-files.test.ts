import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderRoute } from '../../files/folder-route.ts';
import { basic, jsonClient } from '../../rest/rest.fixture.ts';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { paperKey } from '../machine/paper.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [folderRoute(vc, vc.blobs)] });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const manager = 'VirtualDiskManager:virtualDiskManager';
const storeRef = (): string => lab.world.inventory.get(estate.store)?.aliases.moRef ?? '';

/** The end of a task: its fault's type or '', and the answer about it. */
async function ended(begun: SoapAnswer): Promise<{ readonly fault: string; readonly text: string }> {
  if (begun.fault !== '') return { fault: begun.fault, text: begun.text };
  const task = `Task:${begun.values[0]?.text ?? ''}`;
  for (;;) {
    const { values, text } = await client.call('Fetch', task, '<prop>info</prop>');
    const state = textIn(values[0], 'state');
    if (state === 'success') return { fault: '', text };
    if (state === 'error')
      return { fault: /xsi:type="(\w+)"[^>]*>/.exec(text.split('<error')[1] ?? '')?.[1] ?? 'unknown', text };
  }
}

const onDisk = async (method: string, path: string, more = '') =>
  ended(await client.call(method, manager, `<name>[store1] ${path}</name>${more}`));

test('FR-020-081 a thin disk that is inflated is written all over, and says so', async () => {
  const spec =
    '<spec xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="FileBackedVirtualDiskSpec"><diskType>thin</diskType><adapterType>lsiLogic</adapterType><capacityKb>2048</capacityKb></spec>';
  expect((await onDisk('CreateVirtualDisk_Task', 'thin.vmdk', spec)).fault).toBe('');
  const type = async (): Promise<string> =>
    (await onDisk('QueryVirtualDiskInfo_Task', 'thin.vmdk', '<includeParents>false</includeParents>')).text;
  expect(await type()).toContain('<diskType>thin</diskType>');
  expect((await onDisk('InflateVirtualDisk_Task', 'thin.vmdk')).fault).toBe('');
  expect(await type()).toContain('<diskType>eagerZeroedThick</diskType>');
});

test('FR-020-081 a disk on which a machine stands is deleted only when its descriptor says that it may', async () => {
  const files = jsonClient(lab, { headers: basic() });
  const at = '/folder/base.vmdk?dcPath=DC0&dsName=store1';
  const text = '# Disk DescriptorFile\nversion=1\nRW 4096 VMFS "base-flat.vmdk"\n';
  await files.send('PUT', at, Buffer.from(text));
  const paper = { disks: { 2000: { backing: { parent: { fileName: '[store1] base.vmdk' } } } } };
  const items = [{ key: paperKey(estate.machines[0]), value: paper }];
  await lab.does({ type: 'papers.write', face: 'vmware', items });
  expect((await onDisk('DeleteVirtualDisk_Task', 'base.vmdk')).fault).toBe('CannotDeleteFile');
  await files.send('PUT', at, Buffer.from(text));
  expect((await onDisk('DeleteVirtualDisk_Task', 'base.vmdk')).fault).toBe('');
});

test('FR-020-081 a first class disk whose file was deleted is missed until the lists are brought into line', async () => {
  const store = `<datastore type="Datastore">${storeRef()}</datastore>`;
  const self = 'VcenterVStorageObjectManager:VStorageObjectManager';
  const backing = `<backingSpec xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="VslmCreateSpecDiskFileBackingSpec">${store}</backingSpec>`;
  const spec = `<spec><name>data</name>${backing}<capacityInMB>10</capacityInMB></spec>`;
  expect((await ended(await client.call('CreateDisk_Task', self, spec))).fault).toBe('');
  const listed = async (): Promise<string> =>
    (await client.call('ListVStorageObject', self, store)).values[0]?.children[0]?.text ?? '';
  const id = await listed();
  const disk = `<id><id>${id}</id></id>${store}`;
  const told = await client.call('RetrieveVStorageObject', self, disk);
  const path = textIn(told.values[0], 'config.backing.filePath') ?? '';
  expect((await onDisk('DeleteVirtualDisk_Task', path.replace('[store1] ', ''))).fault).toBe('');
  expect(await listed()).toBe(id);
  expect((await client.call('RetrieveVStorageObject', self, disk)).fault).toBe('NotFound');
  expect((await ended(await client.call('ReconcileDatastoreInventory_Task', self, store))).fault).toBe('');
  expect(await listed()).toBe('');
});
