import type { EntityId } from '../../../sim/contract/ids.ts';
import { struck } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { createAsking } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** Pauses machines whose thin disks find no room to grow, and lets them go on when there is room again. */
export function createDiskFullWatch(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  const paused = new Set<EntityId>();
  return {
    afterStep: () => {
      const world = deps.world();
      const full = fullStores(world);
      for (const id of paused) {
        const hasRoom = !liesOn(world, id, full);
        if (hasRoom && powerOf(world, id) === 'paused')
          ask(id, { type: 'machine.power', id, verb: 'unpause' });
        if (hasRoom) paused.delete(id);
      }
      if (full.size === 0) return;
      for (const { id, spec } of world.inventory.ofKind('vm')) {
        if (spec.power !== 'on' || !liesOn(world, id, full)) continue;
        paused.add(id);
        ask(id, { type: 'machine.power', id, verb: 'pause' });
      }
    },
  };
}

function fullStores(world: World): ReadonlySet<EntityId> {
  const stores = new Set<EntityId>();
  for (const { name, target } of world.scenarios.values())
    if (name === 'DISK_FULL' && struck(world, 'DISK_FULL', target) > 0) stores.add(target);
  return stores;
}

const powerOf = ({ inventory }: World, id: EntityId): string | undefined => {
  const vm = inventory.get(id);
  return vm?.kind === 'vm' ? vm.spec.power : undefined;
};

/** A thick disk has all its room already. */
function liesOn({ inventory }: World, id: EntityId, stores: ReadonlySet<EntityId>): boolean {
  const vm = inventory.get(id);
  if (vm?.kind !== 'vm') return false;
  return vm.spec.disks.some((disk) => disk.isThin && disk.datastore !== null && stores.has(disk.datastore));
}
