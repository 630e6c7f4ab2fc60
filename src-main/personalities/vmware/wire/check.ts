import type { Field } from '../schema/rows.ts';
import type { DataType } from '../schema/vim-schema.ts';
import { arrayItem, kindOf } from './any.ts';
import { knownType, type Speech } from './known.ts';
import { isData, isLazy, isRef, type Data, type Value } from './value.ts';

/**
 * What a client of this version would find wrong with a value: mandatory fields that are missing, enums of
 * no known word, fields and types that the schema does not have. For tests: an answer of ours has none.
 */
export function missingIn(speech: Speech, type: string, value: Value): readonly string[] {
  const kind = kindOf(speech.schema, type) ?? 'data';
  return [...problemsOf(speech, { type, kind, isArray: false, where: type }, value)];
}

/** The same for a field, a parameter or a result. */
export const missingInField = (speech: Speech, field: Field, value: Value): readonly string[] => [
  ...problemsOf(speech, { ...field, where: field.name }, value),
];

type Spot = Pick<Field, 'type' | 'kind' | 'isArray'> & {
  readonly where: string;
  readonly names?: Field['names'];
};

function* problemsOf(speech: Speech, spot: Spot, value: Value): Generator<string> {
  if (value === undefined || value === null) return;
  if (spot.isArray) {
    const items: Iterable<Value> = isLazy(value) ? value._each() : Array.isArray(value) ? value : [value];
    let at = 0;
    for (const item of items) yield* itemProblems(speech, { ...spot, where: `${spot.where}[${at++}]` }, item);
    return;
  }
  yield* itemProblems(speech, spot, value);
}

function* itemProblems(speech: Speech, spot: Spot, value: Value): Generator<string> {
  switch (spot.kind) {
    case 'xsd':
      if (spot.type === 'xsd:anyType') yield* anyProblems(speech, spot, value);
      else yield* simpleProblems(spot, value);
      if (spot.names === 'type' && !isTypeName(speech, value))
        yield `${spot.where}: ${JSON.stringify(value)} names no type`;
      return;
    case 'enum':
      if (typeof value !== 'string' || speech.schema.enumType(spot.type)?.values.has(value) !== true) {
        yield `${spot.where}: ${JSON.stringify(value)} is no ${spot.type}`;
      }
      return;
    case 'ref':
      if (!isRef(value)) yield `${spot.where}: ${JSON.stringify(value)} is no reference`;
      else if (value.value === '') yield `${spot.where}: the reference is empty`;
      return;
    case 'data':
      if (isData(value)) yield* dataProblems(speech, spot, value);
      else yield `${spot.where}: ${JSON.stringify(value)} is no ${spot.type}`;
      return;
    default:
      spot.kind satisfies never;
  }
}

const isTypeName = ({ schema }: Speech, value: Value): boolean =>
  typeof value === 'string' &&
  (kindOf(schema, value) !== undefined || schema.managedType(value) !== undefined);

const wanted: Readonly<Record<string, string>> = {
  'xsd:boolean': 'boolean',
  'xsd:byte': 'number',
  'xsd:short': 'number',
  'xsd:int': 'number',
  'xsd:long': 'number',
  'xsd:float': 'number',
  'xsd:double': 'number',
};

const wholes: ReadonlySet<string> = new Set(['xsd:byte', 'xsd:short', 'xsd:int', 'xsd:long']);

function* simpleProblems({ type, where }: Spot, value: Value): Generator<string> {
  const isRight = typeof value === (wanted[type] ?? 'string');
  const isWhole = !wholes.has(type) || (typeof value === 'number' && Number.isInteger(value));
  const isSmall = type !== 'xsd:int' || (typeof value === 'number' && Math.abs(value) <= 2 ** 31);
  const isDate = type !== 'xsd:dateTime' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
  if (!isRight || !isWhole || !isSmall || !isDate) yield `${where}: ${JSON.stringify(value)} is no ${type}`;
}

function* dataProblems(speech: Speech, spot: Spot, data: Data): Generator<string> {
  const { schema, version } = speech;
  const actual = data._type ?? spot.type;
  const full = schema.dataType(actual);
  if (full === undefined || !schema.isA(actual, spot.type)) {
    yield `${spot.where}: ${actual} is no ${spot.type}`;
    return;
  }
  yield* strangeFields(full, data, spot.where);
  for (const field of schema.dataType(knownType(speech, actual))?.fields ?? []) {
    if (field.since > version.index) continue;
    const value = data[field.name];
    const where = `${spot.where}.${field.name}`;
    if (isMandatory(field, version.index) && (value === undefined || value === null))
      yield `${where}: missing`;
    else yield* problemsOf(speech, { ...field, where }, value);
  }
}

/** An empty list and none are the same on the wire, and anything may be nothing. */
const isMandatory = (field: Field, version: number): boolean =>
  (!field.isOptional || version < field.optionalSince) && !field.isArray && field.type !== 'xsd:anyType';

function* strangeFields({ name: type, fields }: DataType, data: Data, where: string): Generator<string> {
  const names = new Set(fields.map(({ name }) => name));
  for (const name of Object.keys(data)) {
    if (name !== '_type' && !names.has(name)) yield `${where}: ${type} has no ${name}`;
  }
}

function* anyProblems(speech: Speech, spot: Spot, value: Value): Generator<string> {
  if (typeof value !== 'object' || isRef(value)) return;
  const type = isData(value) ? value._type : undefined;
  if (!isData(value) || type === undefined) {
    yield `${spot.where}: ${JSON.stringify(value)} does not tell its type`;
    return;
  }
  const kind = kindOf(speech.schema, type);
  const item = kind === undefined ? arrayItem(speech.schema, type) : undefined;
  const inside = { type, where: spot.where, isArray: false };
  if (kind === 'data') yield* dataProblems(speech, { ...inside, kind }, value);
  else if (kind !== undefined) yield* itemProblems(speech, { ...inside, kind }, value['value']);
  else if (item !== undefined)
    yield* problemsOf(speech, { ...inside, ...item, isArray: true }, value['items']);
  else yield `${spot.where}: there is no type ${type}`;
}
