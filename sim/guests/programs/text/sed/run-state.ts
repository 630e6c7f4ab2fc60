import type { Bytes } from '../../../bytes.ts';
import type { Pattern } from '../../../patterns/pattern.ts';
import type { Source } from '../source.ts';
import type { Tool } from '../tool.ts';
import type { Command } from './script.ts';

export type Sed = {
  readonly self: Tool;
  readonly commands: readonly Command[];
  readonly isQuiet: boolean;
  readonly end: Bytes;
  /** Each file has lines and a last line of its own. */
  readonly isSeparate: boolean;
  /** Null: nothing is edited in place; else what is put behind the old name. */
  readonly suffix: Bytes | null;
  readonly lineLength: number;
  readonly names: Bytes[];
  source: Source | null;
  fileName: Bytes;
  /** What goes to the file that is edited. */
  edited: Bytes;
  /** Read ahead: null where there is no more. */
  ahead: { readonly line: Bytes; readonly lacksEnd: boolean } | null | undefined;
  line: number;
  pattern: Bytes;
  hold: Bytes;
  lacksEnd: boolean;
  /** What was said last had no end: it gets one when more comes. */
  isEndMissing: boolean;
  isReplaced: boolean;
  lastPattern: Pattern | null;
  readonly queue: (
    | { readonly kind: 'text'; readonly text: Bytes }
    | { readonly kind: 'file'; readonly file: Bytes }
    | { readonly kind: 'line'; readonly file: Bytes }
  )[];
  readonly active: Map<Command, number | 'open'>;
  readonly lineFiles: Map<Bytes, Source | null>;
  readonly written: Map<Bytes, number>;
};
