/** Configuration files of machines: written as a host does, and read when somebody puts one there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { ended } from '../esx/own-host.fixture.ts';
import { basic, jsonClient } from '../rest/rest.fixture.ts';
import type { JsonClient } from '../rest/rest.fixture.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { folderRoute } from './folder-route.ts';

let lab: VmwareLab;
let estate: Estate;
let soap: SoapClient;
let files: JsonClient;
beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [folderRoute(vc, vc.blobs)] });
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  estate = await buildEstate(lab);
  soap = await lab.login();
  files = jsonClient(lab, { headers: basic() });
  const disk = '<diskType>thin</diskType><adapterType>lsiLogic</adapterType><capacityKb>2097152</capacityKb>';
  await soap.call('MakeDirectory', 'FileManager:FileManager', '<name>[store1] made</name>');
  const made = await run(
    'CreateVirtualDisk_Task',
    'VirtualDiskManager:virtualDiskManager',
    `<name>[store1] made/made.vmdk</name><spec xsi:type="FileBackedVirtualDiskSpec">${disk}</spec>`,
  );
  if (made.fault !== '') throw new Error(made.message);
});
afterAll(() => lab.close());

const run = (method: string, self: string, inner = '') => ended(lab, soap, [method, self, inner]);
const at = (path: string): string => `/folder/${path}?dcPath=%2FDC0&dsName=store1`;
const put = (path: string, lines: readonly string[]) =>
  files.send('PUT', at(path), Buffer.from(lines.join('\n')));
const refOf = (id: EntityId): string => {
  const entity = lab.world.inventory.get(id);
  const { _ref, value } = entity === undefined ? { _ref: '', value: '' } : lab.vc.refs.of(entity);
  return `${_ref}:${value}`;
};
const register = (path: string) =>
  run(
    'RegisterVM_Task',
    refOf(estate.folder),
    `<path>${path}</path><asTemplate>false</asTemplate><pool type="ResourcePool">${refOf(estate.pool).replace(/^.*:/, '')}</pool>`,
  );
const read = async (ref: string, path: string): Promise<string | undefined> =>
  (await soap.call('Fetch', `VirtualMachine:${ref}`, `<prop>${path}</prop>`)).values[0]?.text;

const config = [
  '.encoding = "UTF-8"',
  'config.version = "8"',
  'virtualHW.version = "10"',
  'guestOS = "ubuntu-64"',
  'uuid.bios = "42 2f 5b 0e 1c 1a 4c 0b-9a 5c 00 11 22 33 44 55"',
  'displayName = "made here"',
  'annotation = "two|0Alines, |22quoted|22"',
  'memsize = "512"',
  'numvcpus = "2"',
  'sched.cpu.shares = "high"',
  'scsi0.present = "true"',
  'scsi0.virtualDev = "lsilogic"',
  'scsi0:0.present = "true"',
  'scsi0:0.deviceType = "scsi-hardDisk"',
  'scsi0:0.fileName = "made.vmdk"',
  'ide0:0.present = "true"',
  'ide0:0.deviceType = "cdrom-image"',
  'ide0:0.fileName = "/vmfs/volumes/store1/iso/x.iso"',
  'ide1:0.present = "false"',
  'ethernet0.present = "true"',
  'ethernet0.virtualDev = "e1000"',
  'ethernet0.networkName = "VM Network"',
  'ethernet0.addressType = "static"',
  'ethernet0.address = "00:50:56:11:22:33"',
  'serial0.present = "true"',
  'serial0.fileType = "network"',
  'serial0.fileName = "telnet://:7"',
  'serial0.network.endPoint = "client"',
  'guestinfo.role = "web"',
];

test('FR-020-301 a configuration file that somebody put on a datastore is registered as the machine that it means', async () => {
  expect((await put('made/made.vmx', config)).status).toBe(201);
  const { result, fault, message } = await register('[store1] made/made.vmx');
  expect([fault, message]).toEqual(['', '']);
  const ref = result;
  const vm = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'made here');
  expect(vm?.spec).toMatchObject({ cpus: 2, memory: 512, notes: 'two\nlines, "quoted"', power: 'off' });
  expect(vm?.spec.disks).toMatchObject([{ size: 2 }]);
  expect(vm?.spec.nics).toMatchObject([{ mac: '00:50:56:11:22:33' }]);
  expect(await read(ref, 'config.uuid')).toBe('422f5b0e-1c1a-4c0b-9a5c-001122334455');
  expect(await read(ref, 'config.version')).toBe('vmx-10');
  expect(await read(ref, 'config.guestId')).toBe('ubuntu64Guest');
  expect(await read(ref, 'config.extraConfig["guestinfo.role"].value')).toBe('web');
  const devices = await soap.call('Fetch', `VirtualMachine:${ref}`, '<prop>config.hardware.device</prop>');
  const types = devices.values[0]?.children.map(({ type }) => type?.name);
  expect(types).toEqual(
    expect.arrayContaining([
      'VirtualLsiLogicController',
      'VirtualCdrom',
      'VirtualE1000',
      'VirtualSerialPort',
    ]),
  );
  const cdrom = devices.values[0]?.children.find(({ type }) => type?.name === 'VirtualCdrom');
  expect(textIn(cdrom, 'backing.fileName')).toBe('[store1] iso/x.iso');
});

test('FR-020-301 from then on the file is the machine’s own, and says what the machine is, as a host writes it', async () => {
  const { text } = await files.get(at('made/made.vmx'));
  const lines = text.trim().split('\n');
  const told = config
    .map((line) => line.replaceAll('"true"', '"TRUE"').replace('memsize', 'memSize'))
    // What is not there need not be said, and a path names its volume by number.
    .filter((line) => !/^(ide1|ide0:0\.fileName)/.test(line));
  for (const line of told) expect(lines).toContain(line);
  // A reader of today chokes on the word; and a file that does not say it means it.
  expect(text).not.toContain('firmware');
  expect(text).toMatch(/^ide0:0\.fileName = "\/vmfs\/volumes\/[\da-f-]{36}\/iso\/x\.iso"$/m);
  expect((await put('made/made.vmx', config)).status).toBe(409);
});

test('FR-020-301 what is no configuration, or names a disk that is not there, makes no machine', async () => {
  const before = lab.world.inventory.ofKind('vm').length;
  await put('odd/odd.vmx', ['hello']);
  expect((await register('[store1] odd/odd.vmx')).fault).toBe('InvalidVmConfig');
  await put('lost/lost.vmx', config);
  expect((await register('[store1] lost/lost.vmx')).fault).toBe('FileNotFound');
  expect((await register('[store1] none/none.vmx')).fault).toBe('NotFound');
  expect(lab.world.inventory.ofKind('vm')).toHaveLength(before);
  expect((await files.get(at('lost/lost.vmx'))).status).toBe(200);
});

test('FR-020-354 the configuration of a machine that was unregistered is read as it was, and nobody overwrites it', async () => {
  const before = (await files.get(at('made/made.vmx'))).text;
  const disk = (await files.get(at('made/made.vmdk'))).text;
  const made = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'made here');
  expect((await soap.call('UnregisterVM', refOf(made?.id ?? estate.pool))).fault).toBe('');
  expect((await files.get(at('made/made.vmx'))).text).toBe(before);
  expect((await files.get(at('made/made.vmdk'))).text).toBe(disk);
  expect((await put('made/made.vmx', config)).status).toBe(409);
  const { result, fault } = await register('[store1] made/made.vmx');
  expect([fault, await read(result, 'name')]).toEqual(['', 'made here']);
  expect((await files.get(at('made/made.vmx'))).text).toBe(before);
});
