import type { Got } from './access.ts';
import { got, refused } from './access.ts';
import { shown } from './flow.ts';
import type { Json, JsonObject } from './json.ts';
import { compared, isArray, isObject } from './json.ts';

type Operation = (left: Json, right: Json) => Got;

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function operate(sign: string, left: Json, right: Json): Got {
  const comparison = comparisons[sign];
  if (comparison !== undefined) return got(comparison(compared(left, right)));
  return (operations[sign] ?? added)(left, right);
}

const cannot = (left: Json, right: Json, what: string): Got =>
  refused(`${shown(left)} and ${shown(right)} cannot be ${what}`);

function added(left: Json, right: Json): Got {
  if (left === null) return got(right);
  if (right === null) return got(left);
  if (typeof left === 'number' && typeof right === 'number') return got(left + right);
  if (typeof left === 'string' && typeof right === 'string') return got(left + right);
  if (isArray(left) && isArray(right)) return got([...left, ...right]);
  if (isObject(left) && isObject(right)) return got(new Map([...left, ...right]));
  return cannot(left, right, 'added');
}

function subtracted(left: Json, right: Json): Got {
  if (typeof left === 'number' && typeof right === 'number') return got(left - right);
  if (isArray(left) && isArray(right))
    return got(left.filter((one) => !right.some((other) => compared(one, other) === 0)));
  return cannot(left, right, 'subtracted');
}

const longestText = 67_108_864;

function multiplied(left: Json, right: Json): Got {
  if (typeof left === 'number' && typeof right === 'number') return got(left * right);
  if (typeof left === 'string' && typeof right === 'number') return repeated(left, right);
  if (isObject(left) && isObject(right)) return got(merged(left, right));
  return cannot(left, right, 'multiplied');
}

function repeated(text: string, times: number): Got {
  if (times <= 0) return got(null);
  const count = Math.max(1, Math.ceil(times));
  return count * text.length > longestText
    ? refused('Repeat string result too long')
    : got(text.repeat(count));
}

function merged(left: JsonObject, right: JsonObject): JsonObject {
  const both = new Map(left);
  for (const [name, value] of right) {
    const before = both.get(name);
    both.set(
      name,
      before !== undefined && isObject(before) && isObject(value) ? merged(before, value) : value,
    );
  }
  return both;
}

function divided(left: Json, right: Json): Got {
  if (typeof left === 'number' && typeof right === 'number')
    return right === 0 ? cannot(left, right, 'divided because the divisor is zero') : got(left / right);
  if (typeof left === 'string' && typeof right === 'string') return got(left === '' ? [] : left.split(right));
  return cannot(left, right, 'divided');
}

function remaining(left: Json, right: Json): Got {
  if (typeof left !== 'number' || typeof right !== 'number') return cannot(left, right, 'divided');
  const by = Math.abs(Math.trunc(right));
  return by === 0 ? cannot(left, right, 'divided because the divisor is zero') : got(Math.trunc(left) % by);
}

const operations: Readonly<Record<string, Operation>> = {
  '+': added,
  '-': subtracted,
  '*': multiplied,
  '/': divided,
  '%': remaining,
};
