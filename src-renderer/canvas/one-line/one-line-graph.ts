/** Who feeds whom in a site, as a single-line diagram is drawn: units one by one, rack PDUs and cooling in groups. Pure. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { finished, readChain } from './site-chain.ts';
import type { Inventory, NodeId, SiteChain, Unit } from './site-chain.ts';

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

// One collator for all: `localeCompare` makes its own each time, and many rack PDUs are sorted.
const names = new Intl.Collator('en', { numeric: true });
const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  names.compare(one.name, other.name);

function rowNameOf({ entities }: Inventory, id: EntityId): string {
  for (let at: Entity | undefined = entities.get(id); at !== undefined;) {
    if (at.kind === 'row' || at.kind === 'room') return at.name;
    at = at.parent === null ? undefined : entities.get(at.parent);
  }
  return '';
}

type Grouped = {
  readonly what: GroupNode['what'];
  readonly lists: ReadonlyMap<string, readonly Entity[]>;
};

function groupsOf(
  { what, lists }: Grouped,
  { inventory, open }: { readonly inventory: Inventory; readonly open: ReadonlySet<NodeId> },
): GroupNode[] {
  const node = (key: string, row: string | null, list: readonly Entity[]): GroupNode => {
    const id = row === null ? `${what}:${key}` : `${what}:${key}:${row}`;
    const isOpen = open.has(id);
    // The order is seen only where they are drawn one by one.
    const members = (isOpen ? sortedMembers(inventory, list) : list).map((entity) => entity.id);
    return { type: 'group', id, what, row, members, isOpen, feeders: key === '' ? [] : key.split('+') };
  };
  return [...lists].flatMap(([key, list]) => {
    // A large group opens into its rows; each of them opens into its rack PDUs.
    if (!open.has(`${what}:${key}`) || list.length <= mostInGroup) return [node(key, null, list)];
    return [...Map.groupBy(list, ({ id }) => rowNameOf(inventory, id))]
      .toSorted(([one], [other]) => byName({ name: one }, { name: other }))
      .map(([row, some]) => node(key, row, some));
  });
}

/** By the rack they hang in, then by their own name. */
function sortedMembers({ entities }: Inventory, members: readonly Entity[]): readonly Entity[] {
  const place = (entity: Entity): string =>
    `${entity.parent === null ? '' : (entities.get(entity.parent)?.name ?? '')} ${entity.name}`;
  const keyed = members.map((entity) => ({ entity, name: place(entity) }));
  return keyed.toSorted(byName).map(({ entity }) => entity);
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

/** The diagram of a chain that was read before. */
export function graphOf(inventory: Inventory, chain: SiteChain, open: GraphOptions['open']): OneLineGraph {
  const { site, feeders, feedersOf, racks } = chain;
  const units = chain.units.toSorted(byName).map((entity): UnitNode => ({
    type: 'unit',
    id: entity.id,
    entity,
    batteries: (chain.batteries.get(entity.id) ?? []).toSorted(byName),
    feeders: feeders.get(entity.id) ?? [],
  }));
  const grid: GridNode[] = feeders.has(site)
    ? [{ type: 'grid', id: site, site, name: inventory.entities.get(site)?.name ?? site, feeders: [] }]
    : [];
  const at = { inventory, open };
  const nodes = inOrder([
    ...grid,
    ...units,
    ...groupsOf({ what: 'pdu', lists: chain.pdus }, at),
    ...groupsOf({ what: 'cooling', lists: chain.cooling }, at),
  ]);
  return { site, nodes, children: childrenIn(nodes), racks, feedersOf };
}

export const oneLineGraph = (inventory: Inventory, { site, open }: GraphOptions): OneLineGraph =>
  graphOf(inventory, finished(readChain(inventory, site)), open);

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
