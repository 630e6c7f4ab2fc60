/** What a control sequence does to a console's text: `ESC [ … letter`. */
import {
  clearInRow,
  clearRows,
  insert,
  moveTo,
  remove,
  scrollDown,
  scrollUp,
  setBehind,
  size,
} from './cells.ts';
import type { Cells } from './cells.ts';
import { lookAfter } from './looks.ts';

export type Sequence = { readonly mark: string; readonly numbers: readonly number[]; readonly last: string };

export type Ears = {
  readonly palette: readonly number[];
  /** What the terminal answers to a question. */
  readonly answer: (text: string) => void;
};

type Act = (cells: Cells, numbers: readonly number[], ears: Ears) => void;

const first = (numbers: readonly number[], usual: number): number => {
  const [given = 0] = numbers;
  return given === 0 ? usual : given;
};

const stride =
  (rows: number, columns: number): Act =>
  (cells, numbers) => {
    const many = first(numbers, 1);
    moveTo(cells, cells.row + rows * many, cells.column + columns * many);
  };

const toPlace: Act = (cells, [row = 1, column = 1]) =>
  moveTo(cells, Math.max(1, row) - 1, Math.max(1, column) - 1);

const clearScreen: Act = (cells, [what = 0]) => {
  if (what === 0) {
    clearInRow(cells, cells.column, size.columns);
    clearRows(cells, cells.row + 1, size.rows);
  } else if (what === 1) {
    clearRows(cells, 0, cells.row);
    clearInRow(cells, 0, cells.column + 1);
  } else clearRows(cells, 0, size.rows);
};

const clearLine: Act = (cells, [what = 0]) =>
  clearInRow(cells, what === 0 ? cells.column : 0, what === 1 ? cells.column + 1 : size.columns);

const isInside = ({ row, top, bottom }: Cells): boolean => row >= top && row < bottom;

const setScroll: Act = (cells, [top = 1, bottom = size.rows]) => {
  const [from, to] = [Math.max(1, top) - 1, Math.min(size.rows, bottom === 0 ? size.rows : bottom)];
  if (to - from < 2) return;
  cells.top = from;
  cells.bottom = to;
  moveTo(cells, 0, 0);
};

const save: Act = (cells) => {
  cells.saved = { row: cells.row, column: cells.column, look: cells.look };
};

const restore: Act = (cells) => {
  const { row, column, look } = cells.saved ?? { row: 0, column: 0, look: cells.look };
  cells.look = look;
  moveTo(cells, row, column);
};

const report: Act = (cells, [what], { answer }) => {
  if (what === 5) answer('\x1b[0n');
  if (what === 6) answer(`\x1b[${cells.row + 1};${cells.column + 1}R`);
};

const erase: Act = (cells, numbers) =>
  clearInRow(cells, cells.column, Math.min(size.columns, cells.column + first(numbers, 1)));

const acts: Readonly<Record<string, Act>> = {
  '@': (cells, numbers) => insert(cells, first(numbers, 1)),
  A: stride(-1, 0),
  B: stride(1, 0),
  C: stride(0, 1),
  D: stride(0, -1),
  E: (cells, numbers) => moveTo(cells, cells.row + first(numbers, 1), 0),
  F: (cells, numbers) => moveTo(cells, cells.row - first(numbers, 1), 0),
  G: (cells, numbers) => moveTo(cells, cells.row, first(numbers, 1) - 1),
  '`': (cells, numbers) => moveTo(cells, cells.row, first(numbers, 1) - 1),
  d: (cells, numbers) => moveTo(cells, first(numbers, 1) - 1, cells.column),
  H: toPlace,
  f: toPlace,
  J: clearScreen,
  K: clearLine,
  L: (cells, numbers) => isInside(cells) && scrollDown(cells, cells.row, first(numbers, 1)),
  M: (cells, numbers) => isInside(cells) && scrollUp(cells, cells.row, first(numbers, 1)),
  P: (cells, numbers) => remove(cells, first(numbers, 1)),
  S: (cells, numbers) => scrollUp(cells, cells.top, first(numbers, 1)),
  T: (cells, numbers) => scrollDown(cells, cells.top, first(numbers, 1)),
  X: erase,
  c: (_, __, { answer }) => answer('\x1b[?62;22c'),
  m: (cells, numbers, { palette }) => {
    cells.look = lookAfter(cells.look, numbers.length === 0 ? [0] : numbers, palette);
  },
  n: report,
  r: setScroll,
  s: save,
  u: restore,
  h: (cells, numbers) => mode(cells, numbers, 'on'),
  l: (cells, numbers) => mode(cells, numbers, 'off'),
};

function mode(cells: Cells, numbers: readonly number[], to: 'on' | 'off'): void {
  if (numbers.includes(4)) cells.isInserting = to === 'on';
}

function ownMode(cells: Cells, number: number, to: 'on' | 'off'): void {
  const isOn = to === 'on';
  if (number === 1) cells.isApplication = isOn;
  if (number === 7) cells.isWrapping = isOn;
  if (number === 25) {
    cells.isCursorShown = isOn;
    moveTo(cells, cells.row, cells.column);
  }
  if (number === 47 || number === 1047 || number === 1049) setBehind(cells, isOn ? 'behind' : 'in-front');
}

/** What is not known does nothing, as on any terminal. */
export function obey(cells: Cells, { mark, numbers, last }: Sequence, ears: Ears): void {
  if (mark === '?') {
    if (last === 'h' || last === 'l')
      for (const number of numbers) ownMode(cells, number, last === 'h' ? 'on' : 'off');
    return;
  }
  if (mark === '') acts[last]?.(cells, numbers, ears);
}

export const saveCursor = (cells: Cells, ears: Ears): void => save(cells, [], ears);
export const restoreCursor = (cells: Cells, ears: Ears): void => restore(cells, [], ears);
