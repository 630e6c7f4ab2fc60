import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { keyOf } from './changes.ts';
import type { Edit } from './ledger.ts';

/** Who touched what, and who hangs on what: made when first asked for, good for one moment of the world. */
export type Bearings = {
  /** Edits that changed the thing of this key, oldest first. */
  readonly touching: (key: string) => readonly Edit[];
  /** Things with a link to this one. */
  readonly leaning: (id: EntityId) => readonly Entity[];
};

export function takeBearings(world: World): Bearings {
  let touching: Map<string, Edit[]> | null = null;
  let leaning: Map<EntityId, Entity[]> | null = null;
  return {
    touching: (key) => (touching ??= touchedBy(world)).get(key) ?? [],
    leaning: (id) => (leaning ??= linkedTo(world)).get(id) ?? [],
  };
}

function touchedBy(world: World): Map<string, Edit[]> {
  const found = new Map<string, Edit[]>();
  for (const edit of world.edits.all()) for (const change of edit.changes) push(found, keyOf(change), edit);
  return found;
}

function linkedTo(world: World): Map<EntityId, Entity[]> {
  const found = new Map<EntityId, Entity[]>();
  for (const entity of world.inventory.all()) {
    for (const targets of Object.values(entity.links)) for (const id of targets) push(found, id, entity);
  }
  return found;
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
