import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import type { FileTest, Found } from './find-tests.ts';

export type Node =
  | { readonly kind: 'test'; readonly test: FileTest }
  | { readonly kind: 'act'; readonly act: (found: Found) => Step<boolean> }
  | { readonly kind: 'not'; readonly node: Node }
  | { readonly kind: 'and' | 'or' | 'list'; readonly left: Node; readonly right: Node };

export type Search = {
  readonly call: Call;
  readonly words: readonly Bytes[];
  at: number;
  least: number;
  most: number;
  isDepthFirst: boolean;
  staysOnDevice: boolean;
  follows: 'never' | 'given' | 'always';
  /** Something of it writes or runs: then nothing is printed by itself. */
  acts: boolean;
  /** Set by -prune of the file at hand. */
  isPruned: boolean;
  isOver: boolean;
  wrong: Bytes | null;
  /** What `+` has gathered is run at the end. */
  readonly batches: (() => Step<void>)[];
};
