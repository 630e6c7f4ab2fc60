/** The world as it would be once machines that are only planned were there: each next one is judged beside those before it. */
import { layOver } from '../inventory/inventory.ts';
import type { World } from '../kernel/world.ts';
import { createAllotments } from './allotments.ts';
import type { ProjectUse, Taken, Vm } from './allotments.ts';

export type Ahead = { readonly world: World; readonly add: (vm: Vm) => void };

export function aheadOf(world: World): Ahead {
  const planned = layOver(world.inventory);
  const vms: Vm[] = [];
  // Counted by the same books as those of the world, over the planned ones alone.
  let changes = 0;
  const more = createAllotments({
    ...world.inventory,
    ofKind: ((kind: string) => (kind === 'vm' ? vms : [])) as World['inventory']['ofKind'],
    changes: () => changes,
  });
  const { allotments } = world;
  return {
    world: {
      ...world,
      inventory: {
        ...world.inventory,
        get: planned.get,
        childrenOf: planned.childrenOf,
        named: planned.named,
        nextNumber: planned.nextNumber,
      },
      allotments: {
        ...allotments,
        of: (host) => taken(allotments.of(host), more.of(host)),
        machinesOn: (host) => [...allotments.machinesOn(host), ...more.machinesOn(host)],
        storedOn: (store) => allotments.storedOn(store) + more.storedOn(store),
        usedBy: (project) => used(allotments.usedBy(project), more.usedBy(project)),
        hasAddress: (network, address) =>
          allotments.hasAddress(network, address) || more.hasAddress(network, address),
      },
    },
    add: (vm) => {
      planned.add(vm);
      vms.push(vm);
      changes += 1;
      more.turn(undefined, vm);
    },
  };
}

const taken = (one: Taken, other: Taken): Taken => ({
  memory: one.memory + other.memory,
  cpus: one.cpus + other.cpus,
  reservedMemory: one.reservedMemory + other.reservedMemory,
  reservedCpu: one.reservedCpu + other.reservedCpu,
});

const used = (one: ProjectUse, other: ProjectUse): ProjectUse => ({
  instances: one.instances + other.instances,
  cores: one.cores + other.cores,
  memory: one.memory + other.memory,
  volumes: one.volumes + other.volumes,
  stored: one.stored + other.stored,
});

/** `web` makes web-01, web-02 …; a name that ends in a number counts on from it. */
export function numberedNames(name: string, count: number): readonly string[] {
  if (count === 1) return [name];
  const [, stem = `${name}-`, digits = '01'] = /^(.*?)(\d{1,9})$/.exec(name) ?? [];
  const first = Number(digits);
  const width = Math.max(digits.length, String(first + count - 1).length);
  return Array.from({ length: count }, (_, at) => `${stem}${String(first + at).padStart(width, '0')}`);
}
