/** The functions of `bc -l`, by their series, in whole numbers of a small unit: more figures than are asked for. */
import type { Step, System } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Num } from './number.ts';
import { integerOf, isZero, rootOf, scaled, tens } from './number.ts';

type Tired = Pick<System, 'isTired'>;
type Fixed = { readonly by: Tired; readonly digits: number; readonly unit: bigint };

const spare = 12;
const fixed = (by: Tired, digits: number): Fixed => ({ by, digits, unit: tens(digits) });
const into = ({ digits }: Fixed, number: Num): bigint => scaled(number, digits).value;
const outOf = ({ digits }: Fixed, value: bigint, scale: number): Num =>
  scaled({ value, scale: digits }, scale);
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

type MathName = 'e' | 'l' | 's' | 'c' | 'a';
export const mathNames: readonly MathName[] = ['e', 'l', 's', 'c', 'a'];

export function* mathOf(
  by: Tired,
  name: MathName,
  { of, scale }: { readonly of: Num; readonly scale: number },
): Step<Num> {
  switch (name) {
    case 'e':
      return yield* exponential(by, of, scale);
    case 'l':
      return yield* logarithm(by, of, scale);
    case 's':
      return yield* sineOf(by, of, scale);
    case 'c': {
      const use = fixed(by, scale + spare + sizeOf(of));
      const turned = into(use, of) + (yield* halfTurn(use)) / 2n;
      return outOf(use, yield* sine(use, turned), scale);
    }
    case 'a': {
      const use = fixed(by, scale + spare);
      return isZero(of) ? { value: 0n, scale: 0 } : outOf(use, yield* arcTangent(use, into(use, of)), scale);
    }
    default:
      return name satisfies never;
  }
}

const sizeOf = (of: Num): number => String(absolute(integerOf(of))).length;

function* exponential(by: Tired, of: Num, scale: number): Step<Num> {
  // So many figures has the result before its point.
  const before = Math.ceil(Number(absolute(integerOf(of))) * 0.44) + 1;
  const use = fixed(by, scale + spare + before);
  const value = absolute(into(use, of));
  const halvings = sizeOf(of) * 4 + 8;
  const rest = value >> BigInt(halvings);
  const { unit } = use;
  let [term, sum] = [unit, unit];
  for (let at = 1n; term !== 0n; at += 1n) {
    term = (term * rest) / (unit * at);
    sum += term;
    if (by.isTired()) yield turn;
  }
  for (let at = 0; at < halvings; at += 1) {
    sum = (sum * sum) / unit;
    if (by.isTired()) yield turn;
  }
  return outOf(use, of.value < 0n ? (unit * unit) / sum : sum, scale);
}

function* logarithm(by: Tired, of: Num, scale: number): Step<Num> {
  // What has none is said to be this by the real one.
  if (of.value <= 0n) return { value: (1n - tens(scale)) * tens(scale), scale };
  const use = fixed(by, scale + spare + of.scale);
  const { unit } = use;
  let value = into(use, of);
  let doublings = 0n;
  for (; value * 2n > unit * 3n; value >>= 1n) doublings += 1n;
  for (; value * 4n < unit * 3n; value <<= 1n) doublings -= 1n;
  const own = yield* areaTangent(use, ((value - unit) * unit) / (value + unit));
  const two = doublings === 0n ? 0n : yield* areaTangent(use, unit / 3n);
  return outOf(use, 2n * own + doublings * 2n * two, scale);
}

const areaTangent = ({ by, unit }: Fixed, value: bigint): Step<bigint> => odd({ by, unit, value, sign: 1n });
const tangentSeries = ({ by, unit }: Fixed, value: bigint): Step<bigint> =>
  odd({ by, unit, value, sign: -1n });

/** x ± x³/3 + x⁵/5 ± … */
function* odd({
  by,
  unit,
  value,
  sign,
}: Omit<Fixed, 'digits'> & { readonly value: bigint; readonly sign: bigint }): Step<bigint> {
  const square = (value * value) / unit;
  let [term, sum] = [value, value];
  for (let at = 3n; term !== 0n; at += 2n) {
    term = (sign * term * square) / unit;
    sum += term / at;
    if (by.isTired()) yield turn;
  }
  return sum;
}

function* arcTangent(use: Fixed, value: bigint): Step<bigint> {
  const { unit } = use;
  if (value < 0n) return -(yield* arcTangent(use, -value));
  if (value > unit) return (yield* halfTurn(use)) / 2n - (yield* arcTangent(use, (unit * unit) / value));
  let rest = value;
  const halvings = 3;
  for (let at = 0; at < halvings; at += 1) {
    rest = (rest * unit) / (unit + rootOf(unit * unit + rest * rest));
    if (use.by.isTired()) yield turn;
  }
  return (yield* tangentSeries(use, rest)) << BigInt(halvings);
}

/** Machin's way to π. */
function* halfTurn(use: Fixed): Step<bigint> {
  const { unit } = use;
  return 4n * (4n * (yield* tangentSeries(use, unit / 5n)) - (yield* tangentSeries(use, unit / 239n)));
}

function* sineOf(by: Tired, of: Num, scale: number): Step<Num> {
  if (isZero(of)) return { value: 0n, scale: 0 };
  const use = fixed(by, scale + spare + sizeOf(of));
  return outOf(use, yield* sine(use, into(use, of)), scale);
}

function* sine(use: Fixed, value: bigint): Step<bigint> {
  const { by, unit } = use;
  const half = yield* halfTurn(use);
  const turns = (value + (value < 0n ? -half / 2n : half / 2n)) / half;
  const rest = value - turns * half;
  const square = (rest * rest) / unit;
  let [term, sum] = [rest, rest];
  for (let at = 2n; term !== 0n; at += 2n) {
    term = (-term * square) / (unit * at * (at + 1n));
    sum += term;
    if (by.isTired()) yield turn;
  }
  return turns % 2n === 0n ? sum : -sum;
}

/** Bessel's function of whole order, by its series. */
export function* bessel(
  by: Tired,
  order: bigint,
  { of, scale }: { readonly of: Num; readonly scale: number },
): Step<Num> {
  const size = Number(absolute(integerOf(of)));
  const use = fixed(by, scale + spare + Math.ceil(size * 0.44) + 4);
  const { unit } = use;
  const half = into(use, of) / 2n;
  const times = absolute(order);
  let term = unit;
  for (let at = 1n; at <= times; at += 1n) {
    term = (term * half) / (unit * at);
    if (by.isTired()) yield turn;
  }
  const square = (half * half) / unit;
  let sum = term;
  for (let at = 1n; term !== 0n; at += 1n) {
    term = (-term * square) / (unit * at * (at + times));
    sum += term;
    if (by.isTired()) yield turn;
  }
  return outOf(use, order < 0n && times % 2n === 1n ? -sum : sum, scale);
}
