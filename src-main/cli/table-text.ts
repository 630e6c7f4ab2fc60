import { cutToWidth, displayWidth, harmless } from './display-width.ts';
import type { Paint, Tone } from './paint.ts';

export type Cell = { readonly text: string; readonly tone?: Tone | undefined };

export type Heading = {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Kept free even where no row needs it yet: a watch cannot widen a column later. */
  readonly atLeast?: number;
};

/** The widths a table has settled on; rows that come later are laid out in them. */
export type Layout = { readonly headings: readonly Heading[]; readonly widths: readonly number[] };

const gap = 2;
const narrowest = 6;

/** `room` is the terminal's width, or null where nobody has one: then nothing is cut. */
export function layOut(
  headings: readonly Heading[],
  rows: readonly (readonly Cell[])[],
  room: number | null,
): Layout {
  const widths = headings.map((heading, column) =>
    rows.reduce(
      (widest, row) => Math.max(widest, displayWidth(harmless(row[column]?.text ?? ''))),
      Math.max(displayWidth(heading.title), heading.atLeast ?? 0),
    ),
  );
  return { headings, widths: room === null ? widths : squeeze(headings, widths, room) };
}

const hidden = 0;

const roomNeeded = (widths: readonly number[]): number => {
  const shown = widths.filter((width) => width !== hidden);
  return shown.reduce((sum, width) => sum + width, gap * Math.max(0, shown.length - 1));
};

/** Takes from the widest of these columns, again and again, until the row fits or none has anything left to give. */
function shrink(widths: number[], room: number, mayGive: (column: number) => boolean): void {
  while (roomNeeded(widths) > room) {
    const giving = widths.map((width, column) => (mayGive(column) ? width : hidden));
    const widest = giving.indexOf(Math.max(...giving));
    if ((giving[widest] ?? hidden) <= narrowest) return;
    widths[widest] = (widths[widest] ?? hidden) - 1;
  }
}

/** Texts are cut, figures never: half a figure is a wrong one. What still does not fit leaves out columns. */
function squeeze(headings: readonly Heading[], widths: readonly number[], room: number): readonly number[] {
  const fitted = [...widths];
  // A name cut short is of no use in a command, so the first column gives way after the others.
  shrink(fitted, room, (column) => column > 0 && headings[column]?.align === 'left');
  shrink(fitted, room, (column) => headings[column]?.align === 'left');
  // The first says what it is, the last mostly how it is: between them there is most to spare.
  for (let column = fitted.length - 2; column > 0 && roomNeeded(fitted) > room; column -= 1)
    fitted[column] = hidden;
  return roomNeeded(fitted) > room
    ? fitted.map((width) => Math.min(width, Math.floor((room - gap) / 2)))
    : fitted;
}

export function headingLine(layout: Layout, paint: Paint): string {
  return line(
    layout,
    layout.headings.map((heading) => ({ text: heading.title, tone: 'quiet' as const })),
    paint,
  );
}

export function line(layout: Layout, cells: readonly Cell[], paint: Paint): string {
  const last = layout.headings.length - 1;
  const parts = layout.headings.flatMap((heading, column) => {
    const width = layout.widths[column] ?? hidden;
    if (width === hidden) return [];
    const cell = cells[column] ?? { text: '' };
    const text = cutToWidth(harmless(cell.text), width);
    const room = ' '.repeat(Math.max(0, width - displayWidth(text)));
    const painted = paint(cell.tone, text);
    if (heading.align === 'right') return [`${room}${painted}`];
    return [column === last ? painted : `${painted}${room}`];
  });
  return parts.join(' '.repeat(gap)).trimEnd();
}
