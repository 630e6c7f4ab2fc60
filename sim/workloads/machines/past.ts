/** What machines used before now, computed anew from their workloads as they are now: nothing of it is kept. */
import type { EntityOf } from '../../contract/entities.ts';
import { activeMemory } from './given.ts';
import type { Ground, Machine } from './given.ts';
import { capacityOf } from './loads.ts';
import { habits } from './profiles.table.ts';
import { demandBefore } from './use.ts';

type Span = { readonly from: number; readonly to: number; readonly every: number };

/** CPU as a share of what it has; MiB; MB/s. */
export type PastUse = {
  readonly tick: number;
  readonly share: number;
  readonly memory: number;
  readonly read: number;
  readonly write: number;
  readonly receive: number;
  readonly send: number;
};

export function pastUse(ground: Ground, machine: Machine, span: Span): PastUse[] {
  const { cpus, workload } = machine.spec;
  const { read, write, receive, send } = habits[workload.profile];
  return demandBefore(ground, machine, span).map(({ tick, share }) => {
    const busy = share * cpus;
    const memory = activeMemory(ground, machine, share);
    return {
      tick,
      share,
      memory,
      read: busy * read,
      write: busy * write,
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
        receive: before.receive + point.receive,
        send: before.send + point.send,
      });
    }
  }
  return [...sums.values()].toSorted((one, other) => one.tick - other.tick);
}

const nothing = { share: 0, memory: 0, read: 0, write: 0, receive: 0, send: 0 };
