import type { Bytes } from '../../bytes.ts';
import { integerOf } from './integer.ts';
import { tokensOf, type Token } from './lex.ts';
import type { ArithmeticError, ArithmeticNode, BinaryOperator, CompiledArithmetic, Target } from './tree.ts';

type Reader = {
  readonly source: Bytes;
  readonly tokens: readonly Token[];
  at: number;
  error: ArithmeticError | null;
};

/** Weakest first; `**` binds to the right and is read apart. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

export function compileArithmetic(source: Bytes): CompiledArithmetic {
  const reader: Reader = { source, tokens: tokensOf(source), at: 0, error: null };
  if (peek(reader).kind === 'end') return { ok: true, node: null };
  const node = comma(reader);
  if (reader.error === null && peek(reader).kind !== 'end') complainAt(reader, trailing(peek(reader)));
  return reader.error === null ? { ok: true, node } : { ok: false, error: reader.error };
}

function trailing(token: Token): Bytes {
  if (token.text === '=' || /^([-+*/%&^|]|<<|>>)=$/.test(token.text))
    return 'attempted assignment to non-variable';
  return token.kind === 'operator' && !/^[\w()?:~!]$/.test(token.text) && !/^\W{1,2}$/.test(token.text)
    ? 'syntax error: invalid arithmetic operator'
    : token.kind === 'operator' && /^[.$#@;"'`[\]{}\\]/.test(token.text)
      ? 'syntax error: invalid arithmetic operator'
      : 'syntax error in expression';
}

const nothing: ArithmeticNode = { kind: 'number', value: 0 };

function peek(reader: Reader): Token {
  return reader.tokens[reader.at] ?? { kind: 'end', text: '', index: null, at: reader.source.length };
}

function isNext(reader: Reader, text: string): boolean {
  const token = peek(reader);
  return token.kind === 'operator' && token.text === text;
}

/** The first error stays. */
function complainAt(reader: Reader, message: Bytes): ArithmeticNode {
  reader.error ??= { message, rest: reader.source.slice(errorPlace(reader)) };
  return nothing;
}

/** At the end bash names the last thing it read. */
function errorPlace(reader: Reader): number {
  const token = peek(reader);
  return token.kind === 'end' ? (reader.tokens[reader.at - 1]?.at ?? 0) : token.at;
}

function comma(reader: Reader): ArithmeticNode {
  let left = assignment(reader);
  while (reader.error === null && isNext(reader, ',')) {
    reader.at += 1;
    left = { kind: 'comma', left, right: assignment(reader) };
  }
  return left;
}

function assignment(reader: Reader): ArithmeticNode {
  const left = choice(reader);
  const token = peek(reader);
  if (token.kind !== 'operator' || !/^([-+*/%&^|]|<<|>>)?=$/.test(token.text)) return left;
  if (left.kind !== 'name') return complainAt(reader, 'attempted assignment to non-variable');
  reader.at += 1;
  const place = peek(reader).at;
  const value = assignment(reader);
  const operator = token.text.slice(0, -1);
  return {
    kind: 'assign',
    goal: left,
    operator: operator === '' ? null : (operator as BinaryOperator),
    value,
    rest: reader.source.slice(place),
  };
}

function choice(reader: Reader): ArithmeticNode {
  const test = level(reader, 0);
  if (!isNext(reader, '?')) return test;
  reader.at += 1;
  if (isNext(reader, ':') || peek(reader).kind === 'end') return complainAt(reader, 'expression expected');
  const yes = comma(reader);
  if (!isNext(reader, ':')) return complainAt(reader, "`:' expected for conditional expression");
  reader.at += 1;
  if (peek(reader).kind === 'end') return complainAt(reader, 'expression expected');
  return { kind: 'choice', test, yes, no: assignment(reader) };
}

function level(reader: Reader, depth: number): ArithmeticNode {
  const operators = levels[depth];
  if (operators === undefined) return power(reader);
  let left = level(reader, depth + 1);
  for (;;) {
    const token = peek(reader);
    if (reader.error !== null || token.kind !== 'operator' || !operators.includes(token.text)) return left;
    reader.at += 1;
    const place = peek(reader).at;
    const right = level(reader, depth + 1);
    left =
      token.text === '&&' || token.text === '||'
        ? { kind: 'logical', operator: token.text, left, right }
        : {
            kind: 'binary',
            operator: token.text as BinaryOperator,
            left,
            right,
            rest: reader.source.slice(place),
          };
  }
}

function power(reader: Reader): ArithmeticNode {
  const left = unary(reader);
  if (reader.error !== null || !isNext(reader, '**')) return left;
  reader.at += 1;
  const place = peek(reader).at;
  return { kind: 'binary', operator: '**', left, right: power(reader), rest: reader.source.slice(place) };
}

function unary(reader: Reader): ArithmeticNode {
  const token = peek(reader);
  if (token.kind !== 'operator') return postfix(reader);
  if (token.text === '++' || token.text === '--') return prefixStep(reader, token);
  if (token.text !== '-' && token.text !== '+' && token.text !== '!' && token.text !== '~')
    return postfix(reader);
  reader.at += 1;
  return { kind: 'unary', operator: token.text, operand: unary(reader) };
}

function prefixStep(reader: Reader, token: Token): ArithmeticNode {
  reader.at += 1;
  const next = peek(reader);
  if (next.kind === 'name') {
    const goal = postfixName(reader);
    return { kind: 'step', goal, by: token.text === '++' ? 1 : -1, isPrefix: true };
  }
  // `--5` is minus minus five.
  const operand = unary(reader);
  const sign = token.text === '++' ? '+' : '-';
  return { kind: 'unary', operator: sign, operand: { kind: 'unary', operator: sign, operand } };
}

function postfixName(reader: Reader): Target {
  const token = peek(reader);
  reader.at += 1;
  return { kind: 'name', name: token.text, index: token.index };
}

function postfix(reader: Reader): ArithmeticNode {
  const token = peek(reader);
  if (token.kind === 'number') return constant(reader, token);
  if (token.kind === 'name') {
    const goal = postfixName(reader);
    const next = peek(reader);
    if (next.kind !== 'operator' || (next.text !== '++' && next.text !== '--')) return goal;
    reader.at += 1;
    return { kind: 'step', goal, by: next.text === '++' ? 1 : -1, isPrefix: false };
  }
  if (!isNext(reader, '(')) return complainAt(reader, 'syntax error: operand expected');
  reader.at += 1;
  const inner = comma(reader);
  if (!isNext(reader, ')')) return complainAt(reader, "missing `)'");
  reader.at += 1;
  return inner;
}

function constant(reader: Reader, token: Token): ArithmeticNode {
  const value = integerOf(token.text);
  if (typeof value === 'string') {
    const node = complainAt(reader, value);
    if (reader.error !== null) reader.error = { message: value, rest: token.text };
    return node;
  }
  reader.at += 1;
  return { kind: 'number', value };
}
