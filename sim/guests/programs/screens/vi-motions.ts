import type { Step } from '../../kernel/program.ts';
import { lineAt } from './document.ts';
import { seek } from './vi-search.ts';
import type { Vi } from './vi-state.ts';
import { firstLetter, goTo, nextKey } from './vi-state.ts';
import { isCharacter } from './keys.ts';

/** Where a motion leads, and how much of it an operator takes. */
export type Target = {
  readonly row: number;
  readonly column: number;
  readonly takes: 'to' | 'with' | 'lines';
};

const classOf = (character: string | undefined, isBig: boolean): number => {
  if (character === undefined || /\s/.test(character)) return 0;
  return isBig || /[\p{L}\p{N}_]/u.test(character) ? 1 : 2;
};

type Spot = { row: number; column: number };

function afterRun(line: string, from: number, isBig: boolean): number {
  const kind = classOf(line[from], isBig);
  let column = from;
  while (kind !== 0 && classOf(line[column], isBig) === kind) column += 1;
  return column;
}

function afterBlanks(line: string, from: number): number {
  let column = from;
  while (column < line.length && /\s/.test(line[column] ?? '')) column += 1;
  return column;
}

function wordOn(vi: Vi, from: Spot, isBig: boolean): Spot {
  const { lines } = vi.document;
  let { row } = from;
  let column = afterRun(lines[row] ?? '', from.column, isBig);
  for (;;) {
    const line = lines[row] ?? '';
    column = afterBlanks(line, column);
    if (column < line.length) return { row, column };
    if (row >= lines.length - 1) return { row, column: line.length };
    row += 1;
    column = 0;
    if (lines[row] === '') return { row, column };
  }
}

function wordBack(vi: Vi, from: Spot, isBig: boolean): Spot {
  const { lines } = vi.document;
  let { row, column } = from;
  for (;;) {
    const line = lines[row] ?? '';
    while (column > 0 && classOf(line[column - 1], isBig) === 0) column -= 1;
    if (column > 0) break;
    if (row === 0) return { row, column: 0 };
    row -= 1;
    column = (lines[row] ?? '').length;
    if (column === 0) return { row, column };
  }
  const line = lines[row] ?? '';
  const kind = classOf(line[column - 1], isBig);
  while (column > 0 && classOf(line[column - 1], isBig) === kind) column -= 1;
  return { row, column };
}

function wordEnd(vi: Vi, from: Spot, isBig: boolean): Spot {
  const { lines } = vi.document;
  let { row, column } = { row: from.row, column: from.column + 1 };
  while (classOf(lines[row]?.[column], isBig) === 0) {
    if (column < (lines[row] ?? '').length) column += 1;
    else if (row < lines.length - 1) {
      row += 1;
      column = 0;
    } else return { row, column: Math.max(0, (lines[row] ?? '').length - 1) };
  }
  const kind = classOf(lines[row]?.[column], isBig);
  while (classOf(lines[row]?.[column + 1], isBig) === kind) column += 1;
  return { row, column };
}

const words: Readonly<
  Record<string, readonly [(vi: Vi, from: Spot, isBig: boolean) => Spot, Target['takes']]>
> = {
  w: [wordOn, 'to'],
  b: [wordBack, 'to'],
  e: [wordEnd, 'with'],
};

function wordMotion(vi: Vi, key: string, count: number): Target | null {
  const found = words[key.toLowerCase()];
  if (found === undefined) return null;
  const [move, takes] = found;
  let spot: Spot = { row: vi.document.row, column: vi.document.column };
  for (let step = 0; step < count; step += 1) spot = move(vi, spot, key < 'a');
  return { ...spot, takes };
}

const flipped: Readonly<Record<string, string>> = { f: 'F', F: 'f', t: 'T', T: 't' };

function* letterMotion(vi: Vi, key: string, count: number): Step<Target | null> {
  if ('fFtT'.includes(key)) {
    const letter = yield* nextKey(vi);
    if (letter === null || !isCharacter(letter)) return null;
    vi.found = { key, letter };
  }
  if (vi.found === null) return null;
  const { key: before, letter } = vi.found;
  return toLetter(vi, { kind: key === ',' ? (flipped[before] ?? before) : before, letter, count });
}

type Letter = { readonly kind: string; readonly letter: string; readonly count: number };

/** `t` and `T` stop beside it. */
const beside: Readonly<Record<string, number>> = { t: -1, T: 1 };

function toLetter({ document }: Vi, { kind, letter, count }: Letter): Target | null {
  const isOn = kind === 'f' || kind === 't';
  const line = lineAt(document);
  let { column } = document;
  for (let step = 0; step < count; step += 1) {
    column = isOn ? line.indexOf(letter, column + 1) : lastBefore(line, column, letter);
    if (column < 0) return null;
  }
  return { row: document.row, column: column + (beside[kind] ?? 0), takes: isOn ? 'with' : 'to' };
}

const lastBefore = (line: string, column: number, letter: string): number =>
  column === 0 ? -1 : line.lastIndexOf(letter, column - 1);

const partners: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  ')': '(',
  ']': '[',
  '}': '{',
};

function bracketMotion({ document }: Vi): Target | null {
  const { row, lines } = document;
  const from = lineAt(document)
    .slice(document.column)
    .search(/[()[\]{}]/);
  if (from < 0) return null;
  const start = { row, column: document.column + from };
  const mine = lineAt(document)[start.column] ?? '';
  const other = partners[mine];
  const by = '([{'.includes(mine) ? 1 : -1;
  let depth = 0;
  for (let spot: Spot | null = start; spot !== null; spot = spotBeside(lines, spot, by)) {
    const character = lines[spot.row]?.[spot.column];
    if (character === mine) depth += 1;
    if (character === other) depth -= 1;
    if (depth === 0) return { ...spot, takes: 'with' };
  }
  return null;
}

/** null: the text is over. */
function spotBeside(lines: readonly string[], { row, column }: Spot, by: 1 | -1): Spot | null {
  const next = column + by;
  if (next >= 0 && next < (lines[row] ?? '').length) return { row, column: next };
  const line = lines[row + by];
  if (line === undefined) return null;
  return { row: row + by, column: by > 0 ? 0 : line.length - 1 };
}

function paragraph(vi: Vi, by: 1 | -1): Target {
  const { lines, row } = vi.document;
  let at = row;
  while (lines[at] === '' && at > 0 && at < lines.length - 1) at += by;
  while (at > 0 && at < lines.length - 1 && lines[at] !== '') at += by;
  return { row: at, column: by > 0 && lines[at] !== '' ? (lines[at] ?? '').length : 0, takes: 'to' };
}

const aliases: Readonly<Record<string, string>> = {
  left: 'h',
  backspace: 'h',
  down: 'j',
  '^J': 'j',
  '^N': 'j',
  up: 'k',
  '^P': 'k',
  right: 'l',
  ' ': 'l',
  home: '0',
  end: '$',
  enter: '+',
};

type Given = { readonly count: number | null };

/** Within the line, or to lines. */
function plainMotion(vi: Vi, key: string, { count }: Given): Target | null {
  const { document } = vi;
  const { lines, row, column } = document;
  const many = count ?? 1;
  const line = (to: number): Target => {
    const at = Math.max(0, Math.min(to, lines.length - 1));
    return { row: at, column: firstLetter(lines[at] ?? ''), takes: 'lines' };
  };
  const rowMotion = (to: number): Target | null =>
    to < 0 || to >= lines.length ? null : { row: to, column, takes: 'lines' };
  const motions: Readonly<Record<string, () => Target | null>> = {
    h: () => (column === 0 ? null : { row, column: Math.max(0, column - many), takes: 'to' }),
    l: () => ({ row, column: Math.min(lineAt(document).length, column + many), takes: 'to' }),
    j: () => rowMotion(row + many),
    k: () => rowMotion(row - many),
    '0': () => ({ row, column: 0, takes: 'to' }),
    '^': () => ({ row, column: firstLetter(lineAt(document)), takes: 'to' }),
    $: () => ({
      row: row + many - 1,
      column: Math.max(0, (lines[row + many - 1] ?? '').length - 1),
      takes: 'with',
    }),
    '+': () => line(row + many),
    '-': () => line(row - many),
    _: () => line(row + many - 1),
    G: () => line((count ?? lines.length) - 1),
    gg: () => line((count ?? 1) - 1),
    '{': () => paragraph(vi, -1),
    '}': () => paragraph(vi, 1),
    '%': () => bracketMotion(vi),
    H: () => line(vi.top),
    L: () => line(vi.top + vi.screen.size().rows - 2),
    M: () => line(vi.top + Math.floor((Math.min(lines.length - vi.top, vi.screen.size().rows - 1) - 1) / 2)),
  };
  return motions[key]?.() ?? null;
}

/** Is the key one that moves? */
export const isMotion = (key: string): boolean =>
  aliases[key] !== undefined || /^[hjklwbeWBE0^$+_GgHLMfFtT;,{}%nN-]$/.test(key);

export function* motion(vi: Vi, key: string, count: number | null): Step<Target | null> {
  const name = aliases[key] ?? key;
  if (name === 'g') {
    const second = yield* nextKey(vi);
    return second === 'g' ? plainMotion(vi, 'gg', { count }) : null;
  }
  if (/^[wbe]$/i.test(name)) return wordMotion(vi, name, count ?? 1);
  if (/^[fFtT;,]$/.test(name)) return yield* letterMotion(vi, name, count ?? 1);
  if (name === 'n' || name === 'N') return searchMotion(vi, name);
  return plainMotion(vi, name, { count });
}

function searchMotion(vi: Vi, key: 'n' | 'N'): Target | null {
  const place = seek(vi, (vi.sought?.isBackward ?? false) !== (key === 'N'));
  return place === null ? null : { ...place, takes: 'to' };
}

export function* move(vi: Vi, key: string, count: number | null): Step<void> {
  const target = yield* motion(vi, key, count);
  if (target !== null) goTo(vi, target);
}
