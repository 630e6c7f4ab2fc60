import { once } from './once.ts';
import { fieldOf, rowsIn, type Field, type NameKind, type Rows } from './rows.ts';
import { undocumentedText } from './undocumented.table.ts';
import { vimSchemaText } from './vim-schema.table.ts';

export type DataType = {
  readonly name: string;
  readonly base: string | null;
  readonly since: number;
  /** Inherited ones first, as they stand on the wire. */
  readonly fields: readonly Field[];
};

export type Method = {
  /** `PowerOnVM_Task`, as on the wire. */
  readonly name: string;
  /** `powerOn`: with its owner, `VirtualMachine.powerOn`, the id by which tasks describe themselves. */
  readonly verb: string;
  readonly owner: string;
  readonly since: number;
  readonly privileges: readonly string[];
  readonly params: readonly Field[];
  readonly result: Field;
};

export type ManagedType = {
  readonly name: string;
  readonly base: string | null;
  readonly since: number;
  /** Both with what is inherited. */
  readonly properties: ReadonlyMap<string, Field>;
  readonly methods: ReadonlyMap<string, Method>;
};

export type EnumType = {
  readonly name: string;
  readonly since: number;
  /** Each value with the version that brought it. */
  readonly values: ReadonlyMap<string, number>;
};

/** What stands at the end of a path of properties. */
export type PropertyType = Pick<Field, 'type' | 'kind' | 'target' | 'isArray'>;

export type VimSchema = {
  /** Oldest first: `2.0` … `9.0.0.0`. Every `since` is a position here. */
  readonly versions: readonly string[];
  readonly dataType: (name: string) => DataType | undefined;
  readonly enumType: (name: string) => EnumType | undefined;
  readonly enumValues: (name: string) => readonly string[] | undefined;
  readonly managedType: (name: string) => ManagedType | undefined;
  /** Names of methods are unique over all types. */
  readonly method: (name: string) => Method | undefined;
  /** True too where both are the same; for data and managed types. */
  readonly isA: (name: string, base: string) => boolean;
  readonly names: (kind: 'data' | 'enum' | 'managed' | 'method') => readonly string[];
};

/** `beside`: tables of services that name vim's types. */
export const openSchema = (...beside: readonly string[]): VimSchema =>
  schemaOf(rowsIn([vimSchemaText, undocumentedText, ...beside]));

function schemaOf(rows: Rows): VimSchema {
  const kindOf: NameKind = (name) => (rows.data.has(name) ? 'data' : rows.enums.has(name) ? 'enum' : 'xsd');
  const dataType: (name: string) => DataType | undefined = once((name) =>
    readData(name, rows, { kindOf, base: dataType }),
  );
  const enumType = once((name) => readEnum(name, rows));
  const method = once((name) => readMethod(name, rows, kindOf));
  const ownMethods = methodsByOwner(rows);
  const managedType: (name: string) => ManagedType | undefined = once((name) => {
    const methods = (ownMethods.get(name) ?? []).flatMap((own) => method(own) ?? []);
    return readManaged({ name, methods }, rows, { kindOf, base: managedType });
  });
  const listed = { data: rows.data, enum: rows.enums, managed: rows.managed, method: rows.calls };
  return {
    versions: rows.versions,
    dataType,
    enumType,
    enumValues: (name) => {
      const type = enumType(name);
      return type === undefined ? undefined : [...type.values.keys()];
    },
    managedType,
    method,
    isA: (name, base) => isA(rows, name, base),
    names: (kind) => [...listed[kind].keys()],
  };
}

type Reader<T> = { readonly kindOf: NameKind; readonly base: (name: string) => T | undefined };

function readData(name: string, rows: Rows, reader: Reader<DataType>): DataType | undefined {
  const row = rows.data.get(name);
  if (row === undefined) return undefined;
  const [base = '-', since = '0', ...words] = row.split(' ');
  const own = words.map((word) => fieldOf(word, Number(since), reader.kindOf));
  const fields = [...(reader.base(base)?.fields ?? []), ...own];
  return { name, base: base === '-' ? null : base, since: Number(since), fields };
}

function readEnum(name: string, rows: Rows): EnumType | undefined {
  const row = rows.enums.get(name);
  if (row === undefined) return undefined;
  const [since = '0', ...words] = row.split(' ');
  const values = words.map((word): readonly [string, number] => {
    const at = word.indexOf('@');
    return at < 0 ? [word, Number(since)] : [word.slice(0, at), Number(word.slice(at + 1))];
  });
  return { name, since: Number(since), values: new Map(values) };
}

function readMethod(name: string, rows: Rows, kindOf: NameKind): Method | undefined {
  const row = rows.calls.get(name);
  if (row === undefined) return undefined;
  const [owner = '', verb = '', sinceWord = '0', privileges = '-', result = 'void', ...params] =
    row.split(' ');
  const since = Number(sinceWord);
  return {
    name,
    verb,
    owner,
    since,
    privileges: privileges === '-' ? [] : privileges.split(','),
    params: params.map((word) => fieldOf(word, since, kindOf)),
    result: fieldOf(result, since, kindOf),
  };
}

function methodsByOwner(rows: Rows): ReadonlyMap<string, readonly string[]> {
  const byOwner = new Map<string, string[]>();
  for (const [name, row] of rows.calls) {
    const owner = row.slice(0, row.indexOf(' '));
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), name]);
  }
  return byOwner;
}

function readManaged(
  own: { readonly name: string; readonly methods: readonly Method[] },
  rows: Rows,
  reader: Reader<ManagedType>,
): ManagedType | undefined {
  const row = rows.managed.get(own.name);
  if (row === undefined) return undefined;
  const [base = '-', since = '0', ...words] = row.split(' ');
  const parent = reader.base(base);
  const properties = words.map((word) => fieldOf(word, Number(since), reader.kindOf));
  return {
    name: own.name,
    base: base === '-' ? null : base,
    since: Number(since),
    properties: new Map([
      ...(parent?.properties ?? []),
      ...properties.map((field) => [field.name, field] as const),
    ]),
    methods: new Map([
      ...(parent?.methods ?? []),
      ...own.methods.map((method) => [method.name, method] as const),
    ]),
  };
}

function isA(rows: Rows, name: string, base: string): boolean {
  for (let at: string | undefined = name; at !== undefined && at !== '-';) {
    if (at === base) return true;
    const row: string | undefined = rows.data.get(at) ?? rows.managed.get(at);
    at = row?.slice(0, row.indexOf(' '));
  }
  return false;
}
