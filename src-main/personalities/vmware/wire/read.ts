import { accepted, type Result } from '../../../../sim/contract/result.ts';
import type { Field } from '../schema/rows.ts';
import type { Version } from '../schema/version.ts';
import type { Method, VimSchema } from '../schema/vim-schema.ts';
import { arrayItem } from './any.ts';
import { simpleValue } from './read-simple.ts';
import type { Data, Ref, Value } from './value.ts';
import type { ParseFault, XmlElement } from './xml.ts';

/** What a client asked for. */
export type SoapRequest = {
  /** The name of the body's element, known to the schema or not. */
  readonly method: string;
  readonly uri: string;
  readonly self: Ref | null;
  readonly args: Data;
  /** `operationID`, `vcSessionCookie` …: simple headers by their names. */
  readonly header: ReadonlyMap<string, string>;
  /** The body's element as it came, for services that the schema does not know. */
  readonly body: XmlElement;
};

/** The envelope's parts; what the body's element means is for the service to read. */
export function openEnvelope(
  root: XmlElement,
): Result<{ readonly body: XmlElement; readonly header: ReadonlyMap<string, string> }, ParseFault> {
  if (root.name !== 'Envelope') return faulty(root, `an Envelope is expected, not ${root.name}`);
  const bodies = root.children.filter(({ name }) => name === 'Body');
  const [body, ...more] = bodies.flatMap(({ children }) => children);
  if (body === undefined || more.length > 0) return faulty(root, 'a Body with one element is expected');
  const header = root.children.find(({ name }) => name === 'Header')?.children ?? [];
  return accepted({ body, header: new Map(header.map(({ name, text }) => [name, text.trim()])) });
}

const faulty = ({ line, column }: XmlElement, message: string): Result<never, ParseFault> => ({
  ok: false,
  refusal: { message, line, column },
});

export type Reading = { readonly schema: VimSchema; readonly version: Version };

/** A request of the vim service; of an unknown method only its name and its object are read. */
export function readRequest(root: XmlElement, { schema, version }: Reading): Result<SoapRequest, ParseFault> {
  const opened = openEnvelope(root);
  if (!opened.ok) return opened;
  const { body, header } = opened.value;
  const course: Course = { schema, version, fault: null };
  const self = readSelf(body, course);
  const method = schema.method(body.name);
  const args = method === undefined ? {} : readArgs(body, method, course);
  if (course.fault !== null) return { ok: false, refusal: course.fault };
  return accepted({ method: body.name, uri: body.uri, self, args, header, body });
}

/** One value of a declared type: for tests, and for what other services put into an element of ours. */
export function readElement(element: XmlElement, field: Field, reading: Reading): Result<Value, ParseFault> {
  const course: Course = { ...reading, fault: null };
  const value = readValue(element, field, course);
  return course.fault === null ? accepted(value) : { ok: false, refusal: course.fault };
}

/** What a reading has come to: the first thing that was wrong is kept, and what follows no longer matters. */
type Course = Reading & { fault: ParseFault | null };

function fail(course: Course, { line, column }: XmlElement, message: string): undefined {
  course.fault ??= { message, line, column };
  return undefined;
}

function readSelf(body: XmlElement, course: Course): Ref | null {
  const element = body.children.find(({ name }) => name === '_this');
  return element === undefined ? null : (readRef(element, 'ManagedObject', course) ?? null);
}

/** A handler may count on every array of a method's parameters to be there. */
function readArgs(body: XmlElement, method: Method, course: Course): Data {
  const args = readFields(body, { name: method.name, fields: method.params }, course);
  for (const { name, isArray } of method.params) if (isArray) args[name] ??= [];
  return args;
}

type Owner = { readonly name: string; readonly fields: readonly Field[] };

function readFields(element: XmlElement, owner: Owner, course: Course): Record<string, Value> {
  const data: Record<string, Value> = {};
  for (const child of element.children) {
    const field = owner.fields.find(({ name }) => name === child.name);
    if (field === undefined) {
      if (!carried.has(child.name)) fail(course, child, `${owner.name} has no ${child.name}`);
      continue;
    }
    const value = isNil(child) ? undefined : readValue(child, field, course);
    if (value === undefined) continue;
    if (field.isArray) push(data, field.name, value);
    else data[field.name] = value;
  }
  complete(data, { element, owner }, course);
  return data;
}

function complete(
  data: Record<string, Value>,
  { element, owner }: { readonly element: XmlElement; readonly owner: Owner },
  course: Course,
): void {
  for (const field of owner.fields) {
    if (data[field.name] !== undefined || !isOwed(field, course)) continue;
    if (field.isArray) data[field.name] = [];
    else if (isDemanded(field, course) && !wasSent(element, field.name))
      fail(course, element, `${owner.name} needs ${field.name}`);
  }
}

/** .NET says of what is not there that it is nil. */
const isNil = ({ attributes }: XmlElement): boolean => attributes.get('nil') === 'true';

const isOwed = ({ isOptional, since }: Field, { version }: Reading): boolean =>
  !isOptional && since <= version.index;

const isDemanded = ({ since }: Field, { version }: Reading): boolean =>
  version.isUnnamed === undefined || since === 0;

const wasSent = (element: XmlElement, name: string): boolean =>
  element.children.some((child) => child.name === name);

function push(data: Record<string, Value>, name: string, value: Value): void {
  const list = data[name];
  // The list is ours until the object is handed out.
  if (Array.isArray(list)) (list as Value[]).push(value);
  else data[name] = [value];
}

function readValue(element: XmlElement, field: Field, course: Course): Value {
  switch (field.kind) {
    case 'xsd':
      return field.type === 'xsd:anyType'
        ? readAny(element, course)
        : readSimple(element, field.type, course);
    case 'enum':
      return readEnum(element, field.type, course);
    case 'ref':
      return readRef(element, field.target ?? 'ManagedObject', course);
    case 'data':
      return readData(element, field.type, course);
    default:
      return field.kind satisfies never;
  }
}

function readData(element: XmlElement, declared: string, course: Course): Data | undefined {
  const named = element.type?.name ?? declared;
  const type = course.schema.dataType(named);
  if (type === undefined) return fail(course, element, `there is no type ${named}`);
  if (named !== declared && !course.schema.isA(named, declared)) {
    return fail(course, element, `${element.name} is to be a ${declared}, not a ${named}`);
  }
  return { _type: named, ...readFields(element, type, course) };
}

function readAny(element: XmlElement, course: Course): Value {
  const { schema } = course;
  if (element.type === null) {
    return element.children.length === 0
      ? element.text
      : fail(course, element, `${element.name} must tell its type`);
  }
  const { name, uri } = element.type;
  if (uri === xsd) return readSimple(element, `xsd:${name}`, course);
  if (name === 'ManagedObjectReference' || schema.managedType(name) !== undefined) {
    return readRef(element, 'ManagedObject', course);
  }
  if (schema.enumType(name) !== undefined) return readEnum(element, name, course);
  if (schema.dataType(name) !== undefined) return readData(element, 'DynamicData', course);
  // Go's clients write \`xsd:string\` and declare no xsd.
  if (uri === '' && simpleNames.has(name)) return readSimple(element, `xsd:${name}`, course);
  const item = itemOfArray(schema, name);
  if (item === undefined) return fail(course, element, `there is no type ${name}`);
  return { _type: name, items: element.children.map((child) => readValue(child, item, course)) };
}

function readSimple(element: XmlElement, type: string, course: Course): Value {
  if (element.children.length > 0) {
    return fail(course, element, `${element.name} is a simple value and has no parts`);
  }
  const value = simpleValue(type, element.text);
  return value === undefined
    ? fail(course, element, `${element.name} is no ${type}: ${cut(element.text)}`)
    : value;
}

/** Clients that write every field send empty ones for what they do not mean. */
function readEnum(element: XmlElement, type: string, course: Course): Value {
  const text = element.text.trim();
  if (text === '') return undefined;
  const isKnown = course.schema.enumType(type)?.values.has(text) === true;
  return isKnown ? text : fail(course, element, `${element.name} is no ${type}: ${cut(text)}`);
}

function readRef(element: XmlElement, target: string, course: Course): Ref | undefined {
  if (element.children.length > 0) {
    return fail(course, element, `${element.name} is a reference and has no parts`);
  }
  return { _ref: element.attributes.get('type') ?? target, value: element.text.trim() };
}

const simpleNames: ReadonlySet<string> = new Set([
  'string',
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
  'dateTime',
  'anyURI',
  'base64Binary',
]);

const xsd = 'http://www.w3.org/2001/XMLSchema';

/** Stands on every object of old clients; `_this` beside a method's parameters. */
const carried: ReadonlySet<string> = new Set(['_this', 'dynamicType', 'dynamicProperty']);

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** An item of such an array, as if it were a field. */
function itemOfArray(schema: VimSchema, array: string): Field | undefined {
  const item = arrayItem(schema, array);
  return item === undefined ? undefined : { ...item, ...bareItem };
}

const bareItem = {
  target: 'ManagedObject',
  names: null,
  isArray: false,
  isOptional: false,
  optionalSince: 0,
  since: 0,
  privileges: [],
} as const;
