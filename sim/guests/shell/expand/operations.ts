import { bytesOf, isAscii, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compilePattern, literalOf, type Pattern } from '../pattern/pattern.ts';
import { endsOf, matchesWhole } from '../pattern/match.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { variableOf } from '../variables/store.ts';
import { indexesOf, lastIndex } from '../variables/variable.ts';
import { expandInto, expandPattern, expandText, patternOf } from './expand.ts';
import { wholeField } from './fields.ts';
import { characters, type ParameterValue } from './parameter-value.ts';
import type { CompiledWord, Operation, Parameter } from './parts.ts';
import { replaced, type Replacement } from './replace.ts';
import { transformed } from './transform.ts';

type Application = {
  readonly value: ParameterValue;
  readonly operation: Exclude<Operation, { kind: 'default' | 'names' | 'bad' }> | Operation;
  readonly goal: { readonly parameter: Parameter; readonly index: Bytes | null };
};

/** What an operator makes of a value; each of a list. */
export function* applyTo(shell: Shell, what: Application): Step<ParameterValue> {
  const { operation, value } = what;
  switch (operation.kind) {
    case 'remove': {
      const pattern = compilePattern(yield* expandPattern(shell, operation.pattern), {
        extended: true,
        ignoresCase: false,
      });
      return mapped(value, (text) => removed(pattern, operation.operator, text));
    }
    case 'replace': {
      const how = yield* replacementOf(shell, operation);
      return mapped(value, (text) => replaced(how, text));
    }
    case 'slice':
      return yield* sliced(shell, what);
    case 'case': {
      const source = operation.pattern === null ? '?' : yield* expandPattern(shell, operation.pattern);
      const pattern = compilePattern(source, { extended: true, ignoresCase: false });
      return mapped(value, (text) => cased(pattern, operation.operator, text));
    }
    case 'transform':
      return yield* transformed(shell, { value, letter: operation.letter, goal: what.goal });
    default:
      return value;
  }
}

function mapped(value: ParameterValue, change: (text: Bytes) => Bytes): ParameterValue {
  if (value.kind === 'all') return { ...value, items: value.items.map(change) };
  return { kind: 'one', text: value.text === null ? null : change(value.text) };
}

function removed(pattern: Pattern, operator: '#' | '##' | '%' | '%%', text: Bytes): Bytes {
  if (operator === '#' || operator === '##') {
    const ends = endsOf(pattern, text, 0);
    const end = operator === '#' ? ends[0] : ends.at(-1);
    return end === undefined ? text : text.slice(end);
  }
  const literal = literalOf(pattern);
  if (literal !== null) return text.endsWith(literal) ? text.slice(0, text.length - literal.length) : text;
  const start = suffixStart(pattern, operator, text);
  return start < 0 ? text : text.slice(0, start);
}

/** Where the part that goes begins; -1: nothing goes. */
function suffixStart(pattern: Pattern, operator: '%' | '%%', text: Bytes): number {
  if (operator === '%%') {
    for (let at = 0; at <= text.length; at += 1)
      if (isStart(text, at) && matchesWhole(pattern, text.slice(at))) return at;
    return -1;
  }
  for (let at = text.length; at >= 0; at -= 1)
    if (isStart(text, at) && matchesWhole(pattern, text.slice(at))) return at;
  return -1;
}

/** Not in the middle of a character. */
const isStart = (text: Bytes, at: number): boolean => (text.charCodeAt(at) & 0xc0) !== 0x80;

function* replacementOf(shell: Shell, operation: Extract<Operation, { kind: 'replace' }>): Step<Replacement> {
  const source = yield* expandPattern(shell, operation.pattern);
  const takesMatch = shell.shellOptions.has('patsub_replacement');
  const fields = wholeField('replacement');
  yield* expandInto(shell, operation.replacement, fields);
  return {
    pattern: patternOf(shell, source, 'nocasematch'),
    operator: operation.operator,
    with: takesMatch ? fields.pattern : fields.text,
    takesMatch,
  };
}

function* number(shell: Shell, word: CompiledWord): Step<number | null> {
  const text = yield* expandText(shell, word);
  const value = evaluateText(shell, text, '');
  if (value !== null) return Number(value);
  shell.unwind ??= { kind: 'discard', status: 1 };
  return null;
}

function* sliced(shell: Shell, { value, operation, goal }: Application): Step<ParameterValue> {
  if (operation.kind !== 'slice') return value;
  const offset = yield* number(shell, operation.offset);
  const length = operation.length === null ? null : yield* number(shell, operation.length);
  if (offset === null || (length === null && operation.length !== null)) return value;
  if (value.kind === 'all')
    return { ...value, items: sliceOfList(shell, { offset, length, goal, items: value.items }) };
  const range = rangeIn(characters(value.text ?? '').length, offset, length);
  if (range === null) return tooShort(shell, operation.length);
  return { kind: 'one', text: charactersIn(value.text ?? '', range) };
}

type Range = { readonly start: number; readonly end: number };

/** Negative numbers count from the end. Null: it would end before it begins. */
function rangeIn(size: number, offset: number, length: number | null): Range | null {
  const start = offset < 0 ? size + offset : offset;
  if (start < 0 || start > size) return { start: 0, end: 0 };
  if (length === null) return { start, end: size };
  const end = length < 0 ? size + length : start + length;
  return end < start ? null : { start, end };
}

function charactersIn(text: Bytes, { start, end }: Range): Bytes {
  if (isAscii(text)) return text.slice(start, end);
  return bytesOf(Array.from(characters(text)).slice(start, end).join(''));
}

function tooShort(shell: Shell, length: CompiledWord | null): ParameterValue {
  const part = length?.parts[0];
  complain(shell, `${part?.kind === 'text' ? part.text : '-1'}: substring expression < 0`);
  shell.unwind = { kind: 'discard', status: 1 };
  return { kind: 'one', text: null };
}

type ListSlice = {
  readonly offset: number;
  readonly length: number | null;
  readonly goal: Application['goal'];
  readonly items: readonly Bytes[];
};

/** `${@:n}` counts with `$0`; of a list with holes, numbers count, not places. */
function sliceOfList(shell: Shell, { offset, length, goal, items }: ListSlice): readonly Bytes[] {
  if (length !== null && length < 0) {
    complain(shell, `${length}: substring expression < 0`);
    shell.unwind = { kind: 'discard', status: 1 };
    return [];
  }
  const take = (list: readonly Bytes[], from: number): readonly Bytes[] =>
    from < 0 ? [] : list.slice(from, length === null ? undefined : from + length);
  if (goal.index === null) {
    const all = [shell.name, ...items];
    return take(all, offset < 0 ? all.length + offset : offset);
  }
  const content = variableOf(shell, goal.parameter.name)?.content;
  if (content?.kind !== 'list') return take(items, offset < 0 ? items.length + offset : offset);
  const from = offset < 0 ? lastIndex(content.items) + 1 + offset : offset;
  const indexes = from < 0 ? [] : indexesOf(content.items).filter((index) => index >= from);
  return take(
    indexes.map((index) => content.items.get(index) ?? ''),
    0,
  );
}

function cased(pattern: Pattern, operator: string, text: Bytes): Bytes {
  const isAll = operator.length === 2;
  let result = '';
  let isFirst = true;
  for (const character of characters(text)) {
    const isMeant = (isFirst || isAll) && matchesWhole(pattern, bytesOf(character));
    result += isMeant ? caseOf(character, operator[0] ?? '') : character;
    isFirst = false;
  }
  return bytesOf(result);
}

function caseOf(character: string, operator: string): string {
  if (operator === '^') return character.toUpperCase();
  if (operator === ',') return character.toLowerCase();
  const upper = character.toUpperCase();
  return upper === character ? character.toLowerCase() : upper;
}
