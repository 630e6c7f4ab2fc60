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
