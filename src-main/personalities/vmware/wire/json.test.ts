import { describe, expect, test } from 'vitest';
import { argsFromJson, fromJson } from './from-json.ts';
import { toJson, type Json } from './json.ts';
import type { Value } from './value.ts';
import { dataField, vmRef, wireBench } from './wire.fixture.ts';

const bench = wireBench();
const speech = bench.reading('8.0.3.0');
const told = (type: string, value: Value, version = '8.0.3.0'): Json | undefined =>
  toJson(bench.reading(version), dataField(type), value);

describe('the JSON dialect', () => {
  test('FR-020-012 objects name their type, references are objects too', () => {
    expect(told('VirtualMachineSummary', { vm: vmRef, overallStatus: 'green' })).toEqual({
      _typeName: 'VirtualMachineSummary',
      vm: { _typeName: 'ManagedObjectReference', type: 'VirtualMachine', value: 'vm-12' },
      overallStatus: 'green',
    });
  });

  test('FR-020-012 what may be anything tells its type and its value', () => {
    const any = (value: Value): unknown =>
      (told('KeyAnyValue', { key: 'k', value }) as { value: unknown }).value;
    expect(any('a')).toEqual({ _typeName: 'string', _value: 'a' });
    expect(any(5)).toEqual({ _typeName: 'int', _value: 5 });
    expect(any({ _type: 'xsd:long', value: 5 })).toEqual({ _typeName: 'long', _value: 5 });
    expect(any({ _type: 'VirtualMachinePowerState', value: 'poweredOn' })).toEqual({
      _typeName: 'VirtualMachinePowerState',
      _value: 'poweredOn',
    });
    expect(any({ _type: 'ArrayOfString', items: ['a'] })).toEqual({
      _typeName: 'ArrayOfString',
      _value: ['a'],
    });
    expect(any({ _type: 'ArrayOfManagedObjectReference', items: [vmRef] })).toMatchObject({
      _value: [{ type: 'VirtualMachine', value: 'vm-12' }],
    });
    expect(any({ _type: 'KeyValue', key: 'a', value: 'b' })).toEqual({
      _typeName: 'KeyValue',
      key: 'a',
      value: 'b',
    });
  });

  test('FR-020-012 lazy lists are written whole, and what is too young for the client is left out', () => {
    const objects: Value = { _each: () => [{ obj: vmRef }] };
    expect(told('RetrieveResult', { objects })).toMatchObject({ objects: [{ obj: { value: 'vm-12' } }] });
    const clock = { _type: 'VirtualPrecisionClock', key: 7 };
    expect(told('VirtualDevice', clock, '6.7')).toEqual({ _typeName: 'VirtualDevice', key: 7 });
    const young = { _ref: 'VirtualMachineGuestCustomizationManager', value: 'm' };
    expect(told('VirtualMachineSummary', { vm: young }, '6.7')).toMatchObject({
      vm: { type: 'ManagedObject', value: 'm' },
    });
  });

  test('FR-020-012 parameters are read by the same rules as from XML', () => {
    const method = bench.method('RetrievePropertiesEx');
    const owner = { name: method.name, fields: method.params };
    const json = {
      specSet: [
        {
          propSet: [{ type: 'VirtualMachine', pathSet: ['name'] }],
          objectSet: [{ obj: { type: 'Folder', value: 'f' } }],
        },
      ],
      options: { _typeName: 'RetrieveOptions', maxObjects: 5 },
    };
    expect(argsFromJson(speech, owner, json)).toEqual({
      ok: true,
      value: {
        specSet: [
          {
            _type: 'PropertyFilterSpec',
            propSet: [{ _type: 'PropertySpec', type: 'VirtualMachine', pathSet: ['name'] }],
            objectSet: [{ _type: 'ObjectSpec', obj: { _ref: 'Folder', value: 'f' } }],
          },
        ],
        options: { _type: 'RetrieveOptions', maxObjects: 5 },
      },
    });
    expect(argsFromJson(speech, owner, { options: {} })).toMatchObject({ value: { specSet: [] } });
  });
});

const nested = (depth: number): Json =>
  depth === 0 ? {} : { faultCause: { fault: nested(depth - 1) }, _typeName: 'MethodFault' };

describe('JSON that is wrong', () => {
  test.each<{ type: string; json: Json; where: string; message: string }>([
    { type: 'KeyValue', json: [], where: '', message: 'a KeyValue is expected' },
    {
      type: 'KeyValue',
      json: { key: 5, value: 'a' },
      where: 'key',
      message: 'a value of xsd:string is expected',
    },
    { type: 'KeyValue', json: { key: 'a' }, where: 'value', message: 'KeyValue needs value' },
    { type: 'KeyValue', json: { key: 'a', value: 'b', c: 1 }, where: 'c', message: 'KeyValue has no c' },
    { type: 'KeyValue', json: { _typeName: 'Nothing' }, where: '', message: 'there is no type Nothing' },
    {
      type: 'KeyValue',
      json: { _typeName: 'VirtualDisk' },
      where: '',
      message: 'a KeyValue is expected, not a VirtualDisk',
    },
    {
      type: 'KeyAnyValue',
      json: { key: 'a', value: {} },
      where: 'value',
      message: 'what may be anything must tell its _typeName',
    },
    {
      type: 'PerfMetricId',
      json: { counterId: '1x', instance: '' },
      where: 'counterId',
      message: 'a value of xsd:int is expected',
    },
    {
      type: 'VirtualMachineSummary',
      json: { vm: 'vm-12' },
      where: 'vm',
      message: 'a reference needs type and value',
    },
    { type: 'PropertyFilterSpec', json: { propSet: {} }, where: 'propSet', message: 'a list is expected' },
    {
      type: 'PropertyFilterSpec',
      json: { propSet: [{ type: 1 }] },
      where: 'propSet[0].type',
      message: 'a value of xsd:string is expected',
    },
    {
      type: 'KeyValue',
      json: { _typeName: 'VirtualMachineSummary' },
      where: '',
      message: 'a KeyValue is expected, not a VirtualMachineSummary',
    },
    {
      type: 'VirtualMachineSummary',
      json: { overallStatus: 'pink' },
      where: 'overallStatus',
      message: 'a ManagedEntityStatus is expected',
    },
  ])('FR-020-012 a $type of $json is refused where it is wrong', ({ type, json, where, message }) => {
    expect(fromJson(speech, dataField(type), json)).toEqual({ ok: false, refusal: { where, message } });
  });

  test('FR-020-012 no depth of it is too much for us', () => {
    expect(fromJson(speech, dataField('MethodFault'), nested(5000))).toMatchObject({
      refusal: { message: 'objects stand more than 100 deep' },
    });
    expect(argsFromJson(speech, { name: 'X', fields: [] }, [])).toMatchObject({
      refusal: { message: 'an object is expected' },
    });
  });
});
