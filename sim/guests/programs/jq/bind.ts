import { at } from './access.ts';
import type { Flow, Spot } from './flow.ts';
import { error, over, plain } from './flow.ts';
import type { Json } from './json.ts';
import { bound } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Node, Pattern } from './tree.ts';

export type Run = (node: Node, scope: Scope, spot: Spot) => Flow;
type Binding = { readonly pattern: Pattern; readonly scope: Scope; readonly value: Json };

/** `. as [$a, {b: $c}]`: what the names of a pattern stand for. */
export function* bindings({ pattern, scope, value }: Binding, run: Run, act: (scope: Scope) => Flow): Flow {
  if (pattern.kind === 'name') return yield* act(bound(scope, pattern.name, value));
  const parts: readonly (readonly [Node, Pattern])[] =
    pattern.kind === 'list'
      ? pattern.items.map((item, place) => [{ kind: 'literal', value: place }, item])
      : pattern.entries;
  return yield* each({ parts, scope, value, at: 0 }, run, act);
}

type Parts = Omit<Binding, 'pattern'> & {
  readonly parts: readonly (readonly [Node, Pattern])[];
  readonly at: number;
};

function* each(binding: Parts, run: Run, act: (scope: Scope) => Flow): Flow {
  const { parts, scope, value, at: place } = binding;
  const part = parts[place];
  if (part === undefined) return yield* act(scope);
  return yield* over(run(part[0], scope, plain(value)), function* (key): Flow {
    const inner = at(value, key.value);
    if (!inner.ok) return error(inner.fault.kind === 'error' ? inner.fault.value : null);
    return yield* bindings({ pattern: part[1], scope, value: inner.value }, run, (next) =>
      each({ ...binding, scope: next, at: place + 1 }, run, act),
    );
  });
}
