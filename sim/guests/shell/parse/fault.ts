import type { ParseError } from 'unbash';
import type { Bytes } from '../../bytes.ts';

/** What is wrong with a text, as bash sees it. */
export type SyntaxFault =
  | { readonly kind: 'token'; readonly token: Bytes; readonly at: number }
  | { readonly kind: 'end'; readonly at: number }
  | { readonly kind: 'quote'; readonly closing: string; readonly at: number; readonly isLate: boolean }
  | { readonly kind: 'test'; readonly message: Bytes; readonly at: number };

export function faultOf(text: Bytes, errors: readonly ParseError[]): SyntaxFault | null {
  const [first] = errors;
  if (first === undefined) return null;
  const open = openQuote(first);
  if (open !== null) return open;
  const test = testFault(text, first);
  if (test !== null) return test;
  if (first.message === 'expected redirect target')
    return { kind: 'token', token: tokenAt(text, first.pos), at: first.pos };
  const at = first.message === 'expected command in subshell' ? text.indexOf(')', first.pos) : first.pos;
  const place = pastBlanks(text, Math.max(at, 0));
  if (place >= text.trimEnd().length && !first.message.startsWith('unexpected'))
    return { kind: 'end', at: text.length };
  return { kind: 'token', token: tokenAt(text, place), at: place };
}

const closings: readonly (readonly [string, string])[] = [
  ['double quote', '"'],
  ['single quote', "'"],
  ['backtick', '`'],
  ['parameter expansion', '}'],
  ['command substitution', ')'],
  ['arithmetic', ')'],
  ['extended glob', ')'],
  ['array', ')'],
  ['process substitution', ')'],
];

function openQuote(error: ParseError): SyntaxFault | null {
  if (!error.message.startsWith('unterminated')) return null;
  const closing = closings.find(([words]) => error.message.includes(words))?.[1] ?? ')';
  return { kind: 'quote', closing, at: error.pos, isLate: error.message.includes('command substitution') };
}

function testFault(text: Bytes, error: ParseError): SyntaxFault | null {
  if (error.message === 'expected operand after unary test operator')
    return { kind: 'test', message: "unexpected argument `]]' to conditional unary operator", at: error.pos };
  const open = text.lastIndexOf('[[', error.pos);
  if (open < 0 || !error.message.startsWith('unexpected token') || text.slice(open, error.pos).includes(']]'))
    return null;
  return { kind: 'test', message: 'conditional binary operator expected', at: error.pos };
}

function pastBlanks(text: Bytes, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function tokenAt(text: Bytes, from: number): Bytes {
  const rest = text.slice(pastBlanks(text, from));
  if (rest === '' || rest.startsWith('\n')) return 'newline';
  const operator = /^(;;&|;;|;&|&&|\|\||\|&|&>>|&>|<<<|<<-|<<|>>|<&|>&|<>|>\||[;&|()<>])/.exec(rest);
  return operator?.[0] ?? /^[^\s;&|()<>]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
}
