import type { Step } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import { call } from './call.ts';
import type { Machine } from './machine.ts';
import { runtimeError, runtimeWarning } from './machine.ts';
import type { Num } from './number.ts';
import {
  difference,
  integerOf,
  isZero,
  lengthOf,
  negated,
  one,
  order,
  power,
  product,
  quotient,
  readNumber,
  remainder,
  squareRoot,
  sum,
  whole,
  zero,
} from './number.ts';
import { keep, load } from './places.ts';
import type { Expression, Operator, OwnFunction } from './tree.ts';

const truth = (is: boolean): Num => (is ? one : zero);
type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** After an error zero, and nothing that follows has an effect. */
export function* evaluate(machine: Machine, of: Expression): Step<Num> {
  if (machine.stop !== null) return zero;
  if (machine.self.system.isTired()) yield turn;
  switch (of.kind) {
    case 'number':
      return readNumber(of.text, machine.input);
    case 'load':
      return yield* load(machine, of.place, of.at);
    case 'assign':
      return yield* assign(machine, of);
    case 'count': {
      const before = yield* load(machine, of.place, of.at);
      const after = sum(before, whole(of.by));
      yield* keep(machine, of, after);
      return of.isBefore ? after : before;
    }
    case 'binary': {
      const left = yield* evaluate(machine, of.left);
      const right = yield* evaluate(machine, of.right);
      return machine.stop === null ? yield* operate(machine, of, [left, right]) : zero;
    }
    case 'logic': {
      const isTrue = !isZero(yield* evaluate(machine, of.left));
      if (isTrue === (of.operator === '||')) return truth(isTrue);
      return truth(!isZero(yield* evaluate(machine, of.right)));
    }
    case 'bracket':
      return yield* evaluate(machine, of.of);
    case 'not':
      return truth(isZero(yield* evaluate(machine, of.of)));
    case 'negate':
      return negated(yield* evaluate(machine, of.of));
    case 'own':
      return yield* own(machine, of);
    case 'call':
      return yield* call(machine, of);
    default:
      return of satisfies never;
  }
}

function* assign(machine: Machine, of: Of<'assign'>): Step<Num> {
  const before = of.operator === null ? null : yield* load(machine, of.place, of.at);
  const given = yield* evaluate(machine, of.value);
  const value =
    before === null || of.operator === null || machine.stop !== null
      ? given
      : yield* operate(machine, { operator: of.operator, at: of.at - 2 }, [before, given]);
  yield* keep(machine, of, value);
  return value;
}

type Doing = { readonly operator: Operator; readonly at: number };

function* operate(machine: Machine, { operator, at }: Doing, [left, right]: readonly [Num, Num]): Step<Num> {
  switch (operator) {
    case '+':
      return sum(left, right);
    case '-':
      return difference(left, right);
    case '*':
      return product(left, right, machine.scale);
    case '/':
    case '%': {
      if (!isZero(right)) return (operator === '/' ? quotient : remainder)(left, right, machine.scale);
      yield* runtimeError(machine, at, operator === '/' ? 'Divide by zero' : 'Modulo by zero');
      return zero;
    }
    case '^':
      return yield* raise(machine, at, [left, right]);
    default:
      return truth(compared(operator, order(left, right)));
  }
}

function compared(operator: '==' | '!=' | '<' | '<=' | '>' | '>=', by: number): boolean {
  switch (operator) {
    case '==':
      return by === 0;
    case '!=':
      return by !== 0;
    case '<':
      return by < 0;
    case '<=':
      return by <= 0;
    case '>':
      return by > 0;
    case '>=':
      return by >= 0;
    default:
      return operator satisfies never;
  }
}

/** What a long integer of C holds. */
const mostTimes = 0x7fff_ffff_ffff_ffffn;

function* raise(machine: Machine, at: number, [base, exponent]: readonly [Num, Num]): Step<Num> {
  if (exponent.scale > 0) yield* runtimeWarning(machine, at, 'non-zero scale in exponent');
  const times = integerOf(exponent);
  if (times > mostTimes || -times > mostTimes) {
    yield* runtimeError(machine, at, 'exponent too large in raise');
    return zero;
  }
  if (times < 0n && isZero(base)) {
    yield* runtimeError(machine, at, 'divide by zero');
    return zero;
  }
  const raised = power(base, times, machine.scale);
  if (raised !== null) return raised;
  yield* outOfMemory(machine);
  return zero;
}

function* outOfMemory(machine: Machine): Step<void> {
  machine.stop = 'halt';
  machine.self.status = 1;
  yield* machine.self.system.descriptors.write(2, 'Out of memory for malloc.\n');
}

function* own(machine: Machine, { name, of, at }: Of<'own'>): Step<Num> {
  const given = of === null ? zero : yield* evaluate(machine, of);
  if (machine.stop !== null) return zero;
  return yield* answer(machine, { name, at }, given);
}

type Asked = { readonly name: OwnFunction; readonly at: number };

function* answer(machine: Machine, { name, at }: Asked, given: Num): Step<Num> {
  switch (name) {
    case 'length':
      return whole(lengthOf(given));
    case 'scale':
      return whole(given.scale);
    case 'random':
      return whole(Math.floor(machine.self.system.chance() * 2_147_483_648));
    case 'read': {
      const line = yield* machine.readLine();
      const found = /-?[0-9A-F]*\.?[0-9A-F]*/.exec((line ?? '').trim())?.[0] ?? '';
      const number = readNumber(found.replace('-', '') || '0', machine.input);
      return found.startsWith('-') ? negated(number) : number;
    }
    case 'sqrt':
      if (given.value >= 0n) return squareRoot(given, machine.scale);
      yield* runtimeError(machine, at, 'Square root of a negative number');
      return zero;
    default:
      return name satisfies never;
  }
}
