import type { Field } from '../schema/rows.ts';
import { arrayItem, kindOf } from './any.ts';
import { knownReference, knownType, knownValue, type Speech } from './known.ts';
import { xsdOf } from './simple.ts';
import { isData, isLazy, isRef, type Data, type Ref, type Value } from './value.ts';

/** A value in the JSON dialect: objects name their type, and so does what stands where anything may. */
export type Json = null | string | number | boolean | { readonly [name: string]: Json } | readonly Json[];

export type Place = Pick<Field, 'type' | 'kind' | 'isArray' | 'isOptional'>;

/** undefined where nothing is to be said. */
export function toJson(speech: Speech, place: Place, value: Value): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const items = isLazy(value) ? [...value._each()] : value;
  if (!place.isArray || !Array.isArray(items)) return itemJson(speech, place, value);
  return items.flatMap((item: Value) => itemJson(speech, { ...place, isOptional: true }, item) ?? []);
}

function itemJson(speech: Speech, place: Place, value: Value): Json | undefined {
  switch (place.kind) {
    case 'ref':
      return isRef(value) ? refJson(speech, value) : undefined;
    case 'enum':
      return typeof value === 'string' ? knownValue(speech, place)(value) : undefined;
    case 'data':
      return isData(value) ? dataJson(speech, value._type ?? place.type, value) : undefined;
    case 'xsd':
      return place.type === 'xsd:anyType' ? anyJson(speech, value) : plain(value);
    default:
      return place.kind satisfies never;
  }
}

const plain = (value: Value): Json | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;

const refJson = (speech: Speech, { _ref, value }: Ref): Json => ({
  _typeName: 'ManagedObjectReference',
  type: knownReference(speech, _ref),
  value,
});

function dataJson(speech: Speech, type: string, data: Data): Json {
  const known = knownType(speech, type);
  const json: Record<string, Json> = { _typeName: known };
  for (const field of speech.schema.dataType(known)?.fields ?? []) {
    if (field.since > speech.version.index) continue;
    const value = toJson(speech, field, data[field.name]);
    if (value !== undefined) json[field.name] = value;
  }
  return json;
}

function anyJson(speech: Speech, value: Value): Json | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { _typeName: xsdOf(value).slice(xsdPrefix.length), _value: value };
  }
  if (isRef(value)) return refJson(speech, value);
  if (!isData(value) || value._type === undefined) {
    throw new Error(`a value that may be anything must tell its type: ${JSON.stringify(value)}`);
  }
  return typedJson(speech, value._type, value);
}

const xsdPrefix = 'xsd:';

function typedJson(speech: Speech, type: string, value: Data): Json {
  if (type.startsWith(xsdPrefix)) {
    return { _typeName: type.slice(xsdPrefix.length), _value: plain(value['value']) ?? null };
  }
  const kind = kindOf(speech.schema, type);
  if (kind === 'enum') return { _typeName: type, _value: plain(value['value']) ?? null };
  if (kind === 'data') return dataJson(speech, type, value);
  const item = arrayItem(speech.schema, type);
  if (item === undefined) throw new Error(`the schema knows no type ${type}`);
  const list = toJson(speech, { ...item, isArray: true, isOptional: true }, value['items']);
  return { _typeName: type, _value: list ?? [] };
}
