import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';

/** The inventory and what is counted of it, in step. */
export function putEntity(world: World, entity: Entity): void {
  const before = world.inventory.get(entity.id);
  world.inventory.put(entity);
  // As it lies there: what is counted of it shall not keep another copy alive.
  world.allotments.turn(before, world.inventory.get(entity.id));
}

export function dropEntity(world: World, id: EntityId): void {
  const before = world.inventory.get(id);
  world.inventory.remove(id);
  world.allotments.turn(before, undefined);
}
