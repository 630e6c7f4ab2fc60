/** Where a machine that is switched on runs: its own host, or another where its cluster may choose. */
import type { EntityId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isTenants } from './allotments.ts';
import type { Host, Vm } from './allotments.ts';
import { place, placeOn } from './placement.ts';
import { clusterOf } from './reach.ts';
import { turnedOn } from './turned.ts';

export function hostToStart(world: World, vm: Vm, wanted: EntityId | undefined): Result<Host> {
  const admission = 'heed' as const;
  const asOn = turnedOn(vm, vm.spec.host, world.now());
  if (wanted !== undefined) return placeOn(world, wanted, { vm: asOn, admission });
  const own = vm.spec.host === null ? undefined : world.inventory.get(vm.spec.host);
  const free = { vm: asOn, host: null, not: null, admission };
  if (own?.kind !== 'host') return place(world, { ...free, pool: vm.spec.pool });
  const there = placeOn(world, own.id, { vm: asOn, admission });
  if (there.ok) return there;
  const cluster = clusterOf(world.inventory, own);
  const mayMove = isTenants(world.inventory, vm) || (cluster !== undefined && cluster.spec.drs !== 'off');
  if (mayMove) return place(world, { ...free, pool: cluster?.id ?? vm.spec.pool });
  return refused(there.refusal.code, there.refusal.message, {
    where: 'host',
    hint: 'Make room there, or move it to another host first.',
  });
}
