/** Resource pools and the CPUs of their machines: limits bind all that is in a pool, promises and weights are shared out. */
import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Side, Vm } from './columns.ts';
import { shareOut } from './contention.ts';

export type Pool = EntityOf<'pool'>;

/** MHz, as the pools have changed them so far. */
export type CpuClaim = { wanted: number; promised: number; weight: number };

/** Pools with the lines of all machines that run in them or in pools of theirs, the innermost first. */
export function membersOf(
  inventory: Inventory,
  machines: readonly Vm[],
): ReadonlyMap<Pool, readonly number[]> {
  const members = new Map<Pool, number[]>();
  const chains = new Map<EntityId, readonly Pool[]>();
  const chainOf = (id: EntityId): readonly Pool[] => {
    const known = chains.get(id) ?? poolsFrom(inventory, id);
    chains.set(id, known);
    return known;
  };
  for (const [line, { spec }] of machines.entries()) {
    if (spec.pool === null || spec.power !== 'on') continue;
    for (const pool of chainOf(spec.pool)) {
      const lines = members.get(pool);
      if (lines === undefined) members.set(pool, [line]);
      else lines.push(line);
    }
  }
  const depth = ({ id }: Pool): number => chainOf(id).length;
  return new Map([...members].toSorted(([one], [other]) => depth(other) - depth(one)));
}

/** A pool and those that it lies in. */
function poolsFrom(inventory: Inventory, from: EntityId): readonly Pool[] {
  const chain: Pool[] = [];
  let at = inventory.get(from);
  while (at?.kind === 'pool') {
    chain.push(at);
    at = at.parent === null ? undefined : inventory.get(at.parent);
  }
  return chain;
}

export function bindCpu({ spec: { cpu } }: Pool, inside: readonly CpuClaim[]): void {
  const asked = inside.reduce((sum, { wanted }) => sum + wanted, 0);
  if (cpu.limit >= 0 && asked > cpu.limit) {
    const given = shareOut(inside, cpu.limit);
    for (const [at, claim] of inside.entries()) claim.wanted = Math.floor(given[at] as number);
  }
  const promised = shareOut(inside, cpu.reservation);
  const weights = inside.reduce((sum, { weight }) => sum + weight, 0);
  for (const [at, claim] of inside.entries()) {
    claim.promised = Math.max(claim.promised, promised[at] as number);
    claim.weight = weights > 0 ? (cpu.shares * claim.weight) / weights : 0;
  }
}

type Known = { changes: number; members: ReadonlyMap<Pool, readonly number[]> | null };

/** MHz of each host that limits of pools keep from its machines; null where no pool has a limit. */
export type Withheld = Float64Array | null;

/** Who is in which pool is found anew only when the inventory changed; most labs have no limits, and pay nothing. */
export function createPoolLimits(): (inventory: Inventory, hosts: Side<Vm>) => Withheld {
  const known: Known = { changes: -1, members: null };
  return (inventory, hosts) => {
    if (known.changes !== inventory.changes()) {
      known.changes = inventory.changes();
      const isLimited = inventory.ofKind('pool').some(({ spec }) => spec.cpu.limit >= 0);
      known.members = isLimited ? membersOf(inventory, hosts.machines) : null;
    }
    return known.members === null ? null : withheldBy(known.members, hosts);
  };
}

function withheldBy(members: ReadonlyMap<Pool, readonly number[]>, hosts: Side<Vm>): Float64Array {
  const { demand, promised, weight, carrier } = hosts;
  const claims = new Map<number, CpuClaim>();
  for (const lines of members.values())
    for (const line of lines)
      if (!claims.has(line))
        claims.set(line, {
          wanted: demand[line] as number,
          promised: promised[line] as number,
          weight: weight[line] as number,
        });
  for (const [pool, lines] of members)
    bindCpu(
      pool,
      lines.map((line) => claims.get(line) as CpuClaim),
    );
  const withheld = new Float64Array(hosts.carriers.length);
  for (const [line, { wanted }] of claims) {
    const place = carrier[line] as number;
    if (place >= 0) withheld[place] = (withheld[place] as number) + (demand[line] as number) - wanted;
  }
  return withheld;
}
