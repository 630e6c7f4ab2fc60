import type { Bytes } from '../../bytes.ts';

/** 64 bits that wrap; a number where it is exact, which it nearly always is. */
export type Integer = number | bigint;

export type ArithmeticNode =
  | { readonly kind: 'number'; readonly value: Integer }
  | { readonly kind: 'name'; readonly name: Bytes; readonly index: Bytes | null }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '!' | '~'; readonly operand: ArithmeticNode }
  | { readonly kind: 'step'; readonly goal: Target; readonly by: 1 | -1; readonly isPrefix: boolean }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: ArithmeticNode;
      readonly right: ArithmeticNode;
      /** What an error names: the text from the right operand on. */
      readonly rest: Bytes;
    }
  | {
      readonly kind: 'logical';
      readonly operator: '&&' | '||';
      readonly left: ArithmeticNode;
      readonly right: ArithmeticNode;
    }
  | {
      readonly kind: 'choice';
      readonly test: ArithmeticNode;
      readonly yes: ArithmeticNode;
      readonly no: ArithmeticNode;
    }
  | {
      readonly kind: 'assign';
      readonly goal: Target;
      readonly operator: BinaryOperator | null;
      readonly value: ArithmeticNode;
      readonly rest: Bytes;
    }
  | { readonly kind: 'comma'; readonly left: ArithmeticNode; readonly right: ArithmeticNode };

export type Target = Extract<ArithmeticNode, { kind: 'name' }>;

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**'
  | '<<'
  | '>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '&'
  | '^'
  | '|';

/** An error names the rest of the text from where it was noticed. */
export type ArithmeticError = { readonly message: Bytes; readonly rest: Bytes };

export type CompiledArithmetic =
  | { readonly ok: true; readonly node: ArithmeticNode | null }
  | { readonly ok: false; readonly error: ArithmeticError };
