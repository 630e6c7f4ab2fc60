import type { Bytes } from '../../bytes.ts';

/** A word taken apart once, expanded as often as it is met. */
export type CompiledWord = {
  readonly parts: readonly Part[];
  /** Made of texts, plain variables and sums: its text is known without waiting. */
  readonly isSimple: boolean;
  /** The whole word where nothing in it is special. */
  readonly literal: Bytes | null;
};

export type Part =
  | { readonly kind: 'text'; readonly text: Bytes; readonly quoted: boolean }
  | { readonly kind: 'tilde'; readonly name: Bytes; readonly text: Bytes }
  | { readonly kind: 'quotes'; readonly word: CompiledWord }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly quoted: boolean }
  | { readonly kind: 'command'; readonly script: Bytes; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly word: CompiledWord; readonly quoted: boolean }
  | { readonly kind: 'process'; readonly operator: '<' | '>'; readonly script: Bytes };

export type Parameter = {
  readonly name: Bytes;
  readonly prefix: '!' | '#' | null;
  /** As written, between the brackets. */
  readonly index: Bytes | null;
  readonly operation: Operation | null;
  readonly text: Bytes;
};

export type Operation =
  | {
      readonly kind: 'default';
      readonly operator: DefaultOperator;
      readonly isEmptyToo: boolean;
      readonly word: CompiledWord;
    }
  | { readonly kind: 'remove'; readonly operator: '#' | '##' | '%' | '%%'; readonly pattern: CompiledWord }
  | {
      readonly kind: 'replace';
      readonly operator: '/' | '//' | '/#' | '/%';
      readonly pattern: CompiledWord;
      readonly replacement: CompiledWord;
    }
  | { readonly kind: 'slice'; readonly offset: CompiledWord; readonly length: CompiledWord | null }
  | {
      readonly kind: 'case';
      readonly operator: '^' | '^^' | ',' | ',,' | '~' | '~~';
      readonly pattern: CompiledWord | null;
    }
  | { readonly kind: 'transform'; readonly letter: string }
  | { readonly kind: 'names'; readonly operator: '@' | '*' }
  | { readonly kind: 'bad' };

export type DefaultOperator = '-' | '=' | '+' | '?';

/** How a backslash and quotes are read. */
export type ScanMode = 'plain' | 'double' | 'here' | 'operand';
