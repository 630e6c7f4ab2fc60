import type { Bytes } from '../../bytes.ts';
import { closingBracket } from '../arithmetic/lex.ts';
import { nameEnd } from '../variables/variable.ts';
import { compileText } from './compile.ts';
import type { CompiledWord, DefaultOperator, Operation, Parameter, ScanMode } from './parts.ts';
import { pastBraces, pastPiece } from './skip.ts';

type Found = { readonly parameter: Parameter; readonly end: number };

/** `$name`, `$1`, `$?`, `${…}`; null: the dollar is only itself. */
export function parameterAt(text: Bytes, at: number, mode: ScanMode): Found | null {
  if (text[at + 1] === '{') return inBraces(text, at, mode);
  const end = plainEnd(text, at + 1);
  if (end === at + 1) return null;
  const name = text.slice(at + 1, end);
  return { parameter: { name, prefix: null, index: null, operation: null, text: `$${name}` }, end };
}

function plainEnd(text: Bytes, from: number): number {
  if (/[\d?$!#@*-]/.test(text[from] ?? '')) return from + 1;
  return nameEnd(text, from);
}

/** The name in braces: several digits count there. */
function nameInBraces(text: Bytes, from: number): number {
  let at = from;
  while (/\d/.test(text[at] ?? '')) at += 1;
  return at > from ? at : plainEnd(text, from);
}

function inBraces(text: Bytes, at: number, mode: ScanMode): Found {
  const end = pastBraces(text, at + 1, mode === 'plain' || isTrim(text, at + 2) ? 'plain' : 'double');
  const whole = text.slice(at, end);
  const inside = whole.slice(2, -1);
  const prefix = prefixOf(inside);
  const start = prefix === null ? 0 : 1;
  const close = nameInBraces(inside, start);
  const name = inside.slice(start, close);
  const bracket = inside[close] === '[' ? closingBracket(inside, close) : -1;
  const index = bracket < 0 ? null : inside.slice(close + 1, bracket);
  const rest = inside.slice(bracket < 0 ? close : bracket + 1);
  const operation = name === '' ? bad : operationOf(rest, { mode, prefix });
  return { parameter: { name, prefix, index, operation, text: whole }, end };
}

/** Single quotes quote in the operands of `#`, `%` and `/`, even inside double quotes. */
function isTrim(text: Bytes, from: number): boolean {
  let at = from;
  if (text[at] === '!') at += 1;
  at = nameInBraces(text, at);
  if (text[at] === '[') at = Math.max(at, closingBracket(text, at) + 1);
  return text[at] === '#' || text[at] === '%' || text[at] === '/';
}

function prefixOf(inside: Bytes): '!' | '#' | null {
  if (inside[0] === '!' && inside.length > 1 && !/^![-:=?+]/.test(inside)) return '!';
  if (inside[0] !== '#' || inside.length === 1) return null;
  // `${##}` is the length of `$#`; `${#-x}` is `$#` with a default.
  return /^#([-?#!$@*\w]$|[A-Za-z_@*\d])/.test(inside) ? '#' : null;
}

const bad: Operation = { kind: 'bad' };

type Around = { readonly mode: ScanMode; readonly prefix: '!' | '#' | null };

/** Read by the byte they begin with. */
const readers: Readonly<Record<string, (rest: Bytes) => Operation>> = {
  ':': (rest) => slice(rest.slice(1)),
  '#': trim,
  '%': trim,
  '/': replace,
  '@': (rest) => (/^@[QEPAKaULuk]$/.test(rest) ? { kind: 'transform', letter: rest.slice(1) } : bad),
  '^': changeCase,
  ',': changeCase,
  '~': changeCase,
};

function operationOf(rest: Bytes, around: Around): Operation | null {
  if (rest === '') return null;
  if (around.prefix === '#') return bad;
  if (around.prefix === '!' && (rest === '*' || rest === '@')) return { kind: 'names', operator: rest };
  return defaulted(rest, around.mode) ?? readers[rest[0] ?? '']?.(rest) ?? bad;
}

/** `:-x`, `=x` … Null: another operation. */
function defaulted(rest: Bytes, mode: ScanMode): Operation | null {
  const found = /^(:?)([-=+?])/.exec(rest);
  if (found === null) return null;
  return {
    kind: 'default',
    operator: found[2] as DefaultOperator,
    isEmptyToo: found[1] === ':',
    word: compileText(rest.slice(found[0].length), mode === 'plain' ? 'plain' : 'operand'),
  };
}

function changeCase(rest: Bytes): Operation {
  const operator = rest[1] === rest[0] ? rest.slice(0, 2) : rest.slice(0, 1);
  const operand = rest.slice(operator.length);
  return { kind: 'case', operator: operator as '^', pattern: operand === '' ? null : pattern(operand) };
}

const pattern = (text: Bytes): CompiledWord => compileText(text, 'plain');

function trim(rest: Bytes): Operation {
  const operator = rest[1] === rest[0] ? rest.slice(0, 2) : rest.slice(0, 1);
  return { kind: 'remove', operator: operator as '#', pattern: pattern(rest.slice(operator.length)) };
}

function replace(rest: Bytes): Operation {
  const second = rest[1];
  const operator = second === '/' || second === '#' || second === '%' ? rest.slice(0, 2) : '/';
  const body = rest.slice(operator.length);
  let at = 0;
  while (at < body.length && body[at] !== '/') at = pastPiece(body, at);
  return {
    kind: 'replace',
    operator: operator as '/',
    pattern: pattern(body.slice(0, at)),
    replacement: compileText(body.slice(at + 1), 'plain'),
  };
}

function slice(body: Bytes): Operation {
  let depth = 0;
  let questions = 0;
  for (let at = 0; at < body.length; at = pastPiece(body, at)) {
    if (body[at] === '(') depth += 1;
    else if (body[at] === ')') depth -= 1;
    else if (body[at] === '?') questions += 1;
    else if (body[at] === ':' && depth === 0) {
      if (questions === 0)
        return {
          kind: 'slice',
          offset: compileText(body.slice(0, at), 'operand'),
          length: compileText(body.slice(at + 1), 'operand'),
        };
      questions -= 1;
    }
  }
  return { kind: 'slice', offset: compileText(body, 'operand'), length: null };
}
