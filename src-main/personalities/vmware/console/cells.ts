/** The text of a console: a letter and a look for each place, and where the cursor is. */
export const size = { columns: 80, rows: 25 } as const;

/** Colours and ways of one place: letter's colour, ground's, and flags, in a number. */
export type Look = number;
export const flags = { bold: 1, underline: 2, inverse: 4 } as const;
export const lookOf = (fore: number, back: number, ways: number): Look => fore | (back << 8) | (ways << 16);
export const usualLook: Look = lookOf(7, 0, 0);
export const foreOf = (look: Look): number => look & 255;
export const backOf = (look: Look): number => (look >> 8) & 255;
export const waysOf = (look: Look): number => look >> 16;

export type Row = { readonly letters: string[]; readonly looks: Look[] };

export type Cells = {
  rows: Row[];
  /** When each row was changed last, counted in changes. */
  readonly changed: number[];
  changes: number;
  row: number;
  column: number;
  /** The last column is written: the next letter goes to the next row. */
  isFull: boolean;
  look: Look;
  /** Rows that scroll: first, and behind the last. */
  top: number;
  bottom: number;
  isCursorShown: boolean;
  /** Arrow keys speak in the other way. */
  isApplication: boolean;
  isWrapping: boolean;
  isInserting: boolean;
  isSecondSet: boolean;
  saved: { readonly row: number; readonly column: number; readonly look: Look } | null;
  /** What stands behind a program that fills the screen. */
  behind: { readonly rows: Row[]; readonly row: number; readonly column: number } | null;
};

const emptyRow = (look: Look): Row => ({
  letters: Array.from({ length: size.columns }, () => ' '),
  looks: Array.from({ length: size.columns }, () => lookOf(7, backOf(look), 0)),
});

const emptyRows = (look: Look): Row[] => Array.from({ length: size.rows }, () => emptyRow(look));

export const createCells = (): Cells => ({
  rows: emptyRows(usualLook),
  changed: Array.from({ length: size.rows }, () => 1),
  changes: 1,
  ...fresh(),
});

const fresh = () => ({
  row: 0,
  column: 0,
  isFull: false,
  look: usualLook,
  top: 0,
  bottom: size.rows as number,
  isCursorShown: true,
  isApplication: false,
  isWrapping: true,
  isInserting: false,
  isSecondSet: false,
  saved: null,
  behind: null,
});

export function reset(cells: Cells): void {
  Object.assign(cells, fresh());
  cells.rows = emptyRows(usualLook);
  touch(cells, 0, size.rows);
}

/** These rows are others now. */
export function touch(cells: Cells, from: number, to: number): void {
  cells.changes += 1;
  for (let row = Math.max(0, from); row < Math.min(size.rows, to); row += 1)
    cells.changed[row] = cells.changes;
}

export function moveTo(cells: Cells, row: number, column: number): void {
  touch(cells, cells.row, cells.row + 1);
  cells.row = Math.max(0, Math.min(size.rows - 1, row));
  cells.column = Math.max(0, Math.min(size.columns - 1, column));
  cells.isFull = false;
  touch(cells, cells.row, cells.row + 1);
}

/** Rows of the part that scrolls go up, from this one on; the last ones are empty. */
export function scrollUp(cells: Cells, from: number, count: number): void {
  const many = Math.min(count, cells.bottom - from);
  cells.rows.splice(from, many);
  cells.rows.splice(cells.bottom - many, 0, ...Array.from({ length: many }, () => emptyRow(cells.look)));
  touch(cells, from, cells.bottom);
}

export function scrollDown(cells: Cells, from: number, count: number): void {
  const many = Math.min(count, cells.bottom - from);
  cells.rows.splice(cells.bottom - many, many);
  cells.rows.splice(from, 0, ...Array.from({ length: many }, () => emptyRow(cells.look)));
  touch(cells, from, cells.bottom);
}

export function lineFeed(cells: Cells): void {
  if (cells.row === cells.bottom - 1) scrollUp(cells, cells.top, 1);
  else moveTo(cells, cells.row + 1, cells.column);
  cells.isFull = false;
}

export function reverseFeed(cells: Cells): void {
  if (cells.row === cells.top) scrollDown(cells, cells.top, 1);
  else moveTo(cells, cells.row - 1, cells.column);
}

export function put(cells: Cells, letter: string): void {
  if (cells.isFull && cells.isWrapping) {
    moveTo(cells, cells.row, 0);
    lineFeed(cells);
  }
  const row = cells.rows[cells.row];
  if (row === undefined) return;
  if (cells.isInserting) insert(cells, 1);
  row.letters[cells.column] = letter;
  row.looks[cells.column] = cells.look;
  touch(cells, cells.row, cells.row + 1);
  if (cells.column === size.columns - 1) cells.isFull = true;
  else cells.column += 1;
}

/** Empty places come in at the cursor; what they push out is gone. */
export function insert(cells: Cells, count: number): void {
  change(cells, (places) => {
    places.splice(cells.column, 0, ...blanks(cells, count));
    places.length = size.columns;
  });
}

export function remove(cells: Cells, count: number): void {
  change(cells, (places) => {
    const many = Math.min(count, size.columns - cells.column);
    places.splice(cells.column, many);
    places.push(...blanks(cells, many));
  });
}

type Place = readonly [letter: string, look: Look];

const blanks = ({ look }: Cells, count: number): Place[] =>
  Array.from({ length: Math.min(count, size.columns) }, () => [' ', lookOf(7, backOf(look), 0)]);

function change(cells: Cells, act: (places: Place[]) => void): void {
  const row = cells.rows[cells.row];
  if (row === undefined) return;
  const places: Place[] = row.letters.map((letter, at) => [letter, row.looks[at] ?? usualLook]);
  act(places);
  cells.rows[cells.row] = {
    letters: places.map(([letter]) => letter),
    looks: places.map(([, look]) => look),
  };
  touch(cells, cells.row, cells.row + 1);
}

export function clearInRow(cells: Cells, from: number, to: number): void {
  const row = cells.rows[cells.row];
  if (row === undefined) return;
  const look = lookOf(7, backOf(cells.look), 0);
  row.letters.fill(' ', from, to);
  row.looks.fill(look, from, to);
  touch(cells, cells.row, cells.row + 1);
}

export function clearRows(cells: Cells, from: number, to: number): void {
  for (let row = from; row < to; row += 1) cells.rows[row] = emptyRow(cells.look);
  touch(cells, from, to);
}

export function setBehind(cells: Cells, to: 'behind' | 'in-front'): void {
  if (to === 'behind' && cells.behind === null) {
    cells.behind = { rows: cells.rows, row: cells.row, column: cells.column };
    cells.rows = emptyRows(usualLook);
  }
  if (to === 'in-front' && cells.behind !== null) {
    const { rows, row, column } = cells.behind;
    cells.behind = null;
    cells.rows = rows;
    moveTo(cells, row, column);
  }
  touch(cells, 0, size.rows);
}

/** As one reads it: each row without the blanks at its end. */
export const textOf = ({ rows }: Pick<Cells, 'rows'>): string =>
  rows.map(({ letters }) => letters.join('').trimEnd()).join('\n');
