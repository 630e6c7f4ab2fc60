import { expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';

test('FR-020-331 the disks of a machine that no vSphere client made hang on a SCSI controller, before and after they are changed', async () => {
  const lab = await openVmwareLab();
  const estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const client = await lab.login();
  const self = `VirtualMachine:${lab.vc.refs.ofId(estate.machines[0])?.value ?? ''}`;
  const devices = async () =>
    (await client.call('Fetch', self, '<prop>config.hardware.device</prop>')).values[0]?.children ?? [];
  const controllers = async (): Promise<readonly string[]> => {
    const all = await devices();
    const disks = all.filter(({ type }) => type?.name === 'VirtualDisk');
    return disks.flatMap((disk) => {
      const key = textIn(disk, 'controllerKey');
      return all.filter((each) => textIn(each, 'key') === key).map(({ type }) => type?.name ?? '');
    });
  };
  expect(await controllers()).toEqual(['ParaVirtualSCSIController']);
  const disk =
    '<device xsi:type="VirtualDisk"><key>2000</key><backing xsi:type="VirtualDiskFlatVer2BackingInfo"><fileName/>' +
    '<diskMode>independent_persistent</diskMode></backing><controllerKey>1000</controllerKey><unitNumber>0</unitNumber>' +
    '<capacityInKB>8388608</capacityInKB></device>';
  const spec = `<spec><deviceChange><operation>edit</operation>${disk}</deviceChange></spec>`;
  expect((await client.call('ReconfigVM_Task', self, spec)).fault).toBe('');
  await lab.run(2);
  const changed = (await devices()).find(({ type }) => type?.name === 'VirtualDisk');
  expect(textIn(changed, 'backing.diskMode')).toBe('independent_persistent');
  expect(await controllers()).toEqual(['ParaVirtualSCSIController']);
  await lab.close();
});
