export type Place =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly name: string; readonly index: Expression }
  | { readonly kind: 'special'; readonly name: 'scale' | 'ibase' | 'obase' | 'last' };

export type Operator = '+' | '-' | '*' | '/' | '%' | '^' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/** `at`: where in the code of its routine, as errors tell it. */
export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'load'; readonly place: Place; readonly at: number }
  | {
      readonly kind: 'assign';
      readonly place: Place;
      readonly operator: Operator | null;
      readonly value: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'count';
      readonly place: Place;
      readonly by: 1 | -1;
      readonly isBefore: boolean;
      readonly at: number;
    }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'logic';
      readonly operator: '&&' | '||';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not' | 'negate' | 'bracket'; readonly of: Expression }
  | { readonly kind: 'own'; readonly name: OwnFunction; readonly of: Expression | null; readonly at: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly given: readonly Argument[];
      readonly at: number;
    };

export type OwnFunction = 'length' | 'sqrt' | 'scale' | 'read' | 'random';
export type Argument =
  | { readonly kind: 'value'; readonly of: Expression }
  | { readonly kind: 'array'; readonly name: string };

export type Statement =
  | { readonly kind: 'express'; readonly of: Expression; readonly isShown: boolean }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'print'; readonly parts: readonly (Expression | string)[] }
  | { readonly kind: 'block'; readonly of: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly first: Statement;
      readonly other: Statement | null;
    }
  | {
      readonly kind: 'loop';
      readonly start: Expression | null;
      readonly test: Expression | null;
      readonly step: Expression | null;
      readonly body: Statement;
    }
  | { readonly kind: 'return'; readonly of: Expression | null }
  | { readonly kind: 'break' | 'continue' | 'halt' | 'limits' };

export type Parameter = { readonly name: string; readonly isArray: boolean; readonly isShared: boolean };

export type Routine = {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly autos: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly isVoid: boolean;
};

/** What was read up to an end of line. */
export type Item =
  | { readonly kind: 'statements'; readonly of: readonly Statement[] }
  | { readonly kind: 'define'; readonly routine: Routine };
