import type { Bytes } from '../../../bytes.ts';
import { compile } from '../../../patterns/pattern.ts';
import {
  after,
  here,
  isKeyword,
  isSign,
  need,
  refuse,
  skipNewlines,
  take,
  takeSign,
  within,
  type Reader,
} from './reader.ts';
import type { Expression, Target } from './tree.ts';

export const awkDialect = {
  syntax: 'awk',
  letters: 'exact',
  anchors: 'text',
  units: 'bytes',
  isLenient: true,
} as const;
const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '^='];

export const isTarget = (expression: Expression): expression is Target =>
  expression.kind === 'name' || expression.kind === 'item' || expression.kind === 'field';

export function readExpression(reader: Reader): Expression {
  const left = readChoice(reader);
  if (!isTarget(left) || !isSign(reader, ...assignments)) return left;
  const operator = take(reader).text;
  skipNewlines(reader);
  return { kind: 'assign', operator: operator.slice(0, -1), target: left, value: readExpression(reader) };
}

function readChoice(reader: Reader): Expression {
  const test = readLogic(reader, '||');
  if (!takeSign(reader, '?')) return test;
  skipNewlines(reader);
  const yes = readExpression(reader);
  skipNewlines(reader);
  need(reader, ':');
  skipNewlines(reader);
  return { kind: 'choice', test, yes, no: readExpression(reader) };
}

function readLogic(reader: Reader, operator: '||' | '&&'): Expression {
  const next = (): Expression => (operator === '||' ? readLogic(reader, '&&') : readIn(reader));
  let left = next();
  while (takeSign(reader, operator)) {
    skipNewlines(reader);
    left = { kind: 'logic', operator, left, right: assigned(reader, next()) };
  }
  return left;
}

/** `a && x = 1`: what stands on the right may be set. */
function assigned(reader: Reader, left: Expression): Expression {
  if (!isTarget(left) || !isSign(reader, ...assignments)) return left;
  const operator = take(reader).text;
  skipNewlines(reader);
  return { kind: 'assign', operator: operator.slice(0, -1), target: left, value: readExpression(reader) };
}

function readIn(reader: Reader): Expression {
  let left = readMatch(reader);
  while (isKeyword(reader, 'in') && reader.bars !== 'in' && reader.wrong === null) {
    take(reader);
    const name = take(reader);
    if (name.kind !== 'name') refuse(reader);
    left = { kind: 'in', keys: left.kind === 'list' ? left.items : [left], name: name.text };
  }
  return left;
}

function readMatch(reader: Reader): Expression {
  let left = readComparison(reader);
  while (isSign(reader, '~', '!~') && reader.wrong === null) {
    const isInverted = take(reader).text === '!~';
    left = { kind: 'match', isInverted, left, right: readComparison(reader) };
  }
  return left;
}

function readComparison(reader: Reader): Expression {
  let left = readPiped(reader);
  if (isSign(reader, '<', '<=', '==', '!=', '>=') || (isSign(reader, '>') && reader.bars !== 'greater')) {
    const operator = take(reader).text;
    left = { kind: 'binary', operator, left, right: assigned(reader, readPiped(reader)) };
  }
  return left;
}

function readPiped(reader: Reader): Expression {
  let left = readConcatenation(reader);
  while (
    isSign(reader, '|') &&
    after(reader).kind === 'keyword' &&
    after(reader).text === 'getline' &&
    reader.wrong === null
  ) {
    take(reader);
    take(reader);
    left = { kind: 'getline', target: readGoal(reader), from: 'command', source: left };
  }
  return left;
}

function startsOperand(reader: Reader): boolean {
  const token = here(reader);
  if (['number', 'string', 'name', 'function', 'builtin', 'pattern'].includes(token.kind)) return true;
  return token.kind === 'sign' && ['$', '!', '(', '-', '+', '++', '--'].includes(token.text);
}

function readConcatenation(reader: Reader): Expression {
  let left = readSum(reader);
  while (reader.wrong === null && startsOperand(reader) && !isKeyword(reader, 'in'))
    left = { kind: 'binary', operator: ' ', left, right: readSum(reader) };
  return left;
}

function readSum(reader: Reader): Expression {
  let left = readProduct(reader);
  while (isSign(reader, '+', '-') && reader.wrong === null)
    left = { kind: 'binary', operator: take(reader).text, left, right: readProduct(reader) };
  return left;
}

function readProduct(reader: Reader): Expression {
  let left = readUnary(reader);
  while (isSign(reader, '*', '/', '%') && reader.wrong === null)
    left = { kind: 'binary', operator: take(reader).text, left, right: readUnary(reader) };
  return left;
}

function readUnary(reader: Reader): Expression {
  const { text, kind } = here(reader);
  if (kind !== 'sign' || (text !== '!' && text !== '-' && text !== '+')) return readPower(reader);
  take(reader);
  return { kind: 'unary', operator: text, operand: readUnary(reader) };
}

function readPower(reader: Reader): Expression {
  const left = readStepped(reader);
  if (!takeSign(reader, '^')) return left;
  return {
    kind: 'binary',
    operator: '^',
    left,
    right: isSign(reader, '-', '+', '!') ? readUnary(reader) : readPower(reader),
  };
}

function readStepped(reader: Reader): Expression {
  if (isSign(reader, '++', '--')) {
    const by = take(reader).text === '++' ? 1 : -1;
    const target = readPrimary(reader);
    if (!isTarget(target)) refuse(reader);
    return isTarget(target) ? { kind: 'step', by, answers: 'after', target } : target;
  }
  const operand = readPrimary(reader);
  if (!isTarget(operand) || !isSign(reader, '++', '--')) return operand;
  return { kind: 'step', by: take(reader).text === '++' ? 1 : -1, answers: 'before', target: operand };
}

function readPrimary(reader: Reader): Expression {
  const token = take(reader);
  switch (token.kind) {
    case 'number':
      return { kind: 'number', value: Number(token.text) };
    case 'string':
      return { kind: 'string', value: token.text };
    case 'pattern':
      return patternOf(reader, token.text);
    case 'name':
      return takeSign(reader, '[')
        ? { kind: 'item', name: token.text, keys: readList(reader, ']') }
        : { kind: 'name', name: token.text };
    case 'function':
      reader.called.set(token.text, token.line);
      need(reader, '(');
      return { kind: 'call', name: token.text, words: readList(reader, ')'), isOwn: true };
    case 'builtin':
      return {
        kind: 'call',
        name: token.text,
        words: takeSign(reader, '(') ? readList(reader, ')') : [],
        isOwn: false,
      };
    case 'sign':
      return readSigned(reader, token.text);
    case 'keyword':
      if (token.text === 'getline') return readGetline(reader);
      break;
    default:
  }
  reader.at -= reader.wrong === null ? 1 : 0;
  refuse(reader);
  return { kind: 'number', value: 0 };
}

function readSigned(reader: Reader, sign: Bytes): Expression {
  if (sign === '$')
    return { kind: 'field', of: isSign(reader, '-', '+', '!') ? readUnary(reader) : readStepped1(reader) };
  if (sign === '(') {
    const items = readList(reader, ')');
    const [only] = items;
    if (items.length === 1 && only !== undefined) return isTarget(only) ? { kind: 'list', items } : only;
    return { kind: 'list', items };
  }
  reader.at -= 1;
  refuse(reader);
  return { kind: 'number', value: 0 };
}

/** `$i++` steps the field, `$++i` the number. */
const readStepped1 = (reader: Reader): Expression =>
  isSign(reader, '++', '--') ? readStepped(reader) : readPrimary(reader);

function readGetline(reader: Reader): Expression {
  const target = readGoal(reader);
  if (!takeSign(reader, '<')) return { kind: 'getline', target, from: 'input', source: null };
  return { kind: 'getline', target, from: 'file', source: readStepped(reader) };
}

/** What getline reads into; null: the record. */
function readGoal(reader: Reader): Target | null {
  if (here(reader).kind !== 'name' && !isSign(reader, '$')) return null;
  const target = readPrimary(reader);
  return isTarget(target) ? target : null;
}

export function readList(reader: Reader, close: string): readonly Expression[] {
  return within(reader, 'none', () => {
    const items: Expression[] = [];
    skipNewlines(reader);
    if (takeSign(reader, close)) return items;
    do {
      skipNewlines(reader);
      items.push(readExpression(reader));
      skipNewlines(reader);
    } while (takeSign(reader, ',') && reader.wrong === null);
    need(reader, close);
    return items;
  });
}

function patternOf(reader: Reader, source: Bytes): Expression {
  const compiled = compile(source, awkDialect);
  if (compiled.ok) return { kind: 'pattern', pattern: compiled.pattern, source };
  reader.wrong ??= {
    message: `regular expression compile failed (${compiled.message})\n${source}`,
    line: here(reader).line,
  };
  return { kind: 'number', value: 0 };
}
