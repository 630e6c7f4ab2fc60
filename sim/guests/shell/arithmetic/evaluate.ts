import type { Bytes } from '../../bytes.ts';
import { combine, narrow } from './integer.ts';
import { compileArithmetic } from './parse.ts';
import type {
  ArithmeticError,
  ArithmeticNode,
  BinaryOperator,
  CompiledArithmetic,
  Integer,
  Target,
} from './tree.ts';

/** Where names get their values. A null answer: the error was told already. */
export type ArithmeticNames = {
  readonly read: (name: Bytes, index: Bytes | null) => Bytes | null;
  readonly write: (goal: Target, value: Bytes) => boolean;
  readonly cache: Map<Bytes, CompiledArithmetic>;
};

type Run = { readonly names: ArithmeticNames; error: ArithmeticError | 'told' | null; depth: number };

type ArithmeticResult =
  | { readonly ok: true; readonly value: Integer }
  | { readonly ok: false; readonly error: ArithmeticError | 'told' };

const cacheLimit = 256;
/** As bash: `x=x; ((x))` ends here. */
const depthLimit = 1024;

export function evaluate(source: Bytes, names: ArithmeticNames): ArithmeticResult {
  const run: Run = { names, error: null, depth: 0 };
  const value = valueOfText(source, run);
  return run.error === null ? { ok: true, value } : { ok: false, error: run.error };
}

function compiled(source: Bytes, cache: Map<Bytes, CompiledArithmetic>): CompiledArithmetic {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const fresh = compileArithmetic(source);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(source, fresh);
  return fresh;
}

function valueOfText(source: Bytes, run: Run): Integer {
  const plain = plainInteger(source);
  if (plain !== null) return plain;
  const answer = compiled(source, run.names.cache);
  if (!answer.ok) {
    run.error ??= answer.error;
    return 0;
  }
  return answer.node === null ? 0 : valueOf(answer.node, run);
}

/** `12` and `-12`, the usual content of a variable. */
function plainInteger(source: Bytes): number | null {
  if (source.length === 0 || source.length > 15) return source === '' ? 0 : null;
  const isNegative = source.charCodeAt(0) === 45;
  const from = isNegative ? 1 : 0;
  const first = source.charCodeAt(from);
  if (first === 48 ? source.length > from + 1 : !(first > 48 && first <= 57)) return null;
  let value = first - 48;
  for (let at = from + 1; at < source.length; at += 1) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return isNegative ? 0 - value : value;
}

function valueOf(node: ArithmeticNode, run: Run): Integer {
  if (run.error !== null) return 0;
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return valueOfName(node, run);
    case 'unary':
      return valueOfUnary(node, run);
    case 'step':
      return step(node, run);
    case 'binary': {
      const left = valueOf(node.left, run);
      return apply({ operator: node.operator, left, right: valueOf(node.right, run), rest: node.rest }, run);
    }
    case 'logical':
      return valueOfLogical(node, run);
    case 'choice':
      return isZero(valueOf(node.test, run)) ? valueOf(node.no, run) : valueOf(node.yes, run);
    case 'assign':
      return assign(node, run);
    case 'comma':
      valueOf(node.left, run);
      return valueOf(node.right, run);
    default:
      return node satisfies never;
  }
}

const isZero = (value: Integer): boolean => value === 0 || value === 0n;

function valueOfLogical(node: Extract<ArithmeticNode, { kind: 'logical' }>, run: Run): Integer {
  const isLeft = !isZero(valueOf(node.left, run));
  if (node.operator === '&&' ? !isLeft : isLeft) return isLeft ? 1 : 0;
  return isZero(valueOf(node.right, run)) ? 0 : 1;
}

function valueOfName(node: Target, run: Run): Integer {
  const text = run.names.read(node.name, node.index);
  if (text === null) {
    run.error ??= 'told';
    return 0;
  }
  const plain = plainInteger(text);
  if (plain !== null) return plain;
  if (run.depth >= depthLimit) {
    run.error ??= { message: 'expression recursion level exceeded', rest: text };
    return 0;
  }
  run.depth += 1;
  const value = valueOfText(text, run);
  run.depth -= 1;
  return value;
}

function valueOfUnary(node: Extract<ArithmeticNode, { kind: 'unary' }>, run: Run): Integer {
  const operand = valueOf(node.operand, run);
  switch (node.operator) {
    case '+':
      return operand;
    case '-':
      return typeof operand === 'number' ? 0 - operand : narrow(-operand);
    case '!':
      return isZero(operand) ? 1 : 0;
    case '~':
      return narrow(~BigInt(operand));
    default:
      return node.operator satisfies never;
  }
}

type Application = {
  readonly operator: BinaryOperator;
  readonly left: Integer;
  readonly right: Integer;
  readonly rest: Bytes;
};

function apply({ operator, left, right, rest }: Application, run: Run): Integer {
  if (run.error !== null) return 0;
  if ((operator === '/' || operator === '%') && isZero(right)) {
    run.error = { message: 'division by 0', rest };
    return 0;
  }
  if (operator === '**' && right < 0) {
    run.error = { message: 'exponent less than 0', rest: pastOperand(rest) };
    return 0;
  }
  return combine(operator, left, right);
}

function assign(node: Extract<ArithmeticNode, { kind: 'assign' }>, run: Run): Integer {
  const before = node.operator === null ? 0 : valueOfName(node.goal, run);
  const right = valueOf(node.value, run);
  const value =
    node.operator === null
      ? right
      : apply({ operator: node.operator, left: before, right, rest: node.rest }, run);
  store(node.goal, value, run);
  return value;
}

function step(node: Extract<ArithmeticNode, { kind: 'step' }>, run: Run): Integer {
  const before = valueOfName(node.goal, run);
  const after = combine('+', before, node.by);
  store(node.goal, after, run);
  return node.isPrefix ? after : before;
}

function store(goal: Target, value: Integer, run: Run): void {
  if (run.error !== null) return;
  if (!run.names.write(goal, String(value))) run.error = 'told';
}

/** Bash has read one word on when it finds out; at the end it names the last one. */
function pastOperand(rest: Bytes): Bytes {
  const [, operand = '', after = ''] = /^[-+~!\s]*(\w+)\s*(.*)$/s.exec(rest) ?? [];
  return after || operand || rest;
}
