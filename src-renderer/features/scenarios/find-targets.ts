/** What a scenario may strike, found by name or by path. */
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { lineage } from '../../data/world.ts';

export type Target = { readonly entity: Entity; readonly path: string };
export type Targets = { readonly shown: readonly Target[]; readonly more: boolean };

type Asked = {
  readonly kinds: readonly Kind[];
  readonly text: string;
  /** This and what is inside it comes first. */
  readonly near: EntityId | null;
};

const mostShown = 6;
/** A lab may have ten thousand racks and many more sensors; who sees so many types on. */
const mostFound = 400;

/** Remembers the paths it made, since thousands of things share few parents. */
function pathsOf(entities: ReadonlyMap<EntityId, Entity>): (id: EntityId | null) => string {
  const known = new Map<EntityId, string>();
  const pathTo = (id: EntityId | null): string => {
    const entity = id === null ? undefined : entities.get(id);
    if (entity === undefined) return '';
    const before = known.get(entity.id);
    if (before !== undefined) return before;
    const above = pathTo(entity.parent);
    const path = above === '' ? entity.name : `${above} / ${entity.name}`;
    known.set(entity.id, path);
    return path;
  };
  return pathTo;
}

/** Rooms before their racks: what is larger is fewer. */
const depthOf = ({ path }: Target): number => path.split(' / ').length;

const naturally = new Intl.Collator('en', { numeric: true });

/** A hundred thousand machines lie in few folders: nothing is written anew for each of them. */
function createSmallPaths(): (path: string) => string {
  let last = { path: '', small: '' };
  return (path) => {
    if (last.path !== path) last = { path, small: path.toLowerCase() };
    return last.small;
  };
}

type Found = { readonly inside: readonly Target[]; readonly elsewhere: readonly Target[] };

function gather(entities: ReadonlyMap<EntityId, Entity>, { kinds, text, near }: Asked): Found {
  const exact = text.trim().toLowerCase();
  const pathTo = pathsOf(entities);
  const place = near === null ? '' : pathTo(near);
  const inside: Target[] = [];
  const elsewhere: Target[] = [];
  const isMeant = createMeant(exact);
  const isInside = ({ id }: Entity, path: string): boolean =>
    id === near || (place !== '' && `${path} / `.startsWith(`${place} / `));
  for (const entity of entities.values()) {
    if (place === '' && exact === '' && elsewhere.length > mostFound) break;
    if (!kinds.includes(entity.kind)) continue;
    const path = pathTo(entity.parent);
    if (!isMeant(entity, path)) continue;
    const list = isInside(entity, path) ? inside : elsewhere;
    // Among very many, the one that is called so exactly is still found.
    if (list.length <= mostFound || entity.name.toLowerCase() === exact) list.push({ entity, path });
  }
  return { inside, elsewhere };
}

/** Each word in its name, its path or its id. */
function createMeant(text: string): (entity: Entity, path: string) => boolean {
  const words = text.split(/[\s/]+/).filter(Boolean);
  const smallPath = createSmallPaths();
  return ({ name, id }, path) => {
    const [small, smallName] = [smallPath(path), name.toLowerCase()];
    return words.every((word) => smallName.includes(word) || small.includes(word) || id.includes(word));
  };
}

const byPlace = (a: Target, b: Target): number =>
  depthOf(a) - depthOf(b) ||
  naturally.compare(a.path, b.path) ||
  naturally.compare(a.entity.name, b.entity.name);

export function findTargets(entities: ReadonlyMap<EntityId, Entity>, asked: Asked): Targets {
  const { inside, elsewhere } = gather(entities, asked);
  const all = [...inside.toSorted(byPlace), ...elsewhere.toSorted(byPlace)];
  const text = asked.text.trim().toLowerCase();
  const nearness = ({ entity }: Target): number => {
    const name = entity.name.toLowerCase();
    if (text === '' || !name.startsWith(text)) return 2;
    return name === text ? 0 : 1;
  };
  const shown = all.toSorted((one, other) => nearness(one) - nearness(other));
  return { shown: shown.slice(0, mostShown), more: shown.length > mostShown };
}

/** What is selected, or the nearest thing around it that can be struck; else the only one there is. */
export function firstTarget(
  entities: ReadonlyMap<EntityId, Entity>,
  kinds: readonly Kind[],
  selected: EntityId | null,
): EntityId | null {
  const near = lineage(entities, selected).find(({ kind }) => kinds.includes(kind));
  if (near !== undefined) return near.id;
  let only: EntityId | null = null;
  for (const entity of entities.values()) {
    if (!kinds.includes(entity.kind)) continue;
    if (only !== null) return null;
    only = entity.id;
  }
  return only;
}
