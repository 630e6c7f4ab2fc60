import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
let closedTo = '';

beforeAll(async () => {
  lab = await openVmwareLab({
    deps: {
      access: () => ({
        refusal: (_, { value }, privileges) =>
          value === closedTo && privileges.includes('System.Read')
            ? { type: 'NoPermission', message: 'no', fields: { privilegeId: 'System.Read' } }
            : null,
      }),
    },
  });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const collector = 'PropertyCollector:propertyCollector';
const valueOf = (id: EntityId): string => lab.vc.refs.ofId(id)?.value ?? '';
const propSet = (type: string, paths: readonly string[]): string =>
  `<propSet><type>${type}</type>${paths.map((path) => `<pathSet>${path}</pathSet>`).join('')}</propSet>`;
const one = (type: string, value: string): string =>
  `<objectSet><obj type="${type}">${value}</obj></objectSet>`;

const retrieve = (specs: string, options = '<options/>') =>
  client.call('RetrievePropertiesEx', collector, `<specSet>${specs}</specSet>${options}`);

const objectsIn = (values: readonly XmlElement[]): readonly XmlElement[] =>
  values.flatMap(({ children }) => children.filter(({ name }) => name === 'objects'));

/** The properties of an object by their names. */
const readOf = (object: XmlElement | undefined): Record<string, XmlElement | undefined> =>
  Object.fromEntries(
    (object?.children ?? [])
      .filter(({ name }) => name === 'propSet')
      .map((set) => [textIn(set, 'name') ?? '', set.children.find(({ name }) => name === 'val')]),
  );

test('FR-020-045 properties are read whole, by deep paths and by the keys of what stands in lists', async () => {
  const [web] = estate.machines;
  const paths = [
    'name',
    'config.hardware.memoryMB',
    'config.hardware.device[2000].capacityInKB',
    'runtime.powerState',
    'datastore',
  ];
  const { values } = await retrieve(propSet('VirtualMachine', paths) + one('VirtualMachine', valueOf(web)));
  const read = readOf(objectsIn(values)[0]);
  expect(read['name']?.text).toBe('web-01');
  expect(read['config.hardware.memoryMB']?.type?.name).toBe('int');
  expect(read['config.hardware.memoryMB']?.text).toBe('2048');
  expect(read['config.hardware.device[2000].capacityInKB']?.text).toBe(String(8 * 1024 * 1024));
  expect(read['runtime.powerState']?.type?.name).toBe('VirtualMachinePowerState');
  expect(read['datastore']?.children.map(({ text }) => text)).toEqual([valueOf(estate.store)]);
});

test('FR-020-045 all means every property that has a value, and RetrieveProperties answers without a wrap', async () => {
  const spec = `<specSet><propSet><type>ManagedEntity</type><all>true</all></propSet>${one('Datacenter', valueOf(estate.datacenter))}</specSet>`;
  const { values } = await client.call('RetrieveProperties', collector, spec);
  const read = readOf(values[0]);
  expect(Object.keys(read)).toEqual(
    expect.arrayContaining(['name', 'vmFolder', 'hostFolder', 'parent', 'datastore']),
  );
  expect(read['parent']?.text).toBe('group-d1');
  expect(read['configIssue']?.children).toEqual([]);
});

const walkDown =
  '<selectSet xsi:type="TraversalSpec"><name>down</name><type>Folder</type><path>childEntity</path><skip>false</skip>' +
  '<selectSet><name>down</name></selectSet><selectSet><name>into</name></selectSet></selectSet>' +
  '<selectSet xsi:type="TraversalSpec"><name>into</name><type>Datacenter</type><path>vmFolder</path><skip>false</skip>' +
  '<selectSet><name>down</name></selectSet></selectSet>';

test('FR-020-046 a traversal follows named selections round and round, and tells of each object once', async () => {
  const specs =
    propSet('ManagedEntity', ['name']) +
    `<objectSet><obj type="Folder">group-d1</obj><skip>false</skip>${walkDown}</objectSet>`;
  const { values } = await retrieve(specs);
  const names = objectsIn(values).map((object) => readOf(object)['name']?.text);
  expect(names).toEqual(['Datacenters', 'DC0', 'vm', 'web', 'web-03', 'web-01', 'web-02']);
});

test('FR-020-047 an answer comes in pages where one is asked for, and a page is read once', async () => {
  const view = await client.call(
    'CreateContainerView',
    'ViewManager:ViewManager',
    '<container type="Folder">group-d1</container><type>VirtualMachine</type><recursive>true</recursive>',
  );
  const specs =
    propSet('VirtualMachine', ['name']) +
    `<objectSet><obj type="ContainerView">${view.values[0]?.text ?? ''}</obj><skip>true</skip>` +
    '<selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet></objectSet>';
  const first = await retrieve(specs, '<options><maxObjects>2</maxObjects></options>');
  const token = textIn(first.values[0], 'token') ?? '';
  expect(objectsIn(first.values)).toHaveLength(2);
  const second = await client.call('ContinueRetrievePropertiesEx', collector, `<token>${token}</token>`);
  expect(objectsIn(second.values)).toHaveLength(1);
  expect(textIn(second.values[0], 'token')).toBeUndefined();
  const again = await client.call('ContinueRetrievePropertiesEx', collector, `<token>${token}</token>`);
  expect(again.fault).toBe('InvalidProperty');
  const other = await retrieve(specs, '<options><maxObjects>1</maxObjects></options>');
  const left = `<token>${textIn(other.values[0], 'token') ?? ''}</token>`;
  expect((await client.call('CancelRetrievePropertiesEx', collector, left)).fault).toBe('');
  expect((await client.call('ContinueRetrievePropertiesEx', collector, left)).fault).toBe('InvalidProperty');
});

test('FR-020-048 what no type has and what no object is are refused by name', async () => {
  const [web] = estate.machines;
  const bad = await retrieve(
    propSet('VirtualMachine', ['config.shoeSize']) + one('VirtualMachine', valueOf(web)),
  );
  expect([bad.fault, bad.text.includes('<name>config.shoeSize</name>')]).toEqual(['InvalidProperty', true]);
  const gone = propSet('VirtualMachine', ['name']) + one('VirtualMachine', 'vm-4711');
  expect((await retrieve(gone)).fault).toBe('ManagedObjectNotFound');
  const both = `${gone}${one('VirtualMachine', valueOf(web))}<reportMissingObjectsInResults>true</reportMissingObjectsInResults>`;
  expect(objectsIn((await retrieve(both)).values)).toHaveLength(1);
  const lost =
    propSet('Folder', ['name']) +
    '<objectSet><obj type="Folder">group-d1</obj><selectSet><name>nowhere</name></selectSet></objectSet>';
  expect((await retrieve(lost)).fault).toBe('InvalidArgument');
});

test('FR-020-049 a property that the caller may not read stands in the missing set with the reason', async () => {
  const [, web] = estate.machines;
  closedTo = valueOf(web);
  const { values } = await retrieve(
    propSet('VirtualMachine', ['name', 'runtime.powerState']) + one('VirtualMachine', valueOf(web)),
  );
  closedTo = '';
  const [object] = objectsIn(values);
  expect(readOf(object)['name']?.text).toBe('web-02');
  const missing = object?.children.find(({ name }) => name === 'missingSet');
  expect(textIn(missing, 'path')).toBe('runtime.powerState');
  expect(missing?.children[1]?.children[0]?.type?.name).toBe('NoPermission');
});

test('FR-020-050 Fetch reads one property of the object that is asked', async () => {
  const fetch = (prop: string) =>
    client.call('Fetch', `VirtualMachine:${valueOf(estate.machines[0])}`, `<prop>${prop}</prop>`);
  expect((await fetch('name')).values[0]?.text).toBe('web-01');
  expect((await fetch('network')).values[0]?.type?.name).toBe('ArrayOfManagedObjectReference');
  expect((await fetch('parentVApp')).values).toEqual([]);
  expect((await fetch('shoeSize')).fault).toBe('InvalidProperty');
  // Whatever a client calls it, the object is what its name says.
  const loose = await client.call(
    'Fetch',
    `ManagedEntity:${valueOf(estate.machines[0])}`,
    '<prop>name</prop>',
  );
  expect(loose.values[0]?.text).toBe('web-01');
});
