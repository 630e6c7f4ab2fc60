import type { Step } from '../../kernel/program.ts';
import { lineAt } from './document.ts';
import type { Span } from './vi-change.ts';
import { operate } from './vi-change.ts';
import type { Vi } from './vi-state.ts';
import { nextKey } from './vi-state.ts';

export function apply(vi: Vi, operatorKey: string, span: Span): void {
  operate(vi, operatorKey, span);
  if (operatorKey === 'c') vi.mode = 'insert';
}

type Pair = readonly [opening: string, closing: string];

const pairs: Readonly<Record<string, Pair>> = {
  '"': ['"', '"'],
  "'": ["'", "'"],
  '(': ['(', ')'],
  ')': ['(', ')'],
  b: ['(', ')'],
  '[': ['[', ']'],
  ']': ['[', ']'],
  '{': ['{', '}'],
  '}': ['{', '}'],
  B: ['{', '}'],
  '<': ['<', '>'],
  '>': ['<', '>'],
  '`': ['`', '`'],
};

/** `iw`, `i"` and their like, within the line. */
export function* object(vi: Vi, key: string, kind: 'i' | 'a'): Step<void> {
  const what = yield* nextKey(vi);
  const { row } = vi.document;
  const ends = endsOf(vi, what ?? '', kind === 'a' ? 1 : 0);
  if (ends === null) return;
  const [from, to] = ends;
  apply(vi, key, { from: { row, column: from }, to: { row, column: to }, isLines: false });
}

type Ends = readonly [from: number, to: number];
type Around = 0 | 1;

function endsOf({ document }: Vi, what: string, around: Around): Ends | null {
  const place = { line: lineAt(document), column: document.column };
  if (what === 'w') return wordEnds(place, /\w/, around);
  if (what === 'W') return wordEnds(place, /\S/, around);
  const pair = pairs[what];
  return pair === undefined ? null : pairEnds(place, pair, around);
}

type InLine = { readonly line: string; readonly column: number };

function wordEnds({ line, column }: InLine, letters: RegExp, around: Around): Ends {
  const isWord = (at: number): boolean => letters.test(line[at] ?? ' ');
  const same = isWord(column);
  let [from, to] = [column, column];
  while (from > 0 && isWord(from - 1) === same) from -= 1;
  while (to < line.length && isWord(to) === same) to += 1;
  while (around === 1 && /\s/.test(line[to] ?? '')) to += 1;
  return [from, to];
}

function pairEnds(place: InLine, pair: Pair, around: Around): Ends | null {
  const [opening, closing] = pair;
  const start = opening === closing ? quoteStart(place, opening) : bracketStart(place, pair);
  const close = place.line.indexOf(closing, start + 1);
  return start < 0 || close < 0 ? null : [start + 1 - around, close + around];
}

/** The quote before the cursor, or else the next. */
function quoteStart({ line, column }: InLine, quote: string): number {
  const before = line.lastIndexOf(quote, column);
  return before < 0 ? line.indexOf(quote, column) : before;
}

const bracketStart = ({ line, column }: InLine, [opening, closing]: Pair): number =>
  line.lastIndexOf(opening, line[column] === closing ? column - 1 : column);
