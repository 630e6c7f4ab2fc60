/** Reads the letters of a console's picture: by the dots of each place. */
import { size } from './cells.ts';
import { letters } from './font.table.ts';
import { letterHeight, letterWidth } from './glyphs.ts';
import type { Glyphs } from './glyphs.ts';

type Picture = { readonly width: number; readonly colours: Uint32Array };

export function readPicture(picture: Picture, glyphs: Glyphs): string {
  const known = new Map(Object.keys(letters).map((letter) => [glyphs(letter).join(), letter]));
  const rows = Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_each, column) => known.get(dotsAt(picture, row, column)) ?? '?')
      .join('')
      .trimEnd(),
  );
  return rows.join('\n');
}

/** The ground is what stands in the first dot: no letter has one there. */
function dotsAt({ width, colours }: Picture, row: number, column: number): string {
  const lines: number[] = [];
  for (let y = 0; y < letterHeight; y += 1) {
    let bits = 0;
    const from = (row * letterHeight + y) * width + column * letterWidth;
    const ground = colours[row * letterHeight * width + column * letterWidth];
    for (let x = 0; x < letterWidth; x += 1) if (colours[from + x] !== ground) bits |= 0x80 >> x;
    lines.push(bits);
  }
  return lines.join();
}
