import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../../sim/index.ts';

/** Whether an entity is, or lies somewhere below, another. */
export function isWithin(inventory: Inventory, id: EntityId, top: EntityId): boolean {
  for (let at: EntityId | null = id; at !== null; at = inventory.get(at)?.parent ?? null) {
    if (at === top) return true;
  }
  return false;
}

/** Everything below, depth first, itself included. */
export function* everythingIn(inventory: Inventory, top: EntityId): Generator<Entity> {
  const entity = inventory.get(top);
  if (entity !== undefined) yield entity;
  for (const child of inventory.childrenOf(top)) yield* everythingIn(inventory, child.id);
}

/** Temperature sensors that sit where racks breathe in; batteries and transformers have temperatures too. */
export const isInlet = (inventory: Inventory, entity: Entity): entity is EntityOf<'sensor'> =>
  entity.kind === 'sensor' &&
  entity.spec.metric === 'temperature' &&
  !entity.spec.place.startsWith('rear') &&
  entity.parent !== null &&
  inventory.get(entity.parent)?.kind === 'rack';
