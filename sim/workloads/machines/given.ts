/** What hosts give their machines: CPUs and memory, reckoned once for each host that has too little. */
import { struck } from '../../compute/struck.ts';
import type { Struck } from '../../compute/struck.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Blade, LoadGround, Vm } from './columns.ts';
import { shareOut, squeeze } from './contention.ts';
import type { Squeezed } from './contention.ts';
import { busyOf, capacityOf, ownShare } from './loads.ts';
import type { MachineLoads } from './loads.ts';
import { createPools } from './pools.ts';
import type { Pools } from './pools.ts';
import { habits } from './profiles.table.ts';

export type Machine = Vm | Blade;
export type Ground = LoadGround & Pick<Struck, 'scenarios'> & { readonly loads: MachineLoads };

export const notSqueezed: Squeezed = { ballooned: 0, swapped: 0 };

/** MiB that it touches while it is this busy. */
export function activeMemory(ground: Ground, { id, spec }: Machine, share: number): number {
  if (spec.power !== 'on') return 0;
  const { guests } = ground;
  const { memory, memorySpan } = habits[spec.workload.profile];
  const active = spec.memory * (memory + memorySpan * share + pressureOn(ground, id));
  const guest = guests.size() === 0 ? 0 : (guests.get(id)?.demand.memoryBytes ?? 0) / 1_048_576;
  return Math.round(Math.min(spec.memory, Math.max(active, guest)));
}

/** What a scenario takes of the memory of a machine or host, 0 … 1. */
const pressureOn = (ground: Ground, id: EntityId): number =>
  ground.scenarios.size === 0 ? 0 : struck(ground, 'MEMORY_PRESSURE', id) / 100;

export type Hosts = {
  /** Of a machine by its line. */
  readonly cpu: (line: number) => number;
  readonly squeezed: (line: number) => Squeezed;
  /** Lines of those that run on it. */
  readonly machines: (host: EntityId) => readonly number[];
  readonly busy: (host: EntityId) => number;
  readonly memory: (host: EntityId) => number;
};

/** Of a host's memory, what its hypervisor keeps for itself. */
const ownMemory = 0.04;

export function createHosts(ground: Ground): Hosts {
  const { hosts, withheld } = ground.loads.now(ground);
  const wantedOn = (place: number): number => (hosts.sums[place] as number) - (withheld?.[place] ?? 0);
  const given = new Float64Array(hosts.machines.length);
  const isGiven = new Uint8Array(hosts.carriers.length);
  const taken = new Map<number, Map<number, Squeezed>>();
  const rooms = hosts.carriers.map((host) =>
    host.kind === 'host' && host.spec.power === 'on' ? (1 - ownShare) * capacityOf(host) : 0,
  );
  const crewOf = crewsOf(hosts);
  const pools = createPools(ground, (line, share) => activeMemory(ground, hosts.machines[line] as Vm, share));
  let held: Float64Array | null = null;
  const heldOn = (place: number): number => {
    held ??= memoryHeld(hosts.machines, hosts.carrier, hosts.carriers.length);
    return held[place] ?? 0;
  };
  const placeOf = (line: number): number => hosts.carrier[line] ?? -1;
  const hostAt = (id: EntityId): number => hosts.places.get(id) ?? -1;
  return {
    cpu: (line) => {
      const place = placeOf(line);
      if (place < 0) return 0;
      if (wantedOn(place) <= (rooms[place] as number)) return pools.wanted(line);
      if (isGiven[place] === 0) {
        isGiven[place] = 1;
        giveOut(pools, { crew: crewOf(place), room: rooms[place] as number, given });
      }
      return given[line] as number;
    },
    squeezed: (line) => {
      const place = placeOf(line);
      const host = hosts.carriers[place];
      if (host?.kind !== 'host' || hosts.machines[line]?.spec.power !== 'on') return notSqueezed;
      const room = (1 - ownMemory) * (1 - pressureOn(ground, host.id)) * host.spec.memory;
      const own = pools.squeezed(line);
      if (heldOn(place) <= room) return own;
      const known = taken.get(place) ?? squeezedOn(ground, { crew: crewOf(place), room, pools });
      taken.set(place, known);
      const more = known.get(line) ?? notSqueezed;
      return { ballooned: own.ballooned + more.ballooned, swapped: own.swapped + more.swapped };
    },
    machines: (id) => crewOf(hostAt(id)),
    busy: (id) => {
      const host = hosts.carriers[hostAt(id)];
      return host === undefined ? 0 : (busyOf(host, wantedOn(hostAt(id))) ?? 0);
    },
    memory: (id) => heldOn(hostAt(id)),
  };
}

type HostSide = ReturnType<MachineLoads['now']>['hosts'];

type Crew = (place: number) => readonly number[];

/** Lines of those that are on, of a host by its place: all are sorted out at the first question. */
function crewsOf({ machines, carrier, carriers }: HostSide): Crew {
  let crews: number[][] | null = null;
  return (place) => {
    if (crews === null) {
      crews = carriers.map(() => []);
      for (let at = 0; at < machines.length; at += 1)
        if (machines[at]?.spec.power === 'on') crews[carrier[at] as number]?.push(at);
    }
    return crews[place] ?? [];
  };
}

type Giving = { readonly crew: readonly number[]; readonly room: number; readonly given: Float64Array };

function giveOut(pools: Pools, { crew, room, given }: Giving): void {
  const shares = shareOut(
    crew.map((line) => ({
      wanted: pools.wanted(line),
      promised: pools.promised(line),
      weight: pools.weight(line),
    })),
    room,
  );
  for (const [at, line] of crew.entries()) given[line] = Math.round(shares[at] as number);
}

type Squeezing = { readonly crew: readonly number[]; readonly room: number; readonly pools: Pools };

/** What a pool took back already is not there to be taken again. */
function squeezedOn(ground: Ground, { crew, room, pools }: Squeezing): Map<number, Squeezed> {
  const { hosts } = ground.loads.now(ground);
  const claims = crew.map((line) => {
    const vm = hosts.machines[line] as Vm;
    const most = hosts.most[line] as number;
    const share = most > 0 ? (hosts.demand[line] as number) / most : 0;
    const { ballooned, swapped } = pools.squeezed(line);
    return {
      granted: vm.spec.memory - ballooned - swapped,
      active: activeMemory(ground, vm, share),
      reserved: Math.min(vm.spec.memory, pools.reserved(line)),
    };
  });
  const squeezed = squeeze(claims, room);
  return new Map(crew.map((line, at) => [line, squeezed[at] as Squeezed]));
}

/** MiB that machines which are on hold of each host. */
function memoryHeld(machines: readonly Vm[], carrier: Int32Array, hosts: number): Float64Array {
  const held = new Float64Array(hosts);
  for (const [at, { spec }] of machines.entries()) {
    const place = carrier[at] as number;
    if (place >= 0 && (spec.power === 'on' || spec.power === 'paused'))
      held[place] = (held[place] as number) + spec.memory;
  }
  return held;
}
