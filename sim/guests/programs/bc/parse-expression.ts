import type { Reading } from './reading.ts';
import { emit, isMark, needMark, next, peek, refuse, takeMark } from './reading.ts';
import type { Argument, Expression, Operator, OwnFunction, Place } from './tree.ts';

const nothing: Expression = { kind: 'number', text: '0' };

/** How tightly an operator binds; what a name is given binds between sums and comparisons. */
const levels: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
  '^': 8,
};
const [ofNot, ofAssign, ofPower] = [4, 6, 8];

export const expression = (reading: Reading): Expression => level(reading, 1);

function level(reading: Reading, least: number): Expression {
  let left = prefix(reading);
  for (;;) {
    const { kind, text } = peek(reading);
    const own = kind === 'mark' ? levels[text] : undefined;
    if (own === undefined || own < least || reading.fault !== null) return left;
    reading.at += 1;
    left = joined(reading, { operator: text, left, own });
  }
}

type Half = { readonly operator: string; readonly left: Expression; readonly own: number };

function joined(reading: Reading, { operator, left, own }: Half): Expression {
  if (operator === '&&' || operator === '||') {
    emit(reading, 4);
    const right = level(reading, own + 1);
    emit(reading, 4);
    return { kind: 'logic', operator, left, right };
  }
  const right = level(reading, own === ofPower ? own : own + 1);
  return { kind: 'binary', operator: operatorOf(operator), left, right, at: emit(reading, 1) };
}

const operators: readonly Operator[] = ['+', '-', '*', '/', '%', '^', '==', '!=', '<', '<=', '>', '>='];
const operatorOf = (text: string): Operator => operators.find((one) => one === text) ?? '+';

function prefix(reading: Reading): Expression {
  if (takeMark(reading, '!')) {
    const of = level(reading, ofNot);
    emit(reading, 1);
    return { kind: 'not', of };
  }
  if (takeMark(reading, '-')) {
    const of = prefix(reading);
    emit(reading, 1);
    return { kind: 'negate', of };
  }
  if (isMark(reading, '++', '--')) return countedBefore(reading);
  return primary(reading);
}

function countedBefore(reading: Reading): Expression {
  const by = next(reading).text === '++' ? 1 : -1;
  const place = placeIn(reading);
  if (place === null) {
    refuse(reading, 'syntax error');
    return nothing;
  }
  return { kind: 'count', place, by, isBefore: true, at: emit(reading, 4) };
}

function primary(reading: Reading): Expression {
  const { kind, text } = peek(reading);
  if (kind === 'number') return number(reading, text);
  if (takeMark(reading, '(')) {
    const of = expression(reading);
    needMark(reading, ')');
    // In brackets it is shown, whatever it does.
    return of.kind === 'assign' ? { kind: 'bracket', of } : of;
  }
  if (kind === 'name' && reading.tokens[reading.at + 1]?.text === '(') return call(reading);
  const own = kind === 'word' ? ownFunction(reading) : null;
  if (own !== null) return own;
  const place = placeIn(reading);
  if (place !== null) return named(reading, place);
  refuse(reading, 'syntax error');
  return nothing;
}

function number(reading: Reading, text: string): Expression {
  reading.at += 1;
  emit(reading, text === '0' || text === '1' ? 1 : text.length + 2);
  return { kind: 'number', text };
}

const specials = ['scale', 'ibase', 'obase', 'last'] as const;

/** Null: none begins here. */
function placeIn(reading: Reading): Place | null {
  const { kind, text } = peek(reading);
  if (takeMark(reading, '.')) return { kind: 'special', name: 'last' };
  const special = kind === 'word' ? specials.find((name) => name === text) : undefined;
  if (special === undefined && kind !== 'name') return null;
  reading.at += 1;
  if (special !== undefined) return { kind: 'special', name: special };
  if (!takeMark(reading, '[')) return { kind: 'variable', name: text };
  const index = expression(reading);
  needMark(reading, ']');
  return { kind: 'element', name: text, index };
}

function named(reading: Reading, place: Place): Expression {
  if (isMark(reading, '++', '--'))
    return {
      kind: 'count',
      place,
      by: next(reading).text === '++' ? 1 : -1,
      isBefore: false,
      at: emit(reading, 4),
    };
  if (!isMark(reading, '=', '+=', '-=', '*=', '/=', '%=', '^='))
    return { kind: 'load', place, at: emit(reading, 2) };
  const { text } = next(reading);
  if (text !== '=') emit(reading, 2);
  const value = level(reading, ofAssign);
  const operator = text === '=' ? null : operatorOf(text.slice(0, 1));
  if (operator !== null) emit(reading, 1);
  return { kind: 'assign', place, operator, value, at: emit(reading, 2) };
}

const owns: readonly OwnFunction[] = ['length', 'sqrt', 'scale', 'read', 'random'];

function ownFunction(reading: Reading): Expression | null {
  const { text } = peek(reading);
  const name = owns.find((one) => one === text);
  if (name === undefined || reading.tokens[reading.at + 1]?.text !== '(') return null;
  reading.at += 2;
  const of = name === 'read' || name === 'random' ? null : expression(reading);
  needMark(reading, ')');
  return { kind: 'own', name, of, at: emit(reading, 2) };
}

function call(reading: Reading): Expression {
  const name = next(reading).text;
  reading.at += 1;
  const given: Argument[] = [];
  while (!isMark(reading, ')') && reading.fault === null) {
    given.push(argument(reading));
    if (!takeMark(reading, ',')) break;
  }
  needMark(reading, ')');
  const at = emit(reading, 2);
  emit(reading, given.length + 1);
  return { kind: 'call', name, given, at };
}

function argument(reading: Reading): Argument {
  const [first, second, third] = reading.tokens.slice(reading.at, reading.at + 3);
  if (first?.kind !== 'name' || second?.text !== '[' || third?.text !== ']')
    return { kind: 'value', of: expression(reading) };
  reading.at += 3;
  emit(reading, 2);
  return { kind: 'array', name: first.text };
}
