/** A terminal that is looked at as a picture: bytes in, text and cursor out. */
import { createCells, lineFeed, moveTo, put, reset, reverseFeed, size } from './cells.ts';
import type { Cells } from './cells.ts';
import { secondSet } from './font.table.ts';
import { paletteOf } from './palette.ts';
import { obey, restoreCursor, saveCursor } from './sequences.ts';
import type { Ears } from './sequences.ts';

export type Terminal = {
  readonly cells: Cells;
  readonly palette: readonly number[];
  readonly write: (bytes: Uint8Array) => void;
};

/** A sequence that has not ended by then is none. */
const longestSequence = 4096;

const control = /^\x1b\[([?>=!]?)([\d;:]*)[ -/]*([@-~])/;
const told = /^\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)/;
const other = /^\x1b(?:[()*+\-./#%]([ -~])|([ -~]))/;

export function createTerminal(answer: (text: string) => void): Terminal {
  const cells = createCells();
  const palette = paletteOf();
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  return {
    cells,
    palette,
    write: (bytes) => {
      rest = read(cells, rest + decoder.decode(bytes, { stream: true }), { palette, answer });
    },
  };
}

/** What is left is the beginning of a sequence. */
function read(cells: Cells, text: string, ears: Ears): string {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (code !== 0x1b) {
      const letter = String.fromCodePoint(code);
      if (code < 0x20 || code === 0x7f) obeyControl(cells, code);
      else put(cells, cells.isSecondSet ? (secondSet[letter] ?? letter) : letter);
      at += letter.length;
      continue;
    }
    const used = sequence(cells, text.slice(at, at + longestSequence), ears);
    if (used === 0) return text.length - at < longestSequence ? text.slice(at) : '';
    at += used;
  }
  return '';
}

/** How many letters it has; 0 where it goes on. */
function sequence(cells: Cells, text: string, ears: Ears): number {
  const found = control.exec(text);
  if (found !== null) {
    const [whole, mark = '', numbers = '', last = ''] = found;
    const given = numbers === '' ? [] : numbers.split(/[;:]/).map(Number);
    obey(cells, { mark, numbers: given, last }, ears);
    return whole.length;
  }
  const words = told.exec(text);
  if (words !== null) return words[0].length;
  if (/^\x1b(?:[[\]P_^X]|[()*+\-./#%]?$)/.test(text)) return 0;
  const short = other.exec(text);
  if (short === null) return 1;
  obeyShort(cells, short[0], ears);
  return short[0].length;
}

function obeyShort(cells: Cells, text: string, ears: Ears): void {
  switch (text.slice(1)) {
    case '7':
      return saveCursor(cells, ears);
    case '8':
      return restoreCursor(cells, ears);
    case 'D':
      return lineFeed(cells);
    case 'E':
      moveTo(cells, cells.row, 0);
      return lineFeed(cells);
    case 'M':
      return reverseFeed(cells);
    case 'c':
      return reset(cells);
    case '(0':
      cells.isSecondSet = true;
      return;
    case '(B':
      cells.isSecondSet = false;
      return;
    default:
  }
}

function obeyControl(cells: Cells, code: number): void {
  switch (code) {
    case 0x08:
      return moveTo(cells, cells.row, cells.column - 1);
    case 0x09:
      return moveTo(cells, cells.row, Math.min(size.columns - 1, (Math.floor(cells.column / 8) + 1) * 8));
    case 0x0a:
    case 0x0b:
    case 0x0c:
      return lineFeed(cells);
    case 0x0d:
      return moveTo(cells, cells.row, 0);
    case 0x0e:
      cells.isSecondSet = true;
      return;
    case 0x0f:
      cells.isSecondSet = false;
      return;
    default:
  }
}
