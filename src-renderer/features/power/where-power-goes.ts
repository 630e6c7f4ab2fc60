/** From the grid to the racks, stage by stage: where each kilowatt goes, by what is measured. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OneLineGraph, OneLineNode } from '../../canvas/one-line/one-line-graph.ts';
import type { NodeId, UnitKind } from '../../canvas/one-line/site-chain.ts';

export type Stage = 'transformer' | 'ats' | 'ups' | 'panel' | 'cooling' | 'other';
export type Step = { readonly stage: Stage; readonly kilowatts: number };

export type PowerBalance = {
  /** From utilities, gensets and batteries. */
  readonly supply: number;
  readonly onsite: number;
  readonly stored: number;
  readonly steps: readonly Step[];
  /** What the rack PDUs take. */
  readonly it: number;
};

export type PowerOf = (id: EntityId) => number | null;

const order = ['transformer', 'ats', 'ups', 'panel', 'cooling', 'other'] as const satisfies readonly Stage[];

/** Feeders that share what they feed, and all that hangs on any of them: what goes in must come out. */
type Knot = { readonly feeders: Set<NodeId>; readonly fed: Set<NodeId> };

function knotsOf(graph: OneLineGraph): readonly Knot[] {
  const knotOf = new Map<NodeId, Knot>();
  const knots = new Set<Knot>();
  for (const node of graph.nodes.values()) {
    if (node.feeders.length === 0) continue;
    const joined: Knot = { feeders: new Set(node.feeders), fed: new Set([node.id]) };
    for (const feeder of node.feeders) {
      const known = knotOf.get(feeder);
      if (known === undefined || known === joined) continue;
      for (const one of known.feeders) joined.feeders.add(one);
      for (const one of known.fed) joined.fed.add(one);
      knots.delete(known);
    }
    for (const feeder of joined.feeders) knotOf.set(feeder, joined);
    knots.add(joined);
  }
  return [...knots];
}

const kindOf = (node: OneLineNode): UnitKind | null => (node.type === 'unit' ? node.entity.kind : null);

/** What a node hands on, or what a group of consumers takes. */
function outOf(node: OneLineNode | undefined, powerOf: PowerOf): number | null {
  if (node === undefined || node.type === 'grid') return null;
  if (node.type === 'unit') return powerOf(node.entity.id);
  let sum: number | null = null;
  for (const id of node.members) {
    const power = powerOf(id);
    if (power !== null) sum = (sum ?? 0) + power;
  }
  return sum;
}

type Fed = { readonly kind: UnitKind; readonly out: number };

/** What a knot gives and does not get back is lost in those it feeds, in proportion to what they hand on. */
function addLosses(losses: Map<Stage, number>, fed: readonly Fed[], lost: number): void {
  const all = fed.reduce((sum, { out }) => sum + out, 0);
  for (const { kind, out } of fed) {
    const stage =
      kind === 'transformer' || kind === 'ats' || kind === 'ups' || kind === 'panel' ? kind : 'other';
    const share = all > 0 ? out / all : 1 / fed.length;
    losses.set(stage, (losses.get(stage) ?? 0) + lost * share);
  }
}

function knotLoss(
  { graph, powerOf }: Ground,
  knot: Knot,
): { readonly fed: readonly Fed[]; readonly lost: number } | null {
  let given = 0;
  for (const id of knot.feeders) {
    const out = outOf(graph.nodes.get(id), powerOf);
    if (out === null) return null;
    given += out;
  }
  const fed: Fed[] = [];
  for (const id of knot.fed) {
    const node = graph.nodes.get(id);
    const out = outOf(node, powerOf);
    if (out === null || node === undefined) return null;
    given -= out;
    const kind = kindOf(node);
    if (kind !== null) fed.push({ kind, out });
  }
  return fed.length === 0 ? null : { fed, lost: given };
}

type Ground = { readonly graph: OneLineGraph; readonly powerOf: PowerOf };

function sources({ graph, powerOf }: Ground): { supply: number; onsite: number } {
  const sums = { supply: 0, onsite: 0 };
  for (const node of graph.nodes.values()) {
    const kind = kindOf(node);
    const power = kind === 'utility' || kind === 'genset' ? (outOf(node, powerOf) ?? 0) : 0;
    if (kind === 'utility') sums.supply += power;
    if (kind === 'genset') sums.onsite += power;
  }
  return sums;
}

function consumers({ graph, powerOf }: Ground): { it: number; cooling: number } {
  const sums = { it: 0, cooling: 0 };
  for (const node of graph.nodes.values()) {
    if (node.type !== 'group') continue;
    const power = outOf(node, powerOf) ?? 0;
    if (node.what === 'pdu') sums.it += power;
    else sums.cooling += power;
  }
  return sums;
}

/** Null where neither what comes in nor what the racks take is measured. */
export function powerBalance(graph: OneLineGraph, powerOf: PowerOf): PowerBalance | null {
  const ground = { graph, powerOf };
  const { supply, onsite } = sources(ground);
  const { it, cooling } = consumers(ground);
  if (
    it <= 0 ||
    (supply <= 0 && onsite <= 0 && ![...graph.nodes.values()].some((node) => kindOf(node) === 'ups'))
  )
    return null;
  const losses = new Map<Stage, number>();
  for (const knot of knotsOf(graph)) {
    const found = knotLoss(ground, knot);
    if (found !== null) addLosses(losses, found.fed, found.lost);
  }
  // A UPS that hands on more than it gets takes the rest from its batteries.
  const stored = Math.max(0, -(losses.get('ups') ?? 0));
  if (stored > 0) losses.set('ups', 0);
  losses.set('cooling', cooling);
  const known = [...losses.values()].reduce((sum, one) => sum + Math.max(0, one), 0);
  losses.set('other', supply + onsite + stored - it - known);
  const steps = order.flatMap((stage): Step[] => {
    const kilowatts = losses.get(stage);
    if (kilowatts === undefined) return [];
    if (stage !== 'other') return [{ stage, kilowatts: Math.max(0, kilowatts) }];
    // Told also where it is nothing: as meters speak one after another it comes and goes, and rows would with it.
    return [{ stage, kilowatts: Math.abs(kilowatts) > 0.05 ? kilowatts : 0 }];
  });
  return { supply, onsite, stored, steps, it };
}
