import type { Bytes } from '../../../bytes.ts';
import type { Pattern } from '../../../patterns/pattern.ts';

export type Target =
  | { readonly kind: 'name'; readonly name: Bytes }
  | { readonly kind: 'item'; readonly name: Bytes; readonly keys: readonly Expression[] }
  | { readonly kind: 'field'; readonly of: Expression };

export type Getline = {
  readonly kind: 'getline';
  readonly target: Target | null;
  readonly from: 'input' | 'file' | 'command';
  readonly source: Expression | null;
};

export type Expression =
  | Target
  | Getline
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: Bytes }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly source: Bytes }
  | {
      readonly kind: 'assign';
      readonly operator: string;
      readonly target: Target;
      readonly value: Expression;
    }
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | {
      readonly kind: 'logic';
      readonly operator: '&&' | '||';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'match';
      readonly isInverted: boolean;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly keys: readonly Expression[]; readonly name: Bytes }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+'; readonly operand: Expression }
  | {
      readonly kind: 'step';
      readonly by: 1 | -1;
      readonly answers: 'before' | 'after';
      readonly target: Target;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'call';
      readonly name: Bytes;
      readonly words: readonly Expression[];
      readonly isOwn: boolean;
    };

export type Goal = { readonly kind: '>' | '>>' | '|'; readonly to: Expression };

export type Statement =
  | { readonly kind: 'print' | 'printf'; readonly words: readonly Expression[]; readonly goal: Goal | null }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly yes: Statement; readonly no: Statement | null }
  | { readonly kind: 'while'; readonly test: Expression; readonly body: Statement }
  | { readonly kind: 'do'; readonly test: Expression; readonly body: Statement }
  | {
      readonly kind: 'for';
      readonly first: Statement | null;
      readonly test: Expression | null;
      readonly next: Statement | null;
      readonly body: Statement;
    }
  | { readonly kind: 'each'; readonly variable: Target; readonly name: Bytes; readonly body: Statement }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'delete'; readonly name: Bytes; readonly keys: readonly Expression[] | null }
  | { readonly kind: 'exit' | 'return'; readonly value: Expression | null }
  | { readonly kind: 'next' | 'nextfile' | 'break' | 'continue' };

export type Rule = {
  readonly when: 'begin' | 'end' | { readonly first: Expression | null; readonly second: Expression | null };
  readonly body: Statement | null;
};
export type Routine = { readonly parameters: readonly Bytes[]; readonly body: Statement };
export type Script = { readonly rules: readonly Rule[]; readonly routines: ReadonlyMap<Bytes, Routine> };
