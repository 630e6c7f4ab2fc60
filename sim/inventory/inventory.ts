import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { createFingerprint } from '../kernel/fingerprint.ts';

/** What the rules may ask. A batch lays its own new entities over this without touching the world. */
export type InventoryView = {
  readonly get: (id: EntityId) => Entity | undefined;
  readonly childrenOf: (id: EntityId | null) => Iterable<Entity>;
  /** The entity that holds a name in its scope, if any. */
  readonly named: (key: string) => EntityId | undefined;
  readonly nextNumber: (kind: Kind) => number;
};

export type Inventory = InventoryView & {
  readonly size: () => number;
  readonly count: (kind: Kind) => number;
  readonly all: () => IterableIterator<Entity>;
  readonly ofKind: <K extends Kind>(kind: K) => EntityOf<K>[];
  /** Grows with every change; what is derived from the inventory remembers it. */
  readonly layout: () => number;
  /** Everything as text, with its fingerprint. Remembered until the next change: large labs change seldom. */
  readonly atRest: () => { readonly text: string; readonly digest: string };
  readonly put: (entity: Entity) => void;
  readonly remove: (id: EntityId) => void;
  /** Highest number ever given per kind: a removed rack's id is not given again. */
  readonly restoreCounters: (counters: Readonly<Record<string, number>>) => void;
};

export function createInventory(): Inventory {
  const entities = new Map<EntityId, Entity>();
  const children = new Map<EntityId | null, Set<EntityId>>();
  const names = new Map<string, EntityId>();
  const counters = new Map<Kind, number>();
  const tally = new Map<Kind, number>();
  let layout = 0;
  let rest: { layout: number; text: string; digest: string } | null = null;
  const get = (id: EntityId): Entity | undefined => entities.get(id);

  const forget = (entity: Entity): void => {
    children.get(entity.parent)?.delete(entity.id);
    names.delete(nameKey({ get }, entity));
  };
  const put = (entity: Entity): void => {
    const before = entities.get(entity.id);
    if (before === undefined) tally.set(entity.kind, (tally.get(entity.kind) ?? 0) + 1);
    else forget(before);
    entities.set(entity.id, entity);
    const siblings = children.get(entity.parent) ?? new Set();
    siblings.add(entity.id);
    children.set(entity.parent, siblings);
    names.set(nameKey({ get }, entity), entity.id);
    counters.set(entity.kind, Math.max(counters.get(entity.kind) ?? 0, numberOf(entity)));
    layout += 1;
  };
  return {
    get,
    childrenOf: function* (id) {
      for (const child of children.get(id) ?? []) {
        const entity = entities.get(child);
        if (entity !== undefined) yield entity;
      }
    },
    named: (key) => names.get(key),
    nextNumber: (kind) => (counters.get(kind) ?? 0) + 1,
    size: () => entities.size,
    count: (kind) => tally.get(kind) ?? 0,
    all: () => entities.values(),
    ofKind: <K extends Kind>(kind: K) =>
      [...entities.values()].filter((entity): entity is EntityOf<K> => entity.kind === kind),
    layout: () => layout,
    put,
    atRest: () => {
      if (rest === null || rest.layout !== layout) {
        const text = JSON.stringify({ entities: [...entities.values()], counters: sorted(counters) });
        const fingerprint = createFingerprint();
        fingerprint.text(text);
        rest = { layout, text, digest: fingerprint.hex() };
      }
      return rest;
    },
    restoreCounters: (saved) => {
      for (const [kind, number] of Object.entries(saved)) counters.set(kind as Kind, number);
    },
    remove: (id) => {
      const entity = entities.get(id);
      if (entity === undefined) return;
      forget(entity);
      entities.delete(id);
      tally.set(entity.kind, (tally.get(entity.kind) ?? 1) - 1);
      children.delete(id);
      layout += 1;
    },
  };
}

const sorted = (counters: ReadonlyMap<Kind, number>): Record<string, number> =>
  Object.fromEntries([...counters].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** New entities over a view, so that a batch can be judged item by item and dropped as a whole. */
export function layOver(base: InventoryView): InventoryView & { readonly add: (entity: Entity) => void } {
  const own = createInventory();
  const get = (id: EntityId): Entity | undefined => own.get(id) ?? base.get(id);
  const names = new Map<string, EntityId>();
  return {
    get,
    childrenOf: function* (id) {
      yield* base.childrenOf(id);
      yield* own.childrenOf(id);
    },
    named: (key) => names.get(key) ?? base.named(key),
    nextNumber: (kind) => Math.max(base.nextNumber(kind), own.nextNumber(kind)),
    add: (entity) => {
      own.put(entity);
      names.set(nameKey({ get }, entity), entity.id);
    },
  };
}

/** `rack-17` → 17. Ids of other shapes do not count. */
function numberOf(entity: Entity): number {
  const tail = entity.id.slice(entity.kind.length + 1);
  return entity.id.startsWith(`${entity.kind}-`) && /^\d{1,9}$/.test(tail) ? Number(tail) : 0;
}

type Lookup = Pick<InventoryView, 'get'>;

/** The nearest entity of a kind at or above this one. */
export function above<K extends Kind>(view: Lookup, from: EntityId | null, kind: K): EntityOf<K> | undefined {
  for (let id = from; id !== null; ) {
    const entity = view.get(id);
    if (entity === undefined) return undefined;
    if (entity.kind === kind) return entity as EntityOf<K>;
    id = entity.parent;
  }
  return undefined;
}

/** From the site down to the entity itself. */
export function pathTo(view: Lookup, id: EntityId): Entity[] {
  const path: Entity[] = [];
  for (let at: EntityId | null = id; at !== null; ) {
    const entity = view.get(at);
    if (entity === undefined) break;
    path.unshift(entity);
    at = entity.parent;
  }
  return path;
}

/**
 * Within which a name must be alone. Racks by room, power and cooling units by site:
 * that is how MQTT topics and people name them.
 */
export function nameScope(view: Lookup, kind: Kind, parent: EntityId | null): EntityId | null {
  if (kind === 'rack') return above(view, parent, 'room')?.id ?? parent;
  if (kind === 'ups' || kind === 'crac') return above(view, parent, 'site')?.id ?? parent;
  return parent;
}

export function nameKey(view: Lookup, entity: Pick<Entity, 'kind' | 'name' | 'parent'>): string {
  return `${nameScope(view, entity.kind, entity.parent) ?? ''}|${entity.kind}|${entity.name.toLowerCase()}`;
}
