/** What a client wants to know of which objects: its filter specification, made ready to be followed. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { isData, isRef } from '../wire/value.ts';
import type { Data, Ref, Value } from '../wire/value.ts';

type PropertySpec = { readonly type: string; readonly all: boolean; readonly paths: readonly string[] };

/** One way on from an object. */
export type Way = {
  readonly type: string;
  readonly path: string;
  /** The objects it leads to are not told of, only gone on from. */
  readonly skip: boolean;
  readonly ways: readonly Way[];
};

export type FilterSpec = {
  readonly properties: readonly PropertySpec[];
  readonly objects: readonly { readonly ref: Ref; readonly skip: boolean; readonly ways: readonly Way[] }[];
  readonly reportsMissing: boolean;
  /** As it came: filters tell it back. */
  readonly source: Data;
};

export function specOf(source: Data): Answer<FilterSpec> {
  const objects = datasIn(source['objectSet']);
  const named = new Map<string, Mutable>();
  for (const object of objects) gather(datasIn(object['selectSet']), named);
  const waysIn = (set: Value): Answer<readonly Way[]> => resolved(datasIn(set), named);
  for (const way of named.values()) {
    const ways = waysIn(way.source['selectSet']);
    if (!ways.ok) return ways;
    way.ways = ways.value;
  }
  const starts: { ref: Ref; skip: boolean; ways: readonly Way[] }[] = [];
  for (const object of objects) {
    const ways = waysIn(object['selectSet']);
    if (!ways.ok) return ways;
    const ref = object['obj'];
    if (ref === undefined || !isRef(ref))
      return invalidArgument('specSet.objectSet.obj', 'An object is missing.');
    starts.push({ ref, skip: object['skip'] === true, ways: ways.value });
  }
  return done({
    properties: datasIn(source['propSet']).map(propertySpec),
    objects: starts,
    reportsMissing: source['reportMissingObjectsInResults'] === true,
    source,
  });
}

function propertySpec(spec: Data): PropertySpec {
  const paths = spec['pathSet'];
  return {
    type: textOf(spec['type']),
    all: spec['all'] === true,
    paths: Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : [],
  };
}

type Mutable = { type: string; path: string; skip: boolean; ways: readonly Way[]; readonly source: Data };

const wayOf = (source: Data): Mutable => ({
  type: textOf(source['type']),
  path: textOf(source['path']),
  skip: source['skip'] === true,
  ways: [],
  source,
});

/** Named ones may be meant from anywhere, before they stand and inside of themselves. */
function gather(set: readonly Data[], named: Map<string, Mutable>): void {
  for (const source of set) {
    const name = textOf(source['name']);
    if (source['_type'] !== 'TraversalSpec') continue;
    if (name !== '') named.set(name, wayOf(source));
    gather(datasIn(source['selectSet']), named);
  }
}

function resolved(set: readonly Data[], named: ReadonlyMap<string, Mutable>): Answer<readonly Way[]> {
  const ways: Way[] = [];
  for (const source of set) {
    const name = textOf(source['name']);
    const known = name === '' ? undefined : named.get(name);
    if (known !== undefined) {
      ways.push(known);
      continue;
    }
    if (source['_type'] !== 'TraversalSpec') {
      const message = `No traversal of this specification is named ${name === '' ? 'so (a name is missing)' : name}.`;
      return invalidArgument('specSet.objectSet.selectSet', message);
    }
    const inner = resolved(datasIn(source['selectSet']), named);
    if (!inner.ok) return inner;
    ways.push({ ...wayOf(source), ways: inner.value });
  }
  return done(ways);
}

export const datasIn = (value: Value): readonly Data[] =>
  Array.isArray(value) ? value.filter((item: Value): item is Data => isData(item)) : [];

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');

export const noSuchProperty = (path: string, type: string): Answer<never> =>
  faulted('InvalidProperty', `${type} has no property ${path}.`, { name: path });

export const noSuchObject = (ref: Ref): Answer<never> =>
  faulted(
    'ManagedObjectNotFound',
    `There is no ${ref._ref} ${ref.value}: it was removed, or never existed.`,
    {
      obj: ref,
    },
  );
