/** Who is cut from whom now, by what scenarios do to networks, links and adapters. */
import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ScenarioRun } from '../contract/scenarios.ts';
import type { World } from '../kernel/world.ts';
import { strengthOf } from '../scenarios/strength.ts';

/** Where something is on a wire: its own adapter, or what stands outside of all machines (a gateway, a laptop). */
export type WireEnd = {
  readonly machine: EntityId | null;
  /** The network that its adapter is on; null where it is not known. */
  readonly network: EntityId | null;
};

export type WirePath = {
  readonly from: WireEnd;
  readonly to: WireEnd;
  /** The router between two networks, where there is one. */
  readonly router: EntityId | null;
};

type Strike = Pick<World, 'scenarios' | 'clock' | 'inventory'>;

/** The scenario that keeps anything from going this way now; null where none does. Asked both ways it says the same. */
export function cutBetween(world: Strike, path: WirePath): ScenarioRun | null {
  // What a machine says to itself never leaves it.
  if (path.from.machine !== null && path.from.machine === path.to.machine) return null;
  for (const run of world.scenarios.values()) if (cuts(world, run, path)) return run;
  return null;
}

/** The scenario that has a machine's adapter without a carrier now; null where it has one. */
export function carrierLost(world: Strike, end: WireEnd): ScenarioRun | null {
  for (const run of world.scenarios.values()) {
    if (run.name === 'NIC_LOSS' && isInForce(world, run) && losesAdapter(world, run, end)) return run;
    if (run.name === 'LINK_FLAP' && isDown(world, run) && run.target === end.machine) return run;
  }
  return null;
}

const isInForce = ({ clock }: Strike, run: ScenarioRun): boolean => strengthOf(run, clock.tick) > 0;

/** It goes down first, stays so for as many seconds as its size says, and is up for as many. */
const isDown = (world: Strike, run: ScenarioRun): boolean =>
  isInForce(world, run) &&
  Math.floor((world.clock.tick - run.startedTick - 1) / Math.max(1, Math.round(run.size))) % 2 === 0;

function cuts(world: Strike, run: ScenarioRun, path: WirePath): boolean {
  switch (run.name) {
    case 'NETWORK_PARTITION':
      return isInForce(world, run) && partitions(world, run, path);
    case 'NIC_LOSS':
      return isInForce(world, run) && (losesEnd(world, run, path.from) || losesEnd(world, run, path.to))
        ? parts(world, run, path)
        : false;
    case 'LINK_FLAP':
      return isDown(world, run) && isOnPath(world, run.target, path) && parts(world, run, path);
    default:
      return false;
  }
}

/** Partial: only what must leave a host is lost. A router is never on the host. */
function partitions(world: Strike, run: ScenarioRun, path: WirePath): boolean {
  if (path.router !== null && run.target === path.router) return true;
  if (!isOnPath(world, run.target, path)) return false;
  return run.severity === 'total' || !isWithinHost(world, path);
}

/** A host's own adapters are between hosts: its machines go on hearing each other. */
function parts(world: Strike, { target }: ScenarioRun, path: WirePath): boolean {
  return world.inventory.get(target)?.kind !== 'host' || !isWithinHost(world, path);
}

const losesEnd = (world: Strike, run: ScenarioRun, end: WireEnd): boolean =>
  losesAdapter(world, run, end) || (end.machine !== null && homeOf(world, end.machine) === run.target);

/** Partial: its first adapter alone. */
function losesAdapter({ inventory }: Strike, run: ScenarioRun, end: WireEnd): boolean {
  if (end.machine === null || run.target !== end.machine) return false;
  const machine = inventory.get(end.machine);
  if (run.severity === 'total' || machine?.kind !== 'vm' || end.network === null) return true;
  return machine.spec.nics[0]?.network === end.network;
}

/** Whether the path goes over a machine, its host, its network, or the switch of one. */
function isOnPath(world: Strike, target: EntityId, { from, to, router }: WirePath): boolean {
  if (router === target) return true;
  return [from, to].some(({ machine, network }) => {
    if (machine === target || network === target) return true;
    if (machine !== null && homeOf(world, machine) === target) return true;
    return network !== null && world.inventory.get(network)?.parent === target;
  });
}

function isWithinHost(world: Strike, { from, to, router }: WirePath): boolean {
  if (router !== null || from.machine === null || to.machine === null) return false;
  const home = homeOf(world, from.machine);
  return home !== null && home === homeOf(world, to.machine);
}

/** A blade is its own host: nothing else is on it. */
function homeOf({ inventory }: Strike, id: EntityId): EntityId | null {
  const machine: Entity | undefined = inventory.get(id);
  if (machine?.kind === 'vm') return machine.spec.host;
  return machine?.kind === 'blade' ? machine.id : null;
}
