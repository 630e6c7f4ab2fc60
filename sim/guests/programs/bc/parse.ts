import type { Reach, Token } from './lex.ts';
import { lex } from './lex.ts';
import { expression } from './parse-expression.ts';
import type { Fault, Reading } from './reading.ts';
import { emit, isMark, needMark, next, peek, refuse, skipNewlines, takeMark, takeWord } from './reading.ts';
import type { Expression, Item, Parameter, Routine, Statement } from './tree.ts';

export type Parsed = {
  readonly items: readonly Item[];
  readonly fault: Fault | null;
  readonly strange: readonly Token[];
};

/** Whole lines: what is right in them, and what is wrong or missing. */
export function parse(text: string, reach: Reach): Parsed {
  const all = lex(text, reach);
  if (all === null) return { items: [], fault: { kind: 'more' }, strange: [] };
  const strange = all.filter(({ kind }) => kind === 'bad');
  const tokens = all.filter(({ kind }) => kind !== 'bad');
  const reading: Reading = { tokens, at: 0, fault: null, size: 0, isInRoutine: false, loops: 0 };
  const items: Item[] = [];
  while (peek(reading).kind !== 'end') {
    reading.size = 0;
    const item = itemIn(reading);
    if (reading.fault !== null) return { items, fault: reading.fault, strange };
    items.push(item);
  }
  return { items, fault: null, strange };
}

function itemIn(reading: Reading): Item {
  if (takeWord(reading, 'define')) {
    const routine = define(reading);
    if (!takeMark(reading, ';')) endOfLine(reading);
    return { kind: 'define', routine };
  }
  const statements: Statement[] = [];
  for (;;) {
    while (takeMark(reading, ';'));
    if (peek(reading).kind === 'newline' || peek(reading).kind === 'end') break;
    statements.push(statement(reading));
    if (!isMark(reading, ';')) break;
  }
  endOfLine(reading);
  return { kind: 'statements', of: statements };
}

function endOfLine(reading: Reading): void {
  if (peek(reading).kind === 'newline') reading.at += 1;
  else if (peek(reading).kind !== 'end') refuse(reading, 'syntax error');
}

function statement(reading: Reading): Statement {
  const { kind, text } = peek(reading);
  if (kind === 'string') {
    reading.at += 1;
    emit(reading, text.length + 2);
    return { kind: 'string', text };
  }
  if (takeMark(reading, '{')) return block(reading);
  if (kind === 'word') return worded(reading, text);
  return express(reading);
}

function express(reading: Reading): Statement {
  const of = expression(reading);
  emit(reading, 1);
  return { kind: 'express', of, isShown: of.kind !== 'assign' };
}

function block(reading: Reading): Statement {
  const of: Statement[] = [];
  for (;;) {
    while (peek(reading).kind === 'newline' || isMark(reading, ';')) reading.at += 1;
    if (takeMark(reading, '}') || reading.fault !== null) return { kind: 'block', of };
    of.push(statement(reading));
    if (!isMark(reading, ';', '}') && peek(reading).kind !== 'newline') refuse(reading, 'syntax error');
  }
}

function worded(reading: Reading, word: string): Statement {
  switch (word) {
    case 'if':
      return choice(reading);
    case 'while':
      return whileLoop(reading);
    case 'for':
      return forLoop(reading);
    case 'print':
      return print(reading);
    case 'return':
      return giveBack(reading);
    case 'break':
    case 'continue':
      if (reading.loops === 0)
        refuse(
          reading,
          `${word === 'break' ? 'Break' : 'Continue'} outside a for${word === 'break' ? '/while' : ''}`,
        );
      reading.at += 1;
      emit(reading, 3);
      return { kind: word };
    case 'quit':
      // Done when it is read, wherever it stands.
      reading.fault ??= { kind: 'quit' };
      reading.at = reading.tokens.length;
      return { kind: 'halt' };
    case 'halt':
    case 'limits':
      reading.at += 1;
      return { kind: word };
    default:
      return express(reading);
  }
}

function inBrackets(reading: Reading): Expression {
  needMark(reading, '(');
  const test = expression(reading);
  needMark(reading, ')');
  emit(reading, 3);
  return test;
}

function body(reading: Reading): Statement {
  skipNewlines(reading);
  return statement(reading);
}

function choice(reading: Reading): Statement {
  reading.at += 1;
  const test = inBrackets(reading);
  const first = body(reading);
  if (!takeWord(reading, 'else')) return { kind: 'if', test, first, other: null };
  emit(reading, 3);
  return { kind: 'if', test, first, other: body(reading) };
}

function looped(reading: Reading): Statement {
  reading.loops += 1;
  const of = body(reading);
  reading.loops -= 1;
  emit(reading, 3);
  return of;
}

function whileLoop(reading: Reading): Statement {
  reading.at += 1;
  const test = inBrackets(reading);
  return { kind: 'loop', start: null, test, step: null, body: looped(reading) };
}

function forLoop(reading: Reading): Statement {
  reading.at += 1;
  needMark(reading, '(');
  const part = (mark: string): Expression | null => {
    const of = isMark(reading, mark) ? null : expression(reading);
    needMark(reading, mark);
    return of;
  };
  const start = part(';');
  const test = part(';');
  const step = part(')');
  return { kind: 'loop', start, test, step, body: looped(reading) };
}

function print(reading: Reading): Statement {
  reading.at += 1;
  const parts: (Expression | string)[] = [];
  do parts.push(peek(reading).kind === 'string' ? next(reading).text : expression(reading));
  while (takeMark(reading, ','));
  return { kind: 'print', parts };
}

function giveBack(reading: Reading): Statement {
  if (!reading.isInRoutine) {
    reading.at = Math.max(
      0,
      reading.tokens.findIndex(({ kind }, at) => at >= reading.at && kind === 'newline'),
    );
    refuse(reading, 'Return outside of a function.');
  }
  reading.at += 1;
  const isEmpty = isMark(reading, ';', '}') || peek(reading).kind === 'newline';
  const of = isEmpty ? null : expression(reading);
  emit(reading, isEmpty ? 2 : 1);
  return { kind: 'return', of };
}

function define(reading: Reading): Routine {
  const isVoid = takeWord(reading, 'void');
  const name = peek(reading).kind === 'name' ? next(reading).text : '';
  if (name === '') refuse(reading, 'syntax error');
  needMark(reading, '(');
  const parameters = parametersIn(reading, ')');
  needMark(reading, ')');
  skipNewlines(reading);
  needMark(reading, '{');
  skipNewlines(reading);
  const autos = takeWord(reading, 'auto') ? parametersIn(reading, ';') : [];
  reading.size = 0;
  reading.isInRoutine = true;
  const of = block(reading);
  reading.isInRoutine = false;
  return { name, parameters, autos, body: [of], isVoid };
}

function parametersIn(reading: Reading, end: string): readonly Parameter[] {
  const found: Parameter[] = [];
  while (!isMark(reading, end) && peek(reading).kind !== 'newline' && reading.fault === null) {
    const isShared = takeMark(reading, '*') || takeMark(reading, '&');
    const { kind, text } = peek(reading);
    if (kind !== 'name') refuse(reading, 'syntax error');
    reading.at += 1;
    const isArray = takeMark(reading, '[');
    if (isArray) needMark(reading, ']');
    found.push({ name: text, isArray, isShared });
    if (!takeMark(reading, ',')) break;
  }
  return found;
}
