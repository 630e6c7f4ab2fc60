import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../../sim/index.ts';
import type { Listed } from './machine-rows.ts';
import { above } from './tree-index.ts';

/** Whether a machine lies in something: by its parents, by its pool, by what carries it, or by the rack that this stands in. */
export function liesWithin(inventory: Inventory, within: EntityId): (one: Listed) => boolean {
  const known = new Map<EntityId | null, boolean>();
  const inside = (id: EntityId | null): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = id !== null && [...above(inventory, id)].includes(within);
    known.set(id, now);
    return now;
  };
  return (one) => {
    if (one.id === within || inside(one.parent)) return true;
    if (one.kind === 'vm') return inside(one.spec.host) || inside(one.spec.pool);
    return one.kind === 'host' && inside(one.links.runsOn?.[0] ?? null);
  };
}
