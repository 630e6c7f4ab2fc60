import type { TestBinaryExpression, TestCommand, TestExpression } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compiledText, expandExpression, expandPattern, expandText, patternOf } from '../expand/expand.ts';
import { matchesWhole } from '../pattern/match.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { listOf, noAttributes } from '../variables/variable.ts';
import { fileTest, pairTest, testVariable } from './file-test.ts';
import { matches } from './matches.ts';
import { traceWords, traced } from './trace.ts';

/** `[[ … ]]`: 0 true, 1 false, 2 wrong. */
export function* runConditional(shell: Shell, node: TestCommand): Step<number> {
  shell.position = node.pos;
  const value = yield* holds(shell, node.expression);
  if (shell.complaints !== '') yield* flush(shell, 'bash');
  if (shell.unwind?.kind === 'discard' || shell.unwind?.kind === 'exit') return shell.unwind.status;
  shell.status = value === null ? 2 : value ? 0 : 1;
  return shell.status;
}

function* holds(shell: Shell, node: TestExpression): Step<boolean | null> {
  switch (node.type) {
    case 'TestGroup':
      return yield* holds(shell, node.expression);
    case 'TestNot': {
      const value = yield* holds(shell, node.operand);
      return value === null || node.negations.length % 2 === 0 ? value : !value;
    }
    case 'TestLogical':
      return yield* logical(shell, node);
    case 'TestUnary':
      return yield* unary(shell, node);
    case 'TestBinary':
      return yield* binary(shell, node);
    default:
      return node satisfies never;
  }
}

function* logical(
  shell: Shell,
  node: Extract<TestExpression, { type: 'TestLogical' }>,
): Step<boolean | null> {
  for (const operand of node.operands) {
    const value = yield* holds(shell, operand);
    if (value === null || shell.unwind !== null) return null;
    if (value !== (node.operator === '&&')) return value;
  }
  return node.operator === '&&';
}

function* unary(shell: Shell, node: Extract<TestExpression, { type: 'TestUnary' }>): Step<boolean | null> {
  const text = yield* expandText(shell, compiledText(shell, node.operand.text, 'word'));
  if (shell.unwind !== null) return null;
  if (shell.options.has('xtrace')) yield* traceWords(shell, ['[[', node.operator, ...traced([text]), ']]']);
  if (node.operator === '-n') return text !== '';
  if (node.operator === '-z') return text === '';
  if (node.operator === '-v') return testVariable(shell, text);
  return fileTest(shell, node.operator, text);
}

const numeric: Readonly<Record<string, (left: bigint, right: bigint) => boolean>> = {
  '-eq': (left, right) => left === right,
  '-ne': (left, right) => left !== right,
  '-lt': (left, right) => left < right,
  '-le': (left, right) => left <= right,
  '-gt': (left, right) => left > right,
  '-ge': (left, right) => left >= right,
};

function* binary(shell: Shell, node: TestBinaryExpression): Step<boolean | null> {
  const left = yield* expandText(shell, compiledText(shell, node.left.text, 'word'));
  const word = compiledText(shell, node.right.text, 'word');
  if (shell.unwind !== null) return null;
  const { operator } = node;
  if (operator === '=~') return yield* expression(shell, left, node.right.text);
  if (operator === '==' || operator === '=' || operator === '!=') {
    const source = yield* expandPattern(shell, word);
    if (shell.unwind !== null) return null;
    if (shell.options.has('xtrace'))
      yield* traceWords(shell, ['[[', ...traced([left]), operator, source, ']]']);
    return matchesWhole(patternOf(shell, source, 'nocasematch'), left) === (operator !== '!=');
  }
  const right = yield* expandText(shell, word);
  if (shell.unwind !== null) return null;
  if (shell.options.has('xtrace'))
    yield* traceWords(shell, ['[[', ...traced([left]), operator, ...traced([right]), ']]']);
  const compare = numeric[operator];
  if (compare === undefined) return pairTest(shell, { operator, left, right });
  return compareNumbers(shell, { left, right }, compare);
}

function compareNumbers(
  shell: Shell,
  pair: { left: Bytes; right: Bytes },
  compare: (left: bigint, right: bigint) => boolean,
): boolean | null {
  const left = evaluateText(shell, pair.left, '[[: ');
  const right = left === null ? null : evaluateText(shell, pair.right, '[[: ');
  // A wrong number is false, not an accident.
  return left === null || right === null ? false : compare(BigInt(left), BigInt(right));
}

function* expression(shell: Shell, text: Bytes, raw: Bytes): Step<boolean | null> {
  const source = yield* expandExpression(shell, compiledText(shell, raw, 'word'));
  if (shell.unwind !== null) return null;
  const found = matches(source, text, shell.shellOptions.has('nocasematch') ? 'fold' : 'exact');
  if (!found.ok) return null;
  shell.variables.set('BASH_REMATCH', { content: listOf(found.groups ?? []), attributes: noAttributes });
  return found.groups !== null;
}
