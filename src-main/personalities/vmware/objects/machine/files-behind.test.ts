/** Disks by their files, devices by what is in them, and files that go or stay without their machine. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { ended } from '../../esx/own-host.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
beforeAll(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  const store = await lab.make({
    kind: 'datastore',
    name: 'ds',
    parent: datacenter,
    spec: { capacity: 1000 },
  });
  const links = { mounts: [store] };
  host = await lab.make({ kind: 'host', name: 'esx', parent: datacenter, spec: {}, links });
  const vswitch = await lab.make({ kind: 'vswitch', name: 'vSwitch0', parent: host, spec: {} });
  const spec = { subnets: [{ cidr: '10.9.0.0/24' }] };
  await lab.make({ kind: 'network', name: 'VM Network', parent: vswitch, spec });
  client = await lab.login();
  const disk = '<diskType>thin</diskType><adapterType>lsiLogic</adapterType><capacityKb>2097152</capacityKb>';
  const made = await run(
    'CreateVirtualDisk_Task',
    'VirtualDiskManager:virtualDiskManager',
    `<name>[ds] golden.vmdk</name><spec xsi:type="FileBackedVirtualDiskSpec">${disk}</spec>`,
  );
  if (made.fault !== '') throw new Error(made.message);
});
afterAll(() => lab.close());

const run = (method: string, self: string, inner = '') => ended(lab, client, [method, self, inner]);
const numberOf = (id: EntityId): string => /\d+$/.exec(id)?.[0] ?? '';
const folder = (): string => {
  const datacenter = lab.world.inventory.ofKind('datacenter')[0];
  return `Folder:group-vd${numberOf(datacenter?.id ?? ('' as EntityId))}`;
};
const pool = (): string => `<pool type="ResourcePool">resgroup-h${numberOf(host)}</pool>`;

async function make(name: string, devices = '') {
  const config = `<config><name>${name}</name><guestId>otherGuest</guestId><files><vmPathName>[ds]</vmPathName></files>${devices}</config>`;
  const made = await run('CreateVM_Task', folder(), config + pool());
  return { ...made, ref: `VirtualMachine:${made.result}` };
}
const change = (ref: string, devices: string) => run('ReconfigVM_Task', ref, `<spec>${devices}</spec>`);

const read = async (ref: string, path: string): Promise<XmlElement | undefined> =>
  (await client.call('Fetch', ref, `<prop>${path}</prop>`)).values[0];
const device = (ref: string, key: number): Promise<XmlElement | undefined> =>
  read(ref, `config.hardware.device[${key}]`);
const deviceOf = async (ref: string, type: string): Promise<XmlElement | undefined> =>
  (await read(ref, 'config.hardware.device'))?.children.find((each) => each.type?.name === type);

const add = (type: string, inner: string): string =>
  `<deviceChange><operation>add</operation><device xsi:type="${type}"><key>-5</key>${inner}</device></deviceChange>`;
const flat = 'xsi:type="VirtualDiskFlatVer2BackingInfo"';
const end = '<controllerKey>-1</controllerKey><unitNumber>0</unitNumber><capacityInKB>0</capacityInKB>';
const scsi =
  '<deviceChange><operation>add</operation><device xsi:type="VirtualLsiLogicController"><key>-1</key>' +
  '<busNumber>0</busNumber><sharedBus>noSharing</sharedBus></device></deviceChange>';
const existing = (file: string, sharing = ''): string =>
  scsi +
  add(
    'VirtualDisk',
    `<backing ${flat}><fileName>${file}</fileName><diskMode>persistent</diskMode>${sharing}</backing>${end}`,
  );
const linked = (file: string): string =>
  scsi +
  '<deviceChange><operation>add</operation><fileOperation>create</fileOperation><device xsi:type="VirtualDisk"><key>-2</key>' +
  `<backing ${flat}><fileName>[ds]</fileName><diskMode>persistent</diskMode><parent><fileName>${file}</fileName>` +
  `<diskMode>persistent</diskMode></parent></backing>${end}</device></deviceChange>`;

test('FR-020-245 a disk that is named by its file is as large as it lies there, and a linked one stands on it', async () => {
  const child = await make('child', linked('[ds] golden.vmdk'));
  expect(child.fault).toBe('');
  const disk = await deviceOf(child.ref, 'VirtualDisk');
  expect([textIn(disk, 'capacityInKB'), textIn(disk, 'backing.fileName')]).toEqual([
    '2097152',
    '[ds] child/child.vmdk',
  ]);
  expect(textIn(disk, 'backing.parent.fileName')).toBe('[ds] golden.vmdk');
  const none = await make('none', linked('[ds] nothing.vmdk'));
  expect([none.fault, none.message]).toEqual(['InvalidDeviceSpec', "Invalid configuration for device '1'."]);
  expect((await make('none', existing('[ds] nothing.vmdk'))).fault).toBe('FileNotFound');
});

test('FR-020-257 on a disk that was there before is a system, which has tools and is given an address', async () => {
  const nic = add(
    'VirtualVmxnet3',
    '<backing xsi:type="VirtualEthernetCardNetworkBackingInfo"><deviceName>VM Network</deviceName></backing>',
  );
  const installed = await make('installed', linked('[ds] golden.vmdk') + nic);
  const bare = await make('bare', nic);
  for (const { ref } of [installed, bare]) expect((await run('PowerOnVM_Task', ref)).fault).toBe('');
  expect((await read(installed.ref, 'guest.ipAddress'))?.text).toMatch(/^10\.9\.0\.\d+$/);
  expect(await read(bare.ref, 'guest.ipAddress')).toBe(undefined);
  expect((await client.call('ShutdownGuest', bare.ref)).fault).toBe('ToolsUnavailable');
  expect((await client.call('ShutdownGuest', installed.ref)).fault).toBe('');
});

test('FR-020-246 a disk’s file has one writer, but where both of two machines share it', async () => {
  const shared = '<sharing>sharingMultiWriter</sharing>';
  const one = await make('one', existing('[ds] golden.vmdk', shared));
  expect(one.fault).toBe('');
  const two = await make('two', existing('[ds] golden.vmdk'));
  expect((await run('PowerOnVM_Task', one.ref)).fault).toBe('');
  expect(await run('PowerOnVM_Task', two.ref)).toMatchObject({
    fault: 'FileLocked',
    message: 'Failed to lock the file [ds] golden.vmdk: one has it open.',
  });
  const three = await make('three');
  expect((await run('PowerOnVM_Task', three.ref)).fault).toBe('');
  expect((await change(three.ref, existing('[ds] golden.vmdk'))).fault).toBe('FileLocked');
  const key = textIn(await deviceOf(two.ref, 'VirtualDisk'), 'key') ?? '';
  const gone = `<deviceChange><operation>remove</operation><device xsi:type="VirtualDisk"><key>${key}</key><capacityInKB>0</capacityInKB></device></deviceChange>`;
  expect((await change(two.ref, gone)).fault).toBe('');
  expect((await change(two.ref, existing('[ds] golden.vmdk', shared).replace(scsi, ''))).fault).toBe('');
  expect((await run('PowerOnVM_Task', two.ref)).fault).toBe('');
});

test('FR-020-247 a device says what is in it, has the next free unit and can be plugged; of some there is only one', async () => {
  const vm = await make('devices', add('VirtualIDEController', '<busNumber>0</busNumber>'));
  expect(textIn(await device(vm.ref, 200), 'deviceInfo.label')).toBe('IDE 0');
  const iso = '<backing xsi:type="VirtualCdromIsoBackingInfo"><fileName>[ds] x.iso</fileName></backing>';
  expect((await change(vm.ref, add('VirtualCdrom', `${iso}<controllerKey>200</controllerKey>`))).fault).toBe(
    '',
  );
  expect(textIn(await device(vm.ref, 3000), 'deviceInfo.summary')).toBe('ISO [ds] x.iso');
  const serial =
    '<backing xsi:type="VirtualSerialPortURIBackingInfo"><serviceURI>telnet://:1</serviceURI><direction>client</direction></backing><yieldOnPoll>true</yieldOnPoll>';
  expect((await change(vm.ref, add('VirtualSerialPort', serial))).fault).toBe('');
  const port = await device(vm.ref, 9000);
  expect([textIn(port, 'deviceInfo.summary'), textIn(port, 'connectable.startConnected')]).toEqual([
    'Remote telnet://:1',
    'true',
  ]);
  const second = add('VirtualCdrom', `${iso}<controllerKey>200</controllerKey><unitNumber>-1</unitNumber>`);
  expect((await change(vm.ref, second)).fault).toBe('');
  expect(textIn(await device(vm.ref, 3001), 'unitNumber')).toBe('1');
  expect((await change(vm.ref, add('VirtualIDEController', '<busNumber>2</busNumber>'))).fault).toBe(
    'TooManyDevices',
  );
});

test('FR-020-248 a machine whose configuration file was removed is inaccessible, and is unregistered without a trace', async () => {
  const { ref } = await make('lost');
  const remove = (path: string) =>
    run('DeleteDatastoreFile_Task', 'FileManager:FileManager', `<name>[ds] ${path}</name>`);
  expect((await run('PowerOnVM_Task', ref)).fault).toBe('');
  expect((await remove('lost')).fault).toBe('FileLocked');
  expect((await run('PowerOffVM_Task', ref)).fault).toBe('');
  expect((await remove('lost')).fault).toBe('');
  expect((await client.call('Reload', ref)).fault).toBe('');
  expect(await read(ref, 'config')).toBe(undefined);
  expect((await read(ref, 'runtime.connectionState'))?.text).toBe('inaccessible');
  expect((await run('PowerOnVM_Task', ref)).fault).toBe('InvalidState');
  expect((await client.call('UnregisterVM', ref)).fault).toBe('');
  const again = await run(
    'RegisterVM_Task',
    folder(),
    `<path>[ds] lost/lost.vmx</path><asTemplate>false</asTemplate>${pool()}`,
  );
  expect(again.fault).toBe('NotFound');
});

test('FR-020-249 a machine without a disk is unregistered too, and has its devices again when it is registered', async () => {
  const iso = '<backing xsi:type="VirtualCdromIsoBackingInfo"><fileName>[ds] y.iso</fileName></backing>';
  const { ref } = await make('away', add('VirtualCdrom', `${iso}<controllerKey>200</controllerKey>`));
  expect((await client.call('UnregisterVM', ref)).fault).toBe('');
  expect((await client.call('Fetch', ref, '<prop>name</prop>')).fault).toBe('ManagedObjectNotFound');
  const again = await run(
    'RegisterVM_Task',
    folder(),
    `<path>[ds] away/away.vmx</path><asTemplate>false</asTemplate>${pool()}`,
  );
  expect(again.fault).toBe('');
  expect(textIn(await device(`VirtualMachine:${again.result}`, 3000), 'deviceInfo.summary')).toBe(
    'ISO [ds] y.iso',
  );
});

test('FR-020-250 a name may have a slash: it is kept as vSphere writes it, and shown as it was given', async () => {
  const { ref } = await make('slash/ed');
  expect([(await read(ref, 'name'))?.text, (await read(ref, 'config.name'))?.text]).toEqual([
    'slash%2fed',
    'slash/ed',
  ]);
  const found = await client.call(
    'FindByInventoryPath',
    'SearchIndex:SearchIndex',
    '<inventoryPath>DC/vm/slash%2fed</inventoryPath>',
  );
  expect(`VirtualMachine:${found.values[0]?.text}`).toBe(ref);
  expect((await make('slash%2fed')).fault).toBe('DuplicateName');
  expect((await run('Rename_Task', ref, '<newName>50% off</newName>')).fault).toBe('');
  expect((await read(ref, 'name'))?.text).toBe('50%25 off');
});
