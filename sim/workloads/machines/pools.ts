/** What resource pools mean to the machines in them: what they may ask for, are promised, and weigh. */
import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { LoadGround, Vm } from './columns.ts';
import { shareOut, squeeze } from './contention.ts';
import type { Squeezed } from './contention.ts';
import type { MachineLoads } from './loads.ts';

type Pool = EntityOf<'pool'>;

/** Of a machine by its line. */
export type Pools = {
  /** MHz that it may ask for: its demand, within the limits of its pools. */
  readonly wanted: (line: number) => number;
  /** MHz that it is promised, by itself and by its pools. */
  readonly promised: (line: number) => number;
  /** Its weight where there is too little: its own share of its pool's. */
  readonly weight: (line: number) => number;
  /** MiB that nobody takes back. */
  readonly reserved: (line: number) => number;
  /** What the limits of its pools took back. */
  readonly squeezed: (line: number) => Squeezed;
};

type Ground = LoadGround & { readonly loads: MachineLoads };
/** Of one machine, as its pools have changed it so far; from the innermost outwards. */
type Claim = {
  wanted: number;
  promised: number;
  weight: number;
  reserved: number;
  ballooned: number;
  swapped: number;
};
type Active = (line: number, share: number) => number;

const none: Squeezed = { ballooned: 0, swapped: 0 };

export function createPools(ground: Ground, active: Active): Pools {
  const { hosts } = ground.loads.now(ground);
  let claims: ReadonlyMap<number, Claim> | null = null;
  const hasPools = ground.inventory.count('pool') > 0;
  const claimOf = (line: number): Claim | undefined => {
    if (!hasPools) return undefined;
    claims ??= claimsOf(ground, active);
    return claims.get(line);
  };
  const spec = (line: number): Vm['spec'] => (hosts.machines[line] as Vm).spec;
  return {
    wanted: (line) => claimOf(line)?.wanted ?? (hosts.demand[line] as number),
    promised: (line) => claimOf(line)?.promised ?? (hosts.promised[line] as number),
    weight: (line) => claimOf(line)?.weight ?? (hosts.weight[line] as number),
    reserved: (line) => claimOf(line)?.reserved ?? spec(line).reserved.reservation,
    squeezed: (line) => claimOf(line) ?? none,
  };
}

function claimsOf(ground: Ground, active: Active): ReadonlyMap<number, Claim> {
  const { hosts } = ground.loads.now(ground);
  const members = membersOf(ground.inventory, hosts.machines);
  const claims = new Map<number, Claim>();
  for (const line of new Set([...members.values()].flat())) {
    const { spec } = hosts.machines[line] as Vm;
    claims.set(line, {
      wanted: hosts.demand[line] as number,
      promised: hosts.promised[line] as number,
      weight: hosts.weight[line] as number,
      reserved: spec.reserved.reservation,
      ballooned: 0,
      swapped: 0,
    });
  }
  for (const [pool, lines] of members) {
    const inside = lines.map((line) => claims.get(line) as Claim);
    bindCpu(pool, inside);
    bindMemory(
      pool,
      lines.map((line, at) => {
        const most = hosts.most[line] as number;
        const share = most > 0 ? (hosts.demand[line] as number) / most : 0;
        const claim = inside[at] as Claim;
        return { claim, memory: (hosts.machines[line] as Vm).spec.memory, active: active(line, share) };
      }),
    );
  }
  return claims;
}

/** Pools with the lines of all machines that run in them or in pools of theirs, the innermost first. */
function membersOf(inventory: Inventory, machines: readonly Vm[]): ReadonlyMap<Pool, readonly number[]> {
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

function bindCpu({ spec: { cpu } }: Pool, inside: readonly Claim[]): void {
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

type InMemory = { readonly claim: Claim; readonly memory: number; readonly active: number };

function bindMemory({ spec: { memory } }: Pool, inside: readonly InMemory[]): void {
  const own = inside.reduce((sum, { claim }) => sum + claim.reserved, 0);
  const all = inside.reduce((sum, each) => sum + each.memory, 0);
  const extra = Math.max(0, memory.reservation - own);
  for (const each of inside)
    each.claim.reserved = Math.min(each.memory, each.claim.reserved + (extra * each.memory) / all);
  if (memory.limit < 0) return;
  const taken = squeeze(
    inside.map(({ claim, memory: whole, active }) => ({
      granted: whole - claim.ballooned - claim.swapped,
      active,
      reserved: claim.reserved,
    })),
    memory.limit,
  );
  for (const [at, { claim }] of inside.entries()) {
    claim.ballooned += taken[at]?.ballooned ?? 0;
    claim.swapped += taken[at]?.swapped ?? 0;
  }
}
