import type { Entity } from '../contract/entities.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** An entity and everything below it. */
export function* walk(inventory: Inventory, from: Entity): Generator<Entity> {
  yield from;
  for (const child of inventory.childrenOf(from.id)) yield* walk(inventory, child);
}
