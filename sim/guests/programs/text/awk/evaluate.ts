import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { breathe, isDue } from '../tool.ts';
import { callBuiltin } from './builtins.ts';
import { power } from './math.ts';
import { callRoutine } from './routine.ts';
import {
  cellOf,
  convert,
  fieldAt,
  fieldCount,
  longestText,
  patternFor,
  recordOf,
  setCount,
  setField,
  setRecord,
  setSpecial,
  special,
  type Awk,
} from './state.ts';
import { inputFor, readMain, readRecord } from './streams.ts';
import type { Expression, Getline, Target } from './tree.ts';
import { arrayOf, compared, isTrue, looked, numberOf, type Value } from './value.ts';

export function* evaluate(awk: Awk, expression: Expression): Step<Value> {
  if (isDue(awk.self)) yield* breathe(awk.self);
  switch (expression.kind) {
    case 'number':
    case 'string':
      return expression.value;
    case 'pattern':
      return expression.pattern.isIn(recordOf(awk), 0) ? 1 : 0;
    case 'name':
    case 'item':
    case 'field':
      return yield* read(awk, expression);
    case 'assign':
      return yield* assign(awk, expression);
    case 'choice':
      return yield* evaluate(
        awk,
        isTrue(yield* evaluate(awk, expression.test)) ? expression.yes : expression.no,
      );
    case 'logic': {
      const left = isTrue(yield* evaluate(awk, expression.left));
      if (left === (expression.operator === '||')) return left ? 1 : 0;
      return isTrue(yield* evaluate(awk, expression.right)) ? 1 : 0;
    }
    case 'binary':
      return binary(awk, expression.operator, [
        yield* evaluate(awk, expression.left),
        yield* evaluate(awk, expression.right),
      ]);
    case 'match':
      return yield* match(awk, expression);
    case 'in':
      return arrayOf(cellOf(awk, expression.name)).has(yield* keyOf(awk, expression.keys)) ? 1 : 0;
    case 'unary':
      return unary(expression.operator, yield* evaluate(awk, expression.operand));
    case 'step':
      return yield* step(awk, expression);
    case 'list':
      return yield* lastOf(awk, expression.items);
    case 'call':
      return expression.isOwn ? yield* callRoutine(awk, expression) : yield* callBuiltin(awk, expression);
    case 'getline':
      return yield* getline(awk, expression);
    default:
      return expression satisfies never;
  }
}

function* lastOf(awk: Awk, items: readonly Expression[]): Step<Value> {
  let value: Value;
  for (const item of items) value = yield* evaluate(awk, item);
  return value;
}

export function* keyOf(awk: Awk, keys: readonly Expression[]): Step<Bytes> {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return convert(awk, yield* evaluate(awk, only));
  const parts: Bytes[] = [];
  for (const key of keys) parts.push(convert(awk, yield* evaluate(awk, key)));
  return parts.join(special(awk, 'SUBSEP'));
}

/** A target with its key and its number worked out: `x[i++] += 1` must not step twice. */
type Spot =
  | { readonly kind: 'name'; readonly name: Bytes }
  | { readonly kind: 'item'; readonly array: Map<Bytes, Value>; readonly key: Bytes }
  | { readonly kind: 'field'; readonly number: number };

export function* spotOf(awk: Awk, target: Target): Step<Spot> {
  if (target.kind === 'name') return target;
  if (target.kind === 'item')
    return { kind: 'item', array: arrayOf(cellOf(awk, target.name)), key: yield* keyOf(awk, target.keys) };
  return { kind: 'field', number: Math.trunc(numberOf(yield* evaluate(awk, target.of))) };
}

function* read(awk: Awk, target: Target): Step<Value> {
  return valueAt(awk, yield* spotOf(awk, target));
}

function valueAt(awk: Awk, spot: Spot): Value {
  if (spot.kind === 'name') return spot.name === 'NF' ? fieldCount(awk) : cellOf(awk, spot.name).value;
  if (spot.kind === 'field') {
    if (spot.number < 0) awk.fault ??= `negative field index $${spot.number}`;
    return fieldAt(awk, Math.max(0, spot.number));
  }
  // Whoever looks for it makes it.
  if (!spot.array.has(spot.key)) spot.array.set(spot.key, undefined);
  return spot.array.get(spot.key);
}

export function store(awk: Awk, spot: Spot, value: Value): void {
  if (spot.kind === 'item') spot.array.set(spot.key, value);
  else if (spot.kind === 'field') setField(awk, spot.number, value);
  else if (spot.name === 'NF') setCount(awk, value);
  else cellOf(awk, spot.name).value = value;
}

function* assign(
  awk: Awk,
  { operator, target, value }: Extract<Expression, { kind: 'assign' }>,
): Step<Value> {
  const right = yield* evaluate(awk, value);
  const spot = yield* spotOf(awk, target);
  const result =
    operator === '' ? right : arithmetic(operator, numberOf(valueAt(awk, spot)), numberOf(right));
  store(awk, spot, result);
  return result;
}

function* step(awk: Awk, { by, answers, target }: Extract<Expression, { kind: 'step' }>): Step<Value> {
  const spot = yield* spotOf(awk, target);
  const before = numberOf(valueAt(awk, spot));
  store(awk, spot, before + by);
  return answers === 'before' ? before : before + by;
}

function binary(awk: Awk, operator: string, [left, right]: readonly [Value, Value]): Value {
  if (operator === ' ') return joined(awk, convert(awk, left), convert(awk, right));
  if ('+-*/%^'.includes(operator)) return arithmetic(operator, numberOf(left), numberOf(right));
  const order = compared(left, right, special(awk, 'CONVFMT'));
  const holds = {
    '<': order < 0,
    '<=': order <= 0,
    '==': order === 0,
    '!=': order !== 0,
    '>': order > 0,
    '>=': order >= 0,
  }[operator];
  return holds === true ? 1 : 0;
}

/** Text that is doubled again and again would never stop growing. */
function joined(awk: Awk, left: Bytes, right: Bytes): Value {
  if (left.length + right.length <= longestText) return left + right;
  awk.fault ??= 'out of memory';
  return '';
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    default:
      return power(left, right);
  }
}

function unary(operator: '!' | '-' | '+', value: Value): Value {
  if (operator === '!') return isTrue(value) ? 0 : 1;
  return operator === '-' ? -numberOf(value) : numberOf(value);
}

function* match(awk: Awk, { isInverted, left, right }: Extract<Expression, { kind: 'match' }>): Step<Value> {
  const text = convert(awk, yield* evaluate(awk, left));
  const pattern =
    right.kind === 'pattern' ? right.pattern : patternFor(awk, convert(awk, yield* evaluate(awk, right)));
  return (pattern?.isIn(text, 0) ?? false) === isInverted ? 0 : 1;
}

function* getline(awk: Awk, { target, from, source }: Getline): Step<Value> {
  let text: Bytes | null;
  if (from === 'input' || source === null) text = yield* readMain(awk);
  else {
    const input = yield* inputFor(awk, from, convert(awk, yield* evaluate(awk, source)));
    if (input === null) return -1;
    text = yield* readRecord(awk, input);
    if (text !== null && from === 'command') setSpecial(awk, 'NR', numberOf(cellOf(awk, 'NR').value) + 1);
  }
  if (text === null) return 0;
  if (target === null) setRecord(awk, text);
  else store(awk, yield* spotOf(awk, target), looked(text));
  return 1;
}
