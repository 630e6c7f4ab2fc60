import type { Step } from '../../kernel/program.ts';
import { clampCursor, lineAt } from './document.ts';
import { isCharacter } from './keys.ts';
import { join, put, replaceCharacters, spanOf } from './vi-change.ts';
import { runEx } from './vi-ex.ts';
import { insert } from './vi-insert.ts';
import { isMotion, motion, move } from './vi-motions.ts';
import { apply } from './vi-objects.ts';
import { isOperator, operateOnLines, operator } from './vi-operator.ts';
import { prompted } from './vi-prompt.ts';
import type { Vi } from './vi-state.ts';
import { counted, firstLetter, goBack, isVisual, nextKey, remember } from './vi-state.ts';
import { visual } from './vi-visual.ts';

/** One command of normal or visual mode, with what it inserts. */
export function* command(vi: Vi): Step<void> {
  vi.pressed = [];
  const first = yield* nextKey(vi);
  if (first === null) return;
  const { key, count } = yield* counted(vi, first);
  if (key === null) return;
  if (!/^[:/?]$/.test(first)) vi.message = '';
  const lastDone = vi.done.at(-1);
  if (isVisual(vi)) yield* visual(vi, key, count);
  else yield* normal(vi, key, count);
  if (vi.mode === 'insert' || vi.mode === 'replace') yield* insert(vi);
  const isChange = vi.done.at(-1) !== lastDone && !/^(u|\^R|\.|:)$/.test(key);
  if (isChange && vi.pressed.length > 0) vi.last = vi.pressed;
  clampCursor(vi.document, vi.mode === 'normal' ? 0 : 1);
}

type Shortcut = readonly [operator: string, motion: string];

const shortcuts: Readonly<Record<string, Shortcut>> = {
  D: ['d', '$'],
  C: ['c', '$'],
  x: ['d', 'l'],
  X: ['d', 'h'],
  s: ['c', 'l'],
  delete: ['d', 'l'],
};

/** Operators of whole lines. */
const lineShortcuts: Readonly<Record<string, string>> = { Y: 'y', S: 'c' };

function* normal(vi: Vi, key: string, count: number | null): Step<void> {
  const short = shortcuts[key];
  const ofLines = lineShortcuts[key];
  const starts = inserts[key];
  if (short !== undefined) {
    if (lineAt(vi.document) === '' && key !== 's' && key !== 'C') return;
    yield* shortened(vi, short, count);
  } else if (ofLines !== undefined) operateOnLines(vi, ofLines, count ?? 1);
  else if (isOperator(key)) yield* operator(vi, key, count);
  else if (isMotion(key)) yield* move(vi, key, count);
  else if (starts !== undefined) {
    starts(vi);
    vi.mode = key === 'R' ? 'replace' : 'insert';
  } else yield* other(vi, key, count ?? 1);
}

function* shortened(vi: Vi, [name, where]: Shortcut, count: number | null): Step<void> {
  const target = yield* motion(vi, where, count);
  if (target !== null) apply(vi, name, spanOf(vi, target));
}

const inserts: Readonly<Record<string, (vi: Vi) => void>> = {
  i: remember,
  insert: remember,
  R: remember,
  a: (vi) => {
    remember(vi);
    vi.document.column = Math.min(vi.document.column + 1, lineAt(vi.document).length);
  },
  I: (vi) => {
    remember(vi);
    vi.document.column = firstLetter(lineAt(vi.document));
  },
  A: (vi) => {
    remember(vi);
    vi.document.column = lineAt(vi.document).length;
  },
  o: (vi) => openLine(vi, 1),
  O: (vi) => openLine(vi, 0),
};

function openLine(vi: Vi, by: 0 | 1): void {
  remember(vi);
  vi.document.lines.splice(vi.document.row + by, 0, '');
  vi.document.row += by;
  vi.document.column = 0;
}

function* other(vi: Vi, key: string, many: number): Step<void> {
  const by = scrolls[key]?.(vi.screen.size().rows);
  if (by !== undefined) scroll(vi, by);
  else if (asking[key] !== undefined) yield* asking[key](vi, many);
  else plain[key]?.(vi, many);
}

const scrolls: Readonly<Record<string, (rows: number) => number>> = {
  '^F': (rows) => rows - 3,
  'page-down': (rows) => rows - 3,
  '^B': (rows) => 3 - rows,
  'page-up': (rows) => 3 - rows,
  '^D': (rows) => Math.floor(rows / 2),
  '^U': (rows) => -Math.floor(rows / 2),
};

function scroll({ document }: Vi, by: number): void {
  document.row = Math.max(0, Math.min(document.row + by, document.lines.length - 1));
}

/** Keys that are done with at once. */
const plain: Readonly<Record<string, (vi: Vi, many: number) => void>> = {
  p: (vi, many) => put(vi, 'after', many),
  P: (vi, many) => put(vi, 'before', many),
  J: join,
  u: (vi, many) => goBackBy(vi, 'undo', many),
  '^R': (vi, many) => goBackBy(vi, 'redo', many),
  '.': (vi) => void vi.replay.push(...vi.last),
  '~': flipCase,
  v: (vi) => select(vi, 'visual'),
  V: (vi) => select(vi, 'visual lines'),
  '^G': sayWhere,
};

/** Keys that more are typed after. */
const asking: Readonly<Record<string, (vi: Vi, many: number) => Step<void>>> = {
  r: replaceByTyped,
  ':': (vi) => prompted(vi, ':'),
  '/': (vi) => prompted(vi, '/'),
  '?': (vi) => prompted(vi, '?'),
  Z: leave,
};

function goBackBy(vi: Vi, which: 'undo' | 'redo', many: number): void {
  for (let step = 0; step < many; step += 1) goBack(vi, which);
}

function flipCase(vi: Vi, many: number): void {
  replaceCharacters(vi, many, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
  vi.document.column += many;
}

function select(vi: Vi, mode: 'visual' | 'visual lines'): void {
  vi.mode = mode;
  vi.anchor = { row: vi.document.row, column: vi.document.column };
}

function sayWhere(vi: Vi): void {
  const { path, row, lines } = vi.document;
  vi.message = `"${path ?? '[No Name]'}" line ${row + 1} of ${lines.length}`;
}

function* replaceByTyped(vi: Vi, many: number): Step<void> {
  const letter = yield* nextKey(vi);
  if (letter === null || !isCharacter(letter)) return;
  replaceCharacters(vi, many, () => letter);
  vi.document.column += many - 1;
}

function* leave(vi: Vi): Step<void> {
  const second = yield* nextKey(vi);
  if (second === 'Z') runEx(vi, 'x');
  if (second === 'Q') runEx(vi, 'q!');
}
