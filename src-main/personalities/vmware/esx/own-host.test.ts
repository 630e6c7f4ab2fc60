import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { openOwnHost } from './own-host.fixture.ts';
import type { OwnHost } from './own-host.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let loner: OwnHost;
let member: OwnHost;
let vcenter: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  loner = await openOwnHost(lab, estate.loner);
  member = await openOwnHost(lab, estate.hosts[0]);
  vcenter = await lab.login();
});
afterAll(async () => {
  await loner.close();
  await member.close();
  await lab.close();
});

const read = async (client: SoapClient, self: string, path: string): Promise<readonly string[]> => {
  const told = await client.call('Fetch', self, `<prop>${path}</prop>`);
  const [value] = told.values;
  return value === undefined
    ? [told.fault]
    : value.children.length === 0
      ? [value.text]
      : value.children.map(({ text }) => text);
};

const moRef = (id: Estate['store']): string => lab.world.inventory.get(id)?.aliases.moRef ?? '';
const number = (id: Estate['store']): string => /\d+$/.exec(id)?.[0] ?? '';

test('FR-020-253 a host gives its things the names of an ESXi host, and takes them back under these names', async () => {
  const content = (await loner.client.call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance')).text;
  for (const text of [
    '>ha-folder-root<',
    '>ha-property-collector<',
    '>ha-sessionmgr<',
    '>ha-localacctmgr<',
    '>HostAgent<',
  ])
    expect(content).toContain(text);
  for (const word of [
    'customFieldsManager',
    'alarmManager',
    'scheduledTaskManager',
    'extensionManager',
    'ipPoolManager',
  ])
    expect(content).not.toContain(`<${word}`);
  const { client } = loner;
  expect(await read(client, 'Folder:ha-folder-root', 'childEntity')).toEqual(['ha-datacenter']);
  expect(await read(client, 'Datacenter:ha-datacenter', 'name')).toEqual(['ha-datacenter']);
  expect(await read(client, 'Datacenter:ha-datacenter', 'vmFolder')).toEqual(['ha-folder-vm']);
  expect(await read(client, 'Folder:ha-folder-host', 'childEntity')).toEqual(['ha-compute-res']);
  expect(await read(client, 'ComputeResource:ha-compute-res', 'host')).toEqual(['ha-host']);
  expect(await read(client, 'ComputeResource:ha-compute-res', 'resourcePool')).toEqual(['ha-root-pool']);
  expect(await read(client, 'HostSystem:ha-host', 'configManager.networkSystem')).toEqual(['networkSystem']);
  expect(
    await read(
      client,
      'HostNetworkSystem:networkSystem',
      'networkInfo.vswitch["key-vim.host.VirtualSwitch-vSwitch0"].name',
    ),
  ).toEqual(['vSwitch0']);
  const [store = ''] = await read(client, 'HostSystem:ha-host', 'datastore');
  expect(store).toBe(lab.world.inventory.get(estate.store)?.aliases.uuid);
  expect(await read(client, `Datastore:${store}`, 'name')).toEqual(['store1']);
  expect(await read(client, `Datastore:${store}`, 'browser')).toEqual([`datastoreBrowser-${store}`]);
  expect(await read(client, 'HostSystem:ha-host', 'network')).toContain('HaNetwork-VM Network');
  expect(await read(client, 'Network:HaNetwork-VM Network', 'name')).toEqual(['VM Network']);
  const machine = number(estate.machines[2]);
  expect(await read(client, 'Folder:ha-folder-vm', 'childEntity')).toEqual([machine]);
  expect(await read(client, `VirtualMachine:${machine}`, 'runtime.host')).toEqual(['ha-host']);
  expect((await client.call('Fetch', 'Folder:ha-nothing', '<prop>name</prop>')).fault).toBe(
    'ManagedObjectNotFound',
  );
});

test('FR-020-254 a host that is asked itself knows of its own machines alone, though it stands in a cluster', async () => {
  const own = number(estate.machines[0]);
  const { client } = member;
  expect(await read(client, 'Folder:ha-folder-vm', 'childEntity')).toEqual([own]);
  expect(await read(client, 'ResourcePool:ha-root-pool', 'vm')).toEqual([own]);
  expect(await read(client, `VirtualMachine:${own}`, 'resourcePool')).toEqual(['ha-root-pool']);
  expect(await read(client, 'HostSystem:ha-host', 'parent')).toEqual(['ha-compute-res']);
  for (const foreign of [number(estate.machines[1]), number(estate.machines[2])])
    expect(await read(client, `VirtualMachine:${foreign}`, 'name')).toEqual(['ManagedObjectNotFound']);
  for (const id of estate.machines)
    for (const verb of ['on', 'off'] as const) await lab.does({ type: 'machine.power', id, verb });
  const events = await client.call('QueryEvents', 'EventManager:ha-eventmgr', '<filter/>');
  expect(events.text).toContain('web-01');
  expect(events.text).not.toContain('web-02');
});

const config = (name: string): string =>
  `<config><name>${name}</name><guestId>otherGuest</guestId><files><vmPathName>[store1]</vmPathName></files></config>`;

test('FR-020-254 what is made on a host itself is the vCenter’s too, on this host and in its cluster', async () => {
  const made = await member.ended(
    'CreateVM_Task',
    'Folder:ha-folder-vm',
    `${config('by-hand')}<pool type="ResourcePool">ha-root-pool</pool>`,
  );
  expect(made.fault).toBe('');
  expect(made.result).toMatch(/^\d+$/);
  const ref = `VirtualMachine:vm-${made.result}`;
  expect(await read(vcenter, ref, 'name')).toEqual(['by-hand']);
  expect(await read(vcenter, ref, 'runtime.host')).toEqual([moRef(estate.hosts[0])]);
  expect(await read(vcenter, ref, 'resourcePool')).toEqual([`resgroup-c${number(estate.cluster)}`]);
  expect(await read(loner.client, `VirtualMachine:${made.result}`, 'name')).toEqual([
    'ManagedObjectNotFound',
  ]);
  expect((await member.ended('PowerOnVM_Task', `VirtualMachine:${made.result}`)).fault).toBe('');
  expect(await read(vcenter, ref, 'runtime.powerState')).toEqual(['poweredOn']);
});

test('FR-020-255 what only a vCenter can do is refused by a host, which has no REST either', async () => {
  const own = `VirtualMachine:${number(estate.machines[2])}`;
  const clone = await loner.client.call(
    'CloneVM_Task',
    own,
    '<folder type="Folder">ha-folder-vm</folder><name>copy</name><spec><location/><powerOn>false</powerOn><template>false</template></spec>',
  );
  expect(clone.fault).toBe('NotSupported');
  expect(
    (await loner.client.call('CreateDatacenter', 'Folder:ha-folder-root', '<name>other</name>')).fault,
  ).toBe('NotSupported');
  expect((await loner.client.call('Destroy_Task', 'Datacenter:ha-datacenter')).fault).toBe('NotSupported');
  expect((await loner.client.get('/api/vcenter/vm')).status).toBe(404);
  expect(
    (await loner.client.get('/folder/web-03/web-03.vmx?dcPath=ha-datacenter&dsName=store1')).status,
  ).toBe(200);
});

test('FR-020-252 a host writes down who asked it what, and what its kernel saw', async () => {
  const { client } = loner;
  const browse = (inner: string) =>
    client.call('BrowseDiagnosticLog', 'DiagnosticManager:ha-diagnosticmgr', inner);
  const keys = await client.call('QueryDescriptions', 'DiagnosticManager:ha-diagnosticmgr');
  expect(keys.values.map(({ children }) => children.find(({ name }) => name === 'key')?.text)).toEqual([
    'hostd',
    'vmkernel',
  ]);
  const whole = await browse('<key>hostd</key>');
  expect(whole.text).toContain('Login on SessionManager:');
  expect(whole.text).toMatch(/user=root\] \w+ on /);
  const behind = await browse('<key>hostd</key><start>2147483647</start>');
  expect(behind.values[0]?.children.filter(({ name }) => name === 'lineText')).toEqual([]);
  expect((await browse('<key>vmkernel</key><start>1</start><lines>1</lines>')).text).toContain(
    'VMware ESXi 8.0.2 build-22380479',
  );
  expect((await browse('<key>nothing</key>')).fault).toBe('CannotAccessFile');
  const ofVcenter = await vcenter.call(
    'BrowseDiagnosticLog',
    'DiagnosticManager:DiagMgr',
    `<host type="HostSystem">${moRef(estate.hosts[0])}</host><key>hostd</key>`,
  );
  expect(ofVcenter.text).toContain('by-hand');
});
