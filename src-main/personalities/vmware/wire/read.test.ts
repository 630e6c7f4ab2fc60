import { describe, expect, test } from 'vitest';
import { versionOf } from '../schema/version.ts';
import { openEnvelope, readRequest, type SoapRequest } from './read.ts';
import { bytesOf, requestOf, wireBench } from './wire.fixture.ts';
import { defaultLimits, openXmlReader, readXml, type ParseFault, type XmlLimits } from './xml.ts';

const bench = wireBench();
const inVim = (method: string, inner: string): string =>
  requestOf(`<${method} xmlns="urn:vim25"><_this type="PropertyCollector">pc-1</_this>${inner}</${method}>`);

function read(xml: string, limits: XmlLimits = defaultLimits): SoapRequest {
  const root = readXml(bytesOf(xml), limits);
  const request = root.ok ? readRequest(root.value, bench.reading('8.0.3.0')) : root;
  if (!request.ok) throw new Error(request.refusal.message);
  return request.value;
}

function faultOf(xml: string, limits: XmlLimits = defaultLimits): ParseFault {
  const root = readXml(bytesOf(xml), limits);
  const request = root.ok ? readRequest(root.value, bench.reading('8.0.3.0')) : root;
  if (request.ok) throw new Error('it was read');
  return request.refusal;
}

describe('a request', () => {
  test('FR-020-008 is read by the schema: method, object, parameters, headers', () => {
    const request = read(
      inVim(
        'RetrievePropertiesEx',
        '<specSet><propSet><type>VirtualMachine</type><all>0</all><pathSet>name</pathSet></propSet>' +
          '<objectSet><obj type="Folder">group-v1</obj><skip>true</skip>' +
          '<selectSet xsi:type="TraversalSpec"><name>t</name><type>Folder</type><path>childEntity</path></selectSet>' +
          '</objectSet></specSet><options><maxObjects> 5 </maxObjects></options>',
      ),
    );
    expect(request).toMatchObject({ method: 'RetrievePropertiesEx', uri: 'urn:vim25' });
    expect(request.self).toEqual({ _ref: 'PropertyCollector', value: 'pc-1' });
    expect(request.header.get('operationID')).toBe('op-1');
    expect(request.args).toEqual({
      specSet: [
        {
          _type: 'PropertyFilterSpec',
          propSet: [{ _type: 'PropertySpec', type: 'VirtualMachine', all: false, pathSet: ['name'] }],
          objectSet: [
            {
              _type: 'ObjectSpec',
              obj: { _ref: 'Folder', value: 'group-v1' },
              skip: true,
              selectSet: [{ _type: 'TraversalSpec', name: 't', type: 'Folder', path: 'childEntity' }],
            },
          ],
        },
      ],
      options: { _type: 'RetrieveOptions', maxObjects: 5 },
    });
  });

  test('FR-020-303 who names no version need not say what the first version did not have', () => {
    const xml = requestOf(
      '<SearchDatastore_Task xmlns="urn:vim25"><_this type="HostDatastoreBrowser">b</_this>' +
        '<datastorePath>[ds]</datastorePath><searchSpec><details><fileType>true</fileType>' +
        '<fileSize>true</fileSize><modification>false</modification></details></searchSpec></SearchDatastore_Task>',
    );
    const root = readXml(bytesOf(xml), defaultLimits);
    const asked = (action: string | undefined) => {
      const { schema } = bench.reading('6.5');
      return root.ok ? readRequest(root.value, { schema, version: versionOf(schema, action) }) : root;
    };
    expect(asked(undefined)).toMatchObject({ ok: true });
    expect(asked('urn:vim25/6.5')).toMatchObject({ refusal: { message: 'FileQueryFlags needs fileOwner' } });
    const bare = readXml(bytesOf(xml.replace('<fileSize>true</fileSize>', '')), defaultLimits);
    const { schema } = bench.reading('6.5');
    expect(
      bare.ok && readRequest(bare.value, { schema, version: versionOf(schema, undefined) }),
    ).toMatchObject({
      refusal: { message: 'FileQueryFlags needs fileSize' },
    });
  });

  test('FR-020-008 any prefix will do for a name space', () => {
    const xml =
      '<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body>' +
      '<v:UpdateOptions xmlns:v="urn:vim25"><v:_this type="OptionManager">o</v:_this>' +
      '<v:changedValue xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><v:key>a</v:key>' +
      '<v:value i:type="s:long" xmlns:s="http://www.w3.org/2001/XMLSchema">5</v:value></v:changedValue>' +
      '</v:UpdateOptions></E:Body></E:Envelope>';
    expect(read(xml).args).toEqual({ changedValue: [{ _type: 'OptionValue', key: 'a', value: 5 }] });
  });

  test('FR-020-008 parameters that are lists are there though none was sent', () => {
    expect(read(inVim('RetrieveProperties', '')).args).toEqual({ specSet: [] });
  });

  test('FR-020-008 what is nil was not sent', () => {
    const { args } = read(inVim('RetrievePropertiesEx', '<options><maxObjects xsi:nil="true"/></options>'));
    expect(args['options']).toEqual({ _type: 'RetrieveOptions' });
  });

  test('FR-020-008 of a method that nobody knows the name and the object are read', () => {
    const request = read(inVim('MakeCoffee', '<sugar>2</sugar>'));
    expect(request).toMatchObject({ method: 'MakeCoffee', self: { value: 'pc-1' }, args: {} });
    expect(request.body.children.map(({ name }) => name)).toEqual(['_this', 'sugar']);
  });

  test('FR-020-008 what may be anything is read by the type it names', () => {
    const value = (inner: string): unknown => {
      const { args } = read(inVim('UpdateOptions', `<changedValue><key>k</key>${inner}</changedValue>`));
      return (args['changedValue'] as { value: unknown }[])[0]?.value;
    };
    expect(value('<value>bare</value>')).toBe('bare');
    expect(value('<value xsi:type="xsd:boolean">1</value>')).toBe(true);
    expect(value('<value xsi:type="xsd:double">1.5e3</value>')).toBe(1500);
    expect(value('<value xsi:type="ManagedObjectReference" type="Folder">f</value>')).toEqual({
      _ref: 'Folder',
      value: 'f',
    });
    expect(value('<value xsi:type="ManagedObject" type="Folder">f</value>')).toEqual({
      _ref: 'Folder',
      value: 'f',
    });
    expect(value('<value xsi:type="VirtualMachinePowerState">poweredOn</value>')).toBe('poweredOn');
    expect(value('<value xsi:type="ArrayOfString"><string>a</string><string/></value>')).toEqual({
      _type: 'ArrayOfString',
      items: ['a', ''],
    });
    expect(value('<value xsi:type="KeyValue"><key>a</key><value>b</value></value>')).toEqual({
      _type: 'KeyValue',
      key: 'a',
      value: 'b',
    });
  });

  test('FR-020-008 it may arrive in any pieces, in the middle of a letter too', () => {
    const bytes = bytesOf(inVim('Fetch', '<prop>größe😀</prop>'));
    const reader = openXmlReader(defaultLimits);
    for (const byte of bytes) expect(reader.write(Uint8Array.of(byte))).toBe(true);
    const root = reader.end();
    expect(root.ok && readRequest(root.value, bench.reading('6.5'))).toMatchObject({
      value: { args: { prop: 'größe😀' } },
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['<options><maxObjects>five</maxObjects></options>', 'maxObjects is no xsd:int: five'],
    ['<options><maxObjects>99999999999</maxObjects></options>', 'maxObjects is no xsd:int: 99999999999'],
    ['<options><most>5</most></options>', 'RetrieveOptions has no most'],
    ['<options xsi:type="VirtualDisk"/>', 'options is to be a RetrieveOptions, not a VirtualDisk'],
    ['<options xsi:type="Nothing"/>', 'there is no type Nothing'],
    ['<options><maxObjects><b/></maxObjects></options>', 'maxObjects is a simple value and has no parts'],
    ['<more/>', 'RetrievePropertiesEx has no more'],
    ['', 'RetrievePropertiesEx needs options'],
    ['<specSet><objectSet><skip>maybe</skip></objectSet></specSet>', 'skip is no xsd:boolean: maybe'],
    ['<specSet><objectSet/></specSet><options/>', 'ObjectSpec needs obj'],
  ])('FR-020-009 %s is refused by what is wrong with it', (inner, message) => {
    expect(faultOf(inVim('RetrievePropertiesEx', inner)).message).toBe(message);
  });

  test('FR-020-009 the place is told', () => {
    expect(faultOf(inVim('RetrievePropertiesEx', '\n\n  <options><most>5</most></options>'))).toMatchObject({
      line: 3,
      column: 17,
    });
  });

  test.each([
    ['no element', ''],
    ['text', 'hello'],
    ['an open end', '<a><b></a>'],
    ['a cut end', inVim('Fetch', '<prop>x</prop>').slice(0, -10)],
    ['an unknown prefix', '<x:a/>'],
    ['an unknown entity', '<a>&lol;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY lol "lol">]><a>&lol;</a>'],
    ['two roots', '<a/><a/>'],
    ['an empty body', requestOf('')],
    ['two bodies', requestOf('<a/><b/>')],
    ['no envelope', '<a/>'],
  ])('FR-020-009 %s is refused', (_what, xml) => {
    expect(faultOf(xml).message).not.toBe('');
  });

  test('FR-020-009 bytes that are no text are refused', () => {
    expect(readXml(Uint8Array.of(0x3c, 0x61, 0xff, 0xfe), defaultLimits)).toMatchObject({
      refusal: { message: 'the text is not UTF-8' },
    });
  });

  test('FR-020-009 what is too deep, too large or has too many parts is refused, and the rest is not read', () => {
    const deep = '<a>'.repeat(101) + '</a>'.repeat(101);
    expect(faultOf(deep).message).toBe('elements stand more than 100 deep');
    expect(faultOf(`<a>${'<b/>'.repeat(50)}</a>`, { ...defaultLimits, elements: 20 }).message).toContain(
      'more than 20',
    );
    // Read to their ends these would take hours.
    expect(faultOf('<a>'.repeat(5_000_000)).message).toBe('elements stand more than 100 deep');
    const crowded = `<a ${Array.from({ length: 300_000 }, (_, at) => `b${at}=""`).join(' ')}/>`;
    expect(faultOf(crowded).message).toBe('an element has more than 1000 attributes');
    const reader = openXmlReader({ ...defaultLimits, bytes: 100 });
    expect(reader.write(bytesOf(`<a>${'x'.repeat(200)}`))).toBe(false);
    expect(reader.end()).toMatchObject({ refusal: { message: 'the request is larger than 100 bytes' } });
  });
});

test('FR-020-010 services that the schema does not know get the body as it came', () => {
  const root = readXml(bytesOf(requestOf('<P xmlns="urn:pbm"><q a="1">t</q></P>')), defaultLimits);
  const opened = root.ok ? openEnvelope(root.value) : root;
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { body } = opened.value;
  expect([body.name, body.uri]).toEqual(['P', 'urn:pbm']);
  expect([body.children[0]?.text, body.children[0]?.attributes.get('a')]).toEqual(['t', '1']);
});
