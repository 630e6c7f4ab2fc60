import type { Bytes } from '../../bytes.ts';
import { textOf } from '../../bytes.ts';
import type { Program } from '../../kernel/program.ts';
import { compile, groupOf } from '../../patterns/pattern.ts';

type Result = { readonly ok: true; readonly value: Bytes } | { readonly ok: false; readonly message: Bytes };
type Reading = { readonly words: readonly Bytes[]; at: number };

const value = (text: Bytes): Result => ({ ok: true, value: text });
const fault = (message: Bytes): Result => ({ ok: false, message });
const left = '\xe2\x80\x98';
const right = '\xe2\x80\x99';

/** Works out what its words say; 1 where that is nothing or zero. */
export const expr: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words[0] === '--') words.shift();
  if (words.length === 0) {
    yield* system.descriptors.write(2, "expr: missing operand\nTry 'expr --help' for more information.\n");
    return 2;
  }
  const reading = { words, at: 0 };
  const read = level(reading, 0);
  const extra = words[reading.at];
  const result =
    read.ok && extra !== undefined
      ? fault(`syntax error: unexpected argument ${left}${extra}${right}`)
      : read;
  if (!result.ok) {
    yield* system.descriptors.write(2, `expr: ${result.message}\n`);
    return 2;
  }
  yield* system.descriptors.write(1, `${result.value}\n`);
  return isNothing(result.value) ? 1 : 0;
};

const isNothing = (text: Bytes): boolean => text === '' || /^-?0+$/.test(text);

/** The weakest first. */
const levels: readonly (readonly Bytes[])[] = [
  ['|'],
  ['&'],
  ['<', '<=', '=', '==', '!=', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
];

function level(reading: Reading, depth: number): Result {
  const operators = levels[depth];
  if (operators === undefined) return primary(reading);
  let result = level(reading, depth + 1);
  for (;;) {
    const operator = reading.words[reading.at];
    if (!result.ok || operator === undefined || !operators.includes(operator)) return result;
    reading.at += 1;
    const other = level(reading, depth + 1);
    if (!other.ok) return other;
    result = combined(operator, result.value, other.value);
  }
}

function primary(reading: Reading): Result {
  const word = reading.words[reading.at];
  if (word === undefined)
    return fault(
      `syntax error: missing argument after ${left}${reading.words[reading.at - 1] ?? ''}${right}`,
    );
  reading.at += 1;
  if (word === '+') return plainWord(reading);
  if (word === '(') return grouped(reading);
  if (word === ')') return fault(`syntax error: unexpected ${left})${right}`);
  const takes = { length: 1, match: 2, index: 2, substr: 3 }[word];
  if (takes === undefined || reading.words[reading.at] === undefined) return value(word);
  const given: Bytes[] = [];
  while (given.length < takes) {
    const one = primary(reading);
    if (!one.ok) return one;
    given.push(one.value);
  }
  return called(word, given);
}

function plainWord(reading: Reading): Result {
  const word = reading.words[reading.at];
  reading.at += 1;
  return word === undefined ? fault(`syntax error: missing argument after ${left}+${right}`) : value(word);
}

function grouped(reading: Reading): Result {
  const inner = level(reading, 0);
  if (!inner.ok) return inner;
  const end = reading.words[reading.at];
  if (end !== ')')
    return fault(
      end === undefined
        ? `syntax error: expecting ${left})${right} after ${left}${reading.words[reading.at - 1] ?? ''}${right}`
        : `syntax error: expecting ${left})${right} instead of ${left}${end}${right}`,
    );
  reading.at += 1;
  return inner;
}

function called(name: Bytes, [first = '', second = '', third = '']: readonly Bytes[]): Result {
  const text = textOf(first);
  switch (name) {
    case 'length':
      return value(String(Array.from(text).length));
    case 'match':
      return matched(first, second);
    case 'index': {
      const places = Array.from(text).findIndex((letter) => textOf(second).includes(letter));
      return value(String(places + 1));
    }
    default: {
      const [from, size] = [Number(second), Number(third)];
      return value(from > 0 && size > 0 ? first.slice(from - 1, from - 1 + size) : '');
    }
  }
}

const isWhole = (text: Bytes): boolean => /^-?\d+$/.test(text);

function combined(operator: Bytes, one: Bytes, other: Bytes): Result {
  switch (operator) {
    case '|':
      return value(firstOf(one, other));
    case '&':
      return value(isNothing(one) || isNothing(other) ? '0' : one);
    case ':':
      return matched(one, other);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return counted(operator, one, other);
    default:
      return value(compared(operator, one, other) ? '1' : '0');
  }
}

function firstOf(one: Bytes, other: Bytes): Bytes {
  if (!isNothing(one)) return one;
  return other === '' ? '0' : other;
}

function compared(operator: Bytes, one: Bytes, other: Bytes): boolean {
  const order = isWhole(one) && isWhole(other) ? Number(BigInt(one) - BigInt(other)) : textOrder(one, other);
  const holds: Readonly<Record<string, boolean>> = {
    '<': order < 0,
    '<=': order <= 0,
    '=': order === 0,
    '==': order === 0,
    '!=': order !== 0,
    '>=': order >= 0,
    '>': order > 0,
  };
  return holds[operator] === true;
}

function textOrder(one: Bytes, other: Bytes): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Numbers of any length, as with GMP. */
function counted(operator: Bytes, one: Bytes, other: Bytes): Result {
  if (!isWhole(one) || !isWhole(other)) return fault('non-integer argument');
  const [a, b] = [BigInt(one), BigInt(other)];
  if (operator === '+') return value(String(a + b));
  if (operator === '-') return value(String(a - b));
  if (operator === '*') return value(String(a * b));
  if (b === 0n) return fault('division by zero');
  return value(String(operator === '/' ? a / b : a % b));
}

/** From the first character on: the group, or how many characters fit. */
function matched(text: Bytes, source: Bytes): Result {
  const compiled = compile(`^${source.replace(/^\^/, '')}`, {
    syntax: 'basic',
    anchors: 'text',
    units: 'characters',
    letters: 'exact',
  });
  if (!compiled.ok) return fault(compiled.message);
  const found = compiled.pattern.find(text, 0);
  if (compiled.pattern.groups > 0) return value(found === null ? '' : groupOf(found, text, 1));
  return value(found === null ? '0' : String(Array.from(textOf(text.slice(0, found.to))).length));
}
