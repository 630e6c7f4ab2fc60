/** What machines used before now, computed anew from their workloads as they are now: nothing of it is kept. */
import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { activeMemory } from './given.ts';
import type { Ground, Machine } from './given.ts';
import { shareOut } from './contention.ts';
import { wattsOf } from '../../physics/load/runners.ts';
import { capacityOf, ownShare } from './loads.ts';
import { habits } from './profiles.table.ts';
import { demandBefore } from './use.ts';

type Span = { readonly from: number; readonly to: number; readonly every: number };

/** CPU as a share of what it has; MiB; MB/s; reads and writes a second. */
export type PastUse = {
  readonly tick: number;
  readonly share: number;
  readonly memory: number;
  readonly read: number;
  readonly write: number;
  readonly reads: number;
  readonly writes: number;
  readonly receive: number;
  readonly send: number;
};

export function pastUse(ground: Ground, machine: Machine, span: Span): PastUse[] {
  const { cpus, workload } = machine.spec;
  const { read, write, block, receive, send } = habits[workload.profile];
  return demandBefore(ground, machine, span).map(({ tick, share }) => {
    const busy = share * cpus;
    const memory = activeMemory(ground, machine, share);
    return {
      tick,
      share,
      memory,
      read: busy * read,
      write: busy * write,
      reads: (busy * read * 1000) / block,
      writes: (busy * write * 1000) / block,
      receive: busy * receive,
      send: busy * send,
    };
  });
}

/** What a host's machines of now asked for together. More than it has it cannot have given. */
export function pastUseOfHost(
  ground: Ground,
  host: EntityOf<'host'>,
  { machines, ...span }: Span & { readonly machines: readonly EntityOf<'vm'>[] },
): PastUse[] {
  const sums = new Map<number, PastUse>();
  const most = capacityOf(host);
  for (const vm of machines) {
    const weight = (vm.spec.cpus * host.spec.megahertz) / most;
    for (const point of pastUse(ground, vm, span)) {
      const before = sums.get(point.tick) ?? { ...nothing, tick: point.tick };
      sums.set(point.tick, {
        tick: point.tick,
        share: Math.min(1, before.share + weight * point.share),
        memory: before.memory + point.memory,
        read: before.read + point.read,
        write: before.write + point.write,
        reads: before.reads + point.reads,
        writes: before.writes + point.writes,
        receive: before.receive + point.receive,
        send: before.send + point.send,
      });
    }
  }
  return [...sums.values()].toSorted((one, other) => one.tick - other.tick);
}

type Crew = { readonly host: EntityOf<'host'>; readonly machines: readonly EntityOf<'vm'>[] };

/**
 * Ms of each second in which a CPU would have run and might not, by tick: of one machine, or the mean of all CPUs.
 * Shares and promises of machines count; what their pools limit does not.
 */
export function readyBefore(
  ground: Ground,
  { host, machines }: Crew,
  { of, ...span }: Span & { readonly of: EntityId | 'all' },
): ReadonlyMap<number, number> {
  const claims = new Map<number, Claim[]>();
  for (const vm of machines) {
    const most = vm.spec.cpus * host.spec.megahertz;
    const cap = vm.spec.cpu.limit >= 0 ? Math.min(most, vm.spec.cpu.limit) : most;
    const lasting = { vm, promised: vm.spec.cpu.reservation, weight: vm.spec.cpu.shares * vm.spec.cpus };
    for (const { tick, share } of demandBefore(ground, vm, span)) {
      const claim = { ...lasting, wanted: Math.min(cap, share * most) };
      const beside = claims.get(tick);
      if (beside === undefined) claims.set(tick, [claim]);
      else beside.push(claim);
    }
  }
  const room = (1 - ownShare) * capacityOf(host);
  const ready = (all: readonly Claim[]): number => waiting(all, { room, of }) / host.spec.megahertz;
  return new Map([...claims].map(([tick, all]) => [tick, 1000 * ready(all)]));
}

type Claim = Parameters<typeof shareOut>[0][number] & { readonly vm: EntityOf<'vm'> };

/** MHz for each CPU that it asked for and did not get. */
function waiting(
  claims: readonly Claim[],
  { room, of }: { readonly room: number; readonly of: EntityId | 'all' },
): number {
  if (claims.reduce((sum, { wanted }) => sum + wanted, 0) <= room) return 0;
  const given = shareOut(claims, room);
  let missing = 0;
  let cpus = 0;
  for (const [at, { vm, wanted }] of claims.entries()) {
    if (of !== 'all' && vm.id !== of) continue;
    missing += wanted - (given[at] as number);
    cpus += vm.spec.cpus;
  }
  return cpus > 0 ? missing / cpus : 0;
}

const nothing = { share: 0, memory: 0, read: 0, write: 0, reads: 0, writes: 0, receive: 0, send: 0 };

/**
 * W of a host's server by tick, or what of them one machine takes: as much as of the work is its, the hypervisor's
 * own included. A host that is off tells nothing.
 */
export function drawnBefore(
  ground: Ground,
  { host, machines, server }: Crew & { readonly server: EntityOf<'device'> },
  { of, ...span }: Span & { readonly of: EntityId | 'all' },
): ReadonlyMap<number, number> {
  const watts = new Map<number, number>();
  if (host.spec.power !== 'on') return watts;
  const drawn = wattsOf(server);
  const most = capacityOf(host);
  const asked = new Map<number, { all: number; its: number }>();
  for (let tick = span.from; tick <= span.to; tick += span.every)
    asked.set(tick, { all: ownShare * most, its: 0 });
  for (const vm of machines) {
    for (const { tick, share } of demandBefore(ground, vm, span)) {
      const at = asked.get(tick);
      const megahertz = share * vm.spec.cpus * host.spec.megahertz;
      if (at !== undefined) at.all += megahertz;
      if (at !== undefined && vm.id === of) at.its += megahertz;
    }
  }
  for (const [tick, { all, its }] of asked) {
    const whole = drawn(Math.min(1, all / most));
    watts.set(tick, of === 'all' ? whole : (whole * its) / all);
  }
  return watts;
}
