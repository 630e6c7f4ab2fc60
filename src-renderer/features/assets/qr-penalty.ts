/** How hard a QR code is to read: runs, blocks, what looks like a finder, too much of one colour. */
type Rows = readonly (readonly boolean[])[];

const columnsOf = (rows: Rows): Rows => rows.map((_, at) => rows.map((row) => row[at] === true));

function runs(line: readonly boolean[]): number {
  let [penalty, length] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    length = at > 0 && line[at - 1] === line[at] ? length + 1 : 1;
    if (length === 5) penalty += 3;
    else if (length > 5) penalty += 1;
  }
  return penalty;
}

function blocks(rows: Rows): number {
  let count = 0;
  for (let at = 1; at < rows.length; at += 1) {
    const [above, row] = [rows[at - 1] ?? [], rows[at] ?? []];
    for (let column = 1; column < row.length; column += 1) {
      const dark = row[column];
      if (row[column - 1] === dark && above[column] === dark && above[column - 1] === dark) count += 1;
    }
  }
  return 3 * count;
}

/** Eleven modules that look like a finder with light beside it, from either end. */
const finderLike = 0b00001011101;
const likeFinder = 0b10111010000;

function likeFinders(line: readonly boolean[]): number {
  let [window, count] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    window = ((window << 1) | (line[at] === true ? 1 : 0)) & 0x7ff;
    if (at >= 10 && (window === finderLike || window === likeFinder)) count += 1;
  }
  return 40 * count;
}

function imbalance(rows: Rows): number {
  const dark = rows.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
  const percent = (100 * dark) / (rows.length * rows.length);
  return 10 * Math.floor(Math.abs(percent - 50) / 5);
}

export function penaltyOf(rows: Rows): number {
  const lines = [...rows, ...columnsOf(rows)];
  const inLines = lines.reduce((sum, line) => sum + runs(line) + likeFinders(line), 0);
  return inLines + blocks(rows) + imbalance(rows);
}
