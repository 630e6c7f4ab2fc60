import type { Got } from './access.ts';
import { at, refused, slice } from './access.ts';
import { assign, update } from './assign.ts';
import { natives } from './builtins.table.ts';
import type { Flow, Spot } from './flow.ts';
import { deeper, error, over, plain, taking } from './flow.ts';
import { formatted, toText } from './formats.ts';
import { fold } from './fold.ts';
import type { Json } from './json.ts';
import { compact, isArray, isObject, isTrue, kindOf, written } from './json.ts';
import { operate } from './operate.ts';
import { bindings } from './bind.ts';
import type { Scope } from './scope.ts';
import { labelOf, meaningOf, valueOf } from './scope.ts';
import type { Node } from './tree.ts';

/** What a filter makes of a value. */
export function* run(node: Node, scope: Scope, spot: Spot): Flow {
  switch (node.kind) {
    case 'identity':
      yield spot;
      return null;
    case 'recurse':
      return yield* recurse(spot);
    case 'literal':
      yield plain(node.value);
      return null;
    case 'variable': {
      const value =
        node.name === '__loc__'
          ? new Map<string, Json>([
              ['file', '<top-level>'],
              ['line', 1],
            ])
          : valueOf(scope, node.name);
      if (value === undefined) return error(`$${node.name} is not defined`);
      yield plain(value);
      return null;
    }
    case 'pipe':
      return yield* over(run(node.left, scope, spot), (left) => run(node.right, scope, left));
    case 'comma':
      return (yield* run(node.left, scope, spot)) ?? (yield* run(node.right, scope, spot));
    case 'call':
      return yield* call(node, scope, spot);
    default:
      return yield* (places[node.kind as keyof typeof places] ?? others[node.kind as keyof typeof others])(
        node as never,
        scope,
        spot,
      );
  }
}

type Of<Kind extends Node['kind']> = Matching<Node, Kind>;
type Matching<One extends Node, Kind> = One extends Node
  ? [Kind] extends [One['kind']]
    ? One
    : never
  : never;
type Rule<Kind extends Node['kind']> = (node: Of<Kind>, scope: Scope, spot: Spot) => Flow;

/** One value, or what is wrong with it. */
function* give(answer: Got): Flow {
  if (!answer.ok) return answer.fault;
  yield plain(answer.value);
  return null;
}

function* recurse(spot: Spot): Flow {
  yield spot;
  yield null;
  for (const [key, value] of inside(spot.value)) {
    const fault = yield* recurse(deeper(spot, key, value));
    if (fault !== null) return fault;
  }
  return null;
}

const inside = (value: Json): Iterable<readonly [Json, Json]> =>
  isArray(value) ? value.entries() : isObject(value) ? value : [];

/** Filters that lead to a place in their input. */
const places = {
  index: (node, scope, spot) =>
    over(run(node.key, scope, plain(spot.value)), (key) =>
      over(run(node.of, scope, spot), function* (of): Flow {
        const answer = at(of.value, key.value);
        if (!answer.ok) return answer.fault;
        yield deeper(of, key.value, answer.value);
        return null;
      }),
    ),
  slice: (node, scope, spot) =>
    over(bound(node.to, scope, spot), (to) =>
      over(bound(node.from, scope, spot), (from) =>
        over(run(node.of, scope, spot), function* (of): Flow {
          const answer = slice(of.value, from.value, to.value);
          if (!answer.ok) return answer.fault;
          yield deeper(
            of,
            new Map([
              ['start', from.value],
              ['end', to.value],
            ]),
            answer.value,
          );
          return null;
        }),
      ),
    ),
  iterate: (node, scope, spot) =>
    over(run(node.of, scope, spot), function* (of): Flow {
      if (!isArray(of.value) && !isObject(of.value)) return error(`Cannot iterate over ${ofKind(of.value)}`);
      for (const [key, value] of inside(of.value)) yield deeper(of, key, value);
      return null;
    }),
  alternative: function* (node, scope, spot): Flow {
    let isAny = false;
    const left = run(node.left, scope, spot);
    for (let next = left.next(); next.done !== true; next = left.next()) {
      if (next.value !== null && !isTrue(next.value.value)) continue;
      isAny ||= next.value !== null;
      yield next.value;
    }
    return isAny ? null : yield* run(node.right, scope, spot);
  },
  if: (node, scope, spot) =>
    over(run(node.test, scope, plain(spot.value)), (test) =>
      run(isTrue(test.value) ? node.met : node.otherwise, scope, spot),
    ),
  try: function* (node, scope, spot): Flow {
    const fault = yield* run(node.body, scope, spot);
    if (fault?.kind !== 'error') return fault;
    return node.handler === null ? null : yield* run(node.handler, scope, plain(fault.value));
  },
  as: (node, scope, spot) =>
    over(run(node.source, scope, plain(spot.value)), (source) =>
      bindings({ pattern: node.pattern, scope, value: source.value }, run, (inner) =>
        run(node.body, inner, spot),
      ),
    ),
  define: (node, scope, spot) =>
    run(node.body, { kind: 'define', definition: node.definition, outer: scope }, spot),
  label: function* (node, scope, spot): Flow {
    const label = {};
    const fault = yield* run(node.body, { kind: 'label', name: node.name, label, outer: scope }, spot);
    return fault?.kind === 'break' && fault.label === label ? null : fault;
  },
  reduce: (node, scope, spot) => fold({ node, scope, spot }, run),
  foreach: (node, scope, spot) => fold({ node, scope, spot }, run),
} satisfies { readonly [Kind in Node['kind']]?: Rule<Kind> };

const ofKind = (value: Json): string =>
  value === null ? 'null' : `${kindOf(value)} (${written(value, compact)})`;

function* bound(node: Node | null, scope: Scope, spot: Spot): Flow {
  if (node !== null) return yield* run(node, scope, plain(spot.value));
  yield plain(null);
  return null;
}

/** Filters that make something new. */
const others = {
  text: (node, scope, spot) => text(node, { scope, spot, at: 0, so: '' }),
  format: (node, _scope, spot) => give(formatted(node.name, spot.value)),
  negate: (node, scope, spot) =>
    over(run(node.of, scope, spot), ({ value }) =>
      give(
        typeof value === 'number'
          ? { ok: true, value: -value }
          : refused(`${ofKind(value)} cannot be negated`),
      ),
    ),
  list: function* (node, scope, spot): Flow {
    const items: Json[] = [];
    const source =
      node.of === null
        ? null
        : over(
            run(node.of, scope, plain(spot.value)),
            taking((item) => void items.push(item.value)),
          );
    const fault = source === null ? null : yield* source;
    if (fault === null) yield plain(items);
    return fault;
  },
  object: (node, scope, spot) => object(node, { scope, spot, at: 0, so: new Map() }),
  binary: (node, scope, spot) =>
    over(run(node.right, scope, plain(spot.value)), (right) =>
      over(run(node.left, scope, plain(spot.value)), (left) =>
        give(operate(node.sign, left.value, right.value)),
      ),
    ),
  and: (node, scope, spot) => logic(node, { scope, spot, stopsAt: false }),
  or: (node, scope, spot) => logic(node, { scope, spot, stopsAt: true }),
  assign: (node, scope, spot) =>
    node.sign === '|='
      ? update({ node, scope, spot }, run)
      : over(run(node.right, scope, plain(spot.value)), (right) =>
          assign({ node, scope, spot }, run, right.value),
        ),
  break: function* (node, scope): Flow {
    yield null;
    const label = labelOf(scope, node.name);
    return label === null ? error(`$*label-${node.name} is not defined`) : { kind: 'break', label };
  },
} satisfies { readonly [Kind in Node['kind']]?: Rule<Kind> };

type Logic = { readonly scope: Scope; readonly spot: Spot; readonly stopsAt: boolean };

const logic = (node: Of<'and' | 'or'>, { scope, spot, stopsAt }: Logic): Flow =>
  over(run(node.left, scope, plain(spot.value)), (left) =>
    isTrue(left.value) === stopsAt
      ? give({ ok: true, value: stopsAt })
      : over(run(node.right, scope, plain(spot.value)), (right) =>
          give({ ok: true, value: isTrue(right.value) }),
        ),
  );

type Building<T> = { readonly scope: Scope; readonly spot: Spot; readonly at: number; readonly so: T };

function* text(node: Of<'text'>, { scope, spot, at: place, so }: Building<string>): Flow {
  const part = node.parts[place];
  if (part === undefined) {
    yield plain(so);
    return null;
  }
  const next = (more: string): Flow => text(node, { scope, spot, at: place + 1, so: so + more });
  if (typeof part === 'string') return yield* next(part);
  return yield* over(run(part, scope, plain(spot.value)), function* ({ value }): Flow {
    const said = formatted(node.format ?? 'text', value);
    return said.ok ? yield* next(toText(said.value)) : said.fault;
  });
}

function* object(
  node: Of<'object'>,
  { scope, spot, at: place, so }: Building<ReadonlyMap<string, Json>>,
): Flow {
  const entry = node.entries[place];
  if (entry === undefined) {
    yield plain(so);
    return null;
  }
  return yield* over(run(entry[0], scope, plain(spot.value)), (key) =>
    over(run(entry[1], scope, plain(spot.value)), function* (value): Flow {
      if (typeof key.value !== 'string') return error(`Object keys must be strings`);
      return yield* object(node, { scope, spot, at: place + 1, so: new Map(so).set(key.value, value.value) });
    }),
  );
}

function* call(node: Of<'call'>, scope: Scope, spot: Spot): Flow {
  const meaning = meaningOf(scope, node.name, node.arguments.length);
  yield null;
  if (meaning === null) {
    const native = natives[`${node.name}/${node.arguments.length}`];
    if (native === undefined) return error(`${node.name}/${node.arguments.length} is not defined`);
    return yield* native({
      spot,
      arguments: node.arguments.map((one) => (from: Spot) => run(one, scope, from)),
    });
  }
  if (meaning.kind === 'parameter') return yield* run(meaning.node, meaning.scope, spot);
  const { parameters, body } = meaning.definition;
  return yield* enter({ parameters, given: node.arguments, scope, body, at: 0, spot }, meaning.scope);
}

type Entering = {
  readonly parameters: readonly string[];
  readonly given: readonly Node[];
  readonly scope: Scope;
  readonly body: Node;
  readonly at: number;
  readonly spot: Spot;
};

function* enter(entering: Entering, inner: Scope): Flow {
  const { parameters, given, scope, body, at: place, spot } = entering;
  const [parameter, node] = [parameters[place], given[place]];
  if (parameter === undefined || node === undefined) return yield* run(body, inner, spot);
  const next = { ...entering, at: place + 1 };
  if (!parameter.startsWith('$'))
    return yield* enter(next, { kind: 'parameter', name: parameter, node, given: scope, outer: inner });
  return yield* over(run(node, scope, plain(spot.value)), ({ value }) =>
    enter(next, { kind: 'variable', name: parameter.slice(1), value, outer: inner }),
  );
}
