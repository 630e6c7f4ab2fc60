import { describe, expect, test } from 'vitest';
import { propertyAt } from '../schema/property-path.ts';
import { asAny } from './any.ts';
import { missingIn, missingInField } from './check.ts';
import { knownValue } from './known.ts';
import { alone, vmRef, wireBench } from './wire.fixture.ts';
import type { Data, Value } from './value.ts';

const bench = wireBench();
const written = (type: string, data: Data, version = '8.0.3.0'): string =>
  bench.writer(version).element('x', type)(data);

/** How a property stands in an answer of the property collector. */
function property(type: string, path: string, value: Value): string {
  const found = propertyAt(bench.schema, type, path);
  if (found === undefined) throw new Error(`no property ${path}`);
  return written('DynamicProperty', { name: path, val: asAny(found, value) });
}

describe('order and types', () => {
  test('FR-020-004 fields are written in the order of the schema, whatever order they are given in', () => {
    expect(written('PerfMetricId', { instance: '', counterId: 2 })).toBe(
      '<x><counterId>2</counterId><instance></instance></x>',
    );
  });

  test('FR-020-004 what was written just before is written again as it is, and nothing of it stays behind', () => {
    const told = ([counterId, instance]: readonly [number, string]): string =>
      written('PerfMetricId', { counterId, instance });
    const asked = [
      [2, 'a'],
      [2, 'a'],
      [2, ''],
      [0, ''],
      [0, 'ä & b'],
      [0, 'ä & b'],
      [2, 'a'],
    ] as const;
    expect(asked.map(told)).toEqual(
      asked.map(
        ([counterId, instance]) =>
          `<x><counterId>${counterId}</counterId><instance>${instance.replace('&', '&amp;')}</instance></x>`,
      ),
    );
    const long = 'x'.repeat(500);
    const rest = told([1, '']).length;
    expect([long, long, 'y'].map((text) => told([1, text]).length - rest)).toEqual([500, 500, 1]);
  });

  test('FR-020-004 a derived type says so, the declared one does not', () => {
    const disk = { _type: 'VirtualDisk', key: 2000, capacityInKB: 1024 };
    expect(written('VirtualDevice', disk)).toBe(
      '<x xsi:type="VirtualDisk"><key>2000</key><capacityInKB>1024</capacityInKB></x>',
    );
    expect(written('VirtualDisk', disk)).toBe('<x><key>2000</key><capacityInKB>1024</capacityInKB></x>');
  });

  test('FR-020-004 a reference names its type, a list is one element after another', () => {
    expect(written('ManagedObjectReference', vmRef)).toBe('<x type="VirtualMachine">vm-12</x>');
    const young = { _ref: 'VirtualMachineGuestCustomizationManager', value: 'm' };
    expect(written('ManagedObjectReference', young)).toBe(
      '<x type="VirtualMachineGuestCustomizationManager">m</x>',
    );
    expect(written('ManagedObjectReference', young, '6.7.1')).toBe('<x type="ManagedObject">m</x>');
    const summary = { vm: vmRef, customValue: [{ _type: 'CustomFieldStringValue', key: 1, value: 'a' }] };
    expect(written('VirtualMachineSummary', summary)).toBe(
      '<x><vm type="VirtualMachine">vm-12</vm>' +
        '<customValue xsi:type="CustomFieldStringValue"><key>1</key><value>a</value></customValue></x>',
    );
  });

  test('FR-020-004 texts cannot break out of their element, and what XML does not know is replaced', () => {
    const text = 'a<b>&"c"\u0000\u000b\ufffe\r\n';
    expect(written('KeyValue', { key: text, value: '' })).toBe(
      '<x><key>a&lt;b&gt;&amp;"c"\ufffd\ufffd\ufffd&#xD;\n</key><value></value></x>',
    );
  });

  test('FR-020-004 numbers are written as their types demand', () => {
    const any = (value: Value): string => written('KeyAnyValue', { key: 'k', value });
    expect(any({ _type: 'xsd:double', value: Infinity })).toContain(
      '<value xsi:type="xsd:double">INF</value>',
    );
    expect(any({ _type: 'xsd:double', value: 1e21 })).toContain('>1e+21<');
    expect(any({ _type: 'xsd:long', value: 1e21 })).toContain('>1000000000000000000000<');
    expect(any({ _type: 'xsd:int', value: 1.9 })).toContain('>1<');
  });

  test('FR-020-004 a value of a wrong type is a defect of ours and is not sent', () => {
    expect(() => written('VirtualDevice', { _type: 'HostListSummary' })).toThrow('is to be a VirtualDevice');
    expect(() => written('VirtualDevice', { _type: 'NoSuchThing' })).toThrow('no data type NoSuchThing');
    expect(() => written('VirtualMachineSummary', { vm: 'vm-12' })).toThrow('is to be a reference');
    expect(() => written('KeyAnyValue', { key: 'k', value: { a: 1 } })).toThrow('must tell its type');
    expect(() => written('VirtualMachineSummary', { config: 'text' })).toThrow('VirtualMachineConfigSummary');
  });
});

describe('anything', () => {
  test('FR-020-005 a property is written with the type that the schema declares for it', () => {
    expect(property('VirtualMachine', 'name', 'a')).toContain('<val xsi:type="xsd:string">a</val>');
    expect(property('VirtualMachine', 'summary.config.memorySizeMB', 5)).toContain(
      '<val xsi:type="xsd:int">5</val>',
    );
    expect(property('Datastore', 'summary.capacity', 5)).toContain('<val xsi:type="xsd:long">5</val>');
    expect(property('VirtualMachine', 'runtime.powerState', 'poweredOn')).toContain(
      '<val xsi:type="VirtualMachinePowerState">poweredOn</val>',
    );
    expect(property('VirtualMachine', 'runtime.bootTime', '2026-01-01T00:00:00Z')).toContain('xsd:dateTime');
    expect(property('VirtualMachine', 'parent', vmRef)).toContain(
      '<val type="VirtualMachine" xsi:type="ManagedObjectReference">vm-12</val>',
    );
    expect(property('VirtualMachine', 'runtime', { connectionState: 'connected' })).toContain(
      '<val xsi:type="VirtualMachineRuntimeInfo"><connectionState>connected</connectionState></val>',
    );
  });

  test('FR-020-302 where a list stands for anything, each of its items says its type', () => {
    const items = (type: string, of: readonly Value[]) =>
      bench.writer('8.0.3.0').element('v', 'xsd:anyType')({ _type: type, items: of });
    expect(items('ArrayOfManagedObjectReference', [{ _ref: 'HostSystem', value: 'host-1' }])).toContain(
      '<ManagedObjectReference type="HostSystem" xsi:type="ManagedObjectReference">host-1<',
    );
    expect(items('ArrayOfInt', [7])).toContain('<int xsi:type="xsd:int">7<');
    expect(items('ArrayOfOptionValue', [{ key: 'a', value: 1 }])).toContain(
      '<OptionValue xsi:type="OptionValue"><key>a</key>',
    );
    expect(items('ArrayOfVirtualMachinePowerState', ['poweredOn'])).toContain(
      '<VirtualMachinePowerState xsi:type="VirtualMachinePowerState">poweredOn<',
    );
  });

  test('FR-020-005 a list is an array of its own name, empty or not', () => {
    expect(property('VirtualMachine', 'datastore', [])).toContain(
      '<val xsi:type="ArrayOfManagedObjectReference"></val>',
    );
    expect(
      property('VirtualMachine', 'config.hardware.device', [{ _type: 'VirtualFloppy', key: 1 }]),
    ).toContain(
      '<val xsi:type="ArrayOfVirtualDevice"><VirtualDevice xsi:type="VirtualFloppy"><key>1</key></VirtualDevice></val>',
    );
    expect(property('SessionManager', 'supportedLocaleList', ['en'])).toContain(
      'xsi:type="ArrayOfString"><string xsi:type="xsd:string">en<',
    );
  });

  test('FR-020-005 a bare value tells its own type', () => {
    const any = (value: Value): string => written('OptionValue', { key: 'k', value });
    expect([true, 5, 3_000_000_000, 1.5, 'a'].map((value) => /xsd:\w+/.exec(any(value))?.[0])).toEqual([
      'xsd:boolean',
      'xsd:int',
      'xsd:long',
      'xsd:double',
      'xsd:string',
    ]);
  });
});

describe('older clients', () => {
  test('FR-020-007 fields younger than the client are left out', () => {
    const file = { key: 1, name: 'a', type: 'config', size: 1, uniqueSize: 2 };
    expect(written('VirtualMachineFileLayoutExFileInfo', file, '4.0')).not.toContain('uniqueSize');
    expect(written('VirtualMachineFileLayoutExFileInfo', file, '6.5')).toContain(
      '<uniqueSize>2</uniqueSize>',
    );
  });

  test('FR-020-007 a type younger than the client is written as the nearest it knows', () => {
    const clock = { _type: 'VirtualPrecisionClock', key: 7 };
    expect(written('VirtualDevice', clock, '6.7')).toBe('<x><key>7</key></x>');
    expect(written('VirtualDevice', clock, '8.0.0.1')).toBe(
      '<x xsi:type="VirtualPrecisionClock"><key>7</key></x>',
    );
    const list = written(
      'KeyAnyValue',
      { key: 'k', value: { _type: 'ArrayOfVirtualPrecisionClock', items: [clock] } },
      '6.7',
    );
    expect(list).toContain(
      '<value xsi:type="ArrayOfVirtualDevice"><VirtualDevice xsi:type="VirtualDevice"><key>7</key></VirtualDevice></value>',
    );
  });

  test('FR-020-007 a word younger than the client is left out, or another where one must stand', () => {
    const asked = (version: string, isOptional: boolean): string | undefined =>
      knownValue(bench.reading(version), { type: 'CannotUseNetworkReason', isOptional })('MismatchedEnsMode');
    expect(asked('6.7', true)).toBeUndefined();
    expect(asked('6.7', false)).toBe('NetworkReservationNotSupported');
    expect(asked('7.0.0.0', false)).toBe('MismatchedEnsMode');
  });
});

describe('what is missing', () => {
  const speech = bench.reading('8.0.3.0');

  test('FR-020-006 mandatory fields, words, types and fields that are not the schema\u2019s are found', () => {
    const problems = missingIn(bench.reading('2.5'), 'VirtualMachineRuntimeInfo', {
      powerState: 'running',
      bootTime: 'yesterday',
      numMksConnections: 1.5,
      colour: 'red',
      host: 'host-1',
    });
    expect(problems).toEqual([
      'VirtualMachineRuntimeInfo: VirtualMachineRuntimeInfo has no colour',
      'VirtualMachineRuntimeInfo.host: "host-1" is no reference',
      'VirtualMachineRuntimeInfo.connectionState: missing',
      'VirtualMachineRuntimeInfo.powerState: "running" is no VirtualMachinePowerState',
      'VirtualMachineRuntimeInfo.toolsInstallerMounted: missing',
      'VirtualMachineRuntimeInfo.bootTime: "yesterday" is no xsd:dateTime',
      'VirtualMachineRuntimeInfo.numMksConnections: 1.5 is no xsd:int',
    ]);
  });

  test('FR-020-006 a client is not owed what its version does not have', () => {
    const lacks = (version: string): boolean =>
      missingIn(bench.reading(version), 'VirtualMachineRuntimeInfo', {}).some((problem) =>
        problem.includes('onlineStandby'),
      );
    expect([lacks('5.0'), lacks('6.5')]).toEqual([false, true]);
    // It need not be there since 6.7.2; before, pyvmomi's table says, it must.
    const refused = (version: string): readonly string[] =>
      missingIn(bench.reading(version), 'NoPermission', { object: vmRef });
    expect([refused('6.7'), refused('8.0.3.0')]).toEqual([['NoPermission.privilegeId: missing'], []]);
    expect(missingInField(speech, bench.method('CurrentTime').result, 'no date')).toEqual([
      'returnval: "no date" is no xsd:dateTime',
    ]);
  });

  test('FR-020-006 what names a type must name one', () => {
    const spec = (type: string): readonly string[] => missingIn(speech, 'PropertySpec', { type });
    expect([spec('VirtualMachine'), spec('VmPoweredOnEvent')]).toEqual([[], []]);
    expect(spec('vim.Machine')).toEqual(['PropertySpec.type: "vim.Machine" names no type']);
  });

  test('FR-020-006 what may be anything is looked into', () => {
    const any = (value: Value): readonly string[] => missingIn(speech, 'KeyAnyValue', { key: 'k', value });
    expect(any({ a: 1 })).toEqual(['KeyAnyValue.value: {"a":1} does not tell its type']);
    expect(any({ _type: 'Nothing' })).toEqual(['KeyAnyValue.value: there is no type Nothing']);
    expect(any({ _type: 'ArrayOfPerfMetricId', items: [{ counterId: 1 }] })).toEqual([
      'KeyAnyValue.value[0].instance: missing',
    ]);
    expect(any({ _type: 'VirtualMachinePowerState', value: 'off' })).toHaveLength(1);
  });
});

test('FR-020-004 every element is closed, even round nothing', () => {
  expect(alone(written('VirtualMachineSummary', {}))).toMatch(/^<x [^>]+><\/x>$/);
});
