import { once } from '../schema/once.ts';
import type { Field } from '../schema/rows.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import type { Data, Value } from './value.ts';

/** Values of any type of the schema, the same ones for the same seed. */
export type RandomValues = {
  /** A data object of this type or one derived from it. */
  readonly data: (type: string) => Data;
  readonly pick: <T>(items: readonly T[]) => T;
};

const named = {
  type: ['VirtualMachine', 'HostSystem', 'VmPoweredOnEvent'],
  method: ['PowerOnVM_Task', 'Login'],
};

const texts = [
  '',
  'plain',
  'a < b & c > d',
  ' padded ',
  'two\nlines\r\n',
  'tab\there',
  'größer 😀',
  '"quoted" \'so\'',
  ']]>',
];

/** For clients of one version: nothing younger is in them. */
export function randomValues(schema: VimSchema, newest: number): (seed: number) => RandomValues {
  const derived = once((type) =>
    schema
      .names('data')
      .filter((name) => schema.isA(name, type) && (schema.dataType(name)?.since ?? 0) <= newest),
  );
  return (seed) => valuesOf({ schema, newest, derived }, seed);
}

type Source = {
  readonly schema: VimSchema;
  readonly newest: number;
  readonly derived: (type: string) => readonly string[];
};

function valuesOf({ schema, newest, derived }: Source, seed: number): RandomValues {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  const chance = (): number => {
    // Mulberry's steps: good enough to meet every branch.
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  const upTo = (count: number): number => Math.floor(chance() * count);

  const dataOf = (type: string, depth: number): Data => {
    const actual = depth === 0 || (depth < 3 && chance() < 0.2) ? pick(derived(type)) : type;
    const found = schema.dataType(actual);
    if (found === undefined) throw new Error(`no type ${actual}`);
    const data: Record<string, Value> = { _type: actual };
    for (const field of found.fields) {
      if (field.since > newest) continue;
      if (field.isOptional && newest >= field.optionalSince && chance() > (depth < 2 ? 0.6 : 0.08)) continue;
      data[field.name] = field.isArray ? listOf(field, depth) : itemOf(field, depth);
    }
    return data;
  };

  const listOf = (field: Field, depth: number): readonly Value[] =>
    Array.from({ length: 1 + upTo(depth < 2 ? 3 : 1) }, () => itemOf(field, depth));

  const itemOf = (field: Field, depth: number): Value => {
    switch (field.kind) {
      case 'ref':
        return { _ref: field.target ?? 'ManagedObject', value: `thing-${upTo(1000)}` };
      case 'enum':
        return pick(knownValues(schema, field.type, newest));
      case 'data':
        return dataOf(field.type, depth + 1);
      case 'xsd':
        return textOf(field, depth);
      default:
        return field.kind satisfies never;
    }
  };

  const textOf = (field: Field, depth: number): Value => {
    if (field.names !== null) return pick(named[field.names]);
    // A list of anything holds no lists: pyvmomi cannot read them.
    if (field.type === 'xsd:anyType') return field.isArray ? pick(texts) : anyOf(depth);
    return simpleOf(field.type);
  };

  const simpleOf = (type: string): Value => {
    switch (type) {
      case 'xsd:boolean':
        return chance() < 0.5;
      case 'xsd:byte':
        return upTo(255) - 127;
      case 'xsd:short':
        return upTo(60_000) - 30_000;
      case 'xsd:int':
        return upTo(4_000_000_000) - 2_000_000_000;
      case 'xsd:long':
        return upTo(2 ** 53) - 2 ** 40;
      case 'xsd:float':
      case 'xsd:double':
        return upTo(1000) + 0.25;
      case 'xsd:dateTime':
        return new Date(1_700_000_000_000 + upTo(10 ** 9)).toISOString();
      case 'xsd:base64Binary':
        return Buffer.from(pick(texts)).toString('base64');
      default:
        return pick(texts);
    }
  };

  const anyOf = (depth: number): Value => {
    const simple: readonly Value[] = [pick(texts), true, upTo(1000), 2 ** 40 + upTo(1000), upTo(1000) + 0.5];
    const ref = { _ref: 'VirtualMachine', value: `vm-${upTo(1000)}` };
    const strings = { _type: 'ArrayOfString', items: [pick(texts), pick(texts)] };
    const refs = { _type: 'ArrayOfManagedObjectReference', items: [ref] };
    if (depth > 2) return pick([...simple, ref, strings, refs]);
    const option = dataOf('OptionValue', depth + 1);
    return pick([...simple, ref, strings, refs, option, { _type: 'ArrayOfOptionValue', items: [option] }]);
  };

  return { data: (type) => dataOf(type, 0), pick };
}

function knownValues(schema: VimSchema, type: string, newest: number): readonly string[] {
  const values = [...(schema.enumType(type)?.values ?? [])];
  return values.filter(([, since]) => since <= newest).map(([value]) => value);
}
