import type { Bytes } from '../../../bytes.ts';
import { awkEscape } from '../../../patterns/bracket.ts';

export type Token = {
  readonly kind:
    | 'number'
    | 'string'
    | 'pattern'
    | 'name'
    | 'function'
    | 'builtin'
    | 'keyword'
    | 'sign'
    | 'newline'
    | 'end'
    | 'wrong';
  readonly text: Bytes;
  readonly line: number;
};

const keywords = new Set([
  'BEGIN',
  'END',
  'function',
  'func',
  'if',
  'else',
  'while',
  'for',
  'do',
  'break',
  'continue',
  'next',
  'nextfile',
  'exit',
  'return',
  'delete',
  'in',
  'getline',
  'print',
  'printf',
]);
export const builtinNames = new Set([
  'length',
  'substr',
  'index',
  'split',
  'sub',
  'gsub',
  'match',
  'sprintf',
  'sin',
  'cos',
  'atan2',
  'exp',
  'log',
  'sqrt',
  'int',
  'rand',
  'srand',
  'tolower',
  'toupper',
  'system',
  'close',
  'fflush',
  'systime',
  'strftime',
]);
const signs = [
  '**=',
  '&&',
  '||',
  '==',
  '!=',
  '<=',
  '>=',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '^=',
  '**',
  '>>',
  '!~',
];

export function tokensOf(text: Bytes): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const blank = /^(?:[ \t\r]+|\\\r?\n|#[^\n]*)/.exec(text.slice(at, at + 400))?.[0];
    if (blank !== undefined) {
      line += blank.startsWith('\\') ? 1 : 0;
      at += blank.length;
      continue;
    }
    const { token, size } = tokenAt(text, at, { line, mayDivide: mayDivide(tokens.at(-1)) });
    tokens.push(token);
    at += size;
    if (token.kind === 'newline') line += 1;
    if (token.kind === 'wrong') break;
  }
  return [...tokens, { kind: 'newline', text: '\n', line }, { kind: 'end', text: 'end of file', line }];
}

function mayDivide(before: Token | undefined): boolean {
  if (before === undefined) return false;
  if (before.kind === 'sign') return [')', ']', '$', '++', '--'].includes(before.text);
  return ['number', 'string', 'name', 'builtin', 'pattern'].includes(before.kind);
}

type Around = { readonly line: number; readonly mayDivide: boolean };

type Found = { readonly token: Token; readonly size: number };

function tokenAt(text: Bytes, at: number, { line, mayDivide: divides }: Around): Found {
  const byte = text[at] ?? '';
  if (byte === '"') return quotedAt(text, at, line);
  if (byte === '/' && !divides) return patternAt(text, at, line);
  const { kind, size, value } = plainAt(text, at);
  return { token: { kind, text: value ?? text.slice(at, at + size), line }, size };
}

/** Without a value it is what stands there. */
type Plain = { readonly kind: Token['kind']; readonly size: number; readonly value?: Bytes };

function plainAt(text: Bytes, at: number): Plain {
  if (text[at] === '\n') return { kind: 'newline', size: 1 };
  const rest = text.slice(at, at + 200);
  const number = /^(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0];
  if (number !== undefined) return { kind: 'number', size: number.length };
  const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
  return name === undefined ? signAt(rest) : word(name, text[at + name.length] === '(');
}

function word(name: Bytes, isCalled: boolean): Plain {
  const size = name.length;
  if (keywords.has(name)) return { kind: 'keyword', size, value: name === 'func' ? 'function' : name };
  if (builtinNames.has(name)) return { kind: 'builtin', size };
  return { kind: isCalled ? 'function' : 'name', size };
}

function signAt(rest: Bytes): Plain {
  const long = signs.find((each) => rest.startsWith(each));
  if (long !== undefined) return { kind: 'sign', size: long.length, value: long.replace('**', '^') };
  return { kind: '{}()[];,+-*/%^!<>|?:~$='.includes(rest[0] ?? '') ? 'sign' : 'wrong', size: 1 };
}

function quotedAt(text: Bytes, from: number, line: number): Found {
  let at = from + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  if (text[at] !== '"') return { token: { kind: 'wrong', text: text.slice(from, from + 20), line }, size: 1 };
  return { token: { kind: 'string', text: unescaped(text.slice(from + 1, at)), line }, size: at + 1 - from };
}

/** As in a string of the language; what has no meaning keeps its backslash. */
export function unescaped(source: Bytes): Bytes {
  let text = '';
  for (let at = 0; at < source.length;) {
    if (source[at] !== '\\' || at + 1 >= source.length) {
      text += source[at];
      at += 1;
    } else if (source[at + 1] === '\n') at += 2;
    else if (/["/\\abfnrtv0-7]/.test(source[at + 1] ?? '')) {
      const { code, size } = awkEscape(source, at);
      text += String.fromCharCode(code);
      at += size;
    } else {
      text += source.slice(at, at + 2);
      at += 2;
    }
  }
  return text;
}

function patternAt(text: Bytes, from: number, line: number): Found {
  let at = from + 1;
  let isInBrackets = false;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    const byte = text[at];
    if (byte === '\\') at += 1;
    else if (byte === '[' && !isInBrackets) {
      isInBrackets = true;
      if (text[at + 1] === '^') at += 1;
      if (text[at + 1] === ']') at += 1;
    } else if (byte === ']') isInBrackets = false;
    else if (byte === '/' && !isInBrackets) break;
  }
  if (text[at] !== '/') return { token: { kind: 'wrong', text: '/', line }, size: 1 };
  return {
    token: { kind: 'pattern', text: text.slice(from + 1, at).replaceAll('\\/', '/'), line },
    size: at + 1 - from,
  };
}
