import type { Paint } from './paint.ts';

/** Where a verb speaks: data to standard output, words to standard error. */
export type Console = {
  readonly data: (line: string) => void;
  readonly words: (line: string) => void;
  /** Columns of the terminal that standard output is; null where it is a file or a pipe. */
  readonly width: number | null;
  /** Colours for data. */
  readonly paint: Paint;
  /** Colours for words. */
  readonly tint: Paint;
};
