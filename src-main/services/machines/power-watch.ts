import type { EntityId } from '../../../sim/contract/ids.ts';
import { bladesIn, hostIsFed } from '../../../sim/index.ts';
import type { Inventory, World } from '../../../sim/index.ts';
import { createAsking } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** Feels whether hosts and chassis have power, or were struck, and tells the lab when that changes. */
export function createPowerWatch(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  /** Found anew when the inventory has changed. */
  let watched: readonly EntityId[] = [];
  let seen: { readonly inventory: Inventory; readonly changes: number } | null = null;
  return {
    afterStep: () => {
      const world = deps.world();
      const { inventory } = world;
      if (seen?.inventory !== inventory || seen.changes !== inventory.changes()) {
        seen = { inventory, changes: inventory.changes() };
        watched = [...inventory.ofKind('host'), ...inventory.ofKind('chassis')].map(({ id }) => id);
      }
      for (const id of watched) {
        const power = newsOf(world, id);
        if (power !== null) ask(id, { type: 'host.report', id, power });
      }
    },
  };
}

/** What the lab does not know yet; null where all is as it was. */
function newsOf(world: World, id: EntityId): 'lost' | 'back' | null {
  const one = world.inventory.get(id);
  if (one?.kind === 'chassis') {
    const blades = bladesIn(world, one);
    if (hostIsFed(world, one)) return blades.some(({ spec }) => spec.fellWith !== undefined) ? 'back' : null;
    return blades.some(({ spec }) => spec.power === 'on') ? 'lost' : null;
  }
  if (one?.kind !== 'host') return null;
  const { power, state } = one.spec;
  if (hostIsFed(world, one)) return power === 'off' && state === 'not-responding' ? 'back' : null;
  return power === 'on' ? 'lost' : null;
}
