import { afterAll, beforeAll, expect, test } from 'vitest';
import { ended } from '../../esx/own-host.fixture.ts';
import { openGuestLab } from '../../guest-operations/guest-lab.fixture.ts';
import type { GuestLab } from '../../guest-operations/guest-lab.fixture.ts';

let lab: GuestLab;
beforeAll(async () => {
  lab = await openGuestLab();
});
afterAll(() => lab.close());

const fork = (name: string, more = '') =>
  ended(lab, lab.soap, [
    'InstantClone_Task',
    lab.refOf(lab.vm),
    `<spec><name>${name}</name><location>${more}</location><config><key>guestinfo.role</key><value xsi:type="xsd:string">child</value></config></spec>`,
  ]);
const read = async (self: string, prop: string): Promise<string | undefined> =>
  (await lab.soap.call('Fetch', self, `<prop>${prop}</prop>`)).values[0]?.text;

test('FR-020-355 an instant clone runs at once, with what its original had on its disks, and is a machine of its own', async () => {
  await lab.shell('echo warm > /srv/state');
  await lab.run(600);
  const { fault, message, result } = await fork('child');
  expect([fault, message]).toEqual(['', '']);
  const [child, parent] = [`VirtualMachine:${result}`, lab.refOf(lab.vm)];
  for (const prop of [
    'runtime.powerState',
    'runtime.host',
    'runtime.bootTime',
    'config.guestId',
    'guest.toolsRunningStatus',
  ])
    expect(await read(child, prop)).toBe(await read(parent, prop));
  for (const prop of ['config.uuid', 'config.instanceUuid', 'config.hardware.device[4000].macAddress'])
    expect(await read(child, prop)).not.toBe(await read(parent, prop));
  expect(await read(child, 'config.extraConfig["guestinfo.role"].value')).toBe('child');
  const id = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'child')?.id;
  const asked = 'cat /srv/state; vmware-rpctool "info-get guestinfo.role"; cut -d. -f1 /proc/uptime';
  const [state, role, uptime] = (await lab.shell(asked, id)).split('\n');
  expect([state, role]).toEqual(['warm', 'child']);
  expect(Number(uptime)).toBeGreaterThanOrEqual(600);
  await lab.shell('echo cold > /srv/state', id);
  expect(await lab.shell('cat /srv/state')).toBe('warm\n');
});

test('FR-020-355 only what runs is cloned so, beside it, and under a name that is free', async () => {
  expect((await fork('child')).fault).toBe('DuplicateName');
  expect((await fork('')).fault).toBe('InvalidArgument');
  const other = lab.vc.refs.ofId(lab.estate.hosts[1])?.value ?? '';
  expect(await fork('far', `<host type="HostSystem">${other}</host>`)).toMatchObject({
    fault: 'InvalidArgument',
    message: 'A copy that goes on runs where web-01 runs.',
  });
  const off = lab.refOf(lab.estate.machines[1]);
  const spec = '<spec><name>x</name><location></location></spec>';
  expect((await ended(lab, lab.soap, ['InstantClone_Task', off, spec])).fault).toBe('InvalidPowerState');
});
