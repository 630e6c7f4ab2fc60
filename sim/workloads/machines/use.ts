/** What machines and hosts use in this second: their demand, and what of it their hosts can give. */
import type { EntityId } from '../../contract/ids.ts';
import { hashText } from '../../kernel/chance.ts';
import type { Squeezed } from './contention.ts';
import { wantedShare, works } from './columns.ts';
import type { Blade, Vm } from './columns.ts';
import { activeMemory, createHosts, notSqueezed } from './given.ts';
import type { Ground, Hosts, Machine } from './given.ts';
import { habits } from './profiles.table.ts';
import type { Habit } from './profiles.table.ts';
import type { NameRanks } from './name-order.ts';
import { momentAt, phaseOf, slotBefore } from './share.ts';

type DiskUse = { readonly read: number; readonly write: number; readonly operations: number };
type NetworkUse = { readonly receive: number; readonly send: number };

/** For the second in which it was made; nothing where a machine is unknown or off. */
export type MachineUse = {
  /** Virtual machines by line, for who asks for all of them. */
  readonly lines: Lines;
  /** MHz that it asks for, and that it gets. */
  readonly demand: (machine: EntityId) => number;
  readonly cpu: (machine: EntityId) => number;
  /** Of its CPUs, what it gets. 0 … 1. */
  readonly share: (machine: EntityId) => number;
  /** Of a second, ms in which a CPU of it would run and may not. */
  readonly ready: (machine: EntityId) => number;
  /** MiB that it touches. */
  readonly memory: (machine: EntityId) => number;
  /** MiB that its host took back. */
  readonly squeezed: (machine: EntityId) => Squeezed;
  /** MB/s, and reads and writes a second. */
  readonly disk: (machine: EntityId) => DiskUse;
  readonly network: (machine: EntityId) => NetworkUse;
  /** Share of a host's CPUs that is busy, 0 … 1; 0 while it is off. */
  readonly host: (host: EntityId) => number;
  /** MiB of a host's memory that its machines hold. */
  readonly hostMemory: (host: EntityId) => number;
  /** What the machines of a host do together. */
  readonly onHost: (host: EntityId) => Squeezed & DiskUse & NetworkUse;
};

type Lines = {
  readonly vms: readonly Vm[];
  readonly cpu: (line: number) => number;
  readonly share: (line: number) => number;
  readonly memory: (line: number) => number;
  readonly ready: (line: number) => number;
  /** Places of them by name. */
  readonly names: () => NameRanks;
};

/** Bare metal, where no host says how fast it is. */
const bladeMegahertz = 2600;

export function machineUse(ground: Ground): MachineUse {
  const { hosts } = ground.loads.now(ground);
  const onHost = createHosts(ground);
  const lines = linesOf(ground, onHost);
  const blades = createBlades(ground);
  const machineOf = (id: EntityId): Machine | undefined => {
    const found = ground.inventory.get(id);
    return found?.kind === 'vm' || found?.kind === 'blade' ? found : undefined;
  };
  /** By its line where it has one; a blade is asked itself. */
  const ask =
    (ofLine: (line: number) => number, ofBlade: (blade: Blade) => number) =>
    (id: EntityId): number => {
      const line = hosts.lines.get(id);
      if (line !== undefined) return ofLine(line);
      const machine = machineOf(id);
      return machine?.kind === 'blade' ? ofBlade(machine) : 0;
    };
  const share = ask(lines.share, blades.share);
  const rates = createRates({ machineOf, share });
  const squeezed = (id: EntityId): Squeezed => {
    const line = hosts.lines.get(id);
    return line === undefined ? notSqueezed : onHost.squeezed(line);
  };
  return {
    lines,
    demand: ask((line) => hosts.demand[line] ?? 0, blades.cpu),
    cpu: ask(lines.cpu, blades.cpu),
    share,
    ready: ask(lines.ready, () => 0),
    memory: ask(lines.memory, blades.memory),
    squeezed,
    ...rates,
    host: onHost.busy,
    hostMemory: onHost.memory,
    onHost: (id) => {
      const sum = { ballooned: 0, swapped: 0, read: 0, write: 0, operations: 0, receive: 0, send: 0 };
      for (const line of onHost.machines(id)) {
        const { cpus, workload } = (hosts.machines[line] as Vm).spec;
        const habit = habits[workload.profile];
        const busy = lines.share(line) * cpus;
        const { ballooned, swapped } = onHost.squeezed(line);
        sum.ballooned += ballooned;
        sum.swapped += swapped;
        sum.read += busy * habit.read;
        sum.write += busy * habit.write;
        sum.operations += (busy * (habit.read + habit.write) * 1000) / habit.block;
        sum.receive += busy * habit.receive;
        sum.send += busy * habit.send;
      }
      return sum;
    },
  };
}

function linesOf(ground: Ground, onHost: Hosts): Lines {
  const { hosts, names } = ground.loads.now(ground);
  const share = (line: number): number => {
    const most = hosts.most[line] ?? 0;
    return most > 0 ? onHost.cpu(line) / most : 0;
  };
  return {
    vms: hosts.machines,
    names,
    cpu: onHost.cpu,
    share,
    ready: (line) => {
      const most = hosts.most[line] ?? 0;
      return most > 0 ? (1000 * ((hosts.demand[line] ?? 0) - onHost.cpu(line))) / most : 0;
    },
    memory: (line) => {
      const vm = hosts.machines[line];
      return vm === undefined ? 0 : activeMemory(ground, vm, share(line));
    },
  };
}

type Blades = Readonly<Record<'share' | 'cpu' | 'memory', (blade: Blade) => number>>;

function createBlades(ground: Ground): Blades {
  const share = (blade: Blade): number => {
    if (!works(blade)) return 0;
    const tick = slotBefore(ground.clock.tick, phaseOf(hashText(blade.id)));
    return wantedShare(ground, blade, momentAt(ground.seed, ground.clock.epoch, tick));
  };
  return {
    share,
    cpu: (blade) => Math.round(share(blade) * blade.spec.cpus * bladeMegahertz),
    memory: (blade) => activeMemory(ground, blade, share(blade)),
  };
}

type Rated = Pick<MachineUse, 'share'> & { readonly machineOf: (id: EntityId) => Machine | undefined };

/** Disks and networks are as busy as the work is. */
function createRates({ machineOf, share }: Rated): Pick<MachineUse, 'disk' | 'network'> {
  const busy = (id: EntityId): { readonly cpus: number; readonly habit: Habit } => {
    const machine = machineOf(id);
    if (machine === undefined) return { cpus: 0, habit: habits.idle };
    return { cpus: share(id) * machine.spec.cpus, habit: habits[machine.spec.workload.profile] };
  };
  return {
    disk: (id) => {
      const { cpus, habit } = busy(id);
      const read = cpus * habit.read;
      const write = cpus * habit.write;
      return { read, write, operations: ((read + write) * 1000) / habit.block };
    },
    network: (id) => {
      const { cpus, habit } = busy(id);
      return { receive: cpus * habit.receive, send: cpus * habit.send };
    },
  };
}

/** Share of its CPUs that a machine would have asked for in each slot since it was started, by what it is now. */
export function demandBefore(
  ground: Ground,
  machine: Machine,
  { from, to, every }: { readonly from: number; readonly to: number; readonly every: number },
): { readonly tick: number; readonly share: number }[] {
  const actor = hashText(machine.id);
  const phase = phaseOf(actor);
  const { seed, clock } = ground;
  const points: { tick: number; share: number }[] = [];
  if (machine.spec.power !== 'on') return points;
  const started = machine.kind === 'vm' ? machine.spec.startedAt : undefined;
  const birth = started === undefined ? 0 : Math.ceil((started - clock.epoch) / 1000);
  // In step with those that were started earlier.
  const first = from + Math.ceil(Math.max(0, birth - from, -from) / every) * every;
  for (let tick = first; tick <= to; tick += every) {
    const share = wantedShare(ground, machine, momentAt(seed, clock.epoch, slotBefore(tick, phase)));
    points.push({ tick, share });
  }
  return points;
}
