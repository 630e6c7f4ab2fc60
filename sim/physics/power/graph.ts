import type { Entity } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { connect, nothing } from './wiring.ts';
import type { Call, Wiring } from './wiring.ts';

export { nothing } from './wiring.ts';

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
  /** As it was wired, before rings were cut and callers refused. */
  readonly wiring: Wiring;
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
  const choosers = choosersIn(found);
  const wiring: Wiring = {
    first: Int32Array.from(draft.first),
    second: Int32Array.from(draft.second),
    gensets: start.genset,
    calls: found.genset.map((genset) => callsFor(draft, choosers, genset.id)),
  };
  return {
    size: draft.ids.length,
    grid: 1,
    start,
    junctions,
    ...connect(wiring, new Set()),
    wiring,
    site: Int32Array.from(draft.site),
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
function callsFor(draft: Draft, choosers: readonly Entity[], genset: EntityId): Call[] {
  return choosers.flatMap((unit) => {
    if (!(unit.links.fedBy ?? []).slice(1).includes(genset)) return [];
    const direct = unit.kind === 'ats' || unit.kind === 'ups';
    const own = draft.nodes.get(unit.id);
    const caller = direct ? own : own === undefined ? draft.feeders.get(unit.id) : draft.first[own];
    return caller === undefined ? [] : [{ unit: own ?? nothing, caller }];
  });
}

/**
 * The graph as it were without these units. Whoever is taken away asks for no genset any more, and others may
 * then be heard that were not. A panel is only opened: what stands before it is still there.
 */
export function without(graph: Graph, gone: ReadonlySet<number>): Graph {
  const { start } = graph;
  const units = [...gone].filter(
    (node) => (node >= start.transformer && node < start.genset) || (node >= start.ats && node < start.panel),
  );
  return units.length === 0 ? graph : { ...graph, ...connect(graph.wiring, new Set(units)) };
}
