import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, placeNamed, placeOf } from '../variables/store.ts';
import { compiledText, expandInto, expandText, separatorsOf } from './expand.ts';
import { addExpanded, addQuoted, endField, type Fields } from './fields.ts';
import { applyTo } from './operations.ts';
import { lengthOf, namesFrom, readParameter, type ParameterValue } from './parameter-value.ts';
import type { Operation, Parameter, Part } from './parts.ts';

type ParameterPart = Extract<Part, { kind: 'parameter' }>;

export function* expandParameter(shell: Shell, part: ParameterPart, fields: Fields): Step<void> {
  const { parameter, quoted } = part;
  if (parameter.prefix === null && parameter.operation === null && parameter.index === null) {
    const value = readParameter(shell, parameter, null);
    if (value !== null) emit(shell, value, { fields, quoted, label: parameter.name });
    return;
  }
  if (parameter.operation?.kind === 'bad') {
    refuse(shell, parameter);
    return;
  }
  const index = parameter.index === null ? null : yield* expandIndex(shell, parameter.index);
  const goal = parameter.prefix === '!' ? indirect(shell, parameter, index) : { parameter, index };
  if (goal === null) return;
  if (goal.isReference === true) {
    emit(
      shell,
      { kind: 'one', text: placeOf(shell, parameter.name).name },
      { fields, quoted, label: parameter.name },
    );
    return;
  }
  yield* expandGoal(shell, { ...goal, quoted }, fields);
}

type Goal = { readonly parameter: Parameter; readonly index: Bytes | null; readonly isReference?: boolean };

function refuse(shell: Shell, parameter: Parameter): void {
  complain(shell, `${parameter.text}: bad substitution`);
  shell.unwind = { kind: 'discard', status: 1 };
}

/** What is between brackets is expanded as in double quotes. */
function* expandIndex(shell: Shell, index: Bytes): Step<Bytes> {
  if (!/[$`'"\\]/.test(index)) return index;
  return yield* expandText(shell, compiledText(shell, index, 'word'));
}

/** `${!x}`: the parameter that x names. Keys and names are answered as they are. */
function indirect(shell: Shell, parameter: Parameter, index: Bytes | null): Goal | null {
  if (parameter.operation?.kind === 'names' || index === '@' || index === '*') return { parameter, index };
  // Of a reference it is the name that it stands for.
  if (shell.variables.get(parameter.name)?.attributes.has('reference') === true)
    return { parameter: { ...parameter, prefix: null }, index: null, isReference: true };
  const value = readParameter(shell, { ...parameter, prefix: null, operation: null }, index);
  const goal = value?.kind === 'one' ? (value.text ?? '') : '';
  if (!/^(\w+|[?$!#@*-])(\[.*\])?$/s.test(goal)) return refuseIndirect(shell, parameter, goal);
  const place = placeNamed(goal);
  return {
    parameter: { ...parameter, prefix: null, name: place.name, text: `\${${goal}}` },
    index: place.index,
  };
}

function refuseIndirect(shell: Shell, { name }: Parameter, goal: Bytes): null {
  complain(shell, goal === '' ? `${name}: invalid indirect expansion` : `${goal}: invalid variable name`);
  shell.unwind = { kind: 'discard', status: 1 };
  return null;
}

type Expansion = Goal & { readonly quoted: boolean };

function* expandGoal(shell: Shell, goal: Expansion, fields: Fields): Step<void> {
  const { parameter, index, quoted } = goal;
  const label = index === null ? parameter.name : `${parameter.name}[${index}]`;
  const to: Output = { fields, quoted, label };
  if (parameter.operation?.kind === 'names' || parameter.prefix === '!') {
    emit(shell, namesFrom(shell, parameter, index), to);
    return;
  }
  const value = readParameter(shell, parameter, index);
  if (value === null) return;
  if (parameter.prefix !== '#') yield* expandValue(shell, { value, goal }, to);
  else if (isMissing(shell, value)) tellUnbound(shell, label);
  else emit(shell, { kind: 'one', text: lengthOf(value) }, to);
}

type ValueOfGoal = { readonly value: ParameterValue; readonly goal: Expansion };

function* expandValue(shell: Shell, { value, goal }: ValueOfGoal, to: Output): Step<void> {
  const { operation } = goal.parameter;
  if (operation?.kind === 'default') {
    yield* expandDefault(shell, { value, operation, goal }, to);
    return;
  }
  const isUnset = value.kind === 'one' && value.text === null;
  if (operation === null || (isUnset && operation.kind !== 'transform')) {
    emit(shell, value, to);
    return;
  }
  const applied = yield* applyTo(shell, { value, operation, goal });
  if (shell.unwind === null) emit(shell, applied, to);
}

type Output = { readonly fields: Fields; readonly quoted: boolean; readonly label: Bytes };

function isMissing(shell: Shell, value: ParameterValue): boolean {
  return value.kind === 'one' && value.text === null && shell.options.has('nounset');
}

function tellUnbound(shell: Shell, label: Bytes): void {
  complain(shell, `${/^\d+$/.test(label) ? `$${label}` : label}: unbound variable`);
  shell.unwind = shell.isInteractive ? { kind: 'discard', status: 1 } : { kind: 'exit', status: 127 };
}

function emit(shell: Shell, value: ParameterValue, { fields, quoted, label }: Output): void {
  const put = quoted ? addQuoted : addExpanded;
  if (value.kind === 'one') {
    if (value.text !== null) put(fields, value.text);
    else if (shell.options.has('nounset')) tellUnbound(shell, label);
    else if (quoted) addQuoted(fields, '');
    return;
  }
  if ((quoted && value.joins) || fields.separators === null) {
    put(fields, value.items.join(value.joins ? joiner(shell) : ' '));
    return;
  }
  for (const [at, item] of value.items.entries()) {
    if (at > 0) endField(fields);
    put(fields, item);
  }
}

function joiner(shell: Shell): Bytes {
  return separatorsOf(shell).slice(0, 1);
}

type Defaulted = {
  readonly value: ParameterValue;
  readonly operation: Extract<Operation, { kind: 'default' }>;
  readonly goal: Expansion;
};

function* expandDefault(shell: Shell, what: Defaulted, to: Output): Step<void> {
  const { value, operation } = what;
  const isGiven = isSet(value) && !(operation.isEmptyToo && isEmpty(value));
  if (operation.operator === '+') {
    if (isGiven) yield* expandOperand(shell, operation, to);
  } else if (isGiven) emit(shell, value, to);
  else yield* replaceMissing(shell, what, to);
}

/** What `-`, `=` and `?` do where nothing is. */
function* replaceMissing(shell: Shell, { operation, goal }: Defaulted, to: Output): Step<void> {
  if (operation.operator === '-') {
    yield* expandOperand(shell, operation, to);
    return;
  }
  const text = yield* expandText(shell, operation.word);
  if (shell.unwind !== null) return;
  if (operation.operator === '?') {
    const reason = operation.isEmptyToo ? 'parameter null or not set' : 'parameter not set';
    complain(shell, `${to.label}: ${text === '' ? reason : text}`);
    shell.unwind = shell.isInteractive ? { kind: 'discard', status: 1 } : { kind: 'exit', status: 127 };
    return;
  }
  assignDefault(shell, goal, text);
  if (shell.unwind === null) emit(shell, { kind: 'one', text }, to);
}

function assignDefault(shell: Shell, { parameter, index }: Goal, text: Bytes): void {
  if (!/^[A-Za-z_]/.test(parameter.name)) {
    complain(shell, `$${parameter.name}: cannot assign in this way`);
    shell.unwind = { kind: 'discard', status: 1 };
  } else if (!assign(shell, { name: parameter.name, index, text, appends: false })) {
    shell.unwind = { kind: 'discard', status: 1 };
  }
}

function isSet(value: ParameterValue): boolean {
  return value.kind === 'one' ? value.text !== null : value.items.length > 0;
}

function isEmpty(value: ParameterValue): boolean {
  return value.kind === 'one' ? value.text === '' : value.items.join(' ') === '';
}

/** Without quotes around, what is written there is split like a value. */
function* expandOperand(
  shell: Shell,
  operation: Extract<Operation, { kind: 'default' }>,
  to: Output,
): Step<void> {
  const { fields, quoted } = to;
  for (const part of operation.word.parts) {
    if (part.kind === 'text' && !part.quoted && !quoted) addExpanded(fields, part.text);
    else yield* expandInto(shell, { parts: [part], isSimple: false, literal: null }, fields);
    if (shell.unwind !== null) return;
  }
}
