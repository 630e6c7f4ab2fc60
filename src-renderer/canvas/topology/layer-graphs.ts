/** Who feeds, cools and connects whom, as layers of the topology. Rows stand for their racks until they are unfolded. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { lineage } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { type TopologyEdge, type TopologyNode, type TopologySource, unitNote } from './topology-graph.ts';

export const topologyLayers = ['physical', 'power', 'cooling', 'network', 'virtual', 'wires'] as const;
export type TopologyLayer = (typeof topologyLayers)[number];
export type LayerDrawing = {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
};

/** Held apart from the page's tables: devices are asked for. */
export type LayerSource = Pick<TopologySource, 'entities' | 'children'> & {
  readonly allDevices: readonly EntityOf<'device'>[];
};

type Draft = {
  readonly nodes: Map<EntityId, TopologyNode>;
  readonly edges: Map<string, TopologyEdge>;
};

const draft = (): Draft => ({ nodes: new Map(), edges: new Map() });

function putNode(
  { nodes }: Draft,
  entity: Entity,
  fold: Pick<TopologyNode, 'contents' | 'isExpanded'>,
): void {
  if (!nodes.has(entity.id))
    nodes.set(entity.id, { entity, parent: null, depth: 0, note: unitNote(entity), ...fold });
}

const plain = { contents: null, isExpanded: false } as const;

function putEdge({ edges }: Draft, from: EntityId, to: EntityId): void {
  if (from !== to) edges.set(`${from}>${to}`, { id: `${from}>${to}`, from, to, kind: 'power' });
}

/** Lines to what is not drawn are left out. */
const drawingOf = ({ nodes, edges }: Draft): LayerDrawing => ({
  nodes: [...nodes.values()],
  edges: [...edges.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
});

const powerKinds: readonly Kind[] = ['utility', 'transformer', 'genset', 'ats', 'battery', 'ups', 'panel'];

/** A row while it is folded, else the thing itself. */
function standIn({ entities }: LayerSource, expanded: ReadonlySet<EntityId>, entity: Entity): Entity {
  const row = lineage(entities, entity.id).find(({ kind }) => kind === 'row');
  return row === undefined || expanded.has(row.id) ? entity : row;
}

export function powerLayer(source: LayerSource, expanded: ReadonlySet<EntityId>): LayerDrawing {
  const found = draft();
  const racks = rackCounts(source);
  const seen = (entity: Entity): EntityId => {
    if (entity.kind !== 'pdu' && entity.kind !== 'rack') return entity.id;
    return standIn(source, expanded, entity).id;
  };
  for (const entity of source.entities.values()) {
    if (powerKinds.includes(entity.kind)) putNode(found, entity, plain);
    if (entity.kind === 'row') putRow(found, entity, { expanded, racks, hides: true });
    const isOfRack = entity.kind === 'pdu' || entity.kind === 'rack';
    if (isOfRack && seen(entity) === entity.id) putNode(found, entity, plain);
  }
  for (const entity of source.entities.values()) putFeeds(found, source, { entity, seen });
  return drawingOf(found);
}

type Fed = { readonly entity: Entity; readonly seen: (entity: Entity) => EntityId };

/** From what feeds it, as it is seen; and from itself to what it is a part of: a UPS's battery, a rack's PDU. */
function putFeeds(found: Draft, source: LayerSource, { entity, seen }: Fed): void {
  for (const id of entity.links.fedBy ?? []) {
    const feeder = source.entities.get(id);
    if (feeder !== undefined) putEdge(found, seen(feeder), seen(entity));
  }
  if (entity.parent === null) return;
  const isShownPdu = entity.kind === 'pdu' && seen(entity) === entity.id;
  if (entity.kind === 'battery' || isShownPdu) putEdge(found, entity.id, entity.parent);
}

type Rows = {
  readonly expanded: ReadonlySet<EntityId>;
  readonly racks: ReadonlyMap<EntityId, number>;
  /** Whether a row gives its place to its racks once it is unfolded. */
  readonly hides: boolean;
};

function putRow(found: Draft, row: Entity, { expanded, racks, hides }: Rows): void {
  const count = racks.get(row.id) ?? 0;
  const isExpanded = expanded.has(row.id);
  if (count === 0 || (hides && isExpanded)) return;
  putNode(found, row, { contents: text().topology.contents.rack(count), isExpanded });
}

function rackCounts({ entities, children }: LayerSource): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const { id, kind } of entities.values()) {
    if (kind !== 'row') continue;
    const racks = (children.get(id) ?? []).filter((child) => entities.get(child)?.kind === 'rack');
    counts.set(id, racks.length);
  }
  return counts;
}

const coolingKinds: readonly Kind[] = ['chiller', 'crac', 'room'];

/** Chillers to the units on their water, units to what they cool by name or else to their room, rooms to their rows. */
export function coolingLayer(source: LayerSource, expanded: ReadonlySet<EntityId>): LayerDrawing {
  const found = draft();
  const racks = rackCounts(source);
  const units = [...source.entities.values()].filter((one): one is EntityOf<'crac'> => one.kind === 'crac');
  for (const entity of source.entities.values()) {
    if (coolingKinds.includes(entity.kind)) putNode(found, entity, plain);
    if (entity.kind === 'row') putRow(found, entity, { expanded, racks, hides: false });
    const isShown = entity.kind === 'rack' && standIn(source, expanded, entity).id === entity.id;
    if (isShown) putNode(found, entity, plain);
    for (const to of entity.kind === 'chiller' ? servedBy(source, entity, units) : cooledBy(entity))
      putEdge(found, entity.id, to);
    const hangs = entity.kind === 'row' || isShown;
    if (hangs && entity.parent !== null) putEdge(found, entity.parent, entity.id);
  }
  return drawingOf(found);
}

/** What a unit says it cools; without a word on it, the room it stands in. */
function cooledBy(entity: Entity): readonly EntityId[] {
  if (entity.kind !== 'crac') return [];
  const named = entity.links.cools ?? [];
  if (named.length > 0) return named;
  return entity.parent === null ? [] : [entity.parent];
}

/** Without a word on it, all units of its site that work with chilled water. */
function servedBy(
  { entities }: LayerSource,
  chiller: EntityOf<'chiller'>,
  units: readonly EntityOf<'crac'>[],
): readonly EntityId[] {
  const named = chiller.links.cools ?? [];
  if (named.length > 0) return named;
  const site = chiller.parent;
  return units
    .filter(
      ({ id, spec }) => spec.coil === 'chilled-water' && lineage(entities, id).some((one) => one.id === site),
    )
    .map(({ id }) => id);
}

export type NetworkGap =
  /** No device is a switch. */
  | 'no-switches'
  /** Nothing says how many ports it has or needs. */
  | 'no-ports'
  | null;

export function networkGap(devices: LayerSource['allDevices']): NetworkGap {
  if (!devices.some(({ spec }) => spec.category === 'switch')) return 'no-switches';
  const isSaid = devices.some(({ spec }) => (spec.ports ?? 0) > 0 || (spec.nics ?? 0) > 0);
  return isSaid ? null : 'no-ports';
}

const isPort = ({ spec }: EntityOf<'device'>): boolean => spec.category !== 'switch' && (spec.nics ?? 0) > 0;

/** Cables are not in the model: what needs ports is drawn at the switches of its own rack, folded by rack. */
export function networkLayer(source: LayerSource, expanded: ReadonlySet<EntityId>): LayerDrawing {
  const found = draft();
  const byRack = Map.groupBy(source.allDevices, ({ parent }) => parent);
  for (const [parent, devices] of byRack) {
    const rack = parent === null ? undefined : source.entities.get(parent);
    if (rack === undefined) continue;
    const switches = devices.filter(({ spec }) => spec.category === 'switch');
    const needing = devices.filter(isPort);
    const isExpanded = expanded.has(rack.id);
    if (needing.length > 0)
      putNode(found, rack, { contents: text().topology.contents.device(needing.length), isExpanded });
    for (const one of switches) {
      putNode(found, one, plain);
      putEdge(found, one.id, rack.id);
    }
    for (const device of isExpanded ? needing : []) {
      putNode(found, device, plain);
      putEdge(found, rack.id, device.id);
    }
  }
  return drawingOf(found);
}

/** Things that need ports in racks without a switch: nobody can say where they are connected. */
export function unconnected(devices: LayerSource['allDevices']): number {
  const served = new Set(
    devices.filter(({ spec }) => spec.category === 'switch').map(({ parent }) => parent),
  );
  return devices.filter((device) => isPort(device) && !served.has(device.parent)).length;
}
