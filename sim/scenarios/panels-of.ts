import type { EntityId } from '../contract/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';

/**
 * Floor PDUs that feed none but these, or none but floor PDUs that do: where all of those are without power, theirs
 * is what was lost. One that feeds others as well goes on.
 */
export function panelsOf(inventory: Inventory, fed: readonly EntityId[]): readonly EntityId[] {
  const consumers = consumersOf(inventory);
  const lost = new Set<EntityId>(fed);
  const found: EntityId[] = [];
  const look = (ids: readonly EntityId[]): void => {
    for (const feeder of feedersOf(inventory, ids)) {
      if (lost.has(feeder) || !(consumers.get(feeder) ?? []).every((id) => lost.has(id))) continue;
      lost.add(feeder);
      found.push(feeder);
      look([feeder]);
    }
  };
  look(fed);
  return found;
}

function feedersOf(inventory: Inventory, ids: readonly EntityId[]): ReadonlySet<EntityId> {
  const feeders = ids.flatMap((id) => inventory.get(id)?.links.fedBy ?? []);
  return new Set(feeders.filter((id) => inventory.get(id)?.kind === 'panel'));
}

function consumersOf(inventory: Inventory): ReadonlyMap<EntityId, readonly EntityId[]> {
  const consumers = new Map<EntityId, EntityId[]>();
  for (const { id, links } of inventory.all()) {
    for (const feeder of links.fedBy ?? []) {
      const list = consumers.get(feeder);
      if (list === undefined) consumers.set(feeder, [id]);
      else list.push(id);
    }
  }
  return consumers;
}
