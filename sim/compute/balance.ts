/** Evens out the load of a cluster's hosts: what it would move, and why. */
import type { Actor } from '../contract/actors.ts';
import type { EntityOf } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided, unknown } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { machineUse } from '../workloads/machines/use.ts';
import type { Host, Vm } from './allotments.ts';
import { balanceGaps } from './durations.table.ts';
import { machinesOn, runsNow } from './host-lost.ts';
import { limitsOf } from './limits.ts';
import { lookAhead } from './look-ahead.ts';
import { moveSeconds } from './migrate.ts';
import { placeOn } from './placement.ts';
import { canRun, hostsIn } from './reach.ts';
import { started } from './task.ts';
import { withHost } from './turned.ts';

export type Move = {
  readonly machine: EntityId;
  readonly from: EntityId;
  readonly to: EntityId;
  /** Shares of load of both hosts, before it. */
  readonly loads: readonly [number, number];
};

/** Moves that one look at a cluster brings at most: the next look sees what they did. */
const mostMoves = 10;

/** MHz that the machines of each host ask for. */
type Asked = ReadonlyMap<EntityId, number>;
type Ahead = { readonly world: World; readonly asked: Asked };

/** Memory that is given out and MHz that are asked for, as shares of what a host has; the larger counts. */
const loadOf = ({ world, asked }: Ahead, host: Host): number => {
  const limits = limitsOf(host);
  const memory = world.allotments.of(host.id).memory / limits.memory;
  return Math.max(memory, (asked.get(host.id) ?? 0) / limits.megahertz);
};

const afterMove = (asked: Asked, { from, to }: Pick<Move, 'from' | 'to'>, demand: number): Asked =>
  new Map(asked).set(from, (asked.get(from) ?? 0) - demand).set(to, (asked.get(to) ?? 0) + demand);

export function movesFor(world: World, cluster: EntityOf<'cluster'>): readonly Move[] {
  const gap = balanceGaps[cluster.spec.drsThreshold - 1] ?? null;
  if (gap === null) return [];
  const hosts = hostsIn(world.inventory, cluster.id).filter((host) => canRun(host).ok);
  const { demand } = machineUse(world);
  const ahead = lookAhead(world);
  const moves: Move[] = [];
  let asked: Asked = new Map(
    hosts.map((host) => [host.id, machinesOn(world, host).reduce((sum, { id }) => sum + demand(id), 0)]),
  );
  while (moves.length < mostMoves) {
    const move = nextMove(world, { world: ahead.world, asked }, { hosts, gap, moves, demand });
    if (move === null) return moves;
    const vm = world.inventory.get(move.machine);
    if (vm?.kind === 'vm') ahead.move(withHost(vm, move.to));
    asked = afterMove(asked, move, demand(move.machine));
    moves.push(move);
  }
  return moves;
}

type Look = {
  readonly hosts: readonly Host[];
  readonly gap: number;
  readonly moves: readonly Move[];
  readonly demand: (machine: EntityId) => number;
};

/** From the busiest host to the idlest, the machine that brings the two nearest to each other. */
function nextMove(world: World, ahead: Ahead, look: Look): Move | null {
  const loads = look.hosts
    .map((host) => ({ host, load: loadOf(ahead, host) }))
    .toSorted((one, other) => other.load - one.load);
  const busiest = loads[0];
  const idlest = loads.at(-1);
  if (busiest === undefined || idlest === undefined || busiest.load - idlest.load <= look.gap) return null;
  const best = bestOf(world, ahead, { from: busiest.host, to: idlest.host, look });
  // A move that only turns the two about helps nobody.
  if (best === null || best.left >= busiest.load - idlest.load) return null;
  return {
    machine: best.vm.id,
    from: busiest.host.id,
    to: idlest.host.id,
    loads: [busiest.load, idlest.load],
  };
}

type Pair = { readonly from: Host; readonly to: Host; readonly look: Look };
type Best = { readonly vm: Vm; readonly left: number };

function bestOf(world: World, ahead: Ahead, { from, to, look }: Pair): Best | null {
  let best: Best | null = null;
  for (const vm of machinesOn(world, from)) {
    const isTaken =
      look.moves.some(({ machine }) => machine === vm.id) || world.tasks.on(vm.id) !== undefined;
    if (isTaken || !runsNow(vm)) continue;
    const moved = withHost(vm, to.id);
    if (!placeOn(ahead.world, to.id, { vm: moved, admission: 'use-up' }).ok) continue;
    const trial = lookAhead(ahead.world);
    trial.move(moved);
    const asked = afterMove(ahead.asked, { from: from.id, to: to.id }, look.demand(vm.id));
    const after: Ahead = { world: trial.world, asked };
    const left = Math.abs(loadOf(after, from) - loadOf(after, to));
    if (best === null || left < best.left) best = { vm, left };
  }
  return best;
}

export function decideBalance(
  world: World,
  { id, machine: only }: ComputeCommandOf<'cluster.balance'>,
  actor: Actor,
): Result<Decision> {
  const cluster = world.inventory.get(id);
  if (cluster === undefined) return unknown(id);
  if (cluster.kind !== 'cluster') {
    return refused('wrong-kind', `${cluster.name} is a ${cluster.kind}, no cluster`, { where: 'id' });
  }
  if (cluster.spec.drs === 'off') {
    return refused('wrong-state', `DRS is off in cluster ${cluster.name}`, {
      where: 'id',
      hint: 'Switch it to manual, partial or automatic first.',
    });
  }
  const moves = movesFor(world, cluster).filter(({ machine }) => only === undefined || machine === only);
  if (only !== undefined && moves.length === 0) {
    return refused('wrong-state', `Nothing would be won in cluster ${cluster.name} by moving ${only} now`, {
      where: 'machine',
      hint: 'Look at what is recommended again: the load has changed meanwhile.',
    });
  }
  const events = moves.flatMap(({ machine, to }, nth): readonly WorldEvent[] => {
    const vm = world.inventory.get(machine);
    if (vm?.kind !== 'vm') return [];
    const seconds = secondsOfMove(world, { machine, to });
    const plan = { host: to };
    return [started(world, { verb: 'migrate', target: vm, by: actor, seconds, cancel: 'may', plan, nth })];
  });
  const ids = events.flatMap((event) => (event.type === 'task.started' ? [event.task.id] : []));
  return decided(events, ids);
}

/** Lab seconds that it would take. */
export function secondsOfMove(world: World, { machine, to }: Pick<Move, 'machine' | 'to'>): number {
  const vm = world.inventory.get(machine);
  return vm?.kind === 'vm' ? moveSeconds(world, vm, withHost(vm, to)) : 0;
}
