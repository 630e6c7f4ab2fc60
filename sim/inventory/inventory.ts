import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { isMachineKind } from '../contract/kinds.table.ts';
import { topicClaim } from '../contract/topics.ts';
import { createCompactor } from './compact.ts';
import type { Compactor } from './compact.ts';
import { createFingerprint } from '../kernel/fingerprint.ts';

/** What the rules may ask. A batch lays its own new entities over this without touching the world. */
export type InventoryView = {
  readonly get: (id: EntityId) => Entity | undefined;
  readonly childrenOf: (id: EntityId | null) => Iterable<Entity>;
  /** The entity that holds a name, or a level of MQTT topics, in its scope, if any. */
  readonly named: (key: string) => EntityId | undefined;
  readonly nextNumber: (kind: Kind) => number;
};

export type Inventory = InventoryView & {
  readonly count: (kind: Kind) => number;
  readonly all: () => IterableIterator<Entity>;
  readonly ofKind: <K extends Kind>(kind: K) => EntityOf<K>[];
  /** Grows with every change to what stands in rooms; what is derived from that remembers it. */
  readonly layout: () => number;
  /** Grows with every change to anything. */
  readonly changes: () => number;
  /** Everything as text, with its fingerprint. Remembered until the next change: large labs change seldom. */
  readonly atRest: () => { readonly text: string; readonly digest: string };
  readonly put: (entity: Entity) => void;
  readonly remove: (id: EntityId) => void;
  /** Highest number ever given per kind: a removed rack's id is not given again. */
  readonly restoreCounters: (counters: Readonly<Record<string, number>>) => void;
};

type Shelves = {
  readonly entities: Map<EntityId, Entity>;
  readonly children: Map<EntityId | null, Set<EntityId>>;
  readonly names: Map<string, EntityId>;
  readonly counters: Map<Kind, number>;
  /** Each kind's own, in the order in which they came to be of it. */
  readonly shelf: Map<Kind, Map<EntityId, Entity>>;
  /**
   * Places in the order of `entities`: siblings are walked in it, however they came together.
   * Counted when something moves for the first time; most labs never need it.
   */
  readonly births: Map<EntityId, number>;
  readonly born: { next: number; isCounted: boolean };
};

export const createInventory = (): Inventory => inventoryWith(createCompactor());

function inventoryWith(compactor: Compactor): Inventory {
  const shelves: Shelves = {
    entities: new Map(),
    children: new Map(),
    names: new Map(),
    counters: new Map(),
    shelf: new Map(),
    births: new Map(),
    born: { next: 0, isCounted: false },
  };
  const { entities, children, names, counters, shelf } = shelves;
  let layout = 0;
  let changes = 0;
  let rest: { changes: number; text: string; digest: string } | null = null;
  const changed = (kind: Kind | undefined): void => {
    changes += 1;
    if (kind !== undefined && !isMachineKind(kind)) layout += 1;
  };
  return {
    get: (id) => entities.get(id),
    childrenOf: function* (id) {
      for (const child of children.get(id) ?? []) {
        const entity = entities.get(child);
        if (entity !== undefined) yield entity;
      }
    },
    named: (key) => names.get(key),
    nextNumber: (kind) => (counters.get(kind) ?? 0) + 1,
    count: (kind) => shelf.get(kind)?.size ?? 0,
    all: () => entities.values(),
    ofKind: <K extends Kind>(kind: K) =>
      // Each is of its shelf's kind; TypeScript cannot pair key and value of a map.
      [...(shelf.get(kind)?.values() ?? [])] as EntityOf<K>[],
    layout: () => layout,
    changes: () => changes,
    atRest: () => {
      rest = rest !== null && rest.changes === changes ? rest : { changes, ...layToRest(shelves) };
      return rest;
    },
    put: (entity) => {
      putOn(shelves, compactor.laid(entity));
      changed(entity.kind);
    },
    remove: (id) => {
      const kind = entities.get(id)?.kind;
      takeFrom(shelves, id);
      changed(kind);
    },
    restoreCounters: (saved) => {
      for (const [kind, number] of Object.entries(saved)) counters.set(kind as Kind, number);
    },
  };
}

function putOn(shelves: Shelves, entity: Entity): void {
  const { entities, names, counters, shelf } = shelves;
  const before = entities.get(entity.id);
  if (before !== undefined) forgetNames(shelves, before);
  const alike = shelf.get(entity.kind) ?? new Map<EntityId, Entity>();
  shelf.set(entity.kind, alike.set(entity.id, entity));
  if (before === undefined && shelves.born.isCounted) countBirth(shelves, entity.id);
  entities.set(entity.id, entity);
  settleAmong(shelves, before, entity);
  for (const key of keysOf(viewOf(shelves), entity)) names.set(key, entity.id);
  counters.set(entity.kind, Math.max(counters.get(entity.kind) ?? 0, numberOf(entity)));
}

function countBirth({ births, born }: Shelves, id: EntityId): void {
  births.set(id, born.next);
  born.next += 1;
}

function birthsOf(shelves: Shelves): Shelves['births'] {
  if (!shelves.born.isCounted) for (const id of shelves.entities.keys()) countBirth(shelves, id);
  shelves.born.isCounted = true;
  return shelves.births;
}

/** A snapshot's reader puts everything anew, in order of birth: here siblings must come to stand the same. */
function settleAmong(shelves: Shelves, before: Entity | undefined, { id, parent }: Entity): void {
  if (before?.parent === parent) return;
  const { children } = shelves;
  if (before !== undefined) children.get(before.parent)?.delete(id);
  const siblings = children.get(parent) ?? new Set();
  siblings.add(id);
  children.set(parent, before === undefined ? siblings : inOrderOfBirth(shelves, siblings));
}

function inOrderOfBirth(shelves: Shelves, siblings: ReadonlySet<EntityId>): Set<EntityId> {
  const births = birthsOf(shelves);
  const place = (one: EntityId): number => births.get(one) ?? 0;
  return new Set([...siblings].toSorted((a, b) => place(a) - place(b)));
}

function takeFrom(shelves: Shelves, id: EntityId): void {
  const entity = shelves.entities.get(id);
  if (entity === undefined) return;
  forgetNames(shelves, entity);
  shelves.children.get(entity.parent)?.delete(id);
  shelves.births.delete(id);
  shelves.entities.delete(id);
  shelves.shelf.get(entity.kind)?.delete(id);
  shelves.children.delete(id);
}

function forgetNames(shelves: Shelves, entity: Entity): void {
  for (const key of keysOf(viewOf(shelves), entity)) {
    // In a lab from before topics had to differ, another may hold it.
    if (shelves.names.get(key) === entity.id) shelves.names.delete(key);
  }
}

const viewOf = ({ entities }: Shelves): Lookup => ({ get: (id) => entities.get(id) });

function layToRest({ entities, counters }: Shelves): { text: string; digest: string } {
  const text = JSON.stringify({ entities: [...entities.values()], counters: sorted(counters) });
  const fingerprint = createFingerprint();
  fingerprint.text(text);
  return { text, digest: fingerprint.hex() };
}

const sorted = (counters: ReadonlyMap<Kind, number>): Record<string, number> =>
  Object.fromEntries([...counters].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** New entities over a view, so that a batch can be judged item by item and dropped as a whole. */
export function layOver(base: InventoryView): InventoryView & { readonly add: (entity: Entity) => void } {
  // It is gone as soon as the batch is judged.
  const own = inventoryWith({ laid: (entity) => entity });
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
      for (const key of keysOf({ get }, entity)) names.set(key, entity.id);
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
  for (let id = from; id !== null;) {
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
  for (let at: EntityId | null = id; at !== null;) {
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
  if (kind === 'ups' || kind === 'crac' || kind === 'panel') return above(view, parent, 'site')?.id ?? parent;
  return parent;
}

export function nameKey(view: Lookup, entity: Entity): string {
  // A folder of machines may be called as the folder of hosts beside it is.
  const kind = entity.kind === 'folder' ? `folder of ${entity.spec.holds}` : entity.kind;
  // Joined, it is one string in memory, and not a chain of its pieces.
  return [nameScope(view, entity.kind, entity.parent) ?? '', kind, entity.name.toLowerCase()].join('|');
}

const namelessInProjects: ReadonlySet<Kind> = new Set([
  'vm',
  'volume',
  'network',
  'router',
  'firewall',
  'image',
]);

/** A cloud's tenants may call several things alike; they go by ids. */
export const sharesItsName = (view: Lookup, { kind, parent }: Pick<Entity, 'kind' | 'parent'>): boolean =>
  namelessInProjects.has(kind) && parent !== null && view.get(parent)?.kind === 'project';

/** What nobody else may claim, or two would speak on one MQTT topic. Null: nothing. */
export function topicKey(view: Lookup, entity: Entity): string | null {
  const claim = topicClaim(entity);
  if (claim === null) return null;
  const scope = claim.scope === 'parent' ? entity.parent : above(view, entity.parent, claim.scope)?.id;
  return `${scope ?? ''}#${claim.key}`;
}

export function keysOf(view: Lookup, entity: Entity): string[] {
  if (sharesItsName(view, entity)) return [];
  const topic = topicKey(view, entity);
  return topic === null ? [nameKey(view, entity)] : [nameKey(view, entity), topic];
}
