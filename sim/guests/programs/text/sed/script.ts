import type { Bytes } from '../../../bytes.ts';
import type { Pattern } from '../../../patterns/pattern.ts';

/** null: the expression that was used last. */
export type Address =
  | { readonly kind: 'line'; readonly number: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'pattern'; readonly pattern: Pattern | null }
  /** After a comma: so many more, or up to a multiple. */
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number };

export type Case = 'U' | 'L' | 'u' | 'l' | 'E';

export type Part =
  | { readonly kind: 'text'; readonly text: Bytes }
  | { readonly kind: 'group'; readonly number: number }
  | { readonly kind: 'case'; readonly case: Case };

export type Substitution = {
  readonly pattern: Pattern | null;
  readonly parts: readonly Part[];
  readonly nth: number;
  readonly isGlobal: boolean;
  readonly prints: boolean;
  readonly file: Bytes | null;
};

export type Action =
  | { readonly kind: 'plain'; readonly letter: string }
  | { readonly kind: 'text'; readonly letter: 'a' | 'i' | 'c'; readonly text: Bytes }
  | { readonly kind: 'file'; readonly letter: 'r' | 'R' | 'w' | 'W'; readonly file: Bytes }
  | { readonly kind: 'jump'; readonly letter: 'b' | 't' | 'T'; readonly label: Bytes; to: number }
  | { readonly kind: 'label'; readonly label: Bytes }
  | { readonly kind: 'number'; readonly letter: 'q' | 'Q' | 'l' | 'L'; readonly number: number | null }
  | { readonly kind: 'open'; to: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'translate'; readonly map: ReadonlyMap<string, string> }
  | { readonly kind: 'substitute'; readonly substitution: Substitution };

export type Command = {
  readonly first: Address | null;
  readonly second: Address | null;
  readonly isInverted: boolean;
  readonly action: Action;
};

export type Dialect = { readonly isExtended: boolean; readonly isZero: boolean };

/** Where the script is read, and what is wrong with it. */
export type Reader = {
  readonly text: Bytes;
  readonly dialect: Dialect;
  at: number;
  wrong: { readonly message: Bytes; readonly at: number | null } | null;
};

export function refuse(reader: Reader, message: Bytes): null {
  reader.wrong ??= { message, at: reader.at };
  return null;
}
