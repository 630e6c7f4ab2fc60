/** Sheets of labels as one buys them, millimetres. Their makers' numbers stand in the comments. */

export type LabelSheet = {
  readonly id: string;
  readonly paper: 'A4' | 'Letter';
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** From the edge of the paper to the first label. */
  readonly left: number;
  readonly top: number;
  /** From the beginning of one label to that of the next. */
  readonly stepX: number;
  readonly stepY: number;
};

export const paperSizes = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const;

export const labelSheets = [
  // Avery L7160
  { id: 'a4-21', paper: 'A4', columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, stepX: 66, stepY: 38.1 },
  // Avery L7159
  { id: 'a4-24', paper: 'A4', columns: 3, rows: 8, width: 63.5, height: 33.9, left: 7.25, top: 12.9, stepX: 66, stepY: 33.9 },
  // Avery L7651
  { id: 'a4-65', paper: 'A4', columns: 5, rows: 13, width: 38.1, height: 21.2, left: 4.75, top: 10.7, stepX: 40.6, stepY: 21.2 },
  // Avery L7163
  { id: 'a4-14', paper: 'A4', columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, stepX: 101.6, stepY: 38.1 },
  // Avery 5160
  { id: 'letter-30', paper: 'Letter', columns: 3, rows: 10, width: 66.68, height: 25.4, left: 4.76, top: 12.7, stepX: 69.85, stepY: 25.4 },
  // Avery 5163
  { id: 'letter-10', paper: 'Letter', columns: 2, rows: 5, width: 101.6, height: 50.8, left: 4.06, top: 12.7, stepX: 106.17, stepY: 50.8 },
] as const satisfies readonly LabelSheet[];

export type SheetId = (typeof labelSheets)[number]['id'];
