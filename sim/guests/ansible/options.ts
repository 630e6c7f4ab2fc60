import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import { expanded } from './paths.ts';
import type { Result } from './result.ts';
import { failure } from './result.ts';

/** `elsewhere`: the real module knows it, the one of these guests does not, and says so. `unused`: it means nothing here. */
type OptionType = 'text' | 'path' | 'flag' | 'number' | 'list' | 'raw' | 'elsewhere' | 'unused';

type OptionRow = {
  readonly type: OptionType;
  readonly also?: readonly string[];
  readonly usual?: unknown;
  readonly choices?: readonly string[];
  readonly isRequired?: true;
  readonly isSecret?: true;
};
export type OptionTable = Readonly<Record<string, OptionRow>>;

/** What a module was told, by the names of its table. */
export type Options = {
  readonly text: (name: string) => Bytes | null;
  readonly flag: (name: string) => boolean;
  /** null: nothing was said. */
  readonly truth: (name: string) => boolean | null;
  readonly number: (name: string) => number | null;
  readonly list: (name: string) => readonly Bytes[] | null;
  readonly raw: (name: string) => unknown;
  /** As it is shown again in the result. */
  readonly shown: Result;
};

type Call = {
  readonly system: System;
  readonly module: string;
  readonly table: OptionTable;
  readonly given: Readonly<Record<string, unknown>>;
};
type ReadOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly result: Result };

/** With the messages of Ansible's own reader where it is not what the module takes. */
export function readOptions(call: Call): ReadOptions {
  const { table } = call;
  const given = Object.entries(call.given).filter(([key]) => !key.startsWith('_ansible_'));
  const names = namesOf(table);
  const strangers = given.map(([key]) => key).filter((key) => !names.has(key));
  if (strangers.length > 0) return refuse(unsupported(call, strangers));
  const values = new Map<string, unknown>();
  for (const [key, value] of given) if (value !== null) values.set(names.get(key) ?? key, value);
  const missing = Object.keys(table).filter((key) => table[key]?.isRequired && !values.has(key));
  if (missing.length > 0) return refuse(`missing required arguments: ${missing.join(', ')}`);
  const read = new Map<string, unknown>();
  for (const [name, row] of Object.entries(table)) {
    const value = values.get(name);
    const taken =
      value === undefined ? { ok: true as const, value: row.usual ?? null } : take(call, name, value);
    if (!taken.ok) return taken;
    read.set(name, taken.value);
  }
  return { ok: true, options: optionsOf(table, read) };
}

const refuse = (msg: Bytes): { readonly ok: false; readonly result: Result } => ({
  ok: false,
  result: failure(msg),
});

function namesOf(table: OptionTable): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([name, { also }]) =>
      [name, ...(also ?? [])].map((one) => [one, name] as const),
    ),
  );
}

function unsupported({ module, table }: Call, strangers: readonly string[]): Bytes {
  const known = Object.entries(table)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, { also }]) => (also === undefined ? name : `${name} (${also.join(', ')})`));
  return `Unsupported parameters for (${module}) module: ${strangers.join(', ')}. Supported parameters include: ${known.join(', ')}.`;
}

type Taken = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly result: Result };

function take({ system, module, table }: Call, name: string, value: unknown): Taken {
  const row = table[name];
  const type = row?.type ?? 'raw';
  if (type === 'elsewhere')
    return value === false || value === ''
      ? { ok: true, value }
      : refuse(`the ${module} module of Coldaisle's guests does not know the option ${name}: leave it out`);
  const read = converted(system, type, value);
  if (read === undefined)
    return refuse(
      `argument '${name}' is of type ${pythonType(value)} and we were unable to convert to ${pythonNames[type]}`,
    );
  if (row?.choices !== undefined && typeof read === 'string' && !row.choices.includes(read))
    return refuse(`value of ${name} must be one of: ${row.choices.join(', ')}, got: ${read}`);
  return { ok: true, value: read };
}

const pythonNames: Readonly<Record<OptionType, string>> = {
  text: 'str',
  path: 'path',
  flag: 'bool',
  number: 'int',
  list: 'list',
  raw: 'raw',
  elsewhere: 'raw',
  unused: 'raw',
};

function pythonType(value: unknown): string {
  if (typeof value === 'boolean') return "<class 'bool'>";
  if (typeof value === 'number') return "<class 'int'>";
  if (typeof value === 'string') return "<class 'str'>";
  return Array.isArray(value) ? "<class 'list'>" : "<class 'dict'>";
}

/** Undefined: it cannot be read so. */
function converted(system: System, type: OptionType, value: unknown): unknown {
  switch (type) {
    case 'text':
      return textIn(value);
    case 'path': {
      const text = textIn(value);
      return text === undefined ? undefined : expanded(system, text);
    }
    case 'flag':
      return flagIn(value);
    case 'number':
      return numberIn(value);
    case 'list':
      return listIn(value);
    case 'raw':
    case 'elsewhere':
    case 'unused':
      return value;
    default:
      return type satisfies never;
  }
}

function textIn(value: unknown): Bytes | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return undefined;
}

const truths = new Set(['y', 'yes', 'on', '1', 'true', 't', '1.0']);
const untruths = new Set(['n', 'no', 'off', '0', 'false', 'f', '0.0']);

function flagIn(value: unknown): boolean | undefined {
  const word = textIn(value)?.toLowerCase().trim() ?? '';
  if (truths.has(word)) return true;
  return untruths.has(word) ? false : undefined;
}

function numberIn(value: unknown): number | undefined {
  const word = textIn(value)?.trim() ?? '';
  return /^[-+]?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
}

function listIn(value: unknown): readonly Bytes[] | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => textIn(one) ?? []);
  const text = textIn(value);
  return text?.split(',').map((one) => one.trim());
}

function optionsOf(table: OptionTable, read: ReadonlyMap<string, unknown>): Options {
  const get = (name: string): unknown => read.get(name) ?? null;
  return {
    raw: get,
    text: (name) => {
      const value = get(name);
      return typeof value === 'string' ? value : null;
    },
    flag: (name) => get(name) === true,
    truth: (name) => {
      const value = get(name);
      return typeof value === 'boolean' ? value : null;
    },
    number: (name) => {
      const value = get(name);
      return typeof value === 'number' ? value : null;
    },
    list: (name) => {
      const value = get(name);
      return Array.isArray(value) ? value.filter((one): one is Bytes => typeof one === 'string') : null;
    },
    shown: Object.fromEntries(
      [...read].map(([name, value]) => [
        name,
        table[name]?.isSecret && value !== null ? 'VALUE_SPECIFIED_IN_NO_LOG_PARAMETER' : value,
      ]),
    ),
  };
}
