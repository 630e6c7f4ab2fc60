import type { Step } from '../../kernel/program.ts';
import { breakLine, clampCursor, eraseAt, eraseBefore, insertText, lineAt, replaceLine } from './document.ts';
import { isCharacter } from './keys.ts';
import { move } from './vi-motions.ts';
import type { Vi } from './vi-state.ts';
import { nextKey } from './vi-state.ts';

/** Until Escape. */
export function* insert(vi: Vi): Step<void> {
  const { document } = vi;
  for (;;) {
    const key = yield* nextKey(vi);
    if (key === null || key === 'escape' || key === '^C') break;
    const change = changes[key];
    if (change !== undefined) change(vi);
    else if (/^(up|down|left|right|home|end)$/.test(key)) yield* moveInside(vi, key);
    else if (isCharacter(key)) type(vi, key);
  }
  vi.mode = 'normal';
  document.column = Math.max(0, document.column - 1);
}

const changes: Readonly<Record<string, (vi: Vi) => void>> = {
  enter: ({ document }) => breakLine(document, ''),
  backspace: ({ document }) => eraseBefore(document),
  delete: ({ document }) => eraseAt(document),
  '^W': eraseWord,
};

function eraseWord({ document }: Vi): void {
  const line = lineAt(document);
  const kept = line.slice(0, document.column).replace(/\S*\s*$/, '');
  replaceLine(document, kept + line.slice(document.column));
  document.column = kept.length;
}

function type({ document, mode }: Vi, character: string): void {
  const line = lineAt(document);
  if (mode === 'replace' && document.column < line.length)
    replaceLine(document, line.slice(0, document.column) + line.slice(document.column + 1));
  insertText(document, character);
}

function* moveInside(vi: Vi, key: string): Step<void> {
  if (key === 'end') vi.document.column = lineAt(vi.document).length;
  else yield* move(vi, key, null);
  clampCursor(vi.document, 1);
}
