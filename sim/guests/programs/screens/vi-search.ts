import { bytesOf, textOf } from '../../bytes.ts';
import type { Match, Pattern } from '../../patterns/pattern.ts';
import { compile, groupOf } from '../../patterns/pattern.ts';
import type { Place, Vi } from './vi-state.ts';

export function patternOf(vi: Vi, source: string, letters: 'exact' | 'fold'): Pattern | null {
  const compiled = compile(bytesOf(source), {
    syntax: 'basic',
    letters,
    anchors: 'text',
    units: 'characters',
  });
  if (compiled.ok) return compiled.pattern;
  vi.message = `E383: Invalid search string: ${source}`;
  return null;
}

const columnIn = (bytes: string, at: number): number => textOf(bytes.slice(0, at)).length;

function matchesIn(pattern: Pattern, line: string): readonly number[] {
  const bytes = bytesOf(line);
  const columns: number[] = [];
  for (let at = 0; at <= bytes.length;) {
    const match = pattern.find(bytes, at);
    if (match === null) break;
    columns.push(columnIn(bytes, match.from));
    at = Math.max(match.to, match.from + 1);
  }
  return columns;
}

/** Where the next match is, around the end of the file. */
export function seek(vi: Vi, isBackward: boolean): Place | null {
  const { document, sought } = vi;
  if (sought === null) {
    vi.message = 'E35: No previous regular expression';
    return null;
  }
  const pattern = patternOf(vi, sought.pattern, 'exact');
  if (pattern === null) return null;
  const count = document.lines.length;
  for (let step = 0; step <= count; step += 1) {
    const row = (document.row + (isBackward ? count - step : step) + count) % count;
    const columns = matchesIn(pattern, document.lines[row] ?? '').filter((column) => {
      if (step !== 0) return true;
      return isBackward ? column < document.column : column > document.column;
    });
    const column = isBackward ? columns.at(-1) : columns[0];
    if (column === undefined) continue;
    if (isBackward ? row > document.row : row < document.row)
      vi.message = isBackward
        ? 'search hit TOP, continuing at BOTTOM'
        : 'search hit BOTTOM, continuing at TOP';
    return { row, column };
  }
  vi.message = `E486: Pattern not found: ${sought.pattern}`;
  return null;
}

export type Substitution = {
  readonly pattern: Pattern;
  readonly replacement: string;
  readonly isEvery: boolean;
};

/** The line with its matches replaced; null: it has none. */
export function substituted(
  line: string,
  { pattern, replacement, isEvery }: Substitution,
): { text: string; count: number } | null {
  const bytes = bytesOf(line);
  let said = '';
  let at = 0;
  let count = 0;
  while (at <= bytes.length) {
    const match = pattern.find(bytes, at);
    if (match === null) break;
    count += 1;
    said += bytes.slice(at, match.from) + filled(bytesOf(replacement), bytes, match);
    at = match.to;
    if (match.to === match.from) {
      said += bytes.slice(at, at + 1);
      at += 1;
    }
    if (!isEvery) break;
  }
  return count === 0 ? null : { text: textOf(said + bytes.slice(at)), count };
}

function filled(replacement: string, bytes: string, match: Match): string {
  return replacement.replaceAll(
    /\\([0-9&nrt\\/])|\\(.)|&/g,
    (whole: string, known: string | undefined, other: string | undefined) => {
      if (whole === '&') return bytes.slice(match.from, match.to);
      if (known === undefined) return other ?? '';
      if (/\d/.test(known)) return groupOf(match, bytes, Number(known));
      return known === 'n' || known === 'r' ? '\n' : known === 't' ? '\t' : known;
    },
  );
}
