import { expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';

test('FR-020-337 a first class disk stays one in a machine and when it comes back, and another is made from its snapshot', async () => {
  const lab = await openVmwareLab();
  const estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const client = await lab.login();
  const desk = 'VcenterVStorageObjectManager:VStorageObjectManager';
  const store = `<datastore type="Datastore">${lab.vc.refs.ofId(estate.store)?.value ?? ''}</datastore>`;
  const machine = `VirtualMachine:${lab.vc.refs.ofId(estate.machines[0])?.value ?? ''}`;
  const ended = async (method: string, self: string, inner: string) => {
    const { fault, values } = await client.call(method, self, inner);
    if (fault !== '') return { fault, id: '' };
    await lab.run(1);
    const info = (await client.call('Fetch', `Task:${values[0]?.text ?? ''}`, '<prop>info</prop>')).values[0];
    const why = info?.children
      .find(({ name }) => name === 'error')
      ?.children.find(({ name }) => name === 'fault');
    return {
      fault: why?.type?.name ?? '',
      id: textIn(info, 'result.config.id.id') ?? textIn(info, 'result.id') ?? '',
    };
  };
  const backing = `<backingSpec xsi:type="VslmCreateSpecDiskFileBackingSpec">${store}</backingSpec>`;
  const { id } = await ended(
    'CreateDisk_Task',
    desk,
    `<spec><name>data</name>${backing}<capacityInMB>64</capacityInMB></spec>`,
  );
  const it = `<id><id>${id}</id></id>${store}`;
  const read = async (path: string) =>
    textIn((await client.call('RetrieveVStorageObject', desk, it)).values[0], path) ?? '';
  const attach = `<diskId><id>${id}</id></diskId>`;
  expect((await ended('AttachDisk_Task', machine, attach + store)).fault).toBe('');
  expect(await read('config.consumerId.id')).toBe(
    lab.world.inventory.get(estate.machines[0])?.aliases.instanceUuid,
  );
  expect((await ended('DeleteVStorageObject_Task', desk, it)).fault).toBe('InvalidState');
  const made = await ended('VStorageObjectCreateSnapshot_Task', desk, `${it}<description>one</description>`);
  expect(made.fault).toBe('');
  expect((await ended('DetachDisk_Task', machine, attach)).fault).toBe('');
  expect([
    await read('config.name'),
    await read('config.capacityInMB'),
    await read('config.consumerId.id'),
  ]).toEqual(['data', '64', '']);
  const copy = (snapshot: string) =>
    ended(
      'CreateDiskFromSnapshot_Task',
      desk,
      `${it}<snapshotId><id>${snapshot}</id></snapshotId><name>copy</name>`,
    );
  expect((await copy(made.id)).fault).toBe('');
  expect((await copy('nobody')).fault).toBe('NotFound');
  const all = await client.call('ListVStorageObject', desk, store);
  expect(all.values).toHaveLength(2);
  expect((await ended('DeleteVStorageObject_Task', desk, it)).fault).toBe('');
  await lab.close();
});
