import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Shell } from '../shell.ts';
import { attributeLetters, declarationOf } from '../variables/declaration.ts';
import { singleQuoted } from '../variables/quote.ts';
import { variableOf } from '../variables/store.ts';
import { keysOf, valuesOf } from '../variables/variable.ts';
import { textOfAnsi } from './ansi.ts';
import type { ParameterValue } from './parameter-value.ts';
import type { Parameter } from './parts.ts';
import { promptText } from './prompt.ts';

type Transformation = {
  readonly value: ParameterValue;
  readonly letter: string;
  readonly goal: { readonly parameter: Parameter; readonly index: Bytes | null };
};

/** `${x@Q}` and its kin. */
export function* transformed(shell: Shell, { value, letter, goal }: Transformation): Step<ParameterValue> {
  if (letter === 'a') return attributes(shell, value, goal.parameter);
  if (letter === 'A') return assignments(shell, value, goal);
  if (letter === 'K' || letter === 'k') return pairs(shell, { value, letter, goal });
  if (value.kind === 'one') {
    if (value.text === null) return value;
    return {
      kind: 'one',
      text: letter === 'P' ? yield* promptText(shell, value.text) : changed(letter, value.text),
    };
  }
  const items: Bytes[] = [];
  for (const item of value.items)
    items.push(letter === 'P' ? yield* promptText(shell, item) : changed(letter, item));
  return { ...value, items };
}

function changed(letter: string, text: Bytes): Bytes {
  switch (letter) {
    case 'Q':
      return singleQuoted(text);
    case 'U':
      return text.toUpperCase();
    case 'L':
      return text.toLowerCase();
    case 'u':
      return text.slice(0, 1).toUpperCase() + text.slice(1);
    case 'E':
      return textOfAnsi(text);
    default:
      return text;
  }
}

function attributes(shell: Shell, value: ParameterValue, parameter: Parameter): ParameterValue {
  const variable = variableOf(shell, parameter.name);
  const letters = variable === undefined ? '' : attributeLetters(variable);
  return value.kind === 'one'
    ? { kind: 'one', text: letters }
    : { ...value, items: value.items.map(() => letters) };
}

function assignments(
  shell: Shell,
  value: ParameterValue,
  { parameter, index }: Transformation['goal'],
): ParameterValue {
  const variable = variableOf(shell, parameter.name);
  if (variable === undefined) {
    const items = value.kind === 'all' ? value.items : [];
    return { kind: 'one', text: items.length === 0 ? '' : `set -- ${items.map(singleQuoted).join(' ')}` };
  }
  if (
    value.kind === 'one' &&
    index === null &&
    variable.attributes.size === 0 &&
    variable.content.kind === 'scalar'
  )
    return {
      kind: 'one',
      text: value.text === null ? null : `${parameter.name}=${singleQuoted(value.text)}`,
    };
  if (value.kind === 'one' && variable.content.kind === 'scalar')
    return {
      kind: 'one',
      text: `declare -${attributeLetters(variable)} ${parameter.name}=${singleQuoted(value.text ?? '')}`,
    };
  return { kind: 'one', text: declarationOf(parameter.name, variable) };
}

function pairs(shell: Shell, { value, letter, goal }: Transformation): ParameterValue {
  const content = variableOf(shell, goal.parameter.name)?.content;
  if (value.kind === 'one')
    return { kind: 'one', text: value.text === null ? null : singleQuoted(value.text) };
  if (content === undefined) return { ...value, items: value.items.map(singleQuoted) };
  const keys = keysOf(content);
  const values = valuesOf(content);
  if (letter === 'k') return { ...value, items: keys.flatMap((key, at) => [key, values[at] ?? '']) };
  const text = keys.map((key, at) => `${key} ${quotedValue(values[at] ?? '')}`).join(' ');
  return { kind: 'one', text: content.kind === 'table' && text !== '' ? `${text} ` : text };
}

const quotedValue = (text: Bytes): Bytes => `"${text.replace(/["\\$`]/g, '\\$&')}"`;
