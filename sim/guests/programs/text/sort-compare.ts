import type { Bytes } from '../../bytes.ts';
import { keyText, type Key, type Ordering } from './sort-keys.ts';

export type Compare = (one: Bytes, other: Bytes) => number;

const plainly: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const units = 'KMGTPEZY';

/** By the keys, else as they are; and where all keys are alike by the whole line. */
export function comparing(
  keys: readonly Key[],
  how: { readonly separator: string | null; readonly isStable: boolean; readonly isReversed: boolean },
): Compare {
  const compares = keys.map((key) => ({ key, compare: comparingBy(key.ordering) }));
  return (one, other) => {
    for (const { key, compare } of compares) {
      const order = compare(keyText(one, key, how.separator), keyText(other, key, how.separator));
      if (order !== 0) return order;
    }
    if (how.isStable) return 0;
    return how.isReversed ? plainly(other, one) : plainly(one, other);
  };
}

export function comparingBy(ordering: Ordering): Compare {
  const compare = byOrder(ordering);
  return ordering.isReversed ? (one, other) => compare(other, one) : compare;
}

function byOrder(ordering: Ordering): Compare {
  switch (ordering.order) {
    case 'number':
      return byNumber;
    case 'general':
      return (one, other) => generalOf(one) - generalOf(other);
    case 'human':
      return byHuman;
    case 'month':
      return (one, other) => monthOf(one) - monthOf(other);
    case 'version':
      return byVersion;
    case 'random':
      return (one, other) => hashOf(one) - hashOf(other) || plainly(one, other);
    case 'text':
      return byText(ordering);
    default:
      return ordering.order satisfies never;
  }
}

function byText({ folds, skipsBlanks, isDictionary, isPrintable }: Ordering): Compare {
  if (!folds && !skipsBlanks && !isDictionary && !isPrintable) return plainly;
  const shaped = (text: Bytes): Bytes => {
    let shape = skipsBlanks ? text.replace(/^[ \t]+/, '') : text;
    if (isDictionary) shape = shape.replace(/[^A-Za-z0-9 \t]/g, '');
    else if (isPrintable) shape = shape.replace(/[^ -~]/g, '');
    return folds ? shape.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : shape;
  };
  return (one, other) => plainly(shaped(one), shaped(other));
}

type Decimal = {
  readonly isNegative: boolean;
  readonly whole: Bytes;
  readonly part: Bytes;
  readonly rest: Bytes;
};

function decimalOf(text: Bytes): Decimal {
  const found = /^[ \t\n]*(-?)0*(\d*)(?:\.(\d*))?/.exec(text);
  const whole = found?.[2] ?? '';
  const part = (found?.[3] ?? '').replace(/0+$/, '');
  return {
    isNegative: found?.[1] === '-' && whole + part !== '',
    whole,
    part,
    rest: text.slice(found?.[0].length ?? 0),
  };
}

/** Of any length: digits are compared, not numbers. */
const byNumber: Compare = (one, other) => byDecimal(decimalOf(one), decimalOf(other));

function byDecimal(one: Decimal, other: Decimal): number {
  if (one.isNegative !== other.isNegative) return one.isNegative ? -1 : 1;
  const order =
    one.whole.length - other.whole.length || plainly(one.whole, other.whole) || plainly(one.part, other.part);
  return one.isNegative ? -order : order;
}

const byHuman: Compare = (one, other) => {
  const [first, second] = [decimalOf(one), decimalOf(other)];
  const rank = (decimal: Decimal): number => {
    const isZero = decimal.whole + decimal.part === '';
    const unit = units.indexOf((decimal.rest[0] ?? ' ') === 'k' ? 'K' : (decimal.rest[0] ?? ' ')) + 1;
    return isZero ? 0 : decimal.isNegative ? -unit : unit;
  };
  if (first.isNegative !== second.isNegative) return first.isNegative ? -1 : 1;
  return rank(first) - rank(second) || byDecimal(first, second);
};

function generalOf(text: Bytes): number {
  const found = /^[ \t\n]*([-+]?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan))/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (found === undefined) return -Number.MAX_VALUE;
  if (found.includes('nan')) return -Number.MAX_VALUE / 2;
  if (found.includes('inf')) return found.startsWith('-') ? -Number.MAX_VALUE / 4 : Number.MAX_VALUE;
  return Number(found);
}

const monthOf = (text: Bytes): number =>
  months.indexOf(
    text
      .replace(/^[ \t]+/, '')
      .slice(0, 3)
      .toUpperCase(),
  );

/** Numbers inside count as numbers, `~` before everything, letters before the rest. */
export const byVersion: Compare = (one, other) => {
  const [first, second] = [stem(one), stem(other)];
  return byParts(first, second) || byParts(one, other) || plainly(one, other);
};

/** Without what looks like a file's ending. */
const stem = (text: Bytes): Bytes => text.replace(/(\.[A-Za-z~][A-Za-z0-9~]*)*$/, '');

function byParts(one: Bytes, other: Bytes): number {
  let [left, right] = [one, other];
  while (left !== '' || right !== '') {
    const [first, second] = [partOf(left), partOf(right)];
    const order = byLetters(first.words, second.words) || byDigits(first.digits, second.digits);
    if (order !== 0) return order;
    left = first.rest;
    right = second.rest;
  }
  return 0;
}

/** What is no digit, and the digits after it. */
function partOf(text: Bytes): { readonly words: Bytes; readonly digits: Bytes; readonly rest: Bytes } {
  const [all = '', words = '', digits = ''] = /^(\D*)(\d*)/.exec(text) ?? [];
  return { words, digits, rest: text.slice(all.length) };
}

function byDigits(one: Bytes, other: Bytes): number {
  const [number, otherNumber] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  return number.length - otherNumber.length || plainly(number, otherNumber);
}

function byLetters(one: Bytes, other: Bytes): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = weight(one[at]) - weight(other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function weight(byte: string | undefined): number {
  if (byte === undefined) return 0;
  if (byte === '~') return -1;
  return /[A-Za-z]/.test(byte) ? byte.charCodeAt(0) : byte.charCodeAt(0) + 256;
}

function hashOf(text: Bytes): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}
