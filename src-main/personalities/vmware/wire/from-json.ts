import { accepted, type Result } from '../../../../sim/contract/result.ts';
import type { Field } from '../schema/rows.ts';
import { arrayItem, kindOf } from './any.ts';
import type { Json, Place } from './json.ts';
import type { Speech } from './known.ts';
import { simpleValue } from './read-simple.ts';
import type { Data, Value } from './value.ts';

/** What could not be read, and where: `spec.deviceChange[0].device`. */
export type JsonFault = { readonly message: string; readonly where: string };

/** The same values as from XML, by the same rules. */
export function fromJson(speech: Speech, place: Place, json: Json): Result<Value, JsonFault> {
  const course: Course = { ...speech, fault: null, depth: 0 };
  const value = readPlace(json, { place, where: '' }, course);
  return course.fault === null ? accepted(value) : { ok: false, refusal: course.fault };
}

/** A method's parameters: the members of one object without a type. */
export function argsFromJson(speech: Speech, owner: Owner, json: Json): Result<Data, JsonFault> {
  const course: Course = { ...speech, fault: null, depth: 0 };
  const args = isObject(json)
    ? readFields(json, { ...owner, where: '' }, course)
    : fail(course, '', 'an object is expected');
  if (course.fault !== null || args === undefined)
    return { ok: false, refusal: course.fault ?? { message: '', where: '' } };
  for (const { name, isArray } of owner.fields) if (isArray) args[name] ??= [];
  return accepted(args);
}

type Course = Speech & { fault: JsonFault | null; depth: number };

/** As deep as the XML reader goes. */
const deepest = 100;

type Spot = { readonly place: Place; readonly where: string };
type JsonObject = { readonly [name: string]: Json };
export type Owner = { readonly name: string; readonly fields: readonly Field[] };

function fail(course: Course, where: string, message: string): undefined {
  course.fault ??= { message, where };
  return undefined;
}

const isObject = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const textOf = (json: Json | undefined): string | undefined => (typeof json === 'string' ? json : undefined);

function readPlace(json: Json, { place, where }: Spot, course: Course): Value {
  if (json === null) return undefined;
  if (!place.isArray) return readItem(json, { place, where }, course);
  if (!Array.isArray(json)) return fail(course, where, 'a list is expected');
  const item = { ...place, isArray: false };
  return (json as readonly Json[]).map((each, at) =>
    readItem(each, { place: item, where: `${where}[${at}]` }, course),
  );
}

function readItem(json: Json, spot: Spot, course: Course): Value {
  const { place, where } = spot;
  switch (place.kind) {
    case 'xsd':
      return place.type === 'xsd:anyType' ? readAny(json, where, course) : readSimple(json, spot, course);
    case 'enum':
      return readEnum(json, spot, course);
    case 'ref':
      return readRef(json, where, course);
    case 'data':
      return readData(json, spot, course);
    default:
      return place.kind satisfies never;
  }
}

function readSimple(json: Json, { place, where }: Spot, course: Course): Value {
  const text = typeof json === 'object' ? undefined : String(json);
  const isText = place.type === 'xsd:string' || place.type === 'xsd:anyURI';
  const value =
    text === undefined || (isText && typeof json !== 'string') ? undefined : simpleValue(place.type, text);
  return value === undefined ? fail(course, where, `a value of ${place.type} is expected`) : value;
}

function readEnum(json: Json, { place, where }: Spot, course: Course): Value {
  if (json === '') return undefined;
  const isKnown = typeof json === 'string' && course.schema.enumType(place.type)?.values.has(json) === true;
  return isKnown ? json : fail(course, where, `a ${place.type} is expected`);
}

function readRef(json: Json, where: string, course: Course): Value {
  const type = isObject(json) ? textOf(json['type']) : undefined;
  const value = isObject(json) ? textOf(json['value']) : undefined;
  if (type === undefined || value === undefined)
    return fail(course, where, 'a reference needs type and value');
  return { _ref: type, value };
}

function readData(json: Json, { place, where }: Spot, course: Course): Data | undefined {
  if (!isObject(json)) return fail(course, where, `a ${place.type} is expected`);
  const named = textOf(json['_typeName']) ?? place.type;
  const type = course.schema.dataType(named);
  if (type === undefined) return fail(course, where, `there is no type ${named}`);
  if (!course.schema.isA(named, place.type))
    return fail(course, where, `a ${place.type} is expected, not a ${named}`);
  if (course.depth >= deepest) return fail(course, where, `objects stand more than ${deepest} deep`);
  course.depth += 1;
  const fields = readFields(json, { ...type, where }, course);
  course.depth -= 1;
  return { _type: named, ...fields };
}

function readFields(
  json: JsonObject,
  owner: Owner & { readonly where: string },
  course: Course,
): Record<string, Value> {
  const data: Record<string, Value> = {};
  const inside = (name: string): string => (owner.where === '' ? name : `${owner.where}.${name}`);
  for (const [name, value] of Object.entries(json)) {
    if (name === '_typeName') continue;
    const place = owner.fields.find((field) => field.name === name);
    if (place === undefined) fail(course, inside(name), `${owner.name} has no ${name}`);
    else data[name] = readPlace(value, { place, where: inside(name) }, course);
  }
  for (const { name, isArray, isOptional, since } of owner.fields) {
    if (isOptional || since > course.version.index || data[name] !== undefined) continue;
    if (isArray) data[name] = [];
    else if (!Object.hasOwn(json, name)) fail(course, inside(name), `${owner.name} needs ${name}`);
  }
  return data;
}

function readAny(json: Json, where: string, course: Course): Value {
  if (typeof json !== 'object') return json;
  const named = isObject(json) ? textOf(json['_typeName']) : undefined;
  if (!isObject(json) || named === undefined)
    return fail(course, where, 'what may be anything must tell its _typeName');
  if (named === 'ManagedObjectReference') return readRef(json, where, course);
  const kind = kindOf(course.schema, named);
  const whole = { isArray: false, isOptional: true };
  if (kind === 'data')
    return readData(json, { place: { ...whole, type: 'DynamicData', kind }, where }, course);
  const boxed = json['_value'] ?? null;
  if (kind === 'enum') return readEnum(boxed, { place: { ...whole, type: named, kind }, where }, course);
  const item = arrayItem(course.schema, named);
  if (item !== undefined) {
    const items = readPlace(boxed, { place: { ...item, isArray: true, isOptional: true }, where }, course);
    return { _type: named, items };
  }
  return readSimple(boxed, { place: { ...whole, type: `xsd:${named}`, kind: 'xsd' }, where }, course);
}
