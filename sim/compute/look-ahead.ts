/** The world as it would be after some moves: each next one is judged by those before it. */
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { isHolding, nothing, takenOf } from './allotments.ts';
import type { Taken, Vm } from './allotments.ts';

export type LookAhead = { readonly world: World; readonly move: (vm: Vm) => void };

export function lookAhead(world: World): LookAhead {
  const moved = new Map<EntityId, Vm>();
  const more = new Map<EntityId, Taken>();
  const ahead: World = {
    ...world,
    inventory: { ...world.inventory, get: (id) => moved.get(id) ?? world.inventory.get(id) },
    allotments: {
      ...world.allotments,
      of: (host) => sum(world.allotments.of(host), more.get(host) ?? nothing, 1),
    },
  };
  const count = (vm: Vm, sign: 1 | -1): void => {
    const { host } = vm.spec;
    if (host === null || !isHolding(world.inventory, vm)) return;
    more.set(host, sum(more.get(host) ?? nothing, takenOf(vm), sign));
  };
  return {
    world: ahead,
    move: (vm) => {
      const before = ahead.inventory.get(vm.id);
      if (before?.kind === 'vm') count(before, -1);
      count(vm, 1);
      moved.set(vm.id, vm);
    },
  };
}

const sum = (one: Taken, other: Taken, sign: 1 | -1): Taken => ({
  memory: one.memory + sign * other.memory,
  cpus: one.cpus + sign * other.cpus,
  reservedMemory: one.reservedMemory + sign * other.reservedMemory,
  reservedCpu: one.reservedCpu + sign * other.reservedCpu,
});
