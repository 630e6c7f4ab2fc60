import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  client = await lab.login();
});
afterAll(() => lab.close());

const fetch = (self: string, prop: string): Promise<SoapAnswer> =>
  client.call('Fetch', self, `<prop>${prop}</prop>`);
const valueOf = async (self: string, prop: string): Promise<XmlElement | undefined> =>
  (await fetch(self, prop)).values[0];
const refText = (type: string, value: string): string => `<${type} type="${type}">${value}</${type}>`;

type Ended = {
  readonly state: string;
  readonly result: string;
  readonly fault: string;
  readonly message: string;
};

/** Calls, and waits for what the task came to. */
async function ended(method: string, self: string, inner = ''): Promise<Ended> {
  const begun = await client.call(method, self, inner);
  if (begun.fault !== '') return { state: 'refused', result: '', fault: begun.fault, message: begun.text };
  const task = `Task:${begun.values[0]?.text ?? ''}`;
  for (;;) {
    await lab.run(1);
    const info = await valueOf(task, 'info');
    const state = textIn(info, 'state') ?? '';
    if (state === 'queued' || state === 'running') continue;
    return { state, result: textIn(info, 'result') ?? '', ...errorIn(info) };
  }
}

function errorIn(info: XmlElement | undefined): Pick<Ended, 'fault' | 'message'> {
  const error = info?.children.find(({ name }) => name === 'error');
  const fault = error?.children.find(({ name }) => name === 'fault')?.type?.name;
  return { fault: fault ?? '', message: textIn(error, 'localizedMessage') ?? '' };
}

const machine = (value: string): string => `VirtualMachine:${value}`;
const folder = (): string => {
  const datacenter = lab.world.inventory.get(estate.datacenter);
  if (datacenter === undefined) throw new Error('the datacenter is gone');
  return `Folder:${lab.vc.refs.datacenterFolder(datacenter, 'vm').value}`;
};
const pool = (): string => {
  const cluster = lab.world.inventory.ofKind('cluster')[0];
  if (cluster === undefined) throw new Error('there is no cluster');
  return `<pool type="ResourcePool">${lab.vc.refs.rootPool(cluster).value}</pool>`;
};
const store = (): string => lab.world.inventory.ofKind('datastore')[0]?.name ?? '';

const disk = (kilobytes: number): string =>
  '<deviceChange><operation>add</operation><fileOperation>create</fileOperation><device xsi:type="VirtualDisk">' +
  `<key>-2</key><backing xsi:type="VirtualDiskFlatVer2BackingInfo"><fileName>[${store()}]</fileName>` +
  '<diskMode>persistent</diskMode><thinProvisioned>true</thinProvisioned></backing>' +
  `<controllerKey>-1</controllerKey><unitNumber>-1</unitNumber><capacityInKB>${kilobytes}</capacityInKB></device></deviceChange>`;
const controller =
  '<deviceChange><operation>add</operation><device xsi:type="ParaVirtualSCSIController"><key>-1</key>' +
  '<busNumber>0</busNumber><sharedBus>noSharing</sharedBus></device></deviceChange>';

const created = (name: string, more = ''): Promise<Ended> =>
  ended(
    'CreateVM_Task',
    folder(),
    `<config><name>${name}</name><guestId>rhel9_64Guest</guestId><files><vmPathName>[${store()}]</vmPathName></files>` +
      `<numCPUs>2</numCPUs><memoryMB>2048</memoryMB>${more}</config>${pool()}`,
  );

const devicesOf = async (self: string): Promise<readonly string[]> => {
  const list = await valueOf(self, 'config.hardware.device');
  return (list?.children ?? []).map((device) => `${device.type?.name ?? ''} ${textIn(device, 'key') ?? ''}`);
};

test('FR-020-200 a machine is made with its devices, and the world has it', async () => {
  const made = await created('new-01', `${controller}${disk(1_048_576)}`);
  expect(made).toMatchObject({ state: 'success', fault: '' });
  const vm = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'new-01');
  expect(vm?.spec).toMatchObject({ os: 'rhel-9', cpus: 2, memory: 2048, disks: [{ size: 1, isThin: true }] });
  expect(await devicesOf(machine(made.result))).toEqual(
    expect.arrayContaining([
      'VirtualIDEController 200',
      'ParaVirtualSCSIController 1000',
      'VirtualDisk 2000',
    ]),
  );
  expect(textIn(await valueOf(machine(made.result), 'config'), 'guestId')).toBe('rhel9_64Guest');
  expect(await created('new-01')).toMatchObject({ state: 'error', fault: 'DuplicateName' });
});

test('FR-020-201 a button that cannot be pressed is told with the state that is and the one that was wanted', async () => {
  const { result } = await created('button');
  expect(await ended('PowerOffVM_Task', machine(result))).toMatchObject({
    state: 'error',
    fault: 'InvalidPowerState',
    message: 'The attempted operation cannot be performed in the current state (Powered off).',
  });
  expect((await ended('PowerOnVM_Task', machine(result))).state).toBe('success');
  expect((await valueOf(machine(result), 'runtime.powerState'))?.text).toBe('poweredOn');
  expect((await ended('Destroy_Task', machine(result))).fault).toBe('InvalidPowerState');
  expect((await ended('ResetVM_Task', machine(result))).state).toBe('success');
  expect((await ended('SuspendVM_Task', machine(result))).state).toBe('success');
  expect((await valueOf(machine(result), 'runtime.powerState'))?.text).toBe('suspended');
  expect((await ended('PowerOffVM_Task', machine(result))).state).toBe('success');
  expect((await ended('Destroy_Task', machine(result))).state).toBe('success');
  expect((await fetch(machine(result), 'name')).fault).toBe('ManagedObjectNotFound');
});

test('FR-020-202 what is changed in one machine is its memory, its devices, its options and its notes, all or none', async () => {
  const { result } = await created('change', `${controller}${disk(1_048_576)}`);
  const self = machine(result);
  const cdrom =
    '<deviceChange><operation>add</operation><device xsi:type="VirtualCdrom"><key>-7</key>' +
    '<backing xsi:type="VirtualCdromRemotePassthroughBackingInfo"><deviceName></deviceName><exclusive>false</exclusive></backing>' +
    '<controllerKey>200</controllerKey></device></deviceChange>';
  const option = '<extraConfig><key>guestinfo.a</key><value xsi:type="xsd:string">b</value></extraConfig>';
  const spec = `<spec><annotation>mine</annotation><memoryMB>4096</memoryMB>${cdrom}${disk(2_097_152)}${option}</spec>`;
  expect((await ended('ReconfigVM_Task', self, spec)).state).toBe('success');
  expect(await devicesOf(self)).toEqual(expect.arrayContaining(['VirtualCdrom 3000', 'VirtualDisk 2001']));
  const config = await fetch(self, 'config');
  expect(config.text).toContain('<key>guestinfo.a</key>');
  const vm = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'change');
  expect(vm?.spec).toMatchObject({ memory: 4096, notes: 'mine', disks: [{ size: 1 }, { size: 2 }] });
  const gone =
    '<deviceChange><operation>remove</operation><device xsi:type="VirtualCdrom"><key>3999</key></device></deviceChange>';
  const refused = await ended('ReconfigVM_Task', self, `<spec><memoryMB>8192</memoryMB>${gone}</spec>`);
  expect(refused).toMatchObject({ state: 'error', fault: 'InvalidDeviceSpec' });
  expect(lab.world.inventory.ofKind('vm').find(({ name }) => name === 'change')?.spec.memory).toBe(4096);
});

test('FR-020-203 a disk that a machine lets go of lies on its datastore, and another machine may take it', async () => {
  const { result } = await created('giver', `${controller}${disk(1_048_576)}`);
  const remove =
    '<deviceChange><operation>remove</operation><device xsi:type="VirtualDisk"><key>2000</key><capacityInKB>0</capacityInKB></device></deviceChange>';
  expect((await ended('ReconfigVM_Task', machine(result), `<spec>${remove}</spec>`)).state).toBe('success');
  const take = disk(0)
    .replace('<fileOperation>create</fileOperation>', '')
    .replace(`[${store()}]`, `[${store()}] giver/giver.vmdk`);
  const taker = await created('taker', `${controller}${take}`);
  expect(taker).toMatchObject({ state: 'success' });
  const vm = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'taker');
  expect(vm?.spec.disks).toMatchObject([{ size: 1 }]);
  expect(await created('none', `${controller}${take.replace('giver.vmdk', 'nobody.vmdk')}`)).toMatchObject({
    fault: 'FileNotFound',
  });
});

test('FR-020-204 snapshots stand in a tree, are gone back to and are taken away', async () => {
  const { result } = await created('snap', `${controller}${disk(1_048_576)}`);
  const self = machine(result);
  const take = (name: string): Promise<Ended> =>
    ended('CreateSnapshot_Task', self, `<name>${name}</name><memory>false</memory><quiesce>false</quiesce>`);
  const first = await take('one');
  await take('two');
  const tree = await valueOf(self, 'snapshot.rootSnapshotList');
  const root = tree?.children[0];
  expect(textIn(root, 'name')).toBe('one');
  expect(textIn(root, 'childSnapshotList.name')).toBe('two');
  expect(textIn(root, 'snapshot')).toBe(first.result);
  expect((await ended('RevertToSnapshot_Task', `VirtualMachineSnapshot:${first.result}`)).state).toBe(
    'success',
  );
  const removed = '<removeChildren>true</removeChildren>';
  expect((await ended('RemoveSnapshot_Task', `VirtualMachineSnapshot:${first.result}`, removed)).state).toBe(
    'success',
  );
  expect(await valueOf(self, 'snapshot')).toBe(undefined);
  expect((await ended('RevertToCurrentSnapshot_Task', self)).fault).toBe('NotFound');
});

test('FR-020-205 a copy has what its original has, but for what is its own alone; it may be changed and customized on its way', async () => {
  const { result } = await created('origin', `${controller}${disk(1_048_576)}`);
  const spec =
    '<spec><location></location><template>false</template>' +
    '<config><numCPUs>4</numCPUs></config><customization><options xsi:type="CustomizationLinuxOptions"></options>' +
    '<identity xsi:type="CustomizationLinuxPrep"><hostName xsi:type="CustomizationFixedName"><name>copied</name></hostName>' +
    '<domain>lab</domain></identity><globalIPSettings></globalIPSettings></customization><powerOn>true</powerOn></spec>';
  const [type = '', value = ''] = folder().split(':');
  const where = refText(type, value).replaceAll('Folder>', 'folder>').replace('<Folder', '<folder');
  const copy = await ended('CloneVM_Task', machine(result), `${where}<name>copy</name>${spec}`);
  expect(copy).toMatchObject({ state: 'success', fault: '' });
  const vm = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'copy');
  expect(vm?.spec).toMatchObject({ power: 'on', cpus: 4, hostname: 'copied', disks: [{ size: 1 }] });
  const [one, other] = [
    await fetch(machine(result), 'config.uuid'),
    await fetch(machine(copy.result), 'config.uuid'),
  ];
  expect(one.values[0]?.text).not.toBe(other.values[0]?.text);
});

test('FR-020-206 a machine moves to another host, gets another name, and becomes a template and a machine again', async () => {
  const { result } = await created('mover');
  const self = machine(result);
  const vm = () => lab.world.inventory.ofKind('vm').find(({ id }) => lab.vc.refs.ofId(id)?.value === result);
  const other = lab.world.inventory
    .ofKind('host')
    .find(
      ({ id, parent }) => id !== vm()?.spec.host && lab.world.inventory.get(parent ?? id)?.kind === 'cluster',
    );
  const host = lab.vc.refs.ofId(other?.id)?.value ?? '';
  const moved = await ended('RelocateVM_Task', self, `<spec><host type="HostSystem">${host}</host></spec>`);
  expect(moved.state).toBe('success');
  expect(vm()?.spec.host).toBe(other?.id);
  expect((await ended('Rename_Task', self, '<newName>moved on</newName>')).state).toBe('success');
  expect(vm()?.name).toBe('moved on');
  expect((await ended('Rename_Task', self, '<newName>moved*on</newName>')).fault).toBe('InvalidName');
  expect((await client.call('MarkAsTemplate', self)).fault).toBe('');
  expect(await valueOf(self, 'resourcePool')).toBe(undefined);
  expect((await ended('PowerOnVM_Task', self)).state).toBe('error');
  expect((await client.call('MarkAsVirtualMachine', self, pool())).fault).toBe('');
  expect((await ended('UpgradeVM_Task', self, '<version>vmx-21</version>')).state).toBe('success');
  expect((await valueOf(self, 'config.version'))?.text).toBe('vmx-21');
  expect((await ended('UpgradeVM_Task', self, '<version>vmx-21</version>')).fault).toBe('AlreadyUpgraded');
});

test('FR-020-298 of a template its name, its notes and how it boots change; a device of no kind takes the order back', async () => {
  const { result } = await created('bootable');
  const self = machine(result);
  const order = (devices: string): string =>
    `<spec><bootOptions><bootDelay>500</bootDelay>${devices}</bootOptions></spec>`;
  const disc = '<bootOrder xsi:type="VirtualMachineBootOptionsBootableCdromDevice"/>';
  expect((await ended('ReconfigVM_Task', self, order(disc))).fault).toBe('');
  expect(await valueOf(self, 'config.bootOptions.bootOrder')).not.toBe(undefined);
  expect((await client.call('MarkAsTemplate', self)).fault).toBe('');
  expect((await ended('ReconfigVM_Task', self, '<spec><numCPUs>4</numCPUs></spec>')).fault).toBe(
    'NotSupported',
  );
  const none = '<bootOrder xsi:type="VirtualMachineBootOptionsBootableDevice"/>';
  expect((await ended('ReconfigVM_Task', self, order(none))).fault).toBe('');
  expect(await valueOf(self, 'config.bootOptions.bootOrder')).toBe(undefined);
  expect((await valueOf(self, 'config.bootOptions.bootDelay'))?.text).toBe('500');
});

test('FR-020-340 a machine that is on says since when: one that the lab began with, since the lab began', async () => {
  const { result } = await created('since-the-beginning');
  const vm = () => lab.world.inventory.ofKind('vm').find(({ name }) => name === 'since-the-beginning');
  const [id, wanted] = [vm()?.id, { power: 'on' as const, host: estate.loner }];
  if (id === undefined) throw new Error('it was not made');
  expect((await fetch(machine(result), 'runtime.bootTime')).values).toEqual([]);
  await lab.does({ type: 'inventory.change', id, spec: wanted });
  expect(vm()?.spec).toMatchObject({ power: 'on' });
  expect(vm()?.spec.startedAt).toBe(undefined);
  const began = lab.world.clock.epoch;
  expect((await valueOf(machine(result), 'runtime.bootTime'))?.text).toBe(new Date(began).toISOString());
  await lab.run(7);
  const up = (await valueOf(machine(result), 'summary.quickStats.uptimeSeconds'))?.text;
  expect(up).toBe(String((lab.world.now() - began) / 1000));
});
