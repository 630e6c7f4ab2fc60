import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const manager = 'EventManager:EventManager';
const entity = (id: Estate['datacenter'], recursion = 'self'): string => {
  const ref = lab.vc.refs.ofId(id);
  return `<entity><entity type="${ref?._ref ?? ''}">${ref?.value ?? ''}</entity><recursion>${recursion}</recursion></entity>`;
};
const typesIn = ({ values }: SoapAnswer): readonly string[] => values.map(({ type }) => type?.name ?? '');
const query = async (filter: string): Promise<readonly string[]> =>
  typesIn(await client.call('QueryEvents', manager, `<filter>${filter}</filter>`));

test('FR-020-090 what happens in the world is told in types of vSphere, with who, where and in words', async () => {
  const [vm] = estate.machines;
  await lab.does({ type: 'inventory.change', id: vm, name: 'shop-01' });
  const value = lab.vc.refs.ofId(vm)?.value ?? '';
  await client.call('PowerOnVM_Task', `VirtualMachine:${value}`);
  await lab.run(5);
  const types = await query(entity(vm));
  expect(types).toEqual(
    expect.arrayContaining(['VmCreatedEvent', 'VmRenamedEvent', 'TaskEvent', 'VmPoweredOnEvent']),
  );
  const on = await client.call(
    'QueryEvents',
    manager,
    `<filter>${entity(vm)}<type>VmPoweredOnEvent</type></filter>`,
  );
  expect(textIn(on.values[0], 'vm.name')).toBe('shop-01');
  expect(textIn(on.values[0], 'host.name')).toBe('esx-01');
  expect(textIn(on.values[0], 'userName')).toBe('VSPHERE.LOCAL\\Administrator');
  expect(textIn(on.values[0], 'fullFormattedMessage')).toContain('powered on');
});

test('FR-020-091 events are found by object and what lies below it, by type, by user and by time', async () => {
  expect(await query(entity(estate.datacenter, 'all'))).toContain('VmCreatedEvent');
  expect(await query(entity(estate.datacenter))).not.toContain('VmCreatedEvent');
  expect(await query('<type>HostEvent</type>')).toContain('HostAddedEvent');
  expect(await query('<time><beginTime>2030-01-01T00:00:00Z</beginTime></time>')).toEqual([]);
  const mine =
    '<userName><systemUser>false</systemUser><userList>VSPHERE.LOCAL\\Administrator</userList></userName>';
  expect(await query(mine)).toContain('UserLoginSessionEvent');
  expect(await query(mine)).not.toContain('HostAddedEvent');
});

test('FR-020-092 a collector is read forwards, backwards and by its latest page; clients write events of their own', async () => {
  const made = await client.call('CreateCollectorForEvents', manager, '<filter></filter>');
  const collector = `EventHistoryCollector:${made.values[0]?.text ?? ''}`;
  await client.call('RewindCollector', collector);
  const first = await client.call('ReadNextEvents', collector, '<maxCount>3</maxCount>');
  expect(first.values).toHaveLength(3);
  expect(textIn(first.values[0], 'key')).toBe('1');
  const back = await client.call('ReadPreviousEvents', collector, '<maxCount>3</maxCount>');
  expect(textIn(back.values[0], 'key')).toBe('3');
  const ref = lab.vc.refs.ofId(estate.datacenter)?.value ?? '';
  await client.call('LogUserEvent', manager, `<entity type="Datacenter">${ref}</entity><msg>hello</msg>`);
  const latest = await client.call('Fetch', collector, '<prop>latestPage</prop>');
  expect(textIn(latest.values[0]?.children[0], 'message')).toBe('hello');
});

test('FR-020-093 logins that fail and that succeed are told', async () => {
  await lab
    .client()
    .call('Login', 'SessionManager:SessionManager', '<userName>mallory</userName><password>x</password>');
  expect(await query('<type>BadUsernameSessionEvent</type>')).toEqual(['BadUsernameSessionEvent']);
  expect(await query('<type>UserLoginSessionEvent</type>')).toContain('UserLoginSessionEvent');
});

test('FR-020-330 a migration tells who wanted it, and the host, datacenter and datastore that it left', async () => {
  const [vm] = estate.machines;
  const { value = '' } = lab.vc.refs.ofId(vm) ?? {};
  const host = lab.vc.refs.ofId(estate.hosts[1])?.value ?? '';
  const spec = `<spec><host type="HostSystem">${host}</host></spec>`;
  await client.call('RelocateVM_Task', `VirtualMachine:${value}`, spec);
  await lab.run(120);
  const filter = `<filter>${entity(vm)}<type>VmMigratedEvent</type></filter>`;
  const { values } = await client.call('QueryEvents', manager, filter);
  expect(values).toHaveLength(1);
  const said = (path: string): string => textIn(values[0], path) ?? '';
  expect(said('userName')).toBe('VSPHERE.LOCAL\\Administrator');
  expect([said('sourceHost.name'), said('host.name')]).toEqual(['esx-01', 'esx-02']);
  expect([said('sourceDatacenter.name'), said('sourceDatastore.name'), said('ds.name')]).toEqual([
    'DC0',
    'store1',
    'store1',
  ]);
});

test('FR-020-353 work on a machine that came to nothing is told among its events, with the reason', async () => {
  const [, vm] = estate.machines;
  const self = `VirtualMachine:${lab.vc.refs.ofId(vm)?.value ?? ''}`;
  await client.call('PowerOffVM_Task', self);
  await lab.run(1);
  const [target] = estate.hosts;
  const host = `<host type="HostSystem">${lab.vc.refs.ofId(target)?.value ?? ''}</host>`;
  await client.call('RelocateVM_Task', self, `<spec>${host}</spec>`);
  // While it is under way its goal goes away.
  await lab.does({ type: 'inventory.change', id: target, spec: { state: 'disconnected' } });
  await lab.run(60);
  const types = '<type>VmFailedToPowerOffEvent</type><type>VmFailedMigrateEvent</type>';
  const { values } = await client.call('QueryEvents', manager, `<filter>${entity(vm)}${types}</filter>`);
  expect(values.map(({ type }) => type?.name)).toEqual(['VmFailedToPowerOffEvent', 'VmFailedMigrateEvent']);
  expect(textIn(values[0], 'fullFormattedMessage')).toBe(
    'Cannot power off web-02: The attempted operation cannot be performed in the current state (Powered off).',
  );
  expect(textIn(values[1], 'destHost.name')).toBe('esx-01');
  expect(textIn(values[1], 'userName')).toBe('VSPHERE.LOCAL\\Administrator');
  expect(textIn(values[1], 'reason.localizedMessage')).toMatch(/esx-01/);
  await lab.does({ type: 'inventory.change', id: target, spec: { state: 'connected' } });
});
