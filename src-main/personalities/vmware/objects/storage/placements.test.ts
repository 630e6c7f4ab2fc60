import { expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';

test('FR-020-338 what a cluster of datastores recommends is carried out: a machine is made there, copied, moved', async () => {
  const lab = await openVmwareLab();
  const estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const client = await lab.login();
  const desk = 'StorageResourceManager:StorageResourceManager';
  const number = estate.datacenter.replace('datacenter-', '');
  const ended = async (method: string, self: string, inner: string) => {
    const { fault, values } = await client.call(method, self, inner);
    if (fault !== '') return { fault, vm: '' };
    await lab.run(2);
    const info = (await client.call('Fetch', `Task:${values[0]?.text ?? ''}`, '<prop>info</prop>')).values[0];
    return { fault: textIn(info, 'state') === 'success' ? '' : 'error', vm: textIn(info, 'result.vm') ?? '' };
  };
  const made = await client.call('CreateStoragePod', `Folder:group-sd${number}`, '<name>pod</name>');
  const pod = made.values[0]?.text ?? '';
  const second = await lab.make({
    kind: 'datastore',
    name: 'store2',
    parent: estate.datacenter,
    spec: { capacity: 5000 },
  });
  for (const host of estate.hosts)
    await lab.does({ type: 'inventory.change', id: host, links: { mounts: [estate.store, second] } });
  const store = `<list type="Datastore">${lab.vc.refs.ofId(second)?.value ?? ''}</list>`;
  expect((await ended('MoveIntoFolder_Task', `StoragePod:${pod}`, store)).fault).toBe('');

  const where = `<podSelectionSpec><storagePod type="StoragePod">${pod}</storagePod></podSelectionSpec>`;
  const pool = `<resourcePool type="ResourcePool">resgroup-c${estate.cluster.replace(/^\D+/, '')}</resourcePool>`;
  const folder = `<folder type="Folder">group-v${lab.vc.refs.ofId(estate.folder)?.value.replace('group-v', '') ?? ''}</folder>`;
  const apply = async (spec: string) => {
    const answer = await client.call('RecommendDatastores', desk, `<storageSpec>${spec}</storageSpec>`);
    return ended(
      'ApplyStorageDrsRecommendation_Task',
      desk,
      `<key>${textIn(answer.values[0], 'recommendations.key') ?? ''}</key>`,
    );
  };
  const storeOf = async (vm: string) =>
    textIn(
      (await client.call('Fetch', `VirtualMachine:${vm}`, '<prop>config</prop>')).values[0],
      'files.vmPathName',
    );
  const config = '<configSpec><name>new</name><numCPUs>1</numCPUs><memoryMB>64</memoryMB></configSpec>';
  const born = await apply(`<type>create</type>${where}${config}${pool}${folder}`);
  expect(born).toEqual({ fault: '', vm: expect.stringMatching(/^vm-/) });
  expect(await storeOf(born.vm)).toBe('[store2] new/new.vmx');
  const vm = `<vm type="VirtualMachine">${lab.vc.refs.ofId(estate.machines[0])?.value ?? ''}</vm>`;
  const copy =
    '<cloneSpec><location></location><powerOn>false</powerOn><template>false</template></cloneSpec><cloneName>copy</cloneName>';
  const cloned = await apply(`<type>clone</type>${vm}${where}${copy}${folder}`);
  expect(await storeOf(cloned.vm)).toContain('[store2] copy/');
  const moved = await apply(`<type>relocate</type>${vm}${where}`);
  expect(await storeOf(moved.vm)).toContain('[store2] ');
  expect((await ended('ApplyStorageDrsRecommendation_Task', desk, '<key>999</key>')).fault).toBe(
    'InvalidArgument',
  );
  await lab.close();
});
