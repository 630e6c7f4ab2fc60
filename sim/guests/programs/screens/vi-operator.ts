import type { Step } from '../../kernel/program.ts';
import { lineAt } from './document.ts';
import { spanOf } from './vi-change.ts';
import { isMotion, motion } from './vi-motions.ts';
import { apply, object } from './vi-objects.ts';
import type { Vi } from './vi-state.ts';
import { counted, goTo, nextKey } from './vi-state.ts';

export const isOperator = (key: string): boolean => /^[dcy<>]$/.test(key);

/** `d`, `c`, `y`, `<` and `>` with the keys that say of what. */
export function* operator(vi: Vi, key: string, before: number | null): Step<void> {
  const first = yield* nextKey(vi);
  if (first === null) return;
  const { key: second, count: after } = yield* counted(vi, first);
  if (second === null) return;
  const count = before === null && after === null ? null : (before ?? 1) * (after ?? 1);
  if (second === key) operateOnLines(vi, key, count ?? 1);
  else if (second === 'i' || second === 'a') yield* object(vi, key, second);
  else yield* operateTo(vi, key, { name: motionMeant(vi, key, second), count });
}

export function operateOnLines(vi: Vi, key: string, count: number): void {
  const { row, lines } = vi.document;
  const to = Math.min(row + count - 1, lines.length - 1);
  apply(vi, key, { from: { row, column: 0 }, to: { row: to, column: 0 }, isLines: true });
}

/** `cw` on a word changes to its end only. */
function motionMeant({ document }: Vi, key: string, name: string): string {
  const isOnWord = /\S/.test(lineAt(document)[document.column] ?? '');
  if (key !== 'c' || !isOnWord) return name;
  return wordEnds[name] ?? name;
}

const wordEnds: Readonly<Record<string, string>> = { w: 'e', W: 'E' };

type Where = { readonly name: string; readonly count: number | null };

function* operateTo(vi: Vi, key: string, { name, count }: Where): Step<void> {
  if (!isMotion(name)) return;
  const { row, column } = vi.document;
  // The end of a word one stands on the last letter of is here.
  if (name.toLowerCase() === 'e' && key === 'c') vi.document.column = column - 1;
  const target = yield* motion(vi, name, count);
  goTo(vi, { row, column });
  if (target !== null) apply(vi, key, spanOf(vi, target));
}
