import type { Bytes } from '../../bytes.ts';
import { widthOf } from './width.ts';

/** One after the other, apart by commas. */
export function commaLines(cells: readonly Bytes[], width: number): Bytes {
  let text = '';
  let at = 0;
  for (const [index, cell] of cells.entries()) {
    const size = widthOf(cell) + (index < cells.length - 1 ? 1 : 0);
    if (index > 0) {
      const fits = at + size + 1 < width;
      text += fits ? ', ' : ',\n';
      at = fits ? at + 2 : 0;
    }
    text += cell;
    at += widthOf(cell);
  }
  return cells.length === 0 ? '' : `${text}\n`;
}

type Grid = { readonly rows: number; readonly widths: readonly number[] };
type Way = 'down' | 'across';

/** As many columns as fit, cells as far apart as the widest of their column. */
export function columnLines(cells: readonly Bytes[], width: number, way: Way): Bytes {
  const sizes = cells.map(widthOf);
  const { rows, widths } = gridOf(sizes, width, way);
  let text = '';
  for (let row = 0; row < rows; row += 1) {
    let at = 0;
    let wanted = 0;
    for (let column = 0; column < widths.length; column += 1) {
      const index = way === 'down' ? column * rows + row : row * widths.length + column;
      const cell = cells[index];
      if (cell === undefined) break;
      text += `${gap(at, wanted)}${cell}`;
      at = wanted + (sizes[index] ?? 0);
      wanted += widths[column] ?? 0;
    }
    text += '\n';
  }
  return text;
}

function gridOf(sizes: readonly number[], width: number, way: Way): Grid {
  const most = Math.max(1, Math.min(Math.floor(width / 3), sizes.length));
  for (let columns = most; columns > 1; columns -= 1) {
    const rows = Math.ceil(sizes.length / columns);
    const widths = Array.from({ length: columns }, () => 3);
    for (const [index, size] of sizes.entries()) {
      const column = way === 'down' ? Math.floor(index / rows) : index % columns;
      const needed = size + (column === columns - 1 ? 0 : 2);
      widths[column] = Math.max(widths[column] ?? 0, needed);
    }
    if (widths.reduce((sum, one) => sum + one, 0) < width) return { rows, widths };
  }
  return { rows: sizes.length, widths: [0] };
}

/** Tabs where they reach, as ls saves bytes. */
function gap(from: number, to: number): Bytes {
  let text = '';
  let at = from;
  while (at < to) {
    const isTab = Math.floor(to / 8) > Math.floor((at + 1) / 8);
    text += isTab ? '\t' : ' ';
    at = isTab ? at + 8 - (at % 8) : at + 1;
  }
  return text;
}
