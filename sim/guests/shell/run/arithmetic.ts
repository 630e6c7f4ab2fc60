import type { ArithmeticCommand } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Integer } from '../arithmetic/tree.ts';
import { compiledText, expandText } from '../expand/expand.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { traceWords } from './trace.ts';

export function* runArithmetic(shell: Shell, node: ArithmeticCommand): Step<number> {
  shell.position = node.pos;
  if (shell.options.has('xtrace')) yield* traceWords(shell, [`(( ${node.body.trim()} ))`]);
  const value = yield* valueOfBody(shell, node.body);
  shell.status = value === null || value === 0 || value === 0n ? 1 : 0;
  if (shell.complaints !== '') yield* flush(shell, 'bash');
  return shell.status;
}

/** Null: wrong, and told. */
export function* valueOfBody(shell: Shell, body: Bytes): Step<Integer | null> {
  if (!/[$`'"\\]/.test(body)) return evaluateText(shell, body, '((: ');
  const text = yield* expandText(shell, compiledText(shell, body, 'arithmetic'));
  return shell.unwind === null ? evaluateText(shell, text, '((: ') : null;
}
