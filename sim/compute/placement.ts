/** Where a machine goes: filters say where it may, weights where it does best. */
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isHolding } from './allotments.ts';
import type { Host, Vm } from './allotments.ts';
import { hasRoom, limitsOf, takenBeside } from './limits.ts';
import { poolsPromise } from './pools.ts';
import { canRun, clusterOf, hostsFor, hostsIn, reaches } from './reach.ts';
import { rulesAllow, wishesMissed } from './rules.ts';
import { sizeText } from './sizes.ts';

export type Wish = {
  /** As it would be there. */
  readonly vm: Vm;
  readonly host: EntityId | null;
  readonly pool: EntityId | null;
  readonly not: EntityId | null;
  /** What a cluster keeps free for failures is there to be used after one. */
  readonly admission: 'heed' | 'use-up';
};

/** One host after another; the first that is named, or the best of all that may. */
export function place(world: World, wish: Wish): Result<Host> {
  if (wish.host !== null) return placeOn(world, wish.host, wish);
  const hosts = hostsFor(world, wish.vm, wish.pool).filter(({ id }) => id !== wish.not);
  let best: { readonly host: Host; readonly weight: number } | null = null;
  const refusals: Refusal[] = [];
  const admission = admissions(world, wish);
  for (const host of hosts) {
    const fits = mayRunOn(world, host, wish.vm);
    const may = fits.ok ? admission(host) : fits;
    if (!may.ok) {
      refusals.push(may.refusal);
      continue;
    }
    const weight = weigh(world, host, wish.vm).sum;
    if (best === null || weight > best.weight) best = { host, weight };
  }
  return best === null ? nowhere(wish.vm, refusals) : accepted(best.host);
}

export function placeOn(
  world: World,
  id: EntityId,
  { vm, admission }: Pick<Wish, 'vm' | 'admission'>,
): Result<Host> {
  const host = world.inventory.get(id);
  if (host?.kind !== 'host') return refused('unknown-entity', `There is no host ${id}`, { where: 'host' });
  const fits = mayRunOn(world, host, vm);
  const may = fits.ok ? admissions(world, { vm, admission })(host) : fits;
  return may.ok ? accepted(host) : may;
}

/** A cluster says the same for each of its hosts: it is asked once. */
function admissions(
  world: World,
  { vm, admission }: Pick<Wish, 'vm' | 'admission'>,
): (host: Host) => Result<null> {
  if (admission === 'use-up') return () => accepted(null);
  const known = new Map<EntityId | null, Result<null>>();
  return (host) => {
    const said = known.get(host.parent) ?? admits(world, host, vm);
    known.set(host.parent, said);
    return said;
  };
}

type Filter = (world: World, host: Host, vm: Vm) => Result<null>;

const filters: readonly Filter[] = [
  (_world, host) => canRun(host),
  reaches,
  rulesAllow,
  hasRoom,
  poolsPromise,
];

function mayRunOn(world: World, host: Host, vm: Vm): Result<null> {
  for (const filter of filters) {
    const may = filter(world, host, vm);
    if (!may.ok) return may;
  }
  return accepted(null);
}

/** What a cluster keeps free so that so many of its hosts may fail. */
function admits(world: World, host: Host, vm: Vm): Result<null> {
  const cluster = clusterOf(world.inventory, host);
  if (cluster === undefined || !cluster.spec.ha || !cluster.spec.admission.isOn) return accepted(null);
  if (!isHolding(world.inventory, vm)) return accepted(null);
  const hosts = hostsIn(world.inventory, cluster.id).filter((each) => canRun(each).ok);
  const sizes = hosts.map((each) => limitsOf(each).memory).toSorted((one, other) => other - one);
  const kept = sizes.slice(0, cluster.spec.admission.hostFailures).reduce((sum, size) => sum + size, 0);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const taken = hosts.reduce((sum, each) => sum + takenBeside(world, each, vm).memory, 0);
  if (taken + vm.spec.memory <= all - kept) return accepted(null);
  const free = sizeText(Math.max(0, all - kept - taken));
  return refused(
    'over-capacity',
    `${vm.name} needs ${sizeText(vm.spec.memory)}; cluster ${cluster.name} has ${free} left beside the ` +
      `${sizeText(kept)} it keeps for the failure of ${cluster.spec.admission.hostFailures}`,
    { where: 'host', hint: 'Add a host, stop machines, or ease the admission of the cluster.' },
  );
}

export type Weight = {
  readonly memory: number;
  readonly cpus: number;
  /** Wishes of rules that are not met. */
  readonly missed: number;
  readonly sum: number;
};

/** Free memory and free CPUs as shares; a wish that is not met weighs more than both. */
export function weigh(world: World, host: Host, vm: Vm): Weight {
  const limits = limitsOf(host);
  const taken = takenBeside(world, host, vm);
  const memory = (limits.memory - taken.memory - vm.spec.memory) / limits.memory;
  const cpus = (limits.cpus - taken.cpus - vm.spec.cpus) / limits.cpus;
  const missed = wishesMissed(world, host, vm);
  return { memory, cpus, missed, sum: memory + cpus - 4 * missed };
}

/** Reasons that are said in full; of more, how many there are. */
const reasonsSaid = 3;

function nowhere(vm: Vm, refusals: readonly Refusal[]): Result<never> {
  const [only] = refusals;
  if (only === undefined) {
    return refused('over-capacity', `There is no host for ${vm.name}`, {
      where: 'host',
      hint: 'Add a host to its cluster, its datacenter or its cloud.',
    });
  }
  if (refusals.length === 1) return { ok: false, refusal: only };
  const said = refusals.slice(0, reasonsSaid).map(({ message }) => message);
  const rest = refusals.length > said.length ? `; and ${refusals.length - said.length} more` : '';
  return refused('over-capacity', `No host takes ${vm.name}: ${said.join('; ')}${rest}`, {
    where: 'host',
    hint: 'Make room, add a host, or ask for less.',
  });
}
