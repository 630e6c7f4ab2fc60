import type { Step } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import { flush } from '../text/tool.ts';
import { evaluate } from './evaluate.ts';
import type { How, Machine } from './machine.ts';
import { putNumber, putText, unescaped } from './machine.ts';
import { isZero, zero } from './number.ts';
import type { Statement } from './tree.ts';

const on: How = { kind: 'on' };

export function* perform(machine: Machine, statements: readonly Statement[]): Step<How> {
  for (const statement of statements) {
    const how = yield* act(machine, statement);
    if (how.kind !== 'on' || machine.stop !== null) return how;
  }
  return on;
}

function* act(machine: Machine, statement: Statement): Step<How> {
  if (machine.self.system.isTired()) yield turn;
  switch (statement.kind) {
    case 'express':
      yield* express(machine, statement);
      return on;
    case 'string':
      putText(machine, statement.text);
      return on;
    case 'print':
      yield* print(machine, statement.parts);
      return on;
    case 'block':
      return yield* perform(machine, statement.of);
    case 'if':
      if (!isZero(yield* evaluate(machine, statement.test))) return yield* act(machine, statement.first);
      return statement.other === null || machine.stop !== null ? on : yield* act(machine, statement.other);
    case 'loop':
      return yield* loop(machine, statement);
    case 'return':
      return {
        kind: 'returned',
        value: statement.of === null ? zero : yield* evaluate(machine, statement.of),
      };
    case 'break':
    case 'continue':
      return { kind: statement.kind };
    case 'halt':
      machine.stop = 'halt';
      return on;
    case 'limits':
      putText(machine, limits);
      return on;
    default:
      return statement satisfies never;
  }
}

const limits = `BC_BASE_MAX     = 2147483647
BC_DIM_MAX      = 16777215
BC_SCALE_MAX    = 2147483647
BC_STRING_MAX   = 2147483647
MAX Exponent    = 9223372036854775807
Number of vars  = 32767
`;

function* express(machine: Machine, { of, isShown }: Extract<Statement, { kind: 'express' }>): Step<void> {
  const value = yield* evaluate(machine, of);
  if (machine.stop !== null || !isShown) return;
  if (of.kind === 'call' && machine.routines.get(of.name)?.isVoid === true) return;
  putNumber(machine, value);
  putText(machine, '\n');
  machine.last = value;
  yield* flushIfLong(machine);
}

function* flushIfLong({ self }: Machine): Step<void> {
  if (self.output.length > 8192) yield* flush(self);
}

function* print(machine: Machine, parts: Extract<Statement, { kind: 'print' }>['parts']): Step<void> {
  for (const part of parts) {
    if (typeof part === 'string') putText(machine, unescaped(part));
    else {
      const value = yield* evaluate(machine, part);
      if (machine.stop !== null) return;
      putNumber(machine, value);
      machine.last = value;
    }
  }
}

function* loop(
  machine: Machine,
  { start, test, step, body }: Extract<Statement, { kind: 'loop' }>,
): Step<How> {
  if (start !== null) yield* evaluate(machine, start);
  for (;;) {
    const isOn = test === null || !isZero(yield* evaluate(machine, test));
    if (!isOn || machine.stop !== null) return on;
    const how = yield* act(machine, body);
    if (how.kind === 'returned') return how;
    if (how.kind === 'break' || machine.stop !== null) return on;
    if (step !== null) yield* evaluate(machine, step);
  }
}
