import type { Run } from './bind.ts';
import { bindings } from './bind.ts';
import type { Flow, Spot } from './flow.ts';
import { over, plain } from './flow.ts';
import type { Scope } from './scope.ts';
import type { Node } from './tree.ts';

type Folding = {
  readonly node: Extract<Node, { kind: 'reduce' | 'foreach' }>;
  readonly scope: Scope;
  readonly spot: Spot;
};

/** `reduce` gives what is left at the end, `foreach` every step. */
export function fold({ node, scope, spot }: Folding, run: Run): Flow {
  return over(run(node.from, scope, spot), function* (from): Flow {
    let state: Spot = from;
    const fault = yield* over(run(node.source, scope, plain(spot.value)), (source) =>
      bindings({ pattern: node.pattern, scope, value: source.value }, run, function* (inner): Flow {
        let last: Spot | null = null;
        const step = over(run(node.step, inner, state), function* (next): Flow {
          last = next;
          if (node.kind === 'foreach') {
            state = next;
            return yield* node.show === null ? one(next) : run(node.show, inner, next);
          }
          return null;
        });
        const ended = yield* step;
        state = last ?? plain(null);
        return ended;
      }),
    );
    if (fault === null && node.kind === 'reduce') yield state;
    return fault;
  });
}

function* one(spot: Spot): Flow {
  yield spot;
  return null;
}
