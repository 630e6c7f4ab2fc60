import { movesFor } from '../../../sim/index.ts';
import { createAsking } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** Seconds of lab time between two looks, as DRS takes them. */
const between = 300;

/** Moves machines where a cluster is to balance itself. */
export function createBalancer(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  let next = 0;
  return {
    afterStep: () => {
      const world = deps.world();
      const { tick } = world.clock;
      // A rewind leads back before it.
      if (tick < next && next - tick <= between) return;
      next = tick + between;
      for (const cluster of world.inventory.ofKind('cluster')) {
        if (cluster.spec.drs !== 'automatic' || movesFor(world, cluster).length === 0) continue;
        ask(cluster.id, { type: 'cluster.balance', id: cluster.id });
      }
    },
  };
}
