import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonRoute } from '../json/json-route.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { restOperations } from './operations.ts';
import { restRoutes } from './rest-route.ts';
import { basic, jsonClient, jsonLogin } from './rest.fixture.ts';
import type { JsonClient } from './rest.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: JsonClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [...restRoutes(vc, restOperations), jsonRoute(vc)] });
  estate = await buildEstate(lab);
  client = await jsonLogin(lab);
});
afterAll(() => lab.close());

const moRef = (id: string): string => lab.world.inventory.get(id as never)?.aliases.moRef ?? '';

test('FR-020-110 a session is opened by name and password, told and ended in both dialects', async () => {
  const wrong = await jsonClient(lab, { headers: basic('wrong') }).post('/rest/com/vmware/cis/session');
  expect(wrong.status).toBe(401);
  expect(wrong.json.type).toBe('com.vmware.vapi.std.errors.unauthenticated');
  const opened = await jsonClient(lab, { headers: basic() }).post('/rest/com/vmware/cis/session');
  expect(opened.headers['set-cookie']?.[0]).toContain(`vmware-api-session-id=${opened.json.value}`);
  const one = jsonClient(lab, { headers: { 'vmware-api-session-id': opened.json.value } });
  const told = await one.post('/rest/com/vmware/cis/session?~action=get');
  expect(told.json.value.user.toLowerCase()).toBe('administrator@vsphere.local');
  expect((await one.get('/api/session')).json.user).toBe(told.json.value.user);
  expect((await one.send('DELETE', '/api/session')).status).toBe(204);
  expect((await one.get('/api/session')).json.error_type).toBe('UNAUTHENTICATED');
});

test('FR-020-111 a tag hangs on a thing within its category, and the lab shows it', async () => {
  const category = (
    await client.post('/rest/com/vmware/cis/tagging/category', {
      create_spec: {
        name: 'tier',
        description: '',
        cardinality: 'SINGLE',
        associable_types: ['VirtualMachine'],
      },
    })
  ).json.value;
  const tag = async (name: string): Promise<string> =>
    (await client.post('/api/cis/tagging/tag', { name, description: '', category_id: category })).json;
  const [gold, silver] = [await tag('gold'), await tag('silver')];
  const object_id = { type: 'VirtualMachine', id: moRef(estate.machines[0]) };
  const path = '/rest/com/vmware/cis/tagging/tag-association';
  expect((await client.post(`${path}/id:${gold}?~action=attach`, { object_id })).status).toBe(200);
  const second = await client.post(`${path}/id:${silver}?~action=attach`, { object_id });
  expect([second.status, second.json.type]).toEqual([400, 'com.vmware.vapi.std.errors.invalid_argument']);
  const host = { type: 'HostSystem', id: moRef(estate.hosts[0]) };
  expect((await client.post(`${path}/id:${gold}?~action=attach`, { object_id: host })).status).toBe(400);
  expect((await client.post(`${path}?~action=list-attached-tags`, { object_id })).json.value).toEqual([gold]);
  expect((await client.post(`${path}/id:${gold}?~action=list-attached-objects`)).json.value).toEqual([
    object_id,
  ]);
  expect(lab.world.inventory.get(estate.machines[0])?.spec).toMatchObject({ tags: ['gold'] });
  expect((await client.send('DELETE', `/api/cis/tagging/category/${category}`)).status).toBe(204);
  expect(lab.world.inventory.get(estate.machines[0])?.spec).toMatchObject({ tags: [] });
  expect((await client.get('/api/cis/tagging/tag')).json).toEqual([]);
});

test('FR-020-112 lists of machines, hosts, stores, networks and folders are filtered by where things are', async () => {
  const names = async (path: string): Promise<string[]> =>
    (await client.get(path)).json.map(({ name }: { name: string }) => name);
  expect(await names('/api/vcenter/vm')).toEqual(['web-01', 'web-02', 'web-03']);
  expect(await names(`/api/vcenter/vm?folders=${moRef(estate.folder)}`)).toEqual(['web-03']);
  expect(await names(`/api/vcenter/vm?clusters=${moRef(estate.cluster)}&names=web-02`)).toEqual(['web-02']);
  expect(await names('/api/vcenter/host?standalone=true')).toEqual(['esx-03']);
  expect(await names('/api/vcenter/network')).toEqual(['VM Network', 'PG0']);
  expect(await names('/api/vcenter/folder?type=VIRTUAL_MACHINE')).toEqual(['vm', 'web']);
  expect(await names('/api/vcenter/resource-pool')).toEqual(['Resources', 'Resources', 'gold']);
  expect((await client.get('/rest/vcenter/datastore')).json.value[0]).toMatchObject({
    name: 'store1',
    type: 'VMFS',
  });
  const none = await client.get('/api/vcenter/vm/vm-999');
  expect([none.status, none.json.error_type]).toEqual([404, 'NOT_FOUND']);
  expect((await client.get('/api/vcenter/nothing')).json.error_type).toBe('OPERATION_NOT_FOUND');
});

test('FR-020-113 a machine is read, changed and powered by the same acts as by SOAP', async () => {
  const vm = `/api/vcenter/vm/${moRef(estate.machines[0])}`;
  const whole = (await client.get(vm)).json;
  expect(whole).toMatchObject({
    name: 'web-01',
    power_state: 'POWERED_OFF',
    cpu: { count: 2 },
    memory: { size_MiB: 2048 },
  });
  expect(whole.disks['2000']).toMatchObject({ capacity: 8 * 1_073_741_824 });
  expect((await client.send('PATCH', `${vm}/hardware/memory`, { size_MiB: 4096 })).status).toBe(204);
  expect(
    (
      await client.post(`${vm}/hardware/ethernet`, {
        backing: { type: 'DISTRIBUTED_PORTGROUP', network: moRef(estate.wire) },
      })
    ).status,
  ).toBe(201);
  expect((await client.get(`${vm}/hardware/ethernet`)).json).toHaveLength(2);
  expect((await client.post(`${vm}/hardware/disk`, { new_vmdk: { capacity: 1_073_741_824 } })).json).toBe(
    '2001',
  );
  expect((await client.send('DELETE', `${vm}/hardware/disk/2001`)).status).toBe(204);
  const started = client.post(`${vm}/power?action=start`);
  await lab.run(60);
  expect((await started).status).toBe(204);
  await lab.run(120);
  expect((await client.get(`${vm}/power`)).json.state).toBe('POWERED_ON');
  const again = await client.post(`${vm}/power?action=start`);
  expect([again.status, again.json.error_type]).toEqual([400, 'ALREADY_IN_DESIRED_STATE']);
  expect((await client.send('DELETE', vm)).json.error_type).toBe('NOT_ALLOWED_IN_CURRENT_STATE');
  expect((await client.get(`${vm}/guest/identity`)).json).toMatchObject({
    family: 'LINUX',
    host_name: 'web-01.lab',
  });
});

/** Lab time goes by until the answer is there. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  void work.finally(() => (isOver = true));
  while (!isOver) {
    await lab.run(5);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

test('FR-020-113 a machine is copied into another folder, moved to another host and removed', async () => {
  const source = moRef(estate.machines[2]);
  const placement = {
    folder: moRef(estate.folder),
    host: moRef(estate.loner),
    datastore: moRef(estate.store),
  };
  const asked = { source, name: 'web-09', placement };
  const copied = await inTime(client.post('/api/vcenter/vm?action=clone', asked));
  expect(copied.status).toBe(201);
  const path = `/api/vcenter/vm/${copied.json}`;
  const target = { placement: { host: moRef(estate.hosts[0]) } };
  expect((await inTime(client.post(`${path}?action=relocate`, target))).status).toBe(204);
  const found = (await client.get(`/api/vcenter/vm?hosts=${moRef(estate.hosts[0])}&names=web-09`)).json;
  expect(found).toMatchObject([{ vm: copied.json }]);
  expect((await inTime(client.send('DELETE', path))).status).toBe(204);
  expect((await client.get(path)).status).toBe(404);
});

test('FR-020-355 over REST a machine that is on is cloned at once, and one that is off is not', async () => {
  const [, , id] = estate.machines;
  const asked = { source: moRef(id), name: 'web-10', bios_uuid: '422f5b0e-1c1a-4c0b-9a5c-001122334455' };
  const clone = (more = {}) =>
    inTime(client.post('/api/vcenter/vm?action=instant-clone', { ...asked, ...more }));
  expect((await clone()).status).toBe(400);
  await lab.does({ type: 'machine.power', id, verb: 'on' });
  expect((await clone({ disconnect_all_nics: true })).status).toBe(400);
  const made = await clone();
  expect(made.status).toBe(201);
  const seen = (await client.get(`/api/vcenter/vm/${made.json}`)).json;
  expect(seen).toMatchObject({
    name: 'web-10',
    power_state: 'POWERED_ON',
    identity: { bios_uuid: asked.bios_uuid },
  });
});

test('FR-020-114 the appliance tells its version, health and time', async () => {
  expect((await client.get('/api/appliance/system/version')).json).toMatchObject({ build: '22617221' });
  expect((await client.get('/rest/appliance/health/system')).json).toEqual({ value: 'green' });
  expect((await client.get('/api/appliance/health/heart')).status).toBe(404);
  const nic = { name: 'nic0', status: 'up', ipv4: { address: '127.0.0.1', prefix: 8 } };
  expect((await client.get('/rest/appliance/networking/interfaces')).json).toMatchObject({ value: [nic] });
  expect((await client.get('/api/appliance/networking/interfaces/nic0')).json).toMatchObject(nic);
  expect((await client.get('/api/appliance/networking/interfaces/nic1')).status).toBe(404);
  const module = (
    await client.post('/api/vcenter/cluster/modules', { spec: { cluster: moRef(estate.cluster) } })
  ).json;
  const members = `/api/vcenter/cluster/modules/${module}/members`;
  const vms = [moRef(estate.machines[0])];
  expect((await client.post(`${members}?action=add`, { vms })).json).toEqual({ success: true });
  expect((await client.post(`${members}?action=add`, { vms })).json).toEqual({ success: false });
  expect((await client.get(members)).json).toEqual({ vms });
});

test('FR-020-115 the same objects are read and called in JSON', async () => {
  const open = jsonClient(lab);
  const root = '/sdk/vim25/8.0.1.0';
  const content = (await open.get(`${root}/ServiceInstance/ServiceInstance/content`)).json;
  expect(content).toMatchObject({ _typeName: 'ServiceContent', about: { apiType: 'VirtualCenter' } });
  const wrong = await open.post(`${root}/SessionManager/SessionManager/Login`, {
    userName: 'administrator@vsphere.local',
    password: 'no',
  });
  expect([wrong.status, wrong.json._typeName]).toEqual([500, 'InvalidLogin']);
  expect((await open.get(`${root}/VirtualMachine/${moRef(estate.machines[1])}/name`)).status).toBe(401);
  await open.post(`${root}/SessionManager/SessionManager/Login`, {
    userName: 'administrator@vsphere.local',
    password: 'coldaisle',
  });
  expect((await open.get(`${root}/VirtualMachine/${moRef(estate.machines[1])}/name`)).json).toBe('web-02');
  const task = (
    await open.post(`${root}/VirtualMachine/${moRef(estate.machines[1])}/Rename_Task`, { newName: 'web-2' })
  ).json;
  expect(task).toMatchObject({ _typeName: 'ManagedObjectReference', type: 'Task' });
  const gone = await open.get(`${root}/VirtualMachine/vm-999/name`);
  expect([gone.status, gone.json._typeName]).toEqual([404, 'ManagedObjectNotFound']);
});
