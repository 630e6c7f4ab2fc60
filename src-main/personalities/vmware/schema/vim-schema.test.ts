import { expect, test } from 'vitest';
import { propertyAt, stepsOf } from './property-path.ts';
import { compareVersions, nearestVersion, versionAt, versionOf } from './version.ts';
import { openSchema } from './vim-schema.ts';

const schema = openSchema();
const namesOf = (type: string): readonly string[] =>
  schema.dataType(type)?.fields.map(({ name }) => name) ?? [];

test('FR-020-001 every type of the table can be read, and leads only to types that are there', () => {
  const lost = new Set<string>();
  const visit = (
    where: string,
    { type, kind, target }: { type: string; kind: string; target: string | null },
  ): void => {
    if (kind === 'data' && schema.dataType(type) === undefined) lost.add(`${where}: ${type}`);
    if (kind === 'enum' && (schema.enumValues(type) ?? []).length === 0) lost.add(`${where}: ${type}`);
    if (kind === 'xsd' && !/^xsd:[a-z][A-Za-z0-9]*$/.test(type)) lost.add(`${where}: ${type}`);
    if (target !== null && schema.managedType(target) === undefined) lost.add(`${where}: ${target}`);
  };
  for (const name of schema.names('data'))
    for (const field of schema.dataType(name)?.fields ?? []) visit(name, field);
  for (const name of schema.names('managed')) {
    for (const field of schema.managedType(name)?.properties.values() ?? []) visit(name, field);
  }
  for (const name of schema.names('method')) {
    const method = schema.method(name);
    for (const field of method === undefined ? [] : [...method.params, method.result]) visit(name, field);
  }
  expect([...lost]).toEqual([]);
  expect(schema.names('data').length).toBeGreaterThan(3000);
  expect(schema.names('method').length).toBeGreaterThan(1000);
});

test('FR-020-001 fields stand in the order of the wire, inherited ones first', () => {
  expect(namesOf('VirtualDisk').slice(0, 3)).toEqual(['key', 'deviceInfo', 'backing']);
  expect(namesOf('VirtualDisk').indexOf('capacityInKB')).toBeGreaterThan(
    namesOf('VirtualDisk').indexOf('unitNumber'),
  );
  expect(namesOf('VmPoweredOnEvent').slice(0, 2)).toEqual(['key', 'chainId']);
});

test('FR-020-001 a managed type has what it inherits, and a method tells its privileges and its verb', () => {
  const machine = schema.managedType('VirtualMachine');
  expect(machine?.properties.get('name')?.type).toBe('xsd:string');
  expect(machine?.methods.get('Destroy_Task')?.owner).toBe('ManagedEntity');
  expect(machine?.methods.has('Fetch')).toBe(true);
  expect(schema.method('PowerOnVM_Task')).toMatchObject({
    owner: 'VirtualMachine',
    verb: 'powerOn',
    privileges: ['VirtualMachine.Interact.PowerOn'],
    result: { name: 'returnval', type: 'ManagedObjectReference', target: 'Task' },
  });
  expect(schema.isA('VirtualDisk', 'VirtualDevice')).toBe(true);
  expect(schema.isA('VirtualDevice', 'VirtualDisk')).toBe(false);
  expect(schema.isA('HostSystem', 'ManagedEntity')).toBe(true);
});

test('FR-020-001 a fault inside data is a localized one on the wire', () => {
  expect(schema.dataType('TaskInfo')?.fields.find(({ name }) => name === 'error')?.type).toBe(
    'LocalizedMethodFault',
  );
  expect(schema.dataType('LocalizedMethodFault')?.fields[0]).toMatchObject({
    name: 'fault',
    type: 'MethodFault',
  });
});

test('FR-020-002 a path of properties leads to its type, through keys and into derived types', () => {
  const at = (path: string) => propertyAt(schema, 'VirtualMachine', path);
  expect(at('summary.config.memorySizeMB')).toMatchObject({ type: 'xsd:int', isArray: false });
  expect(at('config.hardware.device')).toMatchObject({ type: 'VirtualDevice', isArray: true });
  expect(at('config.hardware.device[4000]')).toMatchObject({ type: 'VirtualDevice', isArray: false });
  expect(at('config.hardware.device[2000].capacityInKB')).toMatchObject({ type: 'xsd:long' });
  expect(at('config.extraConfig["guestinfo.a.b"].value')).toMatchObject({ type: 'xsd:anyType' });
  expect(at('runtime.host')).toMatchObject({ kind: 'ref', target: 'HostSystem' });
});

test('FR-020-002 what is no path of the type has no type', () => {
  const paths = [
    '',
    'nothing',
    'summary.nothing',
    'name.length',
    'config.hardware.device.key',
    'name[1]',
    'a..b',
    '.name',
  ];
  expect(paths.map((path) => propertyAt(schema, 'VirtualMachine', path))).toEqual(paths.map(() => undefined));
  expect(stepsOf('a["x\\"y"].b[\'z\'].c[-1]')).toEqual([
    { name: 'a', key: 'x"y' },
    { name: 'b', key: 'z' },
    { name: 'c', key: -1 },
  ]);
});

test('FR-020-003 a client speaks the version its SOAPAction names', () => {
  const spoken = (action: string | undefined): string => versionOf(schema, action).id;
  expect(spoken('"urn:vim25/8.0.2.0"')).toBe('8.0.2.0');
  expect(spoken('urn:vim25/6.7.3')).toBe('6.7.3');
  expect(spoken('urn:vim25/5.5')).toBe('5.5');
});

test('FR-020-003 no version is 6.5, one between two is the older, one beyond all is the newest', () => {
  const spoken = (action: string | undefined): string => versionOf(schema, action).id;
  expect([undefined, '', '""', 'urn:vim25', 'urn:pbm/2.0'].map(spoken)).toEqual(
    Array.from({ length: 5 }, () => '6.5'),
  );
  expect(spoken('urn:vim25/7.0.2.5')).toBe('7.0.2.1');
  expect(spoken('urn:vim25/12.0')).toBe('9.0.0.0');
  expect(nearestVersion(schema, '8.0.3').id).toBe('8.0.3.0');
  expect(nearestVersion(schema, '7.0').id).toBe('7.0.0.0');
  expect(nearestVersion(schema, '1.0').id).toBe('2.0');
});

test('FR-020-003 the versions stand from the oldest to the newest', () => {
  const order = schema.versions.toSorted(compareVersions);
  expect(order).toEqual(schema.versions);
  expect(() => versionAt(schema, '8.9')).toThrow('knows no version 8.9');
});
