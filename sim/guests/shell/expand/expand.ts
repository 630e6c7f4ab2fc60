import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compilePattern, isPattern, type Pattern } from '../pattern/pattern.ts';
import type { Shell } from '../shell.ts';
import { substituteCommand, substituteProcess } from '../run/substitution.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { valueOf } from '../variables/store.ts';
import { braced } from './braces.ts';
import { compileAssigned, compileText, compileWord } from './compile.ts';
import {
  addExpanded,
  addLiteral,
  addQuoted,
  endField,
  splitFields,
  wholeField,
  type Field,
  type Fields,
} from './fields.ts';
import { expandParameter } from './parameter.ts';
import { pathsOf } from './paths.ts';
import type { CompiledWord, Part } from './parts.ts';
import { simpleText } from './simple.ts';
import { homeOf } from './tilde.ts';

const cacheLimit = 4096;
const usualSeparators = ' \t\n';
const plain = /^[\w./:,+%@^=-]+$/;

/** Compiled once: loops meet the same words again. */
export function compiledText(
  shell: Shell,
  text: Bytes,
  kind: 'word' | 'assigned' | 'here' | 'arithmetic',
): CompiledWord {
  const { texts } = shell.caches;
  const key = kind === 'word' ? text : `${kind}\0${text}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const fresh = compileAs(text, kind);
  if (texts.size >= cacheLimit) texts.clear();
  if (text.length < 4096) texts.set(key, fresh);
  return fresh;
}

function compileAs(text: Bytes, kind: 'word' | 'assigned' | 'here' | 'arithmetic'): CompiledWord {
  if (kind === 'word') return compileWord(text);
  if (kind === 'assigned') return compileAssigned(text);
  return compileText(text, kind === 'here' ? 'here' : 'operand');
}

/** Words of a command: braces, expansion, splitting, file names. */
export function* expandWords(shell: Shell, words: readonly Bytes[]): Step<Bytes[]> {
  const result: Bytes[] = [];
  for (const word of words) {
    const field = oneField(shell, word);
    if (field === null) yield* expandWordInto(shell, word, result);
    else result.push(field);
    if (shell.unwind !== null) return result;
  }
  return result;
}

/** A word that surely is one field, without waiting: `name`, `"$x"`, `$x` where nothing is to split. Null: others. */
export function oneField(shell: Shell, word: Bytes): Bytes | null {
  if (word === '[' || plain.test(word)) return word;
  if (word.includes('{')) return null;
  const { parts, isSimple, literal } = compiledText(shell, word, 'word');
  if (literal !== null) return literal;
  const [part] = parts;
  return isSimple && part !== undefined && parts.length === 1 ? fieldOf(shell, part) : null;
}

/** Of a simple part that is all of its word. */
function fieldOf(shell: Shell, part: Part): Bytes | null {
  if (part.kind === 'quotes') return simpleText(shell, part.word);
  if (part.kind === 'text' || separatorsOf(shell) !== usualSeparators) return null;
  const text = simpleText(shell, { parts: [part], isSimple: true, literal: null });
  return shell.unwind !== null || (text !== null && plain.test(text)) ? text : null;
}

function* expandWordInto(shell: Shell, word: Bytes, result: Bytes[]): Step<void> {
  const texts = word.includes('{') && shell.options.has('braceexpand') ? braced(word) : [word];
  for (const text of texts) {
    if (texts.length > 1 && plain.test(text)) {
      result.push(text);
      continue;
    }
    const fields = splitFields(separatorsOf(shell));
    yield* expandInto(shell, compiledText(shell, text, 'word'), fields);
    endField(fields);
    for (const field of fields.done) addPaths(shell, field, result);
  }
}

function addPaths(shell: Shell, field: Field, result: Bytes[]): void {
  const isExtended = shell.shellOptions.has('extglob');
  if (shell.options.has('noglob') || !isPattern(field.pattern, isExtended)) {
    result.push(field.text);
    return;
  }
  const paths = pathsOf(shell, field.pattern);
  for (const path of paths ?? [field.text]) result.push(path);
}

export function separatorsOf(shell: Shell): Bytes {
  return valueOf(shell, 'IFS') ?? usualSeparators;
}

/** One text: assignments, redirections, `case`. */
export function* expandText(shell: Shell, word: CompiledWord): Step<Bytes> {
  const text = simpleText(shell, word);
  if (text !== null) return text;
  const fields = wholeField('pattern');
  yield* expandInto(shell, word, fields);
  return fields.text;
}

/** As a pattern: what is quoted in it is literal. */
export function* expandPattern(shell: Shell, word: CompiledWord): Step<Bytes> {
  const fields = wholeField('pattern');
  yield* expandInto(shell, word, fields);
  return fields.pattern;
}

export function* expandExpression(shell: Shell, word: CompiledWord): Step<Bytes> {
  const fields = wholeField('expression');
  yield* expandInto(shell, word, fields);
  return fields.pattern;
}

export function patternOf(shell: Shell, source: Bytes, ignores: 'nocasematch' | 'nocaseglob'): Pattern {
  return compilePattern(source, { extended: true, ignoresCase: shell.shellOptions.has(ignores) });
}

export function* expandInto(shell: Shell, word: CompiledWord, fields: Fields): Step<void> {
  for (const part of word.parts) {
    if (part.kind === 'text') addText(part, fields);
    else yield* expandPart(shell, part, fields);
    if (shell.unwind !== null) return;
  }
}

function addText(part: Extract<Part, { kind: 'text' }>, fields: Fields): void {
  if (part.quoted) addQuoted(fields, part.text);
  else if (part.text !== '') addLiteral(fields, part.text);
}

function* expandPart(shell: Shell, part: Exclude<Part, { kind: 'text' }>, fields: Fields): Step<void> {
  switch (part.kind) {
    case 'tilde':
      addQuoted(fields, homeOf(shell, part.name) ?? part.text);
      return;
    case 'quotes':
      yield* expandQuotes(shell, part.word, fields);
      return;
    case 'parameter':
      yield* expandParameter(shell, part, fields);
      return;
    case 'command':
      add(fields, yield* substituteCommand(shell, part.script), part.quoted ? 'quoted' : 'split');
      return;
    case 'arithmetic':
      yield* expandArithmetic(shell, part, fields);
      return;
    case 'process':
      addQuoted(fields, yield* substituteProcess(shell, part.operator, part.script));
      return;
    default:
      part satisfies never;
  }
}

function add(fields: Fields, text: Bytes, how: 'quoted' | 'split'): void {
  if (how === 'quoted') addQuoted(fields, text);
  else addExpanded(fields, text);
}

/** `""` is a field; `"$@"` without parameters is none. */
function* expandQuotes(shell: Shell, word: CompiledWord, fields: Fields): Step<void> {
  const vanishes = word.parts.length > 0 && word.parts.every(isAllParameters);
  if (!vanishes) addQuoted(fields, '');
  yield* expandInto(shell, word, fields);
}

function isAllParameters(part: Part): boolean {
  if (part.kind !== 'parameter') return false;
  const { name, index, prefix, operation } = part.parameter;
  if (prefix === '#') return false;
  return name === '@' || index === '@' || (operation?.kind === 'names' && operation.operator === '@');
}

function* expandArithmetic(
  shell: Shell,
  part: Extract<Part, { kind: 'arithmetic' }>,
  fields: Fields,
): Step<void> {
  const value = evaluateText(shell, yield* expandText(shell, part.word), '');
  if (value === null) {
    shell.unwind ??= { kind: 'discard', status: 1 };
    return;
  }
  add(fields, String(value), part.quoted ? 'quoted' : 'split');
}
