import type { Bytes } from '../../bytes.ts';

/** What a word becomes: its text, and the same as a pattern in which what was quoted is literal. */
export type Field = { readonly text: Bytes; readonly pattern: Bytes };

/** For whom what was quoted is made literal. */
type Escapes = 'pattern' | 'expression' | 'replacement';

export type Fields = {
  readonly done: Field[];
  text: Bytes;
  pattern: Bytes;
  /** There is a field, if only an empty one. */
  isOpen: boolean;
  /** White space has just ended a field: a delimiter that follows belongs to it. */
  isAfterSpace: boolean;
  /** null: nothing is split. */
  readonly separators: Bytes | null;
  readonly escapes: Escapes;
};

export const splitFields = (separators: Bytes): Fields => emptyFields(separators, 'pattern');
export const wholeField = (escapes: Escapes): Fields => emptyFields(null, escapes);

function emptyFields(separators: Bytes | null, escapes: Escapes): Fields {
  return { done: [], text: '', pattern: '', isOpen: false, isAfterSpace: false, separators, escapes };
}

/** A character of a pattern that a backslash takes its meaning from. */
const patternSpecial = /[*?[\]\\!^\-@+|()]/;
const patternSpecials = /[*?[\]\\!^\-@+|()]/g;
const expressionSpecials = /[.^$*+?()[\]{}|\\]/g;

export function addQuoted(fields: Fields, text: Bytes): void {
  fields.text += text;
  fields.pattern += escaped(text, fields.escapes);
  fields.isOpen = true;
  fields.isAfterSpace = false;
}

function escaped(text: Bytes, escapes: Escapes): Bytes {
  if (escapes === 'replacement') return text.replace(/[\\&]/g, '\\$&');
  if (escapes === 'expression') return text.replace(expressionSpecials, '\\$&');
  return patternSpecial.test(text) ? text.replace(patternSpecials, '\\$&') : text;
}

/** Written so in the word: never split, but a pattern. */
export function addLiteral(fields: Fields, text: Bytes): void {
  fields.text += text;
  fields.pattern += text;
  fields.isOpen = true;
  fields.isAfterSpace = false;
}

/** Came from an expansion without quotes. */
export function addExpanded(fields: Fields, text: Bytes): void {
  const { separators } = fields;
  if (text === '') return;
  if (separators === null || separators === '' || !hasAny(text, separators)) {
    addLiteral(fields, text);
    return;
  }
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!separators.includes(text[at] ?? '')) continue;
    if (at > start) addLiteral(fields, text.slice(start, at));
    separate(fields, text[at] ?? '');
    start = at + 1;
  }
  if (start < text.length) addLiteral(fields, text.slice(start));
}

function hasAny(text: Bytes, separators: Bytes): boolean {
  for (const each of separators) if (text.includes(each)) return true;
  return false;
}

function separate(fields: Fields, separator: string): void {
  if (separator === ' ' || separator === '\t' || separator === '\n') {
    if (!fields.isOpen) return;
    endField(fields);
    fields.isAfterSpace = true;
  } else if (fields.isAfterSpace && !fields.isOpen) {
    fields.isAfterSpace = false;
  } else {
    fields.isOpen = true;
    endField(fields);
  }
}

/** What follows is a field of its own. */
export function endField(fields: Fields): void {
  if (fields.isOpen) fields.done.push({ text: fields.text, pattern: fields.pattern });
  fields.text = '';
  fields.pattern = '';
  fields.isOpen = false;
  fields.isAfterSpace = false;
}
