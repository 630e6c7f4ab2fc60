import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';

let lab: VmwareLab;
let client: SoapClient;
let store: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  store = await lab.make({ kind: 'datastore', name: 'ds', parent: datacenter, spec: { capacity: 100 } });
  const host = await lab.make({
    kind: 'host',
    name: 'esx',
    parent: datacenter,
    spec: {},
    links: { mounts: [store] },
  });
  const disks = [{ key: 2000, label: 'Hard disk 1', size: 1, datastore: store }];
  await lab.make({ kind: 'vm', name: 'web', parent: datacenter, spec: { host, pool: host, disks } });
  client = await lab.login();
});
afterEach(() => lab.close());

async function ended(
  method: string,
  ref: string,
  inner: string,
): Promise<{ readonly fault: string; readonly result: unknown }> {
  const answer = await client.call(method, ref, inner);
  if (answer.fault !== '') return { fault: answer.fault, result: null };
  const task = answer.values[0]?.text ?? '';
  for (let turns = 0; lab.vc.tasks.get(task)?.state === 'running' && turns < 50; turns += 1) await lab.run(1);
  const record = lab.vc.tasks.get(task);
  return { fault: record?.fault?.type ?? '', result: record?.result };
}

const browser = (): string => `HostDatastoreBrowser:datastoreBrowser-${store}`;
const path = (text: string): string => `<datastorePath>${text}</datastorePath>`;

test('FR-020-307 the blocks of a disk are a file of their own, and are not told as a disk', async () => {
  const asked = (query: string) =>
    ended('SearchDatastore_Task', browser(), `${path('[ds] web')}<searchSpec>${query}</searchSpec>`);
  const plain = { file: expect.arrayContaining([expect.objectContaining({ path: 'web-flat.vmdk' })]) };
  expect((await asked('')).result).toMatchObject(plain);
  expect((await asked('<query xsi:type="VmDiskFileQuery"/>')).result).toMatchObject({
    file: [{ _type: 'VmDiskFileInfo', path: 'web.vmdk' }],
  });
});

test('FR-020-374 every disk that is told as one says how large it is and what it takes, whoever has it; what is only called so is a file', async () => {
  const asked = (folder: string) =>
    ended(
      'SearchDatastore_Task',
      browser(),
      `${path(folder)}<searchSpec><query xsi:type="VmDiskFileQuery"/><details><fileType>true</fileType><fileSize>true</fileSize><modification>false</modification><fileOwner>false</fileOwner></details></searchSpec>`,
    );
  const [vm] = lab.world.inventory.ofKind('vm');
  const of = { _type: 'VmDiskFileInfo', path: 'web.vmdk', capacityKb: 1_048_576 };
  expect((await asked('[ds] web')).result).toMatchObject({ file: [of] });
  const ref = lab.vc.refs.ofId(vm?.id ?? store);
  await client.call('UnregisterVM', `VirtualMachine:${ref?.value}`);
  expect((await asked('[ds] web')).result).toMatchObject({ file: [of] });
  await client.call('MakeDirectory', 'FileManager:FileManager', '<name>[ds] loose</name>');
  const spec =
    '<spec xsi:type="FileBackedVirtualDiskSpec"><diskType>preallocated</diskType><adapterType>lsiLogic</adapterType><capacityKb>2048</capacityKb></spec>';
  await ended(
    'CreateVirtualDisk_Task',
    'VirtualDiskManager:virtualDiskManager',
    `<name>[ds] loose/one.vmdk</name>${spec}`,
  );
  const value = { 'loose/text.vmdk': { size: 5, at: 0 } };
  await lab.does({
    type: 'papers.write',
    face: 'vmware',
    items: [{ key: `datastore/${store}/files`, value }],
  });
  expect((await asked('[ds] loose')).result).toMatchObject({
    file: [{ _type: 'VmDiskFileInfo', path: 'one.vmdk', capacityKb: 2048, fileSize: 2_097_152 }],
  });
});

test('FR-020-080 a search finds machines’ files and what people put there, with and without a specification', async () => {
  const bare = await ended('SearchDatastore_Task', browser(), path('[ds] web'));
  expect(bare.result).toMatchObject({
    folderPath: '[ds] web/',
    file: expect.arrayContaining([expect.objectContaining({ path: 'web.vmx' })]),
  });
  const some = await ended(
    'SearchDatastore_Task',
    browser(),
    `${path('[ds]')}<searchSpec><matchPattern>no*</matchPattern></searchSpec>`,
  );
  expect(some).toMatchObject({ fault: '', result: { file: [] } });
  expect((await ended('SearchDatastore_Task', browser(), path('[ds] nowhere'))).fault).toBe('FileNotFound');
  expect((await ended('SearchDatastore_Task', browser(), path('[other] x'))).fault).toBe(
    'InvalidDatastorePath',
  );
  const all = await ended('SearchDatastoreSubFolders_Task', browser(), path('[ds]'));
  expect(all.result).toMatchObject({ items: [{ folderPath: '[ds]' }, { folderPath: '[ds] web/' }] });
});

test('FR-020-081 folders and disks are made, copied, moved and removed; the files of a machine that runs stay with it', async () => {
  const files = 'FileManager:FileManager';
  const disks = 'VirtualDiskManager:virtualDiskManager';
  expect((await client.call('MakeDirectory', files, '<name>[ds] a/b</name>')).fault).toBe('FileNotFound');
  expect(
    (
      await client.call(
        'MakeDirectory',
        files,
        '<name>[ds] a/b</name><createParentDirectories>true</createParentDirectories>',
      )
    ).fault,
  ).toBe('');
  expect((await client.call('MakeDirectory', files, '<name>[ds] a/b</name>')).fault).toBe(
    'FileAlreadyExists',
  );
  const spec =
    '<spec xsi:type="FileBackedVirtualDiskSpec"><diskType>thin</diskType><adapterType>lsiLogic</adapterType><capacityKb>2048</capacityKb></spec>';
  expect((await ended('CreateVirtualDisk_Task', disks, `<name>[ds] a/b/d.vmdk</name>${spec}`)).fault).toBe(
    '',
  );
  expect((await ended('CreateVirtualDisk_Task', disks, `<name>[ds] a/b/d.vmdk</name>${spec}`)).fault).toBe(
    'FileAlreadyExists',
  );
  const copy = '<sourceName>[ds] a/b/d.vmdk</sourceName><destName>[ds] a/e.vmdk</destName>';
  expect((await ended('CopyVirtualDisk_Task', disks, copy)).fault).toBe('');
  const uuid = await client.call('QueryVirtualDiskUuid', disks, '<name>[ds] a/e.vmdk</name>');
  expect(uuid.values[0]?.text).toMatch(/^[0-9a-f-]{36}$/);
  const vm = lab.world.inventory.ofKind('vm')[0]?.id ?? ('' as EntityId);
  await lab.does({ type: 'machine.power', id: vm, verb: 'on' });
  expect((await ended('DeleteDatastoreFile_Task', files, '<name>[ds] web</name>')).fault).toBe('FileLocked');
  expect((await ended('DeleteDatastoreFile_Task', files, '<name>[ds] a</name>')).fault).toBe('');
  expect((await ended('DeleteDatastoreFile_Task', files, '<name>[ds] a</name>')).fault).toBe('FileNotFound');
  expect(lab.world.papers.below('vmware', `datastore/${store}`)).toEqual([]);
});

test('FR-020-299 two slashes in a path are one, for who makes, looks and removes', async () => {
  const files = 'FileManager:FileManager';
  const parents = '<createParentDirectories>true</createParentDirectories>';
  expect((await client.call('MakeDirectory', files, `<name>[ds] a//b</name>${parents}`)).fault).toBe('');
  expect((await ended('SearchDatastore_Task', browser(), path('[ds] a/b'))).fault).toBe('');
  expect((await ended('SearchDatastore_Task', browser(), path('[ds] //a///b/'))).fault).toBe('');
  expect((await ended('DeleteDatastoreFile_Task', files, '<name>[ds] a//b</name>')).fault).toBe('');
  expect((await ended('SearchDatastore_Task', browser(), path('[ds] a/b'))).fault).toBe('FileNotFound');
});

test('FR-020-329 a disk whose file was removed behind its machine takes no room any more, and the machine misses it', async () => {
  const parent = lab.world.inventory.get(store)?.parent;
  const disk = { key: 2000, label: 'Hard disk 1', size: 8, datastore: store, isThin: false };
  const vm = await lab.make({ kind: 'vm', name: 'db', parent, spec: { disks: [disk] } });
  const free = async (): Promise<number> =>
    Number(
      (await client.call('Fetch', `Datastore:${store}`, '<prop>summary.freeSpace</prop>')).values[0]?.text,
    );
  const before = await free();
  const removed = await ended(
    'DeleteDatastoreFile_Task',
    'FileManager:FileManager',
    '<name>[ds] db/db.vmdk</name>',
  );
  expect(removed.fault).toBe('');
  expect((await free()) - before).toBe(8 * 1_073_741_824);
  expect(lab.world.inventory.get(vm)).toMatchObject({ spec: { disks: [{ size: 8 }] } });
  expect((await ended('PowerOnVM_Task', `VirtualMachine:${vm}`, '')).fault).toBe('FileNotFound');
});

test('FR-020-309 an unregistered machine leaves its files and their room, until they are cleared away', async () => {
  const parent = lab.world.inventory.get(store)?.parent;
  const disk = { key: 2000, label: 'Hard disk 1', size: 8, datastore: store, isThin: false };
  const vm = await lab.make({ kind: 'vm', name: 'old', parent, spec: { disks: [disk] } });
  const free = async (): Promise<string | undefined> =>
    (await client.call('Fetch', `Datastore:${store}`, '<prop>summary.freeSpace</prop>')).values[0]?.text;
  const listed = async (): Promise<string> =>
    JSON.stringify((await ended('SearchDatastore_Task', browser(), path('[ds] old'))).result);
  const before = [await listed(), await free()];
  expect(before[0]).toContain('old.vmdk');
  expect((await client.call('UnregisterVM', `VirtualMachine:${vm}`)).fault).toBe('');
  expect([await listed(), await free()]).toEqual(before);
  const remove = (name: string) =>
    ended('DeleteDatastoreFile_Task', 'FileManager:FileManager', `<name>[ds] ${name}</name>`);
  expect((await remove('old/old.vmdk')).fault).toBe('FileLocked');
  const move =
    '<sourceName>[ds] old</sourceName><destinationName>[ds] new</destinationName><force>false</force>';
  expect((await ended('MoveDatastoreFile_Task', 'FileManager:FileManager', move)).fault).toBe('FileLocked');
  expect([await listed(), await free()]).toEqual(before);
  expect((await remove('old')).fault).toBe('');
  expect((await ended('SearchDatastore_Task', browser(), path('[ds] old'))).fault).toBe('FileNotFound');
  expect(Number(await free()) - Number(before[1])).toBe(8 * 1_073_741_824);
  expect(lab.world.papers.below('vmware', `datastore/${store}/unregistered`)).toEqual([]);
});
