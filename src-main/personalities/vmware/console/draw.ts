/** The console as a picture: a colour of the palette for each dot. */
import { backOf, flags, foreOf, size, usualLook, waysOf } from './cells.ts';
import type { Cells, Look } from './cells.ts';
import { letterHeight, letterWidth } from './glyphs.ts';
import type { Glyphs } from './glyphs.ts';

export const picture = { width: size.columns * letterWidth, height: size.rows * letterHeight } as const;

/** Bold letters have the brighter one of eight. */
function coloursOf(look: Look): readonly [fore: number, back: number] {
  const ways = waysOf(look);
  const fore = (ways & flags.bold) !== 0 && foreOf(look) < 8 ? foreOf(look) + 8 : foreOf(look);
  return (ways & flags.inverse) === 0 ? [fore, backOf(look)] : [backOf(look), fore];
}

/** One row of text: sixteen of dots. */
export function drawRow(cells: Cells, row: number, glyphs: Glyphs): Uint8Array {
  const dots = new Uint8Array(picture.width * letterHeight);
  const { letters, looks } = cells.rows[row] ?? { letters: [], looks: [] };
  for (let column = 0; column < size.columns; column += 1) {
    const look = looks[column] ?? usualLook;
    const isCursor = cells.isCursorShown && row === cells.row && column === cells.column;
    drawLetter(dots, {
      at: column * letterWidth,
      glyph: glyphs(letters[column] ?? ' '),
      colours: coloursOf(look),
      // The cursor is a line below the letter.
      filledFrom: isCursor ? 13 : (waysOf(look) & flags.underline) === 0 ? 16 : 14,
      filledTo: isCursor ? 15 : 15,
    });
  }
  return dots;
}

type Letter = {
  readonly at: number;
  readonly glyph: Uint8Array;
  readonly colours: readonly [fore: number, back: number];
  readonly filledFrom: number;
  readonly filledTo: number;
};

function drawLetter(
  dots: Uint8Array,
  { at, glyph, colours: [fore, back], filledFrom, filledTo }: Letter,
): void {
  for (let y = 0; y < letterHeight; y += 1) {
    const bits = y >= filledFrom && y < filledTo ? 0xff : (glyph[y] ?? 0);
    const from = y * picture.width + at;
    for (let x = 0; x < letterWidth; x += 1) dots[from + x] = (bits & (0x80 >> x)) === 0 ? back : fore;
  }
}

export function drawAll(cells: Cells, glyphs: Glyphs): Uint8Array {
  const dots = new Uint8Array(picture.width * picture.height);
  for (let row = 0; row < size.rows; row += 1)
    dots.set(drawRow(cells, row, glyphs), row * letterHeight * picture.width);
  return dots;
}
