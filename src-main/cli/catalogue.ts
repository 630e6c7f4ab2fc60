import type { Entity, EntityOf, Kind } from '../../sim/contract/entities.ts';
import { parentKinds } from '../../sim/contract/parent-kinds.table.ts';
import type { QueryAnswer } from '../../sim/contract/queries.ts';
import type { Client } from './client.ts';
import { notFound, type Outcome } from './outcome.ts';
import { createReferences, meant, type References } from './references.ts';
import { didYouMean } from './suggest.ts';

/** The inventory as far as one call of dvm has asked for it. */
export type Catalogue = {
  readonly all: <K extends Kind>(kind: K) => Promise<Outcome<readonly EntityOf<K>[]>>;
  /** By id, by name, or by a path: A01, room1/A01, west/room1/A/A01. */
  readonly find: (kinds: readonly Kind[], reference: string) => Promise<Outcome<Entity>>;
  /** Names from the site down to it. Knows only what was asked for before; so do the next two. */
  readonly pathOf: (entity: Entity) => readonly string[];
  readonly byId: (id: string) => Entity | undefined;
  /** The shortest path that means this one and no other of its kind. */
  readonly referenceOf: (entity: Entity) => string;
};

const pageSize = 20_000;
/** Few, and needed to say where anything is. */
const structure = ['site', 'room', 'row'] as const satisfies readonly Kind[];

export function createCatalogue(client: Client): Catalogue {
  const known = new Map<string, Entity>();
  const complete = new Map<Kind, Promise<Outcome<readonly Entity[]>>>();
  const references = new Map<Kind, References>();
  const load = (kind: Kind): Promise<Outcome<readonly Entity[]>> => {
    const loading = complete.get(kind) ?? loadKind(client, kind);
    complete.set(kind, loading);
    return loading;
  };
  /** A kind, and everything that it may stand in. */
  const withSurroundings = async (kind: Kind): Promise<Outcome<readonly Entity[]>> => {
    const wanted = await Promise.all([load(kind), ...surroundings(kind).map(load)]);
    for (const each of wanted) {
      if (!each.ok) return each;
      for (const entity of each.value) known.set(entity.id, entity);
    }
    return wanted[0];
  };
  const pathOf = (entity: Entity): readonly string[] => {
    const above = entity.parent === null ? undefined : known.get(entity.parent);
    return above === undefined ? [entity.name] : [...pathOf(above), entity.name];
  };
  const referenceOf = (entity: Entity): string => {
    const ofKind =
      references.get(entity.kind) ??
      createReferences([...known.values()].filter(({ kind }) => kind === entity.kind).map(pathOf));
    references.set(entity.kind, ofKind);
    return ofKind.shortest(pathOf(entity));
  };

  return {
    all: async <K extends Kind>(kind: K) => (await withSurroundings(kind)) as Outcome<readonly EntityOf<K>[]>,
    find: async (kinds, reference) => {
      const candidates: Entity[] = [];
      for (const kind of kinds) {
        const loaded = await withSurroundings(kind);
        if (!loaded.ok) return loaded;
        candidates.push(...loaded.value);
      }
      return pick(candidates, { reference, kinds }, { pathOf, referenceOf });
    },
    pathOf,
    byId: (id) => known.get(id),
    referenceOf,
  };
}

function surroundings(kind: Kind): readonly Kind[] {
  if (structure.some((each) => each === kind)) return structure.filter((each) => each !== kind);
  if (kind === 'sensor') return parentKinds.sensor.flatMap((parent) => [...surroundings(parent), parent]);
  if (kind === 'battery') return [...structure, 'ups'];
  return kind === 'device' || kind === 'pdu' ? [...structure, 'rack'] : structure;
}

async function loadKind(client: Client, kind: Kind): Promise<Outcome<readonly Entity[]>> {
  const entities: Entity[] = [];
  let after: string | null = null;
  do {
    const page: Outcome<QueryAnswer<'entities'>> = await client.query('entities', {
      kinds: [kind],
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    if (!page.ok) return page;
    entities.push(...page.value.items);
    after = page.value.next;
  } while (after !== null);
  return { ok: true, value: entities };
}

type Wanted = { readonly reference: string; readonly kinds: readonly Kind[] };

/** More kinds than this are not read in a fault. */
const fewKinds = 4;
const nothingOf = (kinds: readonly Kind[]): string =>
  kinds.length > fewKinds ? 'nothing of that sort' : `no ${kinds.join(' or ')}`;

function pick(
  candidates: readonly Entity[],
  { reference, kinds }: Wanted,
  { pathOf, referenceOf }: Pick<Catalogue, 'pathOf' | 'referenceOf'>,
): Outcome<Entity> {
  const byId = candidates.find((entity) => entity.id === reference);
  if (byId !== undefined) return { ok: true, value: byId };
  const called = meant(candidates, reference, pathOf);
  const [first, second] = called;
  if (first !== undefined && second === undefined) return { ok: true, value: first };
  if (first === undefined) {
    return notFound(
      `There is ${nothingOf(kinds)} called ${reference}`,
      didYouMean(
        reference,
        candidates.map((entity) => entity.name),
      ),
    );
  }
  const shown = called.slice(0, 8).map((entity) => ({ entity, reference: referenceOf(entity) }));
  // Things of two kinds may share a name and a place; then only ids tell them apart.
  const choices = shown.map(({ entity, reference: each }) =>
    shown.filter((other) => other.reference === each).length > 1 ? `${entity.kind} ${entity.id}` : each,
  );
  return notFound(`${reference} may mean ${called.length} things`, `Say which: ${choices.join(', ')}`);
}
