import type { Num } from './number.ts';
import { isZero, tens } from './number.ts';

/** A number in a base: letters up to sixteen, groups of decimal figures beyond. */
export function shown(number: Num, base: number): string {
  if (isZero(number)) return '0';
  const sign = number.value < 0n ? '-' : '';
  const value = number.value < 0n ? -number.value : number.value;
  const unit = tens(number.scale);
  if (base === 10) return sign + decimal(value, number.scale);
  const integer = value / unit;
  return sign + integerIn(integer, base) + fractionIn(value % unit, number.scale, base);
}

function decimal(value: bigint, scale: number): string {
  const text = String(value).padStart(scale + 1, '0');
  const integer = text.slice(0, text.length - scale);
  if (scale === 0) return integer;
  return `${integer === '0' ? '' : integer}.${text.slice(text.length - scale)}`;
}

const widthOf = (base: number): number => String(base - 1).length;
const group = (digit: bigint, base: number): string => String(digit).padStart(widthOf(base), '0');

function integerIn(integer: bigint, base: number): string {
  if (integer === 0n) return '';
  if (base <= 16) return integer.toString(base).toUpperCase();
  const digits: string[] = [];
  for (let left = integer; left > 0n; left /= BigInt(base))
    digits.unshift(` ${group(left % BigInt(base), base)}`);
  return digits.join('');
}

/** As many digits as say no less than its decimals do. */
function fractionIn(fraction: bigint, scale: number, base: number): string {
  if (scale === 0) return '';
  const unit = tens(scale);
  const big = BigInt(base);
  let text = '.';
  let left = fraction;
  for (let said = 1n; said < unit; said *= big) {
    left *= big;
    const digit = left / unit;
    left %= unit;
    text += base <= 16 ? digit.toString(16).toUpperCase() : `${text === '.' ? '' : ' '}${group(digit, base)}`;
  }
  return text;
}
