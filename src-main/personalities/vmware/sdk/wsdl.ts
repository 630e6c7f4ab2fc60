/** The interface as WSDL, for clients that make themselves from one: two documents, named as a vCenter names them. */
import type { Field } from '../schema/rows.ts';
import type { Version } from '../schema/version.ts';
import { openSchema } from '../schema/vim-schema.ts';
import type { DataType, Method, VimSchema } from '../schema/vim-schema.ts';
import { arrayItem, arrayNameOf } from '../wire/any.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces =
  'xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" ' +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:vim25="urn:vim25"';

/** `origin`: where the client found us, and where it will ask. */
export const serviceWsdl = (origin: string): string =>
  `${head}<definitions targetNamespace="urn:vim25Service" ${spaces}>
<import namespace="urn:vim25" location="vim.wsdl"/>
<service name="VimService"><port name="VimPort" binding="vim25:VimBinding"><soap:address location="${origin}/sdk/vimService"/></port></service>
</definitions>
`;

/** What this version of the protocol knows, and nothing younger. */
export function* vimWsdl(version: Version): Generator<string> {
  // One that is asked for everything keeps everything: it goes when this is written.
  const schema = openSchema();
  const isKnown = ({ since }: { readonly since: number }): boolean => since <= version.index;
  const typed = <Type extends { readonly since: number }>(
    kind: 'data' | 'method',
    read: (name: string) => Type | undefined,
  ): readonly Type[] =>
    schema.names(kind).flatMap((name) => {
      const type = read(name);
      return type !== undefined && isKnown(type) ? [type] : [];
    });
  const data = typed('data', schema.dataType);
  const methods = typed('method', schema.method);
  const desk: Desk = { schema, isKnown, names: new Set(methods.map(({ name }) => name)) };
  yield `${head}<definitions targetNamespace="urn:vim25" ${spaces}>\n`;
  yield '<types><xsd:schema targetNamespace="urn:vim25" elementFormDefault="qualified">\n';
  yield reference;
  yield* inPieces(data.map((type) => dataText(desk, type)));
  yield* inPieces(schema.names('enum').map((name) => enumText(desk, name)));
  yield* inPieces(arraysOf(desk, data).map((name) => arrayText(desk, name)));
  yield* inPieces(methods.map((method) => callText(desk, method)));
  yield '</xsd:schema></types>\n';
  yield '<message name="RuntimeFaultFaultMsg"><part element="vim25:RuntimeFaultFault" name="fault"/></message>\n';
  yield* inPieces(methods.map(({ name }) => messagesText(name)));
  yield '<portType name="VimPortType">\n';
  yield* inPieces(methods.map(({ name }) => operationText(name)));
  yield '</portType>\n<binding name="VimBinding" type="vim25:VimPortType">\n';
  yield '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>\n';
  yield* inPieces(methods.map(({ name }) => boundText(name, version)));
  yield '</binding>\n</definitions>\n';
}

type Desk = {
  readonly schema: VimSchema;
  readonly isKnown: (thing: { readonly since: number }) => boolean;
  /** Of the methods. */
  readonly names: ReadonlySet<string>;
};

const perPiece = 250;

function* inPieces(texts: readonly string[]): Generator<string> {
  for (let at = 0; at < texts.length; at += perPiece) yield texts.slice(at, at + perPiece).join('');
}

const reference =
  '<xsd:complexType name="ManagedObjectReference"><xsd:simpleContent><xsd:extension base="xsd:string">' +
  '<xsd:attribute name="type" type="xsd:string"/></xsd:extension></xsd:simpleContent></xsd:complexType>\n';

const typeText = (type: string): string => (type.startsWith('xsd:') ? type : `vim25:${type}`);

function fieldText({ name, type, isArray, isOptional }: Field): string {
  const least = isOptional ? ' minOccurs="0"' : '';
  const most = isArray ? ' maxOccurs="unbounded"' : '';
  return `<xsd:element name="${name}" type="${typeText(type)}"${least}${most}/>`;
}

const sequence = ({ isKnown }: Desk, fields: readonly Field[]): string =>
  `<xsd:sequence>${fields.filter(isKnown).map(fieldText).join('')}</xsd:sequence>`;

function dataText(desk: Desk, { name, base, fields }: DataType): string {
  const inherited = base === null ? 0 : (desk.schema.dataType(base)?.fields.length ?? 0);
  const own = sequence(desk, fields.slice(inherited));
  const content =
    base === null
      ? own
      : `<xsd:complexContent><xsd:extension base="vim25:${base}">${own}</xsd:extension></xsd:complexContent>`;
  const type = `<xsd:complexType name="${name}">${content}</xsd:complexType>\n`;
  // In the detail of a fault stands an element of its own name.
  return desk.schema.isA(name, 'MethodFault')
    ? `${type}<xsd:element name="${name}Fault" type="vim25:${name}"/>\n`
    : type;
}

function enumText({ schema, isKnown }: Desk, name: string): string {
  const type = schema.enumType(name);
  if (type === undefined || !isKnown(type)) return '';
  const values = [...type.values].filter(([, since]) => isKnown({ since }));
  const words = values.map(([value]) => `<xsd:enumeration value="${value}"/>`).join('');
  return `<xsd:simpleType name="${name}"><xsd:restriction base="xsd:string">${words}</xsd:restriction></xsd:simpleType>\n`;
}

/** Those that a property can be: as a value of any type an array has one of its own. */
function arraysOf({ schema, isKnown }: Desk, data: readonly DataType[]): readonly string[] {
  const properties = schema
    .names('managed')
    .flatMap((name) => [...(schema.managedType(name)?.properties.values() ?? [])]);
  const fields = [...properties, ...data.flatMap((type) => type.fields)];
  return [
    ...new Set(
      fields.filter((field) => field.isArray && isKnown(field)).map(({ type }) => arrayNameOf(type)),
    ),
  ];
}

function arrayText({ schema }: Desk, array: string): string {
  const item = arrayItem(schema, array);
  if (item === undefined) return '';
  const element = `<xsd:element name="${item.name}" type="${typeText(item.type)}" minOccurs="0" maxOccurs="unbounded"/>`;
  return `<xsd:complexType name="${array}"><xsd:sequence>${element}</xsd:sequence></xsd:complexType>\n`;
}

/** As VMware's toolkits know them: of `PowerOnVM_Task` it is `PowerOnVMRequestType`. */
function requestType({ names }: Desk, name: string): string {
  const short = name.replace(/_Task$/, '');
  return `${short !== name && names.has(short) ? name : short}RequestType`;
}

function callText(desk: Desk, { name, params, result }: Method): string {
  const type = requestType(desk, name);
  const self = '<xsd:element name="_this" type="vim25:ManagedObjectReference"/>';
  const asked = params.filter(desk.isKnown).map(fieldText).join('');
  const answered = result.type === 'xsd:void' ? '' : fieldText({ ...result, name: 'returnval' });
  return (
    `<xsd:complexType name="${type}"><xsd:sequence>${self}${asked}</xsd:sequence></xsd:complexType>\n` +
    `<xsd:element name="${name}" type="vim25:${type}"/>\n` +
    `<xsd:element name="${name}Response"><xsd:complexType><xsd:sequence>${answered}</xsd:sequence></xsd:complexType></xsd:element>\n`
  );
}

const messagesText = (name: string): string =>
  `<message name="${name}RequestMsg"><part element="vim25:${name}" name="parameters"/></message>\n` +
  `<message name="${name}ResponseMsg"><part element="vim25:${name}Response" name="parameters"/></message>\n`;

const operationText = (name: string): string =>
  `<operation name="${name}"><input message="vim25:${name}RequestMsg"/><output message="vim25:${name}ResponseMsg"/>` +
  '<fault message="vim25:RuntimeFaultFaultMsg" name="RuntimeFault"/></operation>\n';

const boundText = (name: string, { id }: Version): string =>
  `<operation name="${name}"><soap:operation soapAction="urn:vim25/${id}" style="document"/>` +
  '<input><soap:body use="literal"/></input><output><soap:body use="literal"/></output>' +
  '<fault name="RuntimeFault"><soap:fault name="RuntimeFault" use="literal"/></fault></operation>\n';
