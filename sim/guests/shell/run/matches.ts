import type { Bytes } from '../../bytes.ts';
import { compileExpression } from './expression.ts';
import { runExpression } from './expression-run.ts';

/** Groups of the match, the whole first; null: none. Not ok: it is no expression. */
type Match = { readonly ok: true; readonly groups: readonly Bytes[] | null } | { readonly ok: false };

/** The one place where `=~` meets an engine: extended expressions of POSIX, in time linear in the text. */
export function matches(source: Bytes, text: Bytes, letters: 'exact' | 'fold'): Match {
  const compiled = compileExpression(letters === 'fold' ? source.toLowerCase() : source);
  if (compiled === null) return { ok: false };
  const places = runExpression(compiled, letters === 'fold' ? text.toLowerCase() : text);
  if (places === null) return { ok: true, groups: null };
  const groups: Bytes[] = [];
  for (let at = 0; at < compiled.groups * 2; at += 2) {
    const from = places[at] ?? -1;
    const to = places[at + 1] ?? -1;
    groups.push(from < 0 || to < 0 ? '' : text.slice(from, to));
  }
  return { ok: true, groups };
}
