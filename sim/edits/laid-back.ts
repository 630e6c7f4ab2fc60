import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { keysOf } from '../inventory/inventory.ts';
import type { InventoryView } from '../inventory/inventory.ts';

/** Entities as they would stand, null for those that would be gone. */
export type Wanted = ReadonlyMap<EntityId, Entity | null>;

/** The inventory as it would be, without touching it. */
export function layBack(base: InventoryView, wanted: Wanted): InventoryView {
  const get = (id: EntityId): Entity | undefined => {
    const here = wanted.get(id);
    return here === undefined ? base.get(id) : (here ?? undefined);
  };
  const view = { get };
  const byParent = new Map<EntityId | null, Entity[]>();
  const names = new Map<string, EntityId>();
  const freed = new Set<string>();
  for (const [id, entity] of wanted) {
    const before = base.get(id);
    // Whoever else holds its names holds them still.
    if (before !== undefined) {
      for (const key of keysOf(base, before)) if (base.named(key) === id) freed.add(key);
    }
    if (entity === null) continue;
    const siblings = byParent.get(entity.parent);
    if (siblings === undefined) byParent.set(entity.parent, [entity]);
    else siblings.push(entity);
  }
  const held = (key: string): EntityId | undefined => (freed.has(key) ? undefined : base.named(key));
  for (const entity of wanted.values()) {
    if (entity === null) continue;
    for (const key of keysOf(view, entity)) names.set(key, held(key) ?? names.get(key) ?? entity.id);
  }
  // The rules walk a room once for each of its racks.
  const families = new Map<EntityId | null, readonly Entity[]>();
  const familyOf = (id: EntityId | null): readonly Entity[] => {
    const staying = [...base.childrenOf(id)].filter((child) => !wanted.has(child.id));
    const family = [...staying, ...(byParent.get(id) ?? [])];
    families.set(id, family);
    return family;
  };
  return {
    get,
    childrenOf: (id) => families.get(id) ?? familyOf(id),
    named: (key) => names.get(key) ?? held(key),
    nextNumber: base.nextNumber,
  };
}
