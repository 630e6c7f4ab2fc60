import type { Json } from './json.ts';

/** A filter as it was written. */
export type Node =
  | { readonly kind: 'identity' | 'recurse' }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'text'; readonly parts: readonly (string | Node)[]; readonly format: string | null }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Node; readonly key: Node }
  | { readonly kind: 'slice'; readonly of: Node; readonly from: Node | null; readonly to: Node | null }
  | { readonly kind: 'iterate' | 'negate'; readonly of: Node }
  | { readonly kind: 'list'; readonly of: Node | null }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: Node, value: Node])[] }
  | {
      readonly kind: 'pipe' | 'comma' | 'and' | 'or' | 'alternative';
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'binary' | 'assign'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'if'; readonly test: Node; readonly met: Node; readonly otherwise: Node }
  | { readonly kind: 'try'; readonly body: Node; readonly handler: Node | null }
  | {
      readonly kind: 'reduce';
      readonly source: Node;
      readonly pattern: Pattern;
      readonly from: Node;
      readonly step: Node;
    }
  | {
      readonly kind: 'foreach';
      readonly source: Node;
      readonly pattern: Pattern;
      readonly from: Node;
      readonly step: Node;
      readonly show: Node | null;
    }
  | { readonly kind: 'as'; readonly source: Node; readonly pattern: Pattern; readonly body: Node }
  | { readonly kind: 'define'; readonly definition: Definition; readonly body: Node }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  | { readonly kind: 'variable' | 'break'; readonly name: string }
  | { readonly kind: 'label'; readonly name: string; readonly body: Node };

export type Definition = {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Node;
};

export type Pattern =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Pattern[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: Node, value: Pattern])[] };

export const identity: Node = { kind: 'identity' };
