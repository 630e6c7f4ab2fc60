import type { Bytes } from '../../../bytes.ts';
import { floatText } from '../../../shell/builtins/float.ts';

/** Text from outside that looks like a number is both. */
export type Looked = { readonly text: Bytes; readonly number: number };
/** undefined: never set, '' and 0 at once. */
export type Value = number | Bytes | Looked | undefined;

export type Cell = {
  value: Value;
  array: Map<Bytes, Value> | null;
  /** What it was given for, while nobody knew what it is. */ readonly origin: Cell | null;
};

export const newCell = (value: Value): Cell => ({ value, array: null, origin: null });

export function arrayOf(cell: Cell): Map<Bytes, Value> {
  if (cell.array === null) cell.array = cell.origin === null ? new Map() : arrayOf(cell.origin);
  return cell.array;
}

const numeric = /^[ \t\n\r\f\v]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[ \t\n\r\f\v]*$/;
const leading = /^[ \t\n\r\f\v]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/;

export const looked = (text: Bytes): Value => (numeric.test(text) ? { text, number: Number(text) } : text);

export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (typeof value !== 'string') return value.number;
  const found = leading.exec(value)?.[1];
  return found === undefined ? 0 : Number(found);
}

export function textOfValue(value: Value, format: Bytes): Bytes {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return typeof value === 'number' ? numberText(value, format) : value.text;
}

// Debian's awk is mawk, which counts whole numbers in 32 bits.
const longest = 2_147_483_647;

export function numberText(value: number, format: Bytes): Bytes {
  if (Number.isNaN(value)) return '-nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Number.isInteger(value) && Math.abs(value) <= longest) return String(Object.is(value, -0) ? 0 : value);
  return formatted(format, [value]);
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'string') return value !== '';
  return numberOf(value) !== 0;
}

export function compared(left: Value, right: Value, format: Bytes): number {
  if (typeof left !== 'string' && typeof right !== 'string') return numberOf(left) - numberOf(right);
  const [one, other] = [textOfValue(left, format), textOfValue(right, format)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const directive = /%([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlLjzt]*([a-zA-Z%])/g;

/** No column is wider. */
const widest = 65_536;

/** As printf writes; what is missing counts as nothing. */
export function formatted(format: Bytes, values: readonly Value[]): Bytes {
  let next = 0;
  const take = (): Value => values[next++];
  let text = '';
  let from = 0;
  for (const found of format.matchAll(directive)) {
    text += format.slice(from, found.index) + directed(found, take);
    from = found.index + found[0].length;
  }
  return text + format.slice(from);
}

/** What a directive stands for; itself, where it is none. */
function directed([whole, signs = '', wide, exact, letter = '']: RegExpExecArray, take: () => Value): Bytes {
  if (letter === '%') return '%';
  const given = wide === '*' ? numberOf(take()) : Number(wide ?? '0');
  const precision = precisionOf(exact, take);
  const flags = given < 0 ? `${signs}-` : signs;
  const width = Math.min(Math.abs(given), widest);
  const text = one(letter, take(), { flags, width, precision });
  if (text === null) return whole;
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

function precisionOf(exact: string | undefined, take: () => Value): number | null {
  if (exact === undefined) return null;
  return exact === '*' ? numberOf(take()) : Number(exact);
}

type Shape = { readonly flags: string; readonly width: number; readonly precision: number | null };

function one(letter: string, value: Value, shape: Shape): Bytes | null {
  if (letter === 's') {
    const text = textOfValue(value, '%.6g');
    return shape.precision === null ? text : text.slice(0, shape.precision);
  }
  if (letter === 'c')
    return typeof value === 'number'
      ? String.fromCharCode(Math.trunc(value) & 255)
      : textOfValue(value, '%.6g').slice(0, 1);
  const number = numberOf(value);
  const precision = shape.precision === null ? null : Math.min(shape.precision, widest);
  if ('diouxX'.includes(letter)) return integerText(letter, number, { ...shape, precision });
  return 'eEfFgG'.includes(letter) ? floatText(letter, { ...shape, precision, value: number }) : null;
}

function integerText(letter: string, number: number, shape: Shape): Bytes {
  if (!Number.isFinite(number)) return numberText(number, '');
  const isSigned = letter === 'd' || letter === 'i';
  const whole = BigInt(Math.trunc(isSigned ? Math.min(Math.max(number, -longest - 1), longest) : number));
  const value = isSigned ? whole : BigInt.asUintN(64, whole);
  const { flags, width, precision } = shape;
  const head = (isSigned ? signOf(value, flags) : '') + (flags.includes('#') ? markOf(letter, value) : '');
  const digits = digitsOf(letter, value, precision);
  return flags.includes('0') && !flags.includes('-') && precision === null
    ? head + digits.padStart(width - head.length, '0')
    : head + digits;
}

const bases: Readonly<Record<string, number>> = { o: 8, x: 16, X: 16 };

function digitsOf(letter: string, value: bigint, precision: number | null): Bytes {
  if (precision === 0 && value === 0n) return '';
  const digits = (value < 0n ? -value : value).toString(bases[letter] ?? 10);
  return (letter === 'X' ? digits.toUpperCase() : digits).padStart(precision ?? 0, '0');
}

function signOf(value: bigint, flags: string): Bytes {
  if (value < 0n) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
}

/** What `#` puts before the digits. */
const marks: Readonly<Record<string, string>> = { o: '0', x: '0x', X: '0X' };

const markOf = (letter: string, value: bigint): Bytes => (value === 0n ? '' : (marks[letter] ?? ''));
