import type { EntityId } from '../../../sim/contract/ids.ts';
import { hostIsFed } from '../../../sim/index.ts';
import type { Inventory } from '../../../sim/index.ts';
import { createAsking } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** Feels whether hosts have power, or were struck, and tells the lab when that changes. */
export function createPowerWatch(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  /** Found anew when the inventory has changed. */
  let hosts: readonly EntityId[] = [];
  let seen: { readonly inventory: Inventory; readonly changes: number } | null = null;
  return {
    afterStep: () => {
      const world = deps.world();
      const { inventory } = world;
      if (seen?.inventory !== inventory || seen.changes !== inventory.changes()) {
        seen = { inventory, changes: inventory.changes() };
        hosts = inventory.ofKind('host').map(({ id }) => id);
      }
      for (const id of hosts) {
        const host = inventory.get(id);
        if (host?.kind !== 'host') continue;
        const isFed = hostIsFed(world, host);
        const { power, state } = host.spec;
        if (!isFed && power === 'on') ask(id, { type: 'host.report', id, power: 'lost' });
        if (isFed && power === 'off' && state === 'not-responding')
          ask(id, { type: 'host.report', id, power: 'back' });
      }
    },
  };
}
