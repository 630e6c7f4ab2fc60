/** Whether resource pools can promise what a machine wants promised. */
import type { EntityOf } from '../contract/entities.ts';
import type { Allocation } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isHolding } from './allotments.ts';
import type { Host, Vm } from './allotments.ts';
import { limitsOf } from './limits.ts';
import { canRun, clusterOf, hostsIn } from './reach.ts';
import { sizeText } from './sizes.ts';

type Pool = EntityOf<'pool'>;
type Resource = 'memory' | 'cpu';

const allocationOf = ({ spec }: Vm, of: Resource): Allocation => (of === 'cpu' ? spec.cpu : spec.reserved);
const sizeOf = (of: Resource, size: number): string => (of === 'cpu' ? `${size} MHz` : sizeText(size));

function poolsOf({ inventory }: World, { spec }: Vm): readonly Pool[] {
  const pools: Pool[] = [];
  let at = spec.pool === null ? undefined : inventory.get(spec.pool);
  while (at?.kind === 'pool') {
    pools.push(at);
    at = at.parent === null ? undefined : inventory.get(at.parent);
  }
  return pools;
}

/** One that wants nothing promised is always welcome; so it costs nothing to ask. */
export function poolsPromise(world: World, host: Host, vm: Vm): Result<null> {
  if (!isHolding(world.inventory, vm)) return accepted(null);
  for (const what of ['memory', 'cpu'] as const) {
    if (allocationOf(vm, what).reservation === 0) continue;
    const may = promises(world, { host, vm, of: what });
    if (!may.ok) return may;
  }
  return accepted(null);
}

type Asked = { readonly host: Host; readonly vm: Vm; readonly of: Resource };

function promises(world: World, asked: Asked): Result<null> {
  const { vm, of } = asked;
  const needs = allocationOf(vm, of).reservation;
  const pools = poolsOf(world, vm);
  for (const pool of pools) {
    const { limit } = pool.spec[of];
    const taken = promisedIn(world, pool, asked);
    if (limit < 0 || taken + needs <= limit) continue;
    return refused(
      'over-capacity',
      `${vm.name} reserves ${sizeOf(of, needs)}, pool ${pool.name} has promised ${sizeOf(of, taken)} of the ` +
        `${sizeOf(of, limit)} that it is limited to`,
      { where: 'pool', hint: 'Raise the limit of the pool, or reserve less.' },
    );
  }
  return outermostPromises(world, asked, pools.at(-1));
}

const promisedIn = (world: World, pool: Pool, { vm, of }: Asked): number =>
  world.inventory
    .ofKind('vm')
    .filter((each) => each.id !== vm.id && allocationOf(each, of).reservation > 0)
    .filter((each) => isHolding(world.inventory, each))
    .filter((each) => poolsOf(world, each).some(({ id }) => id === pool.id))
    .reduce((sum, each) => sum + allocationOf(each, of).reservation, 0);

/** What a cluster's pools keep for their own, others cannot be promised; a pool may go beyond its own by what is free. */
function outermostPromises(world: World, asked: Asked, own: Pool | undefined): Result<null> {
  const { host, vm, of } = asked;
  const cluster = clusterOf(world.inventory, host);
  if (cluster === undefined) return accepted(null);
  const pools = [...world.inventory.childrenOf(cluster.id)].filter((one) => one.kind === 'pool');
  if (pools.every(({ spec }) => spec[of].reservation === 0)) return accepted(null);
  const hosts = hostsIn(world.inventory, cluster.id).filter((each) => canRun(each).ok);
  const all = hosts.reduce((sum, each) => {
    const limits = limitsOf(each);
    return sum + (of === 'cpu' ? limits.megahertz : limits.realMemory);
  }, 0);
  const needs = allocationOf(vm, of).reservation;
  const kept = pools.reduce((sum, pool) => {
    const promised = promisedIn(world, pool, asked) + (pool.id === own?.id ? needs : 0);
    return sum + Math.max(pool.spec[of].reservation, promised);
  }, 0);
  const free = all - kept - promisedOutside(world, asked, hosts);
  if (own === undefined ? needs <= free : free >= 0) return accepted(null);
  return refused(
    'over-capacity',
    `${vm.name} reserves ${sizeOf(of, needs)}, cluster ${cluster.name} has ` +
      `${sizeOf(of, Math.max(0, own === undefined ? free : free + needs))} left beside what its pools keep`,
    { where: 'pool', hint: 'Reserve less, or let its pools reserve less.' },
  );
}

/** What machines of these hosts that are in no pool were promised. */
function promisedOutside(world: World, { vm, of }: Asked, hosts: readonly Host[]): number {
  let sum = 0;
  for (const host of hosts) {
    for (const id of world.allotments.machinesOn(host.id)) {
      const each = world.inventory.get(id);
      if (each?.kind !== 'vm' || each.id === vm.id || !isHolding(world.inventory, each)) continue;
      if (poolsOf(world, each).length === 0) sum += allocationOf(each, of).reservation;
    }
  }
  return sum;
}
