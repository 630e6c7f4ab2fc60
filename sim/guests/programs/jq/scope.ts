import type { Json } from './json.ts';
import type { Definition, Node } from './tree.ts';

/** What names mean at a place of a filter: the nearest first. */
export type Scope =
  | { readonly kind: 'top'; readonly known: (name: string, count: number) => Definition | null }
  | { readonly kind: 'variable'; readonly name: string; readonly value: Json; readonly outer: Scope }
  | { readonly kind: 'label'; readonly name: string; readonly label: object; readonly outer: Scope }
  | { readonly kind: 'define'; readonly definition: Definition; readonly outer: Scope }
  /** A parameter: its filter means what it did where it was given. */
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly node: Node;
      readonly given: Scope;
      readonly outer: Scope;
    };

export const bound = (outer: Scope, name: string, value: Json): Scope => ({
  kind: 'variable',
  name,
  value,
  outer,
});

export function valueOf(scope: Scope, name: string): Json | undefined {
  for (let at = scope; at.kind !== 'top'; at = at.outer)
    if (at.kind === 'variable' && at.name === name) return at.value;
  return undefined;
}

export function labelOf(scope: Scope, name: string): object | null {
  for (let at = scope; at.kind !== 'top'; at = at.outer)
    if (at.kind === 'label' && at.name === name) return at.label;
  return null;
}

export type Meaning =
  | { readonly kind: 'parameter'; readonly node: Node; readonly scope: Scope }
  | { readonly kind: 'definition'; readonly definition: Definition; readonly scope: Scope };

export function meaningOf(scope: Scope, name: string, count: number): Meaning | null {
  let at = scope;
  for (; at.kind !== 'top'; at = at.outer) {
    if (at.kind === 'parameter' && count === 0 && at.name === name)
      return { kind: 'parameter', node: at.node, scope: at.given };
    if (at.kind === 'define' && at.definition.name === name && at.definition.parameters.length === count)
      return { kind: 'definition', definition: at.definition, scope: at };
  }
  const definition = at.known(name, count);
  return definition === null ? null : { kind: 'definition', definition, scope: at };
}
