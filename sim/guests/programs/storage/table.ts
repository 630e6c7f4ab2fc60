import type { Bytes } from '../../bytes.ts';

export type Column<T> = {
  readonly name: string;
  readonly isRight?: boolean;
  readonly isNumber?: boolean;
  /** Several lines: a list. null: nothing is known. */
  readonly of: (row: T) => Bytes | readonly Bytes[] | null;
};
export type Row<T> = {
  readonly value: T;
  /** What is drawn before its first cell. */ readonly branch: Bytes;
};

export type Form = 'table' | 'bare' | 'raw' | 'pairs';

const linesOf = (cell: Bytes | readonly Bytes[] | null): readonly Bytes[] => {
  if (cell === null) return [''];
  return typeof cell === 'string' ? [cell] : cell.length === 0 ? [''] : cell;
};

/** Of UTF-8 a character is as wide as another: continuation bytes take no room. */
const widthOf = (text: Bytes): number => text.replaceAll(/[\x80-\xbf]/g, '').length;
const fill = (text: Bytes, width: number): Bytes => ' '.repeat(Math.max(0, width - widthOf(text)));

export function tableText<T>(columns: readonly Column<T>[], rows: readonly Row<T>[], form: Form): Bytes {
  if (form === 'pairs') return rows.map((row) => pairsOf(columns, row)).join('');
  if (form === 'raw') return rawText(columns, rows);
  const cells = rows.flatMap(({ value, branch }) => layers(columns, value, branch));
  const head = columns.map(({ name }) => name);
  const all = [head, ...cells];
  const widths = columns.map((_, at) => Math.max(...all.map((line) => widthOf(line[at] ?? ''))));
  const shown = form === 'bare' ? cells : all;
  return shown.map((line) => `${laidOut(columns, line, widths)}\n`).join('');
}

function laidOut<T>(columns: readonly Column<T>[], line: readonly Bytes[], widths: readonly number[]): Bytes {
  return columns
    .map(({ isRight }, at) => {
      const text = line[at] ?? '';
      const gap = fill(text, widths[at] ?? 0);
      if (isRight === true) return gap + text;
      return at === columns.length - 1 ? text : text + gap;
    })
    .join(' ');
}

/** A cell of several lines makes further lines, on which all else is empty. */
function layers<T>(columns: readonly Column<T>[], value: T, branch: Bytes): readonly (readonly Bytes[])[] {
  const cells = columns.map((column, at) => {
    const lines = linesOf(column.of(value));
    return at === 0 ? lines.map((line) => branch + line) : lines;
  });
  const deepest = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: deepest }, (_, layer) => cells.map((lines) => lines[layer] ?? ''));
}

const rawText = <T>(columns: readonly Column<T>[], rows: readonly Row<T>[]): Bytes =>
  [
    columns.map(({ name }) => name).join(' '),
    ...rows.map(({ value }) =>
      columns
        .map((column) => linesOf(column.of(value)).join('\\x0a').trim().replaceAll(' ', '\\x20'))
        .join(' '),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');

const pairsOf = <T>(columns: readonly Column<T>[], { value }: Row<T>): Bytes =>
  `${columns.map((column) => `${column.name}="${linesOf(column.of(value)).join('\\x0a').trim()}"`).join(' ')}\n`;

const quoted = (text: Bytes): Bytes => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** One cell as JSON has it. */
export function jsonCell<T>(column: Column<T>, value: T): Bytes {
  const cell = column.of(value);
  const key = `"${column.name.toLowerCase()}"`;
  if (cell !== null && typeof cell !== 'string') {
    const items = cell.length === 0 ? ['null'] : cell.map(quoted);
    return `${key}: [\n@${items.map((item) => `    ${item}`).join(',\n@')}\n@]`;
  }
  const text = cell?.trim() ?? '';
  if (cell === null || text === '') return `${key}: null`;
  if (column.isNumber === true) return `${key}: ${text}`;
  return `${key}: ${quoted(text)}`;
}
