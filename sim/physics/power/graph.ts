import type { Entity } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';

/** Kinds that stand between the grid and what draws from it, in the order of their nodes. */
const nodeKinds = ['utility', 'transformer', 'genset', 'ats', 'ups', 'panel'] as const;
type NodeKind = (typeof nodeKinds)[number];

/**
 * Who feeds whom. Node 0 gives nothing; then a node for the grid of each site, one for each unit,
 * and a junction wherever something hangs on two or more feeders: it takes from the first that lives.
 */
export type Graph = {
  readonly size: number;
  /** Where the nodes of each kind begin. */
  readonly grid: number;
  readonly start: Readonly<Record<NodeKind, number>>;
  readonly junctions: number;
  /** What feeds each node: first, and where that is dead, second. 0 where there is none. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly site: Int32Array;
  /** Feeders before what they feed. */
  readonly order: Int32Array;
  /** For each genset, the nodes that ask for it when their first feeder is dead. */
  readonly callers: readonly (readonly number[])[];
  /** The entity of a node; null for nothing and for junctions. */
  readonly ids: readonly (EntityId | null)[];
  readonly nodeOf: (id: EntityId) => number | undefined;
  /** The node that feeds an entity outside the graph, made when the graph was. */
  readonly feederOf: (id: EntityId) => number;
};

type Draft = {
  readonly world: Ground;
  readonly index: PlantIndex;
  readonly ids: (EntityId | null)[];
  readonly first: number[];
  readonly second: number[];
  readonly site: number[];
  readonly nodes: Map<EntityId, number>;
  readonly junctions: Map<string, number>;
  readonly feeders: Map<EntityId, number>;
};

export const nothing = 0;

export function powerGraph(world: Ground, found: Found, index: PlantIndex): Graph {
  const draft: Draft = {
    world,
    index,
    ids: [null],
    first: [0],
    second: [0],
    site: [0],
    nodes: new Map(),
    junctions: new Map(),
    feeders: new Map(),
  };
  for (const site of found.site) addNode(draft, site);
  const start = Object.fromEntries(
    nodeKinds.map((kind) => {
      const begin = draft.ids.length;
      for (const unit of found[kind]) addNode(draft, unit);
      return [kind, begin];
    }),
  ) as Record<NodeKind, number>;
  const junctions = draft.ids.length;
  for (const kind of nodeKinds) for (const unit of found[kind]) wire(draft, unit);
  for (const kind of ['pdu', 'crac', 'chiller'] as const)
    for (const unit of found[kind]) draft.feeders.set(unit.id, junction(draft, unit, feedersOf(draft, unit)));
  const edges = cutRings(draft);
  const choosers = choosersIn(found);
  const wanted = found.genset.map((genset) => callersOf(draft, choosers, genset.id));
  const { callers, needs } = acceptCallers(edges, wanted, start.genset);
  return {
    size: draft.ids.length,
    grid: 1,
    start,
    junctions,
    ...edges,
    order: inOrder(needs),
    site: Int32Array.from(draft.site),
    callers,
    ids: draft.ids,
    nodeOf: (id) => draft.nodes.get(id),
    feederOf: (id) => draft.feeders.get(id) ?? nothing,
  };
}

function addNode(draft: Draft, entity: Entity): void {
  draft.nodes.set(entity.id, draft.ids.length);
  draft.ids.push(entity.id);
  draft.first.push(nothing);
  draft.second.push(nothing);
  draft.site.push(siteOf(draft, entity));
}

const siteOf = ({ world, index }: Draft, entity: Entity): number =>
  index.site.get(above(world.inventory, entity.id, 'site')?.id as EntityId) ?? 0;

/** Without a word on what feeds it, a thing hangs on the grid of its site. */
function feedersOf(draft: Draft, entity: Entity): number[] {
  const named = entity.links.fedBy ?? [];
  if (named.length === 0) return [1 + siteOf(draft, entity)];
  return named.flatMap((id) => draft.nodes.get(id) ?? []);
}

function wire(draft: Draft, unit: Entity): void {
  if (unit.kind === 'utility' || unit.kind === 'genset') return;
  const node = draft.nodes.get(unit.id) ?? nothing;
  const feeders = feedersOf(draft, unit);
  if (unit.kind === 'ats' || unit.kind === 'ups') {
    draft.first[node] = feeders[0] ?? nothing;
    // A UPS with one input has its bypass on it too.
    const other = feeders.length > 1 ? junction(draft, unit, feeders.slice(1)) : nothing;
    draft.second[node] = unit.kind === 'ups' && other === nothing ? (feeders[0] ?? nothing) : other;
    return;
  }
  draft.first[node] = junction(draft, unit, feeders);
}

/** One node for several feeders: those with the same list share it. */
function junction(draft: Draft, unit: Entity, feeders: readonly number[]): number {
  const [head = nothing, ...rest] = feeders;
  if (rest.length === 0) return head;
  const key = feeders.join(' ');
  const known = draft.junctions.get(key);
  if (known !== undefined) return known;
  const tail = junction(draft, unit, rest);
  const node = draft.ids.length;
  draft.ids.push(null);
  draft.first.push(head);
  draft.second.push(tail);
  draft.site.push(siteOf(draft, unit));
  draft.junctions.set(key, node);
  return node;
}

/** Whoever has more than one feeder to choose from. */
const choosersIn = (found: Found): Entity[] =>
  [found.ats, found.ups, found.transformer, found.panel, found.pdu, found.crac, found.chiller].flatMap(
    (units) => units.filter((unit: Entity) => (unit.links.fedBy?.length ?? 0) > 1),
  );

/** Who has this genset behind another feeder, and so has use for it when that one dies. */
function callersOf(draft: Draft, choosers: readonly Entity[], genset: EntityId): number[] {
  const callers = new Set<number>();
  for (const unit of choosers) {
    if (!(unit.links.fedBy ?? []).slice(1).includes(genset)) continue;
    const direct = unit.kind === 'ats' || unit.kind === 'ups';
    const own = draft.nodes.get(unit.id);
    const node = direct ? own : own === undefined ? draft.feeders.get(unit.id) : draft.first[own];
    if (node !== undefined) callers.add(node);
  }
  return [...callers];
}

/** Edges of a graph from each node to what it needs first. An edge that would close a ring is cut: nothing feeds itself. */
function cutRings({ first, second }: Draft): Pick<Graph, 'first' | 'second'> {
  const edges = { first: Int32Array.from(first), second: Int32Array.from(second) };
  const marks = new Uint8Array(first.length);
  const visit = (node: number): void => {
    marks[node] = 1;
    for (const edge of [edges.first, edges.second]) {
      const to = edge[node] as number;
      if (marks[to] === 1) edge[node] = nothing;
      else if (marks[to] === 0) visit(to);
    }
    marks[node] = 2;
  };
  marks[nothing] = 2;
  for (let node = 1; node < first.length; node += 1) if (marks[node] === 0) visit(node);
  return edges;
}

/** What each node needs to know before its own turn: its feeders, and of a genset what its callers prefer. */
type Needs = readonly (readonly number[])[];

/** Who may call a genset: nobody who prefers what that genset feeds, for he would never let it go. */
function acceptCallers(
  edges: Pick<Graph, 'first' | 'second'>,
  wanted: Needs,
  gensets: number,
): { callers: Needs; needs: Needs } {
  const needs = Array.from(edges.first, (one, node) => [one, edges.second[node] as number]);
  const callers = wanted.map((all, at) =>
    all.filter((caller) => {
      const preferred = edges.first[caller] as number;
      if (reaches(needs, preferred, gensets + at)) return false;
      needs[gensets + at]?.push(preferred);
      return true;
    }),
  );
  return { callers, needs };
}

function reaches(needs: Needs, from: number, goal: number): boolean {
  const seen = new Set<number>();
  const waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...(needs[node] ?? []));
  }
  return false;
}

/** Needs first. */
function inOrder(needs: Needs): Int32Array {
  const order: number[] = [];
  const isDone = new Uint8Array(needs.length);
  isDone[nothing] = 1;
  const visit = (node: number): void => {
    if (isDone[node] === 1) return;
    isDone[node] = 1;
    for (const need of needs[node] ?? []) visit(need);
    order.push(node);
  };
  for (let node = 1; node < needs.length; node += 1) visit(node);
  return Int32Array.from(order);
}
