import { lately, once } from '../schema/once.ts';
import type { Field, FieldKind } from '../schema/rows.ts';
import type { Version } from '../schema/version.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import { arrayItem, arrayNameOf, kindOf, type ArrayItem } from './any.ts';
import { escaped } from './escape.ts';
import { knownReference, knownType, knownValue } from './known.ts';
import { flat, knownNames, simplePut, type Put } from './put-simple.ts';
import { xsdOf } from './simple.ts';
import { isData, isLazy, isRef, type Data, type Ref, type Value } from './value.ts';

export type Writer = {
  readonly version: Version;
  /** How a field, a parameter or a result is written, under its own name. */
  readonly field: (field: Field) => Put;
  /** The same in pieces: an item of a lazy list at a time. */
  readonly parts: (field: Field, value: Value) => Iterable<string>;
  /** One element of a declared type: `element('objects', 'ObjectContent')`. */
  readonly element: (name: string, type: string) => Put;
  /** The nearest type to this one that the client's version knows. */
  readonly knownType: (type: string) => string;
  /** The fields of a data object without the element round it. */
  readonly body: (type: string, data: Data) => string;
};

/** How an object is called on the wire. */
export type NameOf = (ref: Ref) => string;
const plainly: NameOf = ({ value }) => value;

/** One writer per version: each type is compiled the first time it is written. */
export function createWriters(schema: VimSchema, nameOf: NameOf = plainly): (version: Version) => Writer {
  const writers = new Map<number, Writer>();
  return (version) => {
    const known = writers.get(version.index) ?? createWriter(schema, version, nameOf);
    writers.set(version.index, known);
    return known;
  };
}

type Item = {
  readonly name: string;
  readonly type: string;
  readonly kind: FieldKind;
  readonly isOptional: boolean;
  /** Where nothing declares the type, the item says it itself. */
  readonly saysType?: true;
};

type Parts = {
  readonly schema: VimSchema;
  readonly version: Version;
  readonly bodyOf: (type: string) => (data: Data) => string;
  readonly putOf: (field: Field) => Put;
  readonly nameOf: NameOf;
};

function createWriter(schema: VimSchema, version: Version, nameOf: NameOf): Writer {
  const bodyOf = once((type): ((data: Data) => string) => compileBody(type, parts));
  // Derived types share the fields that they inherit.
  const puts = new WeakMap<Field, Put>();
  const putOf = (field: Field): Put => {
    const put = puts.get(field) ?? fieldPut(field, parts);
    puts.set(field, put);
    return put;
  };
  const parts: Parts = { schema, version, bodyOf, putOf, nameOf };
  return {
    version,
    field: putOf,
    parts: (field, value) => partsOf(field, value, parts),
    element: (name, type) =>
      itemPut({ name, type, kind: kindOf(schema, type) ?? 'data', isOptional: false }, parts),
    knownType: (type) => knownType(parts, type),
    body: (type, data) => bodyOf(type)(data),
  };
}

/** Fields are compiled when their type is first written, what is in them when they are first met. */
function compileBody(type: string, parts: Parts): (data: Data) => string {
  const found = parts.schema.dataType(type);
  if (found === undefined) throw new Error(`the schema knows no data type ${type}`);
  const fields = found.fields.filter(({ since }) => since <= parts.version.index);
  const names = fields.map(({ name }) => name);
  const puts = fields.map((field) => parts.putOf(field));
  return (data) => {
    let text = '';
    for (let at = 0; at < names.length; at += 1) {
      const value = data[names[at] as string];
      if (value !== undefined && value !== null) text += (puts[at] as Put)(value);
    }
    return text;
  };
}

function fieldPut(field: Field, parts: Parts): Put {
  const put = field.kind === 'data' ? later(() => itemPut(field, parts)) : itemPut(field, parts);
  if (!field.isArray) return put;
  return (value) => {
    const items = isLazy(value) ? value._each() : value;
    if (!isIterable(items)) return put(items);
    let text = '';
    for (const item of items) text += put(item);
    return text;
  };
}

function* partsOf(field: Field, value: Value, parts: Parts): Generator<string> {
  if (isLazy(value)) {
    const put = parts.putOf(field);
    for (const item of value._each()) yield put(item);
    return;
  }
  const isWhole = !isData(value) || !Object.values(value).some(isLazy);
  const type = parts.schema.dataType(field.type);
  if (isWhole || type === undefined) {
    yield parts.putOf(field)(value);
    return;
  }
  yield `<${field.name}>`;
  for (const own of type.fields) {
    if (own.since <= parts.version.index) yield* partsOf(own, value[own.name], parts);
  }
  yield `</${field.name}>`;
}

const isIterable = (value: Value | Iterable<Value>): value is Iterable<Value> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** Types hold each other in circles: none is compiled before it is needed. */
function later(make: () => Put): Put {
  let made: Put | null = null;
  return (value) => {
    made ??= make();
    return made(value);
  };
}

function itemPut(item: Item, parts: Parts): Put {
  switch (item.kind) {
    case 'xsd':
      return item.type === 'xsd:anyType' ? anyPut(item.name, parts) : simplePut(item, saidType(item));
    case 'enum':
      return enumPut(item, parts);
    case 'ref':
      return refPut(item.name, saidType(item), parts);
    case 'data':
      return dataPut(item, parts);
    default:
      return item.kind satisfies never;
  }
}

const saidType = ({ type, saysType }: Pick<Item, 'type' | 'saysType'>): string =>
  saysType === undefined ? '' : ` xsi:type="${type}"`;

function refPut(name: string, attributes: string, parts: Parts): Put {
  const { nameOf } = parts;
  const open = lately(knownNames, (type: string) =>
    flat(`<${name} type="${escaped(knownReference(parts, type))}"${attributes}>`),
  );
  const close = flat(`</${name}>`);
  return (value) => {
    if (value === undefined || value === null) return '';
    if (!isRef(value)) throw new Error(`${name} is to be a reference and is ${JSON.stringify(value)}`);
    return open(value._ref) + escaped(nameOf(value)) + close;
  };
}

function enumPut(item: Omit<Item, 'kind'>, parts: Parts): Put {
  const { name, type } = item;
  const known = knownValue(parts, item);
  const open = `<${name}${saidType(item)}>`;
  const whole = lately(knownNames, (value: string): string => {
    const text = known(value);
    return text === undefined ? '' : flat(`${open}${escaped(text)}</${name}>`);
  });
  return (value) => {
    if (value === undefined || value === null || value === '') return '';
    if (typeof value !== 'string')
      throw new Error(`${name} is to be a ${type} and is ${JSON.stringify(value)}`);
    return whole(value);
  };
}

type Shape = { readonly open: string; readonly body: (data: Data) => string };

function dataPut(item: Pick<Item, 'name' | 'type' | 'saysType'>, parts: Parts): Put {
  const { name, type } = item;
  const close = flat(`</${name}>`);
  const declared: Shape = { open: flat(`<${name}${saidType(item)}>`), body: parts.bodyOf(type) };
  const shapeOf = once((actual): Shape => {
    const known = knownType(parts, actual);
    if (known === type || parts.schema.isA(type, known)) return declared;
    if (!parts.schema.isA(known, type)) throw new Error(`${name} is to be a ${type} and is a ${actual}`);
    return { open: flat(`<${name} xsi:type="${known}">`), body: parts.bodyOf(known) };
  });
  return (value) => {
    if (value === undefined || value === null) return '';
    if (!isData(value)) throw new Error(`${name} is to be a ${type} and is ${JSON.stringify(value)}`);
    const actual = value._type;
    const shape = actual === undefined || actual === type ? declared : shapeOf(actual);
    return shape.open + shape.body(value) + close;
  };
}

function anyPut(name: string, parts: Parts): Put {
  const typed = once((type): Put => typedPut(name, type, parts));
  const simple = once((type): Put => simplePut({ name, type }, ` xsi:type="${type}"`));
  const ref = refPut(name, ' xsi:type="ManagedObjectReference"', parts);
  return (value) => {
    if (value === undefined || value === null) return '';
    if (typeof value !== 'object') return simple(xsdOf(value))(value);
    if (isRef(value)) return ref(value);
    if (!isData(value) || value._type === undefined) {
      throw new Error(`${name} may be anything, so its value must tell its type: ${JSON.stringify(value)}`);
    }
    return typed(value._type)(value);
  };
}

/** A value in an anyType that names its type: `xsd:long`, `ArrayOfString`, an enum or data. */
function typedPut(name: string, type: string, parts: Parts): Put {
  const attribute = ` xsi:type="${type}"`;
  if (type.startsWith('xsd:')) {
    const put = simplePut({ name, type }, attribute);
    return (value) => put(isData(value) ? value['value'] : value);
  }
  if (parts.schema.enumType(type) !== undefined) {
    const put = simplePut({ name, type: 'xsd:string' }, attribute);
    return (value) => put(isData(value) ? value['value'] : value);
  }
  if (parts.schema.dataType(type) === undefined && type.startsWith('ArrayOf'))
    return arrayPut(name, type, parts);
  const known = knownType(parts, type);
  const open = flat(`<${name} xsi:type="${known}">`);
  const body = parts.bodyOf(known);
  const close = flat(`</${name}>`);
  return (value) => (isData(value) ? open + body(value) + close : '');
}

function arrayPut(name: string, type: string, parts: Parts): Put {
  const item = itemOfArray(type, parts);
  const put = itemPut({ ...item, isOptional: true, saysType: true }, parts);
  const open = flat(`<${name} xsi:type="${arrayNameOf(item.type)}">`);
  const close = flat(`</${name}>`);
  return (value) => {
    const items = isData(value) ? value['items'] : value;
    let text = open;
    if (Array.isArray(items)) for (const each of items) text += put(each);
    return text + close;
  };
}

/** An array of a type that the client does not know is one of the nearest that it does. */
function itemOfArray(array: string, parts: Parts): ArrayItem {
  const item = arrayItem(parts.schema, array);
  if (item === undefined) throw new Error(`the schema knows no type ${array}`);
  const known = item.kind === 'data' ? knownType(parts, item.type) : item.type;
  return item.kind === 'xsd' ? item : { ...item, name: known, type: known };
}
