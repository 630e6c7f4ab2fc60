import type { Client } from './client.ts';
import type { Console } from './console.ts';
import type { Flag, Flags, Given, GivenValue, Operand } from './flags.ts';
import type { Outcome } from './outcome.ts';

/** What every verb gets besides its own flags. */
export type Call = {
  readonly console: Console;
  readonly signal: AbortSignal;
  /** Where relative paths begin. */
  readonly directory: string;
  readonly version: string;
  readonly verbs: readonly Verb[];
  /** The running host; asked for only by the verbs that need one. */
  readonly host: () => Promise<Outcome<Client>>;
  /** A file's text, or standard input's for `-`. */
  readonly read: (file: string) => Promise<Outcome<string>>;
};

/** A word that does something. */
export type Leaf = {
  readonly kind: 'leaf';
  readonly name: string;
  readonly summary: string;
  /** More than the summary, for `dvm help VERB`. */
  readonly about?: string;
  readonly examples: readonly string[];
  readonly flags: Flags;
  readonly operands: readonly Operand[];
  readonly run: (
    call: Call,
    flags: Readonly<Record<string, GivenValue>>,
    words: readonly string[],
  ) => Promise<Outcome<undefined>>;
};

/** A word that needs another: `dvm clock pause`. */
export type Branch = {
  readonly kind: 'branch';
  readonly name: string;
  readonly summary: string;
  readonly leaves: readonly Leaf[];
  /** The leaf meant when no other word follows. */
  readonly fallback?: string;
};

export type Verb = Leaf | Branch;

type Declaration<F extends Flags> = Omit<Leaf, 'kind' | 'flags' | 'operands' | 'run'> & {
  readonly flags?: F;
  readonly operands?: readonly Operand[];
  readonly run: (call: Call, flags: Given<F>, words: readonly string[]) => Promise<Outcome<undefined>>;
};

/** Ties the types of a verb's flags to its run. The parser gives exactly what the flags declare. */
export function leaf<const F extends Record<string, Flag>>(declaration: Declaration<F>): Leaf {
  return {
    ...declaration,
    kind: 'leaf',
    flags: declaration.flags ?? {},
    operands: declaration.operands ?? [],
    run: (call, flags, words) => declaration.run(call, flags as Given<F>, words),
  };
}
