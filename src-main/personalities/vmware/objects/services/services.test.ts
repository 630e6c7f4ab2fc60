import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { labPassword, openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const refOf = (id: Estate['datacenter'] | undefined): string => {
  const ref = lab.vc.refs.ofId(id);
  return `${ref?._ref ?? ''}:${ref?.value ?? ''}`;
};
const valueOf = (id: Estate['datacenter'] | undefined): string => lab.vc.refs.ofId(id)?.value ?? '';
const manager = 'SessionManager:SessionManager';
const index = 'SearchIndex:SearchIndex';
const fetch = (self: string, prop: string): Promise<SoapAnswer> =>
  client.call('Fetch', self, `<prop>${prop}</prop>`);
const refsIn = async (self: string, prop: string): Promise<readonly string[]> =>
  ((await fetch(self, prop)).values[0]?.children ?? []).map(({ text }) => text);

test('FR-020-057 a session is opened with the right password only, and its cookie stands in quotes', async () => {
  const stranger = lab.client();
  const wrong = await stranger.call(
    'Login',
    manager,
    '<userName>administrator@vsphere.local</userName><password>no</password>',
  );
  expect([wrong.status, wrong.fault]).toEqual([500, 'InvalidLogin']);
  const right = await lab.login();
  expect(right.cookie()).toMatch(/^vmware_soap_session="[^"]+"$/);
  const mine = await right.call('Fetch', manager, '<prop>currentSession</prop>');
  expect(textIn(mine.values[0], 'userName')).toBe('VSPHERE.LOCAL\\Administrator');
  expect((await right.call('Logout', manager)).fault).toBe('');
  expect((await right.call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe('NotAuthenticated');
});

test('FR-020-058 sessions are listed, looked after, terminated and cloned', async () => {
  const other = await lab.login();
  const mine = await other.call('Fetch', manager, '<prop>currentSession</prop>');
  const key = textIn(mine.values[0], 'key') ?? '';
  expect((await fetch(manager, 'sessionList')).text).toContain(key);
  const active = `<sessionID>${key}</sessionID><userName>administrator@vsphere.local</userName>`;
  expect((await client.call('SessionIsActive', manager, active)).values[0]?.text).toBe('true');
  const ticket = (await other.call('AcquireCloneTicket', manager)).values[0]?.text ?? '';
  const twin = lab.client();
  const cloned = await twin.call('CloneSession', manager, `<cloneTicket>${ticket}</cloneTicket>`);
  expect(cloned.fault).toBe('');
  expect((await twin.call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe('');
  expect(
    (await lab.client().call('CloneSession', manager, `<cloneTicket>${ticket}</cloneTicket>`)).fault,
  ).toBe('InvalidLogin');
  expect((await client.call('TerminateSession', manager, '<sessionId>enoent</sessionId>')).fault).toBe(
    'NotFound',
  );
  expect((await other.call('TerminateSession', manager, `<sessionId>${key}</sessionId>`)).fault).toBe(
    'InvalidArgument',
  );
  expect((await client.call('TerminateSession', manager, `<sessionId>${key}</sessionId>`)).fault).toBe('');
  expect((await other.call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe('NotAuthenticated');
  expect((await client.call('SessionIsActive', manager, active)).values[0]?.text).toBe('false');
});

test('FR-020-058 language, message of the day and other ways in', async () => {
  expect((await client.call('SetLocale', manager, '<locale>xx</locale>')).fault).toBe('InvalidLocale');
  expect((await client.call('SetLocale', manager, '<locale>de</locale>')).fault).toBe('');
  expect(textIn((await fetch(manager, 'currentSession')).values[0], 'locale')).toBe('de');
  await client.call('UpdateServiceMessage', manager, '<message>Tonight at ten</message>');
  expect((await fetch(manager, 'message')).values[0]?.text).toBe('Tonight at ten');
  expect((await client.call('ImpersonateUser', manager, '<userName>nobody@lab</userName>')).fault).toBe(
    'InvalidLogin',
  );
  const swap = await lab.login({ password: labPassword });
  expect(
    (await swap.call('ImpersonateUser', manager, '<userName>administrator@vsphere.local</userName>')).fault,
  ).toBe('');
  expect((await swap.call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe('');
});

test('FR-020-059 a list holds what is put into it, and an inventory view what is opened', async () => {
  const [web, other] = estate.machines;
  const made = await client.call(
    'CreateListView',
    'ViewManager:ViewManager',
    `<obj type="VirtualMachine">${valueOf(web)}</obj>`,
  );
  const list = `ListView:${made.values[0]?.text ?? ''}`;
  const change = `<add type="VirtualMachine">${valueOf(other)}</add><add type="VirtualMachine">vm-4711</add><remove type="VirtualMachine">${valueOf(web)}</remove>`;
  const unresolved = await client.call('ModifyListView', list, change);
  expect(unresolved.values.map(({ text }) => text)).toEqual(['vm-4711']);
  expect(await refsIn(list, 'view')).toEqual([valueOf(other)]);
  expect((await client.call('ResetListView', list)).fault).toBe('');
  expect(await refsIn(list, 'view')).toEqual([]);
  const opened = await client.call('CreateInventoryView', 'ViewManager:ViewManager');
  const view = `InventoryView:${opened.values[0]?.text ?? ''}`;
  await client.call('OpenInventoryViewFolder', view, '<entity type="Folder">group-d1</entity>');
  expect(await refsIn(view, 'view')).toEqual(['group-d1', valueOf(estate.datacenter)]);
  await client.call('CloseInventoryViewFolder', view, '<entity type="Folder">group-d1</entity>');
  expect(await refsIn(view, 'view')).toEqual(['group-d1']);
  expect((await client.call('DestroyView', view)).fault).toBe('');
  expect((await fetch(view, 'view')).fault).toBe('ManagedObjectNotFound');
  const foreign = await lab.login();
  expect((await foreign.call('Fetch', list, '<prop>view</prop>')).fault).toBe('ManagedObjectNotFound');
});

test('FR-020-059 a session that makes views without end is stopped, and others are not', async () => {
  const greedy = await lab.login();
  const mine = await greedy.call('Fetch', manager, '<prop>currentSession</prop>');
  const caller = { key: textIn(mine.values[0], 'key') ?? '', user: textIn(mine.values[0], 'userName') ?? '' };
  const shelf = lab.vc.shelf(caller);
  for (let at = 0; at < 5000; at += 1) shelf.put({ _ref: 'ListView', value: `filler-${at}` }, {});
  expect((await greedy.call('CreateListView', 'ViewManager:ViewManager')).fault).toBe('LimitExceeded');
  expect((await client.call('CreateListView', 'ViewManager:ViewManager')).fault).toBe('');
});

test('FR-020-060 machines and hosts are found by path, id, name, address and file', async () => {
  const [web] = estate.machines;
  const vm = lab.world.inventory.get(web);
  const found = async (method: string, inner: string): Promise<readonly string[]> =>
    (await client.call(method, index, inner)).values.map(({ text }) => text);
  expect(await found('FindByInventoryPath', '<inventoryPath>/DC0/vm/web/web-03</inventoryPath>')).toEqual([
    valueOf(estate.machines[2]),
  ]);
  expect(await found('FindByInventoryPath', '<inventoryPath>DC0/host/C0/esx-01</inventoryPath>')).toEqual([
    valueOf(estate.hosts[0]),
  ]);
  expect(await found('FindByInventoryPath', '<inventoryPath>DC0/nowhere</inventoryPath>')).toEqual([]);
  const uuid = vm?.aliases['uuid'] ?? '';
  expect(await found('FindByUuid', `<uuid>${uuid.toUpperCase()}</uuid><vmSearch>true</vmSearch>`)).toEqual([
    valueOf(web),
  ]);
  expect(await found('FindByUuid', `<uuid>${uuid}</uuid><vmSearch>false</vmSearch>`)).toEqual([]);
  const instance = vm?.aliases['instanceUuid'] ?? '';
  const byInstance = `<uuid>${instance}</uuid><vmSearch>true</vmSearch><instanceUuid>true</instanceUuid>`;
  expect(await found('FindAllByUuid', byInstance)).toEqual([valueOf(web)]);
  expect(await found('FindByDnsName', '<dnsName>WEB-01.lab</dnsName><vmSearch>true</vmSearch>')).toEqual([
    valueOf(web),
  ]);
  expect(await found('FindAllByIp', '<ip>10.0.0.12</ip><vmSearch>false</vmSearch>')).toEqual([
    valueOf(estate.hosts[1]),
  ]);
  const path = (await fetch(refOf(web), 'config')).values[0];
  const file = textIn(path, 'files.vmPathName') ?? '';
  const at = `<datacenter type="Datacenter">${valueOf(estate.datacenter)}</datacenter>`;
  expect(await found('FindByDatastorePath', `${at}<path>${file}</path>`)).toEqual([valueOf(web)]);
  expect((await client.call('FindByDatastorePath', index, `${at}<path>web.vmx</path>`)).fault).toBe(
    'InvalidDatastorePath',
  );
  const child = `<entity type="ClusterComputeResource">${valueOf(estate.cluster)}</entity><name>Resources</name>`;
  expect(await found('FindChild', child)).toEqual([
    lab.vc.refs.rootPool(lab.world.inventory.get(estate.cluster) as never).value,
  ]);
});

test('FR-020-061 the tree is vSphere’s: four folders, root pools, compute resources of lone hosts, a network once', async () => {
  const datacenter = refOf(estate.datacenter);
  const folder = async (name: string) => `Folder:${(await fetch(datacenter, name)).values[0]?.text ?? ''}`;
  const vms = await folder('vmFolder');
  expect(await refsIn(vms, 'childEntity')).toEqual([
    valueOf(estate.folder),
    valueOf(estate.machines[0]),
    valueOf(estate.machines[1]),
  ]);
  const hosts = await refsIn(await folder('hostFolder'), 'childEntity');
  expect(hosts).toContain(valueOf(estate.cluster));
  const alone = `ComputeResource:${hosts.find((value) => value.startsWith('domain-s')) ?? ''}`;
  expect((await fetch(alone, 'name')).values[0]?.text).toBe('esx-03');
  expect((await fetch(refOf(estate.loner), 'parent')).values[0]?.text).toBe(alone.split(':')[1]);
  const root = `ResourcePool:${(await fetch(alone, 'resourcePool')).values[0]?.text ?? ''}`;
  expect((await fetch(root, 'name')).values[0]?.text).toBe('Resources');
  expect((await fetch(root, 'owner')).values[0]?.text).toBe(alone.split(':')[1]);
  expect(await refsIn(root, 'vm')).toEqual([valueOf(estate.machines[2])]);
  expect(await refsIn(refOf(estate.pool), 'vm')).toEqual([valueOf(estate.machines[0])]);
  const networks = await refsIn(await folder('networkFolder'), 'childEntity');
  expect(networks).toHaveLength(3);
  const shared =
    networks.find((value) => value !== valueOf(estate.wire) && value.startsWith('network-')) ?? '';
  expect((await fetch(`Network:${shared}`, 'name')).values[0]?.text).toBe('VM Network');
  expect(await refsIn(`Network:${shared}`, 'host')).toHaveLength(3);
  expect((await fetch(`Network:${shared}`, 'parent')).values[0]?.text).toBe(
    (await folder('networkFolder')).split(':')[1],
  );
  expect(await refsIn(refOf(estate.wire), 'vm')).toHaveLength(3);
  expect(await refsIn(refOf(estate.store), 'vm')).toHaveLength(3);
  expect((await refsIn(refOf(estate.cluster), 'host')).toSorted()).toEqual(
    estate.hosts.map(valueOf).toSorted(),
  );
});

test('FR-020-062 work of a client’s own is a task that others see, and that it brings to its end', async () => {
  const made = await client.call(
    'CreateTask',
    'TaskManager:TaskManager',
    `<obj type="VirtualMachine">${valueOf(estate.machines[0])}</obj><taskTypeId>com.lab.backup</taskTypeId><cancelable>true</cancelable>`,
  );
  const task = `Task:${textIn(made.values[0], 'key') ?? ''}`;
  expect(await refsIn('TaskManager:TaskManager', 'recentTask')).toContain(task.slice(5));
  await client.call('SetTaskState', task, '<state>running</state>');
  expect((await client.call('UpdateProgress', task, '<percentDone>101</percentDone>')).fault).toBe(
    'InvalidArgument',
  );
  await client.call('UpdateProgress', task, '<percentDone>40</percentDone>');
  expect(textIn((await fetch(task, 'info')).values[0], 'progress')).toBe('40');
  await client.call('CancelTask', task);
  expect(textIn((await fetch(task, 'info')).values[0], 'cancelled')).toBe('true');
  await client.call('SetTaskState', task, '<state>success</state>');
  expect((await client.call('SetTaskState', task, '<state>running</state>')).fault).toBe('InvalidState');
  const own = await client.call('PowerOnVM_Task', refOf(estate.machines[1]));
  expect(
    (await client.call('SetTaskState', `Task:${own.values[0]?.text ?? ''}`, '<state>success</state>')).fault,
  ).toBe('InvalidState');
});

test('FR-020-063 a collector looks back over tasks, filtered, page by page', async () => {
  const target = valueOf(estate.machines[2]);
  for (const name of ['one', 'two', 'three'])
    await client.call(
      'CreateTask',
      'TaskManager:TaskManager',
      `<obj type="VirtualMachine">${target}</obj><taskTypeId>${name}</taskTypeId><cancelable>false</cancelable>`,
    );
  const filter = `<filter><entity><entity type="Folder">${valueOf(estate.folder)}</entity><recursion>all</recursion></entity></filter>`;
  const made = await client.call('CreateCollectorForTasks', 'TaskManager:TaskManager', filter);
  const collector = `TaskHistoryCollector:${made.values[0]?.text ?? ''}`;
  const names = ({ values }: SoapAnswer): readonly string[] =>
    values.map((value) => textIn(value, 'descriptionId') ?? '');
  const page = await fetch(collector, 'latestPage');
  expect(page.values[0]?.children.map((info) => textIn(info, 'descriptionId'))).toEqual([
    'three',
    'two',
    'one',
  ]);
  await client.call('RewindCollector', collector);
  expect(names(await client.call('ReadNextTasks', collector, '<maxCount>2</maxCount>'))).toEqual([
    'one',
    'two',
  ]);
  expect(names(await client.call('ReadPreviousTasks', collector, '<maxCount>5</maxCount>'))).toEqual([
    'two',
    'one',
  ]);
  expect((await client.call('ReadNextTasks', collector, '<maxCount>0</maxCount>')).fault).toBe(
    'InvalidArgument',
  );
  expect((await client.call('SetCollectorPageSize', collector, '<maxCount>1</maxCount>')).fault).toBe('');
  expect((await fetch(collector, 'latestPage')).values[0]?.children).toHaveLength(1);
  expect((await client.call('DestroyCollector', collector)).fault).toBe('');
  expect((await fetch(collector, 'latestPage')).fault).toBe('ManagedObjectNotFound');
});

test('FR-020-064 whether a machine could move is asked of the world, and nothing moves', async () => {
  const vm = `<vm type="VirtualMachine">${valueOf(estate.machines[1])}</vm>`;
  const to = (host: Estate['loner']) => `<host type="HostSystem">${valueOf(host)}</host>`;
  const service = 'ServiceInstance:ServiceInstance';
  const both = await client.call('QueryVMotionCompatibility', service, vm + to(estate.hosts[0]));
  expect(textIn(both.values[0], 'compatibility')).toBe('cpu');
  await lab.does({ type: 'inventory.change', id: estate.hosts[0], spec: { mode: 'maintenance' } });
  const barred = await client.call('QueryVMotionCompatibility', service, vm + to(estate.hosts[0]));
  expect(textIn(barred.values[0], 'compatibility')).toBeUndefined();
  const events = await client.call('ValidateMigration', service, vm + to(estate.hosts[0]));
  expect(events.values.map(({ type }) => type?.name)).toEqual(['MigrationErrorEvent']);
  expect(textIn(events.values[0], 'vm.name')).toBe('web-02');
  await lab.does({ type: 'inventory.change', id: estate.hosts[0], spec: { mode: 'normal' } });
  expect((await client.call('ValidateMigration', service, vm + to(estate.hosts[0]))).values).toEqual([]);
});

test('FR-020-065 the service names the managers that there are, and says that it is simulated', async () => {
  const content = await client.call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance');
  expect(textIn(content.values[0], 'about.fullName')).toContain('simulated');
  expect(textIn(content.values[0], 'rootFolder')).toBe('group-d1');
  const named = (content.values[0]?.children ?? []).filter(({ attributes }) => attributes.has('type'));
  expect(named.length).toBeGreaterThan(5);
  for (const { attributes } of named) expect(lab.vc.types.has(attributes.get('type') ?? '')).toBe(true);
});
