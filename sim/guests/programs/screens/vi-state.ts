import type { Step, System } from '../../kernel/program.ts';
import type { Document } from './document.ts';
import type { Screen } from './screen.ts';

type Mode = 'normal' | 'insert' | 'replace' | 'visual' | 'visual lines';
type Snapshot = { readonly lines: readonly string[]; readonly row: number; readonly column: number };

export type Vi = {
  readonly system: System;
  readonly screen: Screen;
  readonly document: Document;
  mode: Mode;
  top: number;
  message: string;
  register: { readonly lines: readonly string[]; readonly isLines: boolean };
  readonly undone: Snapshot[];
  readonly done: Snapshot[];
  /** Keys of the command at hand, kept for `.` where it changes something. */
  pressed: string[];
  last: readonly string[];
  /** Keys that `.` presses again. */
  readonly replay: string[];
  sought: { readonly pattern: string; readonly isBackward: boolean } | null;
  /** Of `f`, `t` and their like. */
  found: { readonly key: string; readonly letter: string } | null;
  anchor: Place;
  hasNumbers: boolean;
  isReadOnly: boolean;
  status: number | null;
  /** What is typed after `:` or `/`. */
  prompt: string | null;
  readonly show: () => Step<void>;
};
export type Place = { readonly row: number; readonly column: number };

/** The next key, a repeated one first; null: the terminal is gone. */
export function* nextKey(vi: Vi): Step<string | null> {
  const again = vi.replay.shift();
  if (again !== undefined) return again;
  for (;;) {
    yield* vi.show();
    const key = yield* vi.screen.key(null);
    if (key === 'resize' || key === 'timeout') continue;
    if (key === null) vi.status = 1;
    else vi.pressed.push(key);
    return key;
  }
}

/** Before every change: what `u` goes back to. */
export function remember(vi: Vi): void {
  const { lines, row, column } = vi.document;
  vi.done.push({ lines: [...lines], row, column });
  if (vi.done.length > 200) vi.done.shift();
  vi.undone.length = 0;
  vi.document.isChanged = true;
}

export function goBack(vi: Vi, which: 'undo' | 'redo'): void {
  const [from, to] = which === 'undo' ? [vi.done, vi.undone] : [vi.undone, vi.done];
  const snapshot = from.pop();
  if (snapshot === undefined) {
    vi.message = which === 'undo' ? 'Already at oldest change' : 'Already at newest change';
    return;
  }
  const { document } = vi;
  to.push({ lines: document.lines, row: document.row, column: document.column });
  document.lines = [...snapshot.lines];
  document.row = snapshot.row;
  document.column = snapshot.column;
  document.isChanged = true;
}

export const firstLetter = (line: string): number => Math.max(0, line.search(/\S/));

export const isVisual = ({ mode }: Vi): boolean => mode === 'visual' || mode === 'visual lines';

/** The cursor stands there. */
export function goTo({ document }: Vi, { row, column }: Place): void {
  document.row = row;
  document.column = column;
}

type Counted = { readonly key: string | null; readonly count: number | null };

/** The key after the digits of a count, which the first key may begin. */
export function* counted(vi: Vi, first: string): Step<Counted> {
  let digits = '';
  let key: string | null = first;
  while (key !== null && /^[0-9]$/.test(key) && (key !== '0' || digits !== '')) {
    digits += key;
    key = yield* nextKey(vi);
  }
  return { key, count: digits === '' ? null : Math.min(Number(digits), 100_000) };
}
