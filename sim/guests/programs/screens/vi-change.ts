import { lineAt, replaceLine } from './document.ts';
import type { Target } from './vi-motions.ts';
import type { Vi } from './vi-state.ts';
import { firstLetter, remember } from './vi-state.ts';

export type Span = { readonly from: Spot; readonly to: Spot; readonly isLines: boolean };
type Spot = { readonly row: number; readonly column: number };

export const isEarlier = (one: Spot, other: Spot): boolean =>
  one.row < other.row || (one.row === other.row && one.column < other.column);

/** What lies between the cursor and where a motion leads; the end is not in it. */
export function spanOf(vi: Vi, target: Target): Span {
  const { row, column } = vi.document;
  const here = { row, column };
  const [from, to] = isEarlier(target, here) ? [target, here] : [here, target];
  const isLines = target.takes === 'lines';
  if (endsItsLine(vi, target)) return { from, to: { row, column: lineAt(vi.document).length }, isLines };
  const past = target.takes === 'with' ? 1 : 0;
  return { from, to: { row: to.row, column: to.column + past }, isLines };
}

/** A word that ends its line takes nothing of the next. */
const endsItsLine = ({ document: { row, lines } }: Vi, target: Target): boolean =>
  target.takes === 'to' && target.row === row + 1 && target.column <= firstLetter(lines[target.row] ?? '');

function textIn(vi: Vi, { from, to, isLines }: Span): readonly string[] {
  const rows = vi.document.lines.slice(from.row, to.row + 1);
  if (isLines) return rows;
  if (rows.length === 1) return [(rows[0] ?? '').slice(from.column, to.column)];
  return rows.map((line, at) =>
    at === 0 ? line.slice(from.column) : at === rows.length - 1 ? line.slice(0, to.column) : line,
  );
}

/** `d`, `c`, `y`, `<` and `>` of a span. */
export function operate(vi: Vi, operator: string, span: Span): void {
  if (operator === '>' || operator === '<') {
    shift(vi, operator, span);
    return;
  }
  const lines = textIn(vi, span);
  vi.register = { lines, isLines: span.isLines };
  if (operator === 'y') {
    vi.document.row = span.from.row;
    if (!span.isLines) vi.document.column = span.from.column;
    if (lines.length > 2) vi.message = `${lines.length} lines yanked`;
    return;
  }
  remember(vi);
  if (!span.isLines) removeText(vi, span);
  else if (operator === 'c') emptyLines(vi, span);
  else removeLines(vi, span);
}

function removeText({ document }: Vi, { from, to }: Span): void {
  const kept = (document.lines[from.row] ?? '').slice(0, from.column);
  const rest = (document.lines[to.row] ?? '').slice(to.column);
  document.lines.splice(from.row, to.row - from.row + 1, kept + rest);
  document.row = from.row;
  document.column = from.column;
}

/** One line stays, with the indent of the first. */
function emptyLines({ document }: Vi, { from, to }: Span): void {
  const indent = /^\s*/.exec(document.lines[from.row] ?? '')?.[0] ?? '';
  document.lines.splice(from.row, to.row - from.row + 1, indent);
  document.row = Math.min(from.row, document.lines.length - 1);
  document.column = indent.length;
}

function removeLines(vi: Vi, { from, to }: Span): void {
  const { document } = vi;
  const count = to.row - from.row + 1;
  document.lines.splice(from.row, count);
  if (document.lines.length === 0) document.lines = [''];
  document.row = Math.min(from.row, document.lines.length - 1);
  document.column = firstLetter(lineAt(document));
  if (count > 2) vi.message = `${count} fewer lines`;
}

function shift(vi: Vi, operator: '>' | '<', { from, to }: Span): void {
  remember(vi);
  for (let row = from.row; row <= to.row; row += 1) {
    const line = vi.document.lines[row] ?? '';
    vi.document.lines[row] =
      operator === '>' ? (line === '' ? '' : `\t${line}`) : line.replace(/^(?:\t| {1,8})/, '');
  }
  vi.document.row = from.row;
  vi.document.column = firstLetter(lineAt(vi.document));
}

export function put(vi: Vi, where: 'after' | 'before', count: number): void {
  const { document, register } = vi;
  if (register.lines.length === 0) return;
  remember(vi);
  const many = Array.from({ length: count }, () => register.lines).flat();
  if (register.isLines) {
    const row = document.row + (where === 'after' ? 1 : 0);
    document.lines.splice(row, 0, ...many);
    document.row = row;
    document.column = firstLetter(lineAt(document));
    return;
  }
  const line = lineAt(document);
  const at = where === 'after' ? Math.min(document.column + 1, line.length) : document.column;
  const text = Array.from({ length: count }, () => register.lines.join('\n')).join('');
  const rows = (line.slice(0, at) + text + line.slice(at)).split('\n');
  document.lines.splice(document.row, 1, ...rows);
  document.column = rows.length === 1 ? at + text.length - 1 : at;
}

export function join(vi: Vi, count: number): void {
  const { document } = vi;
  if (document.row >= document.lines.length - 1) return;
  remember(vi);
  for (let step = 0; step < Math.max(1, count - 1) && document.row < document.lines.length - 1; step += 1) {
    const line = lineAt(document);
    const next = (document.lines[document.row + 1] ?? '').trimStart();
    document.lines.splice(document.row + 1, 1);
    const gap = line === '' || /\s$/.test(line) || next === '' || next.startsWith(')') ? '' : ' ';
    document.column = gap === '' ? Math.max(0, line.length - 1) : line.length;
    replaceLine(document, line + gap + next);
  }
}

/** `~` and `r`: characters put in the place of others. */
export function replaceCharacters(vi: Vi, count: number, by: (character: string) => string): void {
  const { document } = vi;
  const line = lineAt(document);
  if (document.column + count > line.length && by('a') !== 'A') return;
  remember(vi);
  const end = Math.min(line.length, document.column + count);
  const middle = Array.from(line.slice(document.column, end), by).join('');
  replaceLine(document, line.slice(0, document.column) + middle + line.slice(end));
}
