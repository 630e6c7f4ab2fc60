import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { breathe, isDue } from '../tool.ts';
import { evaluate, keyOf, spotOf, store } from './evaluate.ts';
import { cellOf, convert, recordOf, special, type Awk } from './state.ts';
import { writeOut } from './streams.ts';
import type { Expression, Statement } from './tree.ts';
import { arrayOf, formatted, isTrue, looked, numberOf, textOfValue, type Value } from './value.ts';

export type Flow =
  | { readonly kind: 'on' | 'next' | 'nextfile' | 'break' | 'continue' }
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'exit'; readonly status: number | null };

const on: Flow = { kind: 'on' };

export function* runStatement(awk: Awk, statement: Statement): Step<Flow> {
  awk.depth += 1;
  const flow = yield* runOne(awk, statement);
  awk.depth -= 1;
  if (awk.fault !== null) return { kind: 'exit', status: 2 };
  if (awk.pendingExit === null) return flow;
  const status = awk.pendingExit;
  awk.pendingExit = awk.frames.length > 0 ? status : null;
  return { kind: 'exit', status };
}

function* runOne(awk: Awk, statement: Statement): Step<Flow> {
  switch (statement.kind) {
    case 'print':
    case 'printf':
      return yield* print(awk, statement);
    case 'expression':
      yield* evaluate(awk, statement.expression);
      return on;
    case 'if':
      if (isTrue(yield* evaluate(awk, statement.test))) return yield* runStatement(awk, statement.yes);
      return statement.no === null ? on : yield* runStatement(awk, statement.no);
    case 'while':
      return yield* loop(awk, {
        test: statement.test,
        body: statement.body,
        next: null,
        isTestedFirst: true,
      });
    case 'do':
      return yield* loop(awk, {
        test: statement.test,
        body: statement.body,
        next: null,
        isTestedFirst: false,
      });
    case 'for':
      if (statement.first !== null) yield* runStatement(awk, statement.first);
      return yield* loop(awk, {
        test: statement.test,
        body: statement.body,
        next: statement.next,
        isTestedFirst: true,
      });
    case 'each':
      return yield* each(awk, statement);
    case 'block':
      return yield* block(awk, statement.body);
    case 'delete': {
      const array = arrayOf(cellOf(awk, statement.name));
      if (statement.keys === null) array.clear();
      else array.delete(yield* keyOf(awk, statement.keys));
      return on;
    }
    case 'exit':
      return {
        kind: 'exit',
        status:
          statement.value === null ? null : Math.trunc(numberOf(yield* evaluate(awk, statement.value))) & 255,
      };
    case 'return':
      return {
        kind: 'return',
        value: statement.value === null ? undefined : yield* evaluate(awk, statement.value),
      };
    default:
      return { kind: statement.kind };
  }
}

function* block(awk: Awk, body: readonly Statement[]): Step<Flow> {
  for (const statement of body) {
    const flow = yield* runStatement(awk, statement);
    if (flow.kind !== 'on') return flow;
  }
  return on;
}

type Loop = {
  readonly test: Expression | null;
  readonly body: Statement;
  readonly next: Statement | null;
  readonly isTestedFirst: boolean;
};

function* loop(awk: Awk, { test, body, next, isTestedFirst }: Loop): Step<Flow> {
  for (let isFirst = true; awk.fault === null; isFirst = false) {
    if (isDue(awk.self)) yield* breathe(awk.self);
    if ((isTestedFirst || !isFirst) && test !== null && !isTrue(yield* evaluate(awk, test))) return on;
    const flow = yield* runStatement(awk, body);
    if (flow.kind === 'break') return on;
    if (flow.kind !== 'on' && flow.kind !== 'continue') return flow;
    if (next !== null) yield* runStatement(awk, next);
  }
  return on;
}

function* each(awk: Awk, { variable, name, body }: Extract<Statement, { kind: 'each' }>): Step<Flow> {
  // As they are now: what the body adds is not come to.
  const keys = [...arrayOf(cellOf(awk, name)).keys()];
  for (const key of keys) {
    if (isDue(awk.self)) yield* breathe(awk.self);
    store(awk, yield* spotOf(awk, variable), looked(key));
    const flow = yield* runStatement(awk, body);
    if (flow.kind === 'break') return on;
    if (flow.kind !== 'on' && flow.kind !== 'continue') return flow;
  }
  return on;
}

function* print(
  awk: Awk,
  { kind, words, goal }: Extract<Statement, { kind: 'print' | 'printf' }>,
): Step<Flow> {
  const values: Value[] = [];
  for (const word of words) values.push(yield* evaluate(awk, word));
  const to = goal === null ? null : { kind: goal.kind, name: convert(awk, yield* evaluate(awk, goal.to)) };
  yield* writeOut(
    awk,
    to,
    kind === 'print' ? line(awk, values) : formatted(convert(awk, values[0]), values.slice(1)),
  );
  return on;
}

function line(awk: Awk, values: readonly Value[]): Bytes {
  if (values.length === 0) return recordOf(awk) + special(awk, 'ORS');
  const format = special(awk, 'OFMT');
  return values.map((value) => textOfValue(value, format)).join(special(awk, 'OFS')) + special(awk, 'ORS');
}
