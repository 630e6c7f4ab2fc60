import type { Bytes } from '../../bytes.ts';
import { nameEnd } from '../variables/variable.ts';

export type Token = {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  readonly text: Bytes;
  /** What stands between the brackets after a name. */
  readonly index: Bytes | null;
  readonly at: number;
};

const operators = [
  '<<=',
  '>>=',
  '**',
  '++',
  '--',
  '<<',
  '>>',
  '<=',
  '>=',
  '==',
  '!=',
  '&&',
  '||',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '^=',
  '|=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '<',
  '>',
  '!',
  '~',
  '&',
  '^',
  '|',
  '?',
  ':',
  '=',
  ',',
  '(',
  ')',
] as const;

export function tokensOf(source: Bytes): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10) {
      at += 1;
      continue;
    }
    const token = tokenAt(source, at);
    tokens.push(token);
    at += token.text.length + (token.index === null ? 0 : token.index.length + 2);
  }
  tokens.push({ kind: 'end', text: '', index: null, at: source.length });
  return tokens;
}

function tokenAt(source: Bytes, at: number): Token {
  const code = source.charCodeAt(at);
  if (code >= 48 && code <= 57) return { kind: 'number', text: numberAt(source, at), index: null, at };
  const end = nameEnd(source, at);
  if (end > at) {
    const text = source.slice(at, end);
    const close = source[end] === '[' ? closingBracket(source, end) : -1;
    return { kind: 'name', text, index: close < 0 ? null : source.slice(end + 1, close), at };
  }
  const text = operators.find((each) => source.startsWith(each, at));
  return { kind: 'operator', text: text ?? source[at] ?? '', index: null, at };
}

function numberAt(source: Bytes, from: number): Bytes {
  let at = from;
  while (at < source.length && /[0-9a-zA-Z@_#]/.test(source[at] ?? '')) at += 1;
  return source.slice(from, at);
}

/** The bracket that closes the one here; -1: none. */
export function closingBracket(source: Bytes, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const byte = source[at];
    if (byte === '\\') at += 1;
    else if (byte === "'" || byte === '"') at = pastQuote(source, at);
    else if (byte === '[') depth += 1;
    else if (byte === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function pastQuote(source: Bytes, open: number): number {
  const close = source.indexOf(source[open] ?? '', open + 1);
  return close < 0 ? open : close;
}
