import type { Bytes } from '../../bytes.ts';
import { evaluate, type ArithmeticNames } from '../arithmetic/evaluate.ts';
import type { Integer } from '../arithmetic/tree.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, elementOf, valueOf } from './store.ts';

/** The value of an arithmetic text; null: wrong, and told. `who` is what stands before the error: `((: `. */
export function evaluateText(shell: Shell, text: Bytes, who: Bytes): Integer | null {
  const result = evaluate(text, namesOf(shell));
  if (result.ok) return result.value;
  if (result.error !== 'told') {
    const shown = text.trimStart();
    complain(shell, `${who}${shown}: ${result.error.message} (error token is "${result.error.rest}")`);
  }
  return null;
}

function namesOf(shell: Shell): ArithmeticNames {
  return {
    cache: shell.caches.arithmetic,
    read: (name, index) => readName(shell, name, index),
    write: (goal, value) =>
      assign(shell, { name: goal.name, index: keyOf(goal.index), text: value, appends: false }),
  };
}

/** Keys of tables may still be in quotes. */
function keyOf(index: Bytes | null): Bytes | null {
  return index === null ? null : index.replace(/^(["'])(.*)\1$/, '$2');
}

function readName(shell: Shell, name: Bytes, index: Bytes | null): Bytes | null {
  const value = index === null ? valueOf(shell, name) : elementOf(shell, name, keyOf(index) ?? '');
  if (value !== null) return value;
  if (!shell.options.has('nounset')) return '';
  complain(shell, `${name}${index === null ? '' : `[${index}]`}: unbound variable`);
  shell.unwind = { kind: 'exit', status: 127 };
  return null;
}
