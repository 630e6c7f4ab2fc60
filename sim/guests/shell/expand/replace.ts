import { sizeAt, type Bytes } from '../../bytes.ts';
import { endsOf, matchesWhole } from '../pattern/match.ts';
import { literalOf, type Pattern } from '../pattern/pattern.ts';

export type Replacement = {
  readonly pattern: Pattern;
  readonly operator: '/' | '//' | '/#' | '/%';
  readonly with: Bytes;
  /** `&` in it stands for what matched. */
  readonly takesMatch: boolean;
};

/** `${x/pattern/with}` and its kin. */
export function replaced(how: Replacement, text: Bytes): Bytes {
  const put = (match: Bytes): Bytes => (how.takesMatch ? filled(how.with, match) : how.with);
  if (how.operator === '/#') {
    const end = endsOf(how.pattern, text, 0).at(-1);
    return end === undefined ? text : put(text.slice(0, end)) + text.slice(end);
  }
  if (how.operator === '/%') return atEnd(how, text, put);
  const literal = literalOf(how.pattern);
  if (literal === '') return text;
  return literal === null ? byPattern(how, text, put) : byText({ how, text, literal }, put(literal));
}

function atEnd(how: Replacement, text: Bytes, put: (match: Bytes) => Bytes): Bytes {
  for (let at = 0; at <= text.length; at += 1)
    if (matchesWhole(how.pattern, text.slice(at))) return text.slice(0, at) + put(text.slice(at));
  return text;
}

type ByText = { readonly how: Replacement; readonly text: Bytes; readonly literal: Bytes };

function byText({ how, text, literal }: ByText, replacement: Bytes): Bytes {
  if (how.operator === '//') return text.split(literal).join(replacement);
  const at = text.indexOf(literal);
  return at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + literal.length);
}

function byPattern(how: Replacement, text: Bytes, put: (match: Bytes) => Bytes): Bytes {
  let result = '';
  for (let at = 0; at < text.length || (at === 0 && text === '');) {
    const end = endsOf(how.pattern, text, at).at(-1);
    const isEmpty = end === undefined || (end === at && text !== '');
    if (isEmpty) {
      const size = Math.max(sizeAt(text, at), 1);
      result += text.slice(at, at + size);
      at += size;
      continue;
    }
    result += put(text.slice(at, end));
    if (how.operator === '/' || text === '') return result + text.slice(end);
    at = end;
  }
  return result;
}

function filled(template: Bytes, match: Bytes): Bytes {
  if (!/[&\\]/.test(template)) return template;
  return template.replace(/\\([&\\])|&/g, (_, kept?: string) => kept ?? match);
}
