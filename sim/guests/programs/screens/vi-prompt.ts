import type { Step } from '../../kernel/program.ts';
import { callsOff, isCharacter } from './keys.ts';
import { runEx } from './vi-ex.ts';
import { seek } from './vi-search.ts';
import type { Vi } from './vi-state.ts';
import { goTo, isVisual, nextKey } from './vi-state.ts';

type Sign = ':' | '/' | '?';

/** What is typed in the last line, and what it asks for. */
export function* prompted(vi: Vi, sign: Sign): Step<void> {
  const start = isVisual(vi) ? "'<,'>" : '';
  vi.mode = 'normal';
  const text = yield* typed(vi, sign, start);
  if (text === null) return;
  vi.message = '';
  if (sign === ':') runEx(vi, text);
  else search(vi, sign, text);
}

/** null: it was called off. */
function* typed(vi: Vi, sign: Sign, start: string): Step<string | null> {
  let text = start;
  for (;;) {
    vi.prompt = sign + text;
    const key = yield* nextKey(vi);
    vi.prompt = null;
    if (key === null || callsOff(key, text)) return null;
    if (key === 'enter') return text;
    if (key === 'backspace') text = text.slice(0, -1);
    else if (key === '^U') text = '';
    else if (isCharacter(key)) text += key;
  }
}

function search(vi: Vi, sign: '/' | '?', text: string): void {
  const isBackward = sign === '?';
  vi.sought = { pattern: text === '' ? (vi.sought?.pattern ?? '') : text, isBackward };
  const place = seek(vi, isBackward);
  if (place !== null) goTo(vi, place);
}
