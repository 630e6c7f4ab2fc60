import type { Got } from './access.ts';
import { atPath, withAt } from './access.ts';
import type { Run } from './bind.ts';
import type { Fault, Flow, Spot } from './flow.ts';
import { error, over, plain, taking } from './flow.ts';
import type { Json } from './json.ts';
import { compact, isTrue, written } from './json.ts';
import { operate } from './operate.ts';
import type { Scope } from './scope.ts';
import type { Node } from './tree.ts';

type Assigning = {
  readonly node: Extract<Node, { kind: 'binary' | 'assign' }>;
  readonly scope: Scope;
  readonly spot: Spot;
};

function* pathsOf(
  { node, scope, spot }: Assigning,
  run: Run,
): Generator<null, Fault | (readonly Json[])[], void> {
  const found: (readonly Json[])[] = [];
  const flow = over(
    run(node.left, scope, { value: spot.value, path: [] }),
    taking((place) => {
      if (place.path === null)
        return error(`Invalid path expression with result ${written(place.value, compact)}`);
      found.push(place.path);
      return null;
    }),
  );
  for (;;) {
    const next = flow.next();
    if (next.done === true) return next.value ?? found;
    yield null;
  }
}

const isFault = (found: Fault | (readonly Json[])[]): found is Fault => 'kind' in found;

/** `.a |= f`: no value of f takes the place away. */
export function* update(assigning: Assigning, run: Run): Flow {
  const { node, scope, spot } = assigning;
  const paths = yield* pathsOf(assigning, run);
  if (isFault(paths)) return paths;
  let value = spot.value;
  for (const path of paths) {
    const old = atPath(value, path);
    if (!old.ok) return old.fault;
    const next = run(node.right, scope, plain(old.value));
    let step = next.next();
    for (; step.done !== true && step.value === null; step = next.next()) yield null;
    if (step.done === true && step.value !== null) return step.value;
    const to = step.done === true || step.value === null ? null : step.value.value;
    const changed = withAt(value, path, to);
    if (!changed.ok) return changed.fault;
    ({ value } = changed);
  }
  yield plain(value);
  return null;
}

export function* assign(assigning: Assigning, run: Run, right: Json): Flow {
  const { node, spot } = assigning;
  const paths = yield* pathsOf(assigning, run);
  if (isFault(paths)) return paths;
  let value = spot.value;
  for (const path of paths) {
    const old = atPath(value, path);
    const to = !old.ok ? old : assigned(node.sign, old.value, right);
    const changed = to.ok ? withAt(value, path, to.value) : to;
    if (!changed.ok) return changed.fault;
    ({ value } = changed);
  }
  yield plain(value);
  return null;
}

function assigned(sign: string, old: Json, right: Json): Got {
  if (sign === '=') return { ok: true, value: right };
  if (sign === '//=') return { ok: true, value: isTrue(old) ? old : right };
  return operate(sign.slice(0, -1), old, right);
}
