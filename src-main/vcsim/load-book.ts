import type { EntityId } from '../../sim/contract/ids.ts';
import type { NewEntity } from '../../sim/contract/new-entity.ts';
import type { Paper } from '../../sim/contract/papers.ts';
import type { ItemOf, Model } from './model-book.ts';
import type { SavedObject } from './saved.ts';

/** What becomes of saved objects: each a thing of the world, or the place of another. */
export type LoadBook = {
  readonly objects: readonly SavedObject[];
  readonly site: EntityId;
  /** The object with this name. */
  readonly object: (name: string) => SavedObject | undefined;
  /** The entity that an object became, or stands for. */
  readonly placeOf: (name: string) => EntityId | undefined;
  /** This object is that entity. */
  readonly settle: (name: string, id: EntityId) => void;
  /** Keeps the number of the saved object's name, where it has one that is free. */
  readonly add: (item: ItemOf<NewEntity['kind']>, name: string) => EntityId;
  readonly write: (paper: Paper) => void;
  readonly model: () => Model;
};

const beyondSaved = 1_000_000;

export function createLoadBook(objects: readonly SavedObject[]): LoadBook {
  const byName = new Map(objects.map((object) => [object.name, object]));
  const places = new Map<string, EntityId>();
  const taken = new Set<string>();
  const items: Model['items'][number][] = [];
  const papers: Paper[] = [];
  let next = beyondSaved;
  const idFor = (kind: string, name: string): EntityId => {
    const kept = `${kind}-${/(\d{1,9})$/.exec(name)?.[1] ?? ''}`;
    if (/\d$/.test(kept) && !taken.has(kept)) return kept as EntityId;
    next += 1;
    return `${kind}-${next}` as EntityId;
  };
  const add: LoadBook['add'] = (item, name) => {
    const id = idFor(item.kind, name);
    taken.add(id);
    items.push({ ...item, id } as (typeof items)[number]);
    places.set(name, id);
    return id;
  };
  return {
    objects,
    site: add({ kind: 'site', name: 'vcsim', spec: { timezone: 'UTC' } }, 'site'),
    object: (name) => byName.get(name),
    placeOf: (name) => places.get(name),
    settle: (name, id) => void places.set(name, id),
    add,
    write: (paper) => void papers.push(paper),
    model: () => ({ items, papers }),
  };
}

/** The world's names are stricter than vSphere's. */
export function plainName(name: string): string {
  const plain = decoded(name)
    .replaceAll(/[^A-Za-z0-9 ._()-]/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 64)
    .trim();
  return plain === '' ? 'unnamed' : plain;
}

/** vSphere writes `%2f` for a slash in a name. */
const decoded = (name: string): string =>
  name.replaceAll(/%(2f|5c|25)/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
