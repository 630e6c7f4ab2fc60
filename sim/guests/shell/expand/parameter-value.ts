import { isAscii, textOf, type Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { flagsOf } from '../options.ts';
import { dynamicList } from '../variables/dynamic.ts';
import { elementOf, valueOf, variableOf } from '../variables/store.ts';
import { keysOf, valuesOf } from '../variables/variable.ts';
import type { Parameter } from './parts.ts';

/** One value, or all of a list; `joins`: as `*` does. */
export type ParameterValue =
  | { readonly kind: 'one'; readonly text: Bytes | null }
  | { readonly kind: 'all'; readonly items: readonly Bytes[]; readonly joins: boolean };

/** Null: refused, and told. */
export function readParameter(
  shell: Shell,
  parameter: Parameter,
  index: Bytes | null,
): ParameterValue | null {
  const { name } = parameter;
  if (index !== null) return readIndexed(shell, name, index);
  const first = name.charCodeAt(0);
  if (first === 64 || first === 42) return { kind: 'all', items: shell.positional, joins: first === 42 };
  if (first >= 48 && first <= 57) return { kind: 'one', text: positional(shell, Number(name)) };
  if (first >= 65 && first !== 95) return { kind: 'one', text: named(shell, name) };
  return { kind: 'one', text: special(shell, name) };
}

function named(shell: Shell, name: Bytes): Bytes | null {
  const value = valueOf(shell, name);
  return value === null && name.charCodeAt(0) < 72 ? (dynamicList(shell, name)?.[0] ?? null) : value;
}

function positional(shell: Shell, number: number): Bytes | null {
  return number === 0 ? shell.name : (shell.positional[number - 1] ?? null);
}

function special(shell: Shell, name: Bytes): Bytes | null {
  switch (name) {
    case '?':
      return String(shell.status);
    case '$':
      return String(shell.rootPid);
    case '#':
      return String(shell.positional.length);
    case '!':
      return shell.lastBackground === null ? null : String(shell.lastBackground);
    case '-':
      return flagsOf(shell);
    default:
      return valueOf(shell, name);
  }
}

function readIndexed(shell: Shell, name: Bytes, index: Bytes): ParameterValue | null {
  if (index === '@' || index === '*') return { kind: 'all', items: allOf(shell, name), joins: index === '*' };
  const list = dynamicList(shell, name);
  if (list !== null) return { kind: 'one', text: list.at(Number(index)) ?? null };
  return { kind: 'one', text: elementOf(shell, name, index) };
}

function allOf(shell: Shell, name: Bytes): readonly Bytes[] {
  const list = dynamicList(shell, name);
  if (list !== null) return list;
  const variable = variableOf(shell, name);
  if (variable !== undefined) return valuesOf(variable.content);
  const value = valueOf(shell, name);
  return value === null ? [] : [value];
}

/** `${#x}`, `${#x[@]}`. */
export function lengthOf(value: ParameterValue): Bytes {
  return String(value.kind === 'all' ? value.items.length : characters(value.text ?? '').length);
}

/** Characters of a text; bytes that are none count singly. */
export function characters(bytes: Bytes): readonly string[] | Bytes {
  return isAscii(bytes) ? bytes : Array.from(textOf(bytes));
}

/** `${!prefix*}` and `${!list[@]}`. */
export function namesFrom(shell: Shell, parameter: Parameter, index: Bytes | null): ParameterValue {
  if (parameter.operation?.kind === 'names') {
    const names = [...shell.variables.keys()].filter((name) => name.startsWith(parameter.name));
    return { kind: 'all', items: names.toSorted(), joins: parameter.operation.operator === '*' };
  }
  const list = dynamicList(shell, parameter.name);
  const variable = variableOf(shell, parameter.name);
  const keys = list?.map((_, at) => String(at)) ?? (variable === undefined ? [] : keysOf(variable.content));
  return { kind: 'all', items: keys, joins: index === '*' };
}
