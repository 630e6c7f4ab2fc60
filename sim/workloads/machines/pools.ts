/** What resource pools mean to the machines in them: what they may ask for, are promised, and weigh. */
import type { LoadGround, Vm } from './columns.ts';
import { squeeze } from './contention.ts';
import type { Squeezed } from './contention.ts';
import type { MachineLoads } from './loads.ts';
import { bindCpu, membersOf } from './pool-cpu.ts';
import type { CpuClaim, Pool } from './pool-cpu.ts';

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
type Claim = CpuClaim & {
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
