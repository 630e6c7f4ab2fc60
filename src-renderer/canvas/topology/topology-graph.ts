/** From the inventory to what the topology shows: which nodes, in which order, and which lines between them. */
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text } from '../../text/text.ts';

export type TopologySource = {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly children: ReadonlyMap<EntityId | '', readonly EntityId[]>;
  /** Devices by rack, for racks whose devices were asked for. */
  readonly devices: ReadonlyMap<EntityId, readonly Entity[]>;
};

/** Machines are many: the drawing knows of them what it shows. */
export type TopologyThing = Pick<Entity, 'id' | 'kind' | 'name' | 'parent'>;

export type TopologyNode = {
  readonly entity: TopologyThing;
  /** Under its name: a state that is not the usual one, the range of a network, a place in a rack. */
  readonly note?: string | null;
  readonly parent: EntityId | null;
  readonly depth: number;
  readonly isExpanded: boolean;
  /** What is inside, as `10 racks`; null where nothing can be. */
  readonly contents: string | null;
};

export type TopologyEdge = {
  readonly id: string;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly kind: 'inside' | 'power';
};

/** Sensors are readings, not nodes. Within a parent they stand in this order. */
const shownKinds = [
  'room',
  'utility',
  'transformer',
  'genset',
  'ats',
  'chiller',
  'row',
  'crac',
  'ups',
  'battery',
  'panel',
  'rack',
  'pdu',
  'device',
] as const satisfies readonly Kind[];
const expandable: readonly Kind[] = ['site', 'room', 'row', 'rack', 'ups'];
/** Racks, batteries and what is in them are left out when the page is too far away to read them. */
export const farDepth = 3;

const orderOf = (kind: Kind): number => (shownKinds as readonly Kind[]).indexOf(kind);

function shownChildren(source: TopologySource, id: EntityId | ''): readonly Entity[] {
  const held = (source.children.get(id) ?? []).flatMap((child) => source.entities.get(child) ?? []);
  const devices = id === '' ? [] : (source.devices.get(id) ?? []);
  return [...held, ...devices]
    .filter(({ kind }) => (id === '' ? kind === 'site' : orderOf(kind) >= 0))
    .toSorted((one, other) => orderOf(one.kind) - orderOf(other.kind));
}

export function visibleNodes(
  source: TopologySource,
  expanded: ReadonlySet<EntityId>,
): readonly TopologyNode[] {
  const nodes: TopologyNode[] = [];
  const visit = (entity: Entity, parent: EntityId | null, depth: number): void => {
    const inside = shownChildren(source, entity.id);
    const isExpanded = expanded.has(entity.id);
    nodes.push({
      entity,
      parent,
      depth,
      isExpanded,
      contents: canUnfold(entity, inside) ? contentsOf(entity, inside) : null,
      note: unitNote(entity),
    });
    if (isExpanded) for (const child of inside) visit(child, entity.id, depth + 1);
  };
  for (const site of shownChildren(source, '')) visit(site, null, 0);
  return nodes;
}

/** Where in its rack a device is. */
export const unitNote = (entity: Entity): string | null =>
  entity.kind === 'device' ? text().topology.canvas.unit(entity.spec.slot.position) : null;

/** A UPS without batteries holds nothing; the other kinds may be filled yet. */
const canUnfold = ({ kind }: Entity, inside: readonly Entity[]): boolean =>
  expandable.includes(kind) && (kind !== 'ups' || inside.length > 0);

const words = { site: 'room', room: 'row', row: 'rack', rack: 'device', ups: 'battery' } as const;
function contentsOf(entity: Entity, inside: readonly Entity[]): string | null {
  const kind = words[entity.kind as keyof typeof words];
  const count = inside.filter((child) => child.kind === kind).length;
  // A rack's devices are not known before they are asked for.
  if (entity.kind === 'rack' && count === 0) return '';
  return text().topology.contents[kind](count);
}

export const insideEdges = (nodes: readonly TopologyNode[]): readonly TopologyEdge[] =>
  nodes.flatMap(({ entity, parent }) =>
    parent === null ? [] : [{ id: `in:${entity.id}`, from: parent, to: entity.id, kind: 'inside' as const }],
  );

/** One line for each pair that is in sight; what is folded away speaks through its nearest visible parent. */
export function powerEdges(source: TopologySource, visible: ReadonlySet<EntityId>): readonly TopologyEdge[] {
  const inSight = (id: EntityId): EntityId | null => {
    for (let at: EntityId | null = id; at !== null;) {
      if (visible.has(at)) return at;
      at = source.entities.get(at)?.parent ?? null;
    }
    return null;
  };
  const edges = new Map<string, TopologyEdge>();
  const devices = [...source.devices.values()].flat();
  for (const entity of [...source.entities.values(), ...devices]) {
    for (const feeder of entity.links.fedBy ?? []) {
      const from = inSight(feeder);
      const to = visible.has(entity.id) ? entity.id : inSight(entity.parent ?? entity.id);
      if (from === null || to === null || from === to) continue;
      const id = `power:${from}:${to}`;
      edges.set(id, { id, from, to, kind: 'power' });
    }
  }
  return [...edges.values()];
}

/** Few racks: everything down to them. Many: down to the rows, which tell how many they hold. */
const mostRacksOpen = 24;

export function firstExpanded(source: Pick<TopologySource, 'entities'>): ReadonlySet<EntityId> {
  const all = [...source.entities.values()];
  const racks = all.filter(({ kind }) => kind === 'rack').length;
  const open: readonly Kind[] = racks <= mostRacksOpen ? ['site', 'room', 'row'] : ['site', 'room'];
  return new Set(all.filter(({ kind }) => open.includes(kind)).map(({ id }) => id));
}

/** What must be unfolded before a thing can be seen: everything it is inside of. */
export function foldsAbove(
  entities: TopologySource['entities'],
  parent: EntityId | null,
): readonly EntityId[] {
  const above: EntityId[] = [];
  for (let at = parent; at !== null && !above.includes(at);) {
    above.push(at);
    at = entities.get(at)?.parent ?? null;
  }
  return above;
}
