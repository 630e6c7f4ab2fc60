import type { BinaryOperator, Integer } from './tree.ts';

/** Back to a number where it is exact. */
export function narrow(value: bigint): Integer {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= -9_007_199_254_740_991n && wrapped <= 9_007_199_254_740_991n ? Number(wrapped) : wrapped;
}

/** Division and remainder by zero, and negative powers, are refused before. */
export function combine(operator: BinaryOperator, left: Integer, right: Integer): Integer {
  if (typeof left === 'number' && typeof right === 'number') {
    const quick = combineNumbers(operator, left, right);
    if (quick !== null) return quick;
  }
  return combineWide(operator, BigInt(left), BigInt(right));
}

function combineNumbers(operator: BinaryOperator, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return exact(left + right);
    case '-':
      return exact(left - right);
    case '*':
      return exact(left * right);
    case '/':
      return Math.trunc(left / right) + 0;
    case '%':
      return (left % right) + 0;
    case '<':
      return left < right ? 1 : 0;
    case '>':
      return left > right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '>=':
      return left >= right ? 1 : 0;
    case '==':
      return left === right ? 1 : 0;
    case '!=':
      return left === right ? 0 : 1;
    default:
      return combineBits(operator, left, right);
  }
}

function combineBits(operator: BinaryOperator, left: number, right: number): number | null {
  if ((left | 0) !== left || (right | 0) !== right) return null;
  if (operator === '&') return left & right;
  if (operator === '|') return left | right;
  if (operator === '^') return left ^ right;
  return null;
}

function exact(value: number): number | null {
  return Number.isSafeInteger(value) ? value + 0 : null;
}

function combineWide(operator: BinaryOperator, left: bigint, right: bigint): Integer {
  switch (operator) {
    case '+':
      return narrow(left + right);
    case '-':
      return narrow(left - right);
    case '*':
      return narrow(left * right);
    case '/':
      return narrow(left / right);
    case '%':
      return narrow(left % right);
    case '**':
      return narrow(power(left, right));
    case '<<':
      return narrow(left << (right & 63n));
    case '>>':
      return narrow(left >> (right & 63n));
    case '&':
      return narrow(left & right);
    case '^':
      return narrow(left ^ right);
    case '|':
      return narrow(left | right);
    default:
      return compareWide(operator, left, right);
  }
}

function compareWide(operator: BinaryOperator, left: bigint, right: bigint): Integer {
  const order = left < right ? '<' : left > right ? '>' : '=';
  const holds =
    operator === '!=' ? order !== '=' : operator === '==' ? order === '=' : operator.includes(order);
  return holds ? 1 : 0;
}

/** By squaring, wrapped at each step, so that a large exponent costs nothing. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
  }
  return result;
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

/** `12`, `0x1f`, `017`, `36#z`; or what bash says is wrong with it. */
export function integerOf(word: string): Integer | string {
  const hash = word.indexOf('#');
  if (hash > 0) return inBase(word, hash);
  if (/^0[xX]/.test(word)) return inDigits(word.slice(2), 16);
  if (word.length > 1 && word.startsWith('0')) return inDigits(word.slice(1), 8);
  if (word.length < 16 && /^\d+$/.test(word)) return Number(word);
  return inDigits(word, 10);
}

function inBase(word: string, hash: number): Integer | string {
  const base = word.slice(0, hash);
  if (!/^\d+$/.test(base) || base.startsWith('0')) return 'invalid number';
  const radix = Number(base);
  if (radix < 2 || radix > 64) return 'invalid arithmetic base';
  return hash + 1 === word.length ? 'invalid integer constant' : inDigits(word.slice(hash + 1), radix);
}

function inDigits(text: string, radix: number): Integer | string {
  let value = 0n;
  const base = BigInt(radix);
  for (const each of text) {
    const digit = digitOf(each, radix);
    if (digit < 0) return 'invalid number';
    if (digit >= radix) return `value too great for base`;
    value = BigInt.asIntN(64, value * base + BigInt(digit));
  }
  return narrow(value);
}

function digitOf(each: string, radix: number): number {
  const digit = digits.indexOf(each);
  return radix <= 36 && digit >= 36 && digit < 62 ? digit - 26 : digit;
}
