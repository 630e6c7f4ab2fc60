import type { Step } from '../../kernel/program.ts';
import { clampCursor } from './document.ts';
import { isEarlier, spanOf } from './vi-change.ts';
import { isMotion, move } from './vi-motions.ts';
import { apply } from './vi-objects.ts';
import { isOperator } from './vi-operator.ts';
import { prompted } from './vi-prompt.ts';
import type { Vi } from './vi-state.ts';
import { goTo } from './vi-state.ts';

/** One command while a part of the text is selected. */
export function* visual(vi: Vi, key: string, count: number | null): Step<void> {
  if (leaves(vi, key)) vi.mode = 'normal';
  else if (key === 'v') vi.mode = 'visual';
  else if (key === 'V') vi.mode = 'visual lines';
  else if (key === ':') yield* prompted(vi, ':');
  else if (isMotion(key)) {
    yield* move(vi, key, count);
    clampCursor(vi.document, 0);
  } else {
    const name = synonyms[key] ?? key;
    if (isOperator(name)) operateOnSelection(vi, name);
  }
}

const leaves = ({ mode }: Vi, key: string): boolean =>
  key === 'escape' || key === '^C' || key === (mode === 'visual' ? 'v' : 'V');

const synonyms: Readonly<Record<string, string>> = { x: 'd', delete: 'd', s: 'c' };

function operateOnSelection(vi: Vi, name: string): void {
  const { anchor, document } = vi;
  const takes = vi.mode === 'visual lines' ? 'lines' : 'with';
  const here = { row: document.row, column: document.column };
  vi.mode = 'normal';
  if (isEarlier(here, anchor)) {
    apply(vi, name, spanOf(vi, { ...anchor, takes }));
    return;
  }
  goTo(vi, anchor);
  apply(vi, name, spanOf(vi, { ...here, takes }));
}
