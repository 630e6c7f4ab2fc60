/** Who feeds whom in a site, as a single-line diagram is drawn: units one by one, rack PDUs and cooling in groups. Pure. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { WorldState } from '../../data/world.ts';

export type Inventory = Pick<WorldState, 'entities' | 'children'>;
/** An entity's id, or the key of a group. */
export type NodeId = string;

const unitKinds = ['utility', 'transformer', 'genset', 'ats', 'ups', 'panel'] as const;
export type UnitKind = (typeof unitKinds)[number];
export type Unit = EntityOf<UnitKind>;

type Common = { readonly id: NodeId; readonly feeders: readonly NodeId[] };
export type UnitNode = Common & {
  readonly type: 'unit';
  readonly entity: Unit;
  readonly batteries: readonly EntityOf<'battery'>[];
};
/** A site without a word on its supply hangs on a grid of its own. */
export type GridNode = Common & { readonly type: 'grid'; readonly site: EntityId; readonly name: string };
export type GroupNode = Common & {
  readonly type: 'group';
  readonly what: 'pdu' | 'cooling';
  /** The row they stand in, where a feeder's rack PDUs are told apart by it. */
  readonly row: string | null;
  readonly members: readonly EntityId[];
  readonly isOpen: boolean;
};
export type OneLineNode = UnitNode | GridNode | GroupNode;

export type OneLineGraph = {
  readonly site: EntityId;
  /** Feeders before what they feed. */
  readonly nodes: ReadonlyMap<NodeId, OneLineNode>;
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Feeders of each rack PDU and cooling unit, whatever group it is in. */
  readonly feedersOf: ReadonlyMap<EntityId, readonly NodeId[]>;
  /** Rack PDUs of each rack. */
  readonly racks: ReadonlyMap<EntityId, readonly EntityOf<'pdu'>[]>;
};

export type GraphOptions = {
  readonly site: EntityId;
  /** Groups that are drawn member by member. */
  readonly open: ReadonlySet<NodeId>;
};

/** Rack PDUs behind one feeder are told apart by row where they are more than this. */
const mostInGroup = 60;

const isUnit = (entity: Entity): entity is Unit => (unitKinds as readonly Kind[]).includes(entity.kind);
// One collator for all: `localeCompare` makes its own each time, and twenty thousand rack PDUs are sorted.
const names = new Intl.Collator('en', { numeric: true });
const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  names.compare(one.name, other.name);

export function siteOf(entities: Inventory['entities'], id: EntityId): EntityId | null {
  let at: EntityId | null = id;
  for (let steps = 0; at !== null && steps < 16; steps += 1) {
    const entity: Entity | undefined = entities.get(at);
    if (entity === undefined) return null;
    if (entity.kind === 'site') return entity.id;
    at = entity.parent;
  }
  return null;
}

type Found = {
  readonly units: Unit[];
  readonly batteries: Map<EntityId, EntityOf<'battery'>[]>;
  readonly pdus: EntityOf<'pdu'>[];
  readonly cooling: EntityOf<'crac' | 'chiller'>[];
};

const isOf = <K extends Kind>(entity: Entity, kinds: readonly K[]): entity is EntityOf<K> =>
  (kinds as readonly Kind[]).includes(entity.kind);

function find({ entities }: Inventory, site: EntityId): Found {
  const found: Found = { units: [], batteries: new Map(), pdus: [], cooling: [] };
  const put = (entity: Entity): void => {
    if (isUnit(entity)) found.units.push(entity);
    else if (isOf(entity, ['pdu'])) found.pdus.push(entity);
    else if (isOf(entity, ['crac', 'chiller'])) found.cooling.push(entity);
    else if (isOf(entity, ['battery']) && entity.parent !== null)
      found.batteries.set(entity.parent, [...(found.batteries.get(entity.parent) ?? []), entity]);
  };
  for (const entity of entities.values()) {
    // Sensors and racks are nearly all there is: they must not be looked up to their site.
    const isWanted = isUnit(entity) || isOf(entity, ['pdu', 'crac', 'chiller', 'battery']);
    if (isWanted && siteOf(entities, entity.id) === site) put(entity);
  }
  return found;
}

/** Nothing feeds itself: an edge that would close a ring is left out, as physics leaves it out. */
function withoutRings(feeders: Map<NodeId, readonly NodeId[]>): Map<NodeId, readonly NodeId[]> {
  const state = new Map<NodeId, 'open' | 'done'>();
  const kept = new Map<NodeId, readonly NodeId[]>();
  const visit = (id: NodeId): void => {
    state.set(id, 'open');
    const mine = (feeders.get(id) ?? []).filter((feeder) => {
      if (!feeders.has(feeder)) return false;
      if (state.get(feeder) === undefined) visit(feeder);
      return state.get(feeder) === 'done';
    });
    kept.set(id, mine);
    state.set(id, 'done');
  };
  for (const id of feeders.keys()) if (state.get(id) === undefined) visit(id);
  return kept;
}

function feedersIn(found: Found, site: EntityId): Map<NodeId, readonly NodeId[]> {
  const known = new Set<NodeId>(found.units.map(({ id }) => id));
  const named = (entity: Entity): readonly NodeId[] => {
    const feeders = (entity.links.fedBy ?? []).filter((id) => known.has(id));
    const isSource = entity.kind === 'utility' || entity.kind === 'genset';
    return feeders.length === 0 && !isSource && (entity.links.fedBy ?? []).length === 0 ? [site] : feeders;
  };
  const all = new Map<NodeId, readonly NodeId[]>();
  for (const entity of [...found.units, ...found.pdus, ...found.cooling]) all.set(entity.id, named(entity));
  if ([...all.values()].some((feeders) => feeders.includes(site))) all.set(site, []);
  return withoutRings(all);
}

function rowNameOf({ entities }: Inventory, id: EntityId): string {
  for (let at: Entity | undefined = entities.get(id); at !== undefined;) {
    if (at.kind === 'row' || at.kind === 'room') return at.name;
    at = at.parent === null ? undefined : entities.get(at.parent);
  }
  return '';
}

type Grouped = { readonly what: GroupNode['what']; readonly members: readonly Entity[] };

function groupsOf(
  { what, members }: Grouped,
  feeders: ReadonlyMap<NodeId, readonly NodeId[]>,
  { inventory, open }: { readonly inventory: Inventory; readonly open: ReadonlySet<NodeId> },
): GroupNode[] {
  const byFeeder = Map.groupBy(members, ({ id }) => (feeders.get(id) ?? []).join('+'));
  const node = (key: string, row: string | null, list: readonly Entity[]): GroupNode => {
    const id = row === null ? `${what}:${key}` : `${what}:${key}:${row}`;
    const ids = list.map((entity) => entity.id);
    return {
      type: 'group',
      id,
      what,
      row,
      members: ids,
      isOpen: open.has(id),
      feeders: key === '' ? [] : key.split('+'),
    };
  };
  return [...byFeeder].flatMap(([key, list]) => {
    const whole = node(key, null, sortedMembers(inventory, list));
    // A large group opens into its rows; each of them opens into its rack PDUs.
    if (!whole.isOpen || list.length <= mostInGroup) return [whole];
    return [...Map.groupBy(list, ({ id }) => rowNameOf(inventory, id))]
      .toSorted(([one], [other]) => byName({ name: one }, { name: other }))
      .map(([row, some]) => node(key, row, sortedMembers(inventory, some)));
  });
}

/** By the rack they hang in, then by their own name. */
function sortedMembers({ entities }: Inventory, members: readonly Entity[]): readonly Entity[] {
  const place = (entity: Entity): string =>
    `${entity.parent === null ? '' : (entities.get(entity.parent)?.name ?? '')} ${entity.name}`;
  const keyed = members.map((entity) => ({ entity, name: place(entity) }));
  return keyed.toSorted(byName).map(({ entity }) => entity);
}

function racksOf(pdus: readonly EntityOf<'pdu'>[]): OneLineGraph['racks'] {
  const racks = new Map<EntityId, EntityOf<'pdu'>[]>();
  for (const pdu of pdus) {
    if (pdu.parent === null) continue;
    const list = racks.get(pdu.parent);
    if (list === undefined) racks.set(pdu.parent, [pdu]);
    else list.push(pdu);
  }
  return racks;
}

/** Feeders first: a node comes after all that feed it. */
function inOrder(nodes: readonly OneLineNode[]): Map<NodeId, OneLineNode> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ordered = new Map<NodeId, OneLineNode>();
  const put = (node: OneLineNode): void => {
    if (ordered.has(node.id)) return;
    for (const feeder of node.feeders) {
      const above = byId.get(feeder);
      if (above !== undefined) put(above);
    }
    ordered.set(node.id, node);
  };
  for (const node of nodes) put(node);
  return ordered;
}

function childrenIn(nodes: ReadonlyMap<NodeId, OneLineNode>): OneLineGraph['children'] {
  const children = new Map<NodeId, NodeId[]>();
  for (const node of nodes.values()) {
    for (const feeder of node.feeders) children.set(feeder, [...(children.get(feeder) ?? []), node.id]);
  }
  return children;
}

export function oneLineGraph(inventory: Inventory, { site, open }: GraphOptions): OneLineGraph {
  const found = find(inventory, site);
  const feeders = feedersIn(found, site);
  const units = found.units.toSorted(byName).map((entity): UnitNode => ({
    type: 'unit',
    id: entity.id,
    entity,
    batteries: (found.batteries.get(entity.id) ?? []).toSorted(byName),
    feeders: feeders.get(entity.id) ?? [],
  }));
  const grid: GridNode[] = feeders.has(site)
    ? [{ type: 'grid', id: site, site, name: inventory.entities.get(site)?.name ?? site, feeders: [] }]
    : [];
  const at = { inventory, open };
  const nodes = inOrder([
    ...grid,
    ...units,
    ...groupsOf({ what: 'pdu', members: found.pdus }, feeders, at),
    ...groupsOf({ what: 'cooling', members: found.cooling }, feeders, at),
  ]);
  return {
    site,
    nodes,
    children: childrenIn(nodes),
    racks: racksOf(found.pdus),
    feedersOf: new Map([...found.pdus, ...found.cooling].map(({ id }) => [id, feeders.get(id) ?? []])),
  };
}

/** The group that a rack PDU or a cooling unit is drawn in; a unit's own node. */
export function nodeHolding(graph: OneLineGraph, id: EntityId): OneLineNode | null {
  const own = graph.nodes.get(id);
  if (own !== undefined) return own;
  for (const node of graph.nodes.values()) {
    if (node.type === 'group' && node.members.includes(id)) return node;
    if (node.type === 'unit' && node.batteries.some((battery) => battery.id === id)) return node;
  }
  return null;
}
