/** What a host bears, and what is missing where it does not. */
import type { EntityOf } from '../contract/entities.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isHolding, nothing, takenOf } from './allotments.ts';
import type { Host, Taken, Vm } from './allotments.ts';
import { mebibytesOf, sizeText } from './sizes.ts';
import { struck } from './struck.ts';

export type HostLimits = {
  readonly memory: number;
  readonly cpus: number;
  readonly realMemory: number;
  readonly megahertz: number;
  readonly threads: number;
};

export function limitsOf({ spec }: Host): HostLimits {
  const cores = spec.sockets * spec.coresPerSocket;
  const threads = cores * spec.threadsPerCore;
  return {
    memory: Math.floor(spec.memory * spec.memoryOvercommit),
    cpus: Math.floor(threads * spec.cpuOvercommit),
    realMemory: spec.memory,
    megahertz: cores * spec.megahertz,
    threads,
  };
}

/** What is taken of a host by all but this machine. */
export function takenBeside(world: World, host: Host, vm: Vm): Taken {
  const taken = world.allotments.of(host.id);
  const now = world.inventory.get(vm.id);
  if (now?.kind !== 'vm' || now.spec.host !== host.id || !isHolding(world.inventory, now)) return taken;
  const own = takenOf(now);
  return {
    memory: taken.memory - own.memory,
    cpus: taken.cpus - own.cpus,
    reservedMemory: taken.reservedMemory - own.reservedMemory,
    reservedCpu: taken.reservedCpu - own.reservedCpu,
  };
}

const over = (message: string): Result<never> =>
  refused('over-capacity', message, {
    where: 'host',
    hint: 'Choose another host, make room, or ask for less.',
  });

/** Whether a machine as described, and as it would be on, finds room on a host. */
export function hasRoom(world: World, host: Host, vm: Vm): Result<null> {
  const limits = limitsOf(host);
  const needs = isHolding(world.inventory, vm) ? takenOf(vm) : nothing;
  const taken = takenBeside(world, host, vm);
  const sized = world.work === 'no-time' ? accepted(null) : sizeFits({ host, vm, limits, taken, needs });
  return sized.ok ? reservationsHold({ host, vm, limits, taken, needs }) : sized;
}

/** A lab that only stands in for a real one, whose work takes no time, does not look at it. */
function sizeFits({ host, vm, limits, taken, needs }: Reserving): Result<null> {
  const { spec } = vm;
  if (spec.cpus > limits.threads) {
    return over(`${vm.name} has ${spec.cpus} CPUs; host ${host.name} has ${limits.threads} threads`);
  }
  if (taken.memory + needs.memory > limits.memory) {
    const free = sizeText(Math.max(0, limits.memory - taken.memory));
    return over(`${vm.name} needs ${sizeText(needs.memory)}, host ${host.name} has ${free} free`);
  }
  if (taken.cpus + needs.cpus > limits.cpus) {
    const free = Math.max(0, limits.cpus - taken.cpus);
    return over(
      `${vm.name} needs ${needs.cpus} CPUs, host ${host.name} has ${free} of ${limits.cpus} left to give`,
    );
  }
  return accepted(null);
}

type Reserving = {
  readonly host: Host;
  readonly vm: Vm;
  readonly limits: HostLimits;
  readonly taken: Taken;
  readonly needs: Taken;
};

function reservationsHold({ host, vm, limits, taken, needs }: Reserving): Result<null> {
  const memory = limits.realMemory - taken.reservedMemory;
  if (needs.reservedMemory > memory) {
    const free = sizeText(Math.max(0, memory));
    return over(
      `${vm.name} reserves ${sizeText(needs.reservedMemory)}, host ${host.name} has ${free} that is not reserved`,
    );
  }
  const megahertz = limits.megahertz - taken.reservedCpu;
  if (needs.reservedCpu > megahertz) {
    return over(
      `${vm.name} reserves ${needs.reservedCpu} MHz, host ${host.name} has ${Math.max(0, megahertz)} that is not reserved`,
    );
  }
  return accepted(null);
}

/** MiB that a store has left. */
export function freeOn(world: World, { id, spec }: EntityOf<'datastore'>): number {
  const free = mebibytesOf(spec.capacity) - mebibytesOf(spec.otherUse) - world.allotments.storedOn(id);
  return struck(world, 'DISK_FULL', id) > 0 ? Math.min(0, free) : free;
}

export function storeTakes(world: World, store: EntityOf<'datastore'>, needs: number): Result<null> {
  if (store.spec.mode !== 'normal') {
    return refused('wrong-state', `Datastore ${store.name} is in maintenance`, {
      where: 'datastore',
      hint: 'Choose another, or end its maintenance.',
    });
  }
  const free = freeOn(world, store);
  if (needs <= Math.max(0, free)) return accepted(null);
  return refused(
    'over-capacity',
    `Datastore ${store.name} has ${sizeText(Math.max(0, free))} free; this needs ${sizeText(needs)}`,
    { where: 'datastore', hint: 'Choose another, remove snapshots, or make it larger.' },
  );
}

/** What a project may have at all, with these on top. */
export function quotaAllows(
  world: World,
  project: EntityOf<'project'>,
  more: { readonly instances: number; readonly cores: number; readonly memory: number },
): Result<null> {
  const use = world.allotments.usedBy(project.id);
  const { quota } = project.spec;
  const asked = [
    ['instances', use.instances, more.instances, quota.instances],
    ['cores', use.cores, more.cores, quota.cores],
    ['MiB of memory', use.memory, more.memory, quota.memory],
  ] as const;
  for (const [what, used, wanted, most] of asked) {
    if (most < 0 || wanted <= 0 || used + wanted <= most) continue;
    return refused(
      'over-capacity',
      `Project ${project.name} has ${used} of ${most} ${what} in use; this needs ${wanted} more`,
      { where: 'parent', hint: 'Remove what is not needed, or raise the quota.' },
    );
  }
  return accepted(null);
}
