import type { Step } from '../../kernel/program.ts';
import type { Machine } from './machine.ts';
import { runtimeError } from './machine.ts';
import { bessel, mathNames, mathOf } from './math.ts';
import type { Num } from './number.ts';
import { integerOf, zero } from './number.ts';
import type { Argument, Expression, Parameter, Routine } from './tree.ts';

type Call = Extract<Expression, { kind: 'call' }>;
const deepest = 1000;

export function* call(machine: Machine, asked: Call): Step<Num> {
  const routine = machine.routines.get(asked.name);
  if (routine === undefined) return yield* callMath(machine, asked);
  const given = yield* argumentsOf(machine, asked);
  const wrong = mismatch(routine, asked.given);
  if (machine.stop !== null) return zero;
  if (wrong !== null || machine.depth > deepest) {
    yield* runtimeError(machine, asked.at + Math.min(asked.given.length, 2), wrong ?? 'Too deep.');
    return zero;
  }
  return yield* inside(machine, routine, given);
}

type Given = Num | Map<number, Num>;

function* argumentsOf(machine: Machine, { given }: Call): Step<readonly Given[]> {
  const values: Given[] = [];
  for (const one of given)
    values.push(one.kind === 'value' ? yield* machine.evaluate(machine, one.of) : arrayOf(machine, one.name));
  return values;
}

function arrayOf({ arrays }: Machine, name: string): Map<number, Num> {
  const known = arrays.get(name) ?? new Map<number, Num>();
  arrays.set(name, known);
  return known;
}

function mismatch({ parameters }: Routine, given: readonly Argument[]): string | null {
  if (parameters.length !== given.length) return 'Parameter number mismatch';
  const wrong = parameters.find(({ isArray }, at) => isArray !== (given[at]?.kind === 'array'));
  return wrong === undefined ? null : `Parameter type mismatch, parameter ${wrong.name}.`;
}

function* inside(machine: Machine, routine: Routine, given: readonly Given[]): Step<Num> {
  const own = [...routine.parameters, ...routine.autos];
  const before = own.map((one) => swap(machine, one, null));
  for (const [at, parameter] of routine.parameters.entries()) {
    const value = given[at] ?? zero;
    swap(machine, parameter, value instanceof Map && !parameter.isShared ? new Map(value) : value);
  }
  const { place } = machine;
  machine.place = routine.name;
  machine.depth += 1;
  const how = yield* machine.perform(machine, routine.body);
  machine.depth -= 1;
  if (machine.stop === null) machine.place = place;
  for (const [at, one] of [...own.entries()].toReversed()) swap(machine, one, before[at] ?? null);
  return how.kind === 'returned' ? how.value : zero;
}

/** What a name stood for before. */
function swap({ values, arrays }: Machine, { name, isArray }: Parameter, to: Given | null): Given | null {
  const before = (isArray ? arrays.get(name) : values.get(name)) ?? null;
  if (to instanceof Map) arrays.set(name, to);
  else if (to !== null) values.set(name, to);
  else if (isArray) arrays.delete(name);
  else values.delete(name);
  return before;
}

function* callMath(machine: Machine, { name, given, at }: Call): Step<Num> {
  const known = mathNames.find((each) => each === name);
  if (!machine.hasMath || (known === undefined && name !== 'j')) {
    yield* runtimeError(machine, at, `Function ${name} not defined.`);
    return zero;
  }
  const values = given.flatMap((one) => (one.kind === 'value' ? [one.of] : []));
  if (values.length !== given.length || values.length !== (known === undefined ? 2 : 1)) {
    yield* runtimeError(machine, at, 'Parameter number mismatch');
    return zero;
  }
  const { system } = machine.self;
  const { scale } = machine;
  const numbers: Num[] = [];
  for (const one of values) numbers.push(yield* machine.evaluate(machine, one));
  const [of = zero, argument = zero] = numbers;
  if (machine.stop !== null) return zero;
  return known === undefined
    ? yield* bessel(system, integerOf(of), { of: argument, scale })
    : yield* mathOf(system, known, { of, scale });
}
