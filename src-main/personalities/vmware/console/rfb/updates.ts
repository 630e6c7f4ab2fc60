/** What changed on a screen since a client was told last. */
import { size } from '../cells.ts';
import { drawRow, picture } from '../draw.ts';
import { letterHeight } from '../glyphs.ts';
import type { Glyphs } from '../glyphs.ts';
import type { Screen } from '../screens.ts';
import type { Packing } from './pixels.ts';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Look = {
  readonly screen: Pick<Screen, 'cells'>;
  readonly glyphs: Glyphs;
  readonly packing: Packing;
};

const raw = 0;

/** The part of an area that is on the screen. */
export function onScreen({ x, y, width, height }: Area): Area {
  const left = Math.min(x, picture.width);
  const top = Math.min(y, picture.height);
  return {
    x: left,
    y: top,
    width: Math.min(width, picture.width - left),
    height: Math.min(height, picture.height - top),
  };
}

/** null: nothing in the area is other than at `since`. */
export function updateOf(look: Look, area: Area, since: number): Buffer | null {
  const rows = rowsIn(area).filter((row) => (look.screen.cells.changed[row] ?? 0) > since);
  if (rows.length === 0) return null;
  const head = Buffer.alloc(4);
  head.writeUInt16BE(rows.length, 2);
  return Buffer.concat([head, ...rows.flatMap((row) => rectangle(look, area, row))]);
}

function rowsIn({ y, width, height }: Area): readonly number[] {
  if (width === 0 || height === 0) return [];
  const first = Math.floor(y / letterHeight);
  const last = Math.min(size.rows - 1, Math.floor((y + height - 1) / letterHeight));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function rectangle({ screen, glyphs, packing }: Look, area: Area, row: number): readonly Buffer[] {
  const dots = drawRow(screen.cells, row, glyphs);
  const from = Math.max(0, area.y - row * letterHeight);
  const to = Math.min(letterHeight, area.y + area.height - row * letterHeight);
  const cut = new Uint8Array(area.width * (to - from));
  for (let line = from; line < to; line += 1) {
    const start = line * picture.width + area.x;
    cut.set(dots.subarray(start, start + area.width), (line - from) * area.width);
  }
  const head = Buffer.alloc(12);
  head.writeUInt16BE(area.x, 0);
  head.writeUInt16BE(row * letterHeight + from, 2);
  head.writeUInt16BE(area.width, 4);
  head.writeUInt16BE(to - from, 6);
  head.writeInt32BE(raw, 8);
  return [head, packing(cut)];
}
