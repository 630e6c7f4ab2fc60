/** A letter's dots, sixteen rows of eight. */
import { blocks, boxLines, fontTop, letters, marks } from './font.table.ts';

export const letterWidth = 8;
export const letterHeight = 16;

export type Glyph = Uint8Array;
export type Glyphs = (letter: string) => Glyph;

/** Each is drawn once, when it is first asked for. */
export function createGlyphs(): Glyphs {
  const drawn = new Map<string, Glyph>();
  return (letter) => {
    const known = drawn.get(letter);
    if (known !== undefined) return known;
    const made = plain(letter) ?? box(letter) ?? block(letter) ?? marked(letter) ?? unknown();
    drawn.set(letter, made);
    return made;
  };
}

function plain(letter: string): Glyph | null {
  const rows = letters[letter];
  if (rows === undefined) return null;
  const glyph = new Uint8Array(letterHeight);
  glyph.set(Buffer.from(rows, 'hex'), fontTop);
  return glyph;
}

/** `ä` is an a with two dots over it. */
function marked(letter: string): Glyph | null {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const glyph = more.length > 0 ? null : plain(base);
  const over = marks[mark];
  if (glyph === null || over === undefined) return null;
  const isTall = base === base.toUpperCase();
  const [row, dots] = over;
  const from = row === 0 ? fontTop + (isTall ? -2 : 0) : fontTop + row;
  // The dot of an i makes place.
  if (row === 0 && !isTall) glyph.fill(0, 0, fontTop + 3);
  for (const [nth, bits] of dots.entries()) glyph[from + nth] = (glyph[from + nth] ?? 0) | bits;
  return glyph;
}

const middle = { row: 7, column: 0x08, columns: 0x14 } as const;

function box(letter: string): Glyph | null {
  const arms = boxLines[letter];
  if (arms === undefined) return null;
  const [left, right, up, down] = arms;
  const glyph = new Uint8Array(letterHeight);
  const upright = Math.max(up, down) === 2 ? middle.columns : middle.column;
  if (up > 0) for (let row = 0; row <= middle.row; row += 1) glyph[row] = upright;
  if (down > 0) for (let row = middle.row; row < letterHeight; row += 1) glyph[row] = upright;
  const across = (left > 0 ? 0xf8 : 0) | (right > 0 ? 0x0f : 0);
  const rows = Math.max(left, right) === 2 ? [middle.row - 1, middle.row + 1] : [middle.row];
  for (const row of rows) glyph[row] = (glyph[row] ?? 0) | across;
  return glyph;
}

function block(letter: string): Glyph | null {
  const filled = blocks[letter];
  if (filled === undefined) return null;
  const [from, to, even, odd] = filled;
  return Uint8Array.from({ length: letterHeight }, (_, row) =>
    row < from || row >= to ? 0 : row % 2 === 0 ? even : odd,
  );
}

/** An empty frame, for what is not drawn here. */
const unknown = (): Glyph =>
  Uint8Array.from({ length: letterHeight }, (_, row) => {
    if (row < 3 || row > 12) return 0;
    return row === 3 || row === 12 ? 0x7e : 0x42;
  });
