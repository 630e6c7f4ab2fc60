/** Decimal numbers of any length, with the digits after the point that they were given. */
export type Num = { readonly value: bigint; readonly scale: number };

export const zero: Num = { value: 0n, scale: 0 };
export const one: Num = { value: 1n, scale: 0 };

/** By squares: exact in every engine, where the sign for it is also that of fractions. */
function raised(base: bigint, times: bigint): bigint {
  let result = 1n;
  for (let [square, left] = [base, times]; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result *= square;
    if (left > 1n) square *= square;
  }
  return result;
}

export const tens = (count: number): bigint => raised(10n, BigInt(count));
export const whole = (value: number | bigint): Num => ({ value: BigInt(value), scale: 0 });

/** Cut, not rounded; or filled with zeros. */
export function scaled({ value, scale }: Num, to: number): Num {
  if (to === scale) return { value, scale };
  return { value: to > scale ? value * tens(to - scale) : value / tens(scale - to), scale: to };
}

export const integerOf = ({ value, scale }: Num): bigint => value / tens(scale);
export const isZero = ({ value }: Num): boolean => value === 0n;
export const negated = ({ value, scale }: Num): Num => ({ value: -value, scale });

export function sum(a: Num, b: Num): Num {
  const scale = Math.max(a.scale, b.scale);
  return { value: scaled(a, scale).value + scaled(b, scale).value, scale };
}

export const difference = (a: Num, b: Num): Num => sum(a, negated(b));

export function order(a: Num, b: Num): number {
  const { value } = difference(a, b);
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

export function product(a: Num, b: Num, scale: number): Num {
  const full = { value: a.value * b.value, scale: a.scale + b.scale };
  return scaled(full, Math.min(full.scale, Math.max(scale, a.scale, b.scale)));
}

/** The divisor is not zero. */
export function quotient(a: Num, b: Num, scale: number): Num {
  const shift = scale + b.scale - a.scale;
  const value = shift >= 0 ? (a.value * tens(shift)) / b.value : a.value / (b.value * tens(-shift));
  return { value, scale };
}

export function remainder(a: Num, b: Num, scale: number): Num {
  const kept = Math.max(a.scale, b.scale + scale);
  const times = quotient(a, b, scale);
  return scaled(difference(a, { value: times.value * b.value, scale: times.scale + b.scale }), kept);
}

/** Null: a number that nobody could keep. */
export function power(base: Num, exponent: bigint, scale: number): Num | null {
  if (exponent === 0n) return one;
  const size = exponent < 0n ? -exponent : exponent;
  if (BigInt(digitsOf(base)) * size > BigInt(mostDigits)) return null;
  const times = Number(size);
  const full = { value: raised(base.value, size), scale: base.scale * times };
  if (exponent < 0n) return isZero(full) ? null : quotient(one, full, scale);
  return scaled(full, Math.min(full.scale, Math.max(scale, base.scale)));
}

/** Beyond that the real one runs out of memory, and a guest out of its time. */
const mostDigits = 100_000;

const digitsOf = ({ value }: Num): number => {
  const bits = value.toString(16).length * 4;
  return bits <= 4 ? 1 : Math.ceil(bits * 0.302);
};

/** The number is not negative. */
export function squareRoot(of: Num, scale: number): Num {
  if (isZero(of)) return zero;
  if (order(of, one) === 0) return one;
  const kept = Math.max(scale, of.scale);
  return { value: rootOf(scaled(of, kept * 2).value), scale: kept };
}

export function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let guess = 1n << BigInt(Math.ceil((square.toString(16).length * 4) / 2) + 1);
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

const figures = '0123456789ABCDEF';

/** As it was typed: a single figure is what it is in any base, more of them are below the base. */
export function readNumber(text: string, base: number): Num {
  const [before = '', after = ''] = text.split('.');
  const isSingle = before.length + after.length === 1;
  const most = isSingle ? 15 : base - 1;
  const figureOf = (letter: string): bigint => BigInt(Math.min(figures.indexOf(letter), most));
  const valueOf = (letters: string): bigint =>
    base === 10 && /^\d+$/.test(letters)
      ? BigInt(letters)
      : Array.from(letters).reduce((value, letter) => value * BigInt(base) + figureOf(letter), 0n);
  const integer = whole(valueOf(before));
  if (after === '') return integer;
  const part = quotient(
    whole(valueOf(after)),
    whole(raised(BigInt(base), BigInt(after.length))),
    after.length,
  );
  return sum(integer, part);
}

/** Figures before and after the point. */
export function lengthOf({ value, scale }: Num): number {
  const text = String(value < 0n ? -value : value);
  return Math.max(text === '0' ? 1 : text.length, scale);
}
