/** Machines with what they run and lie on, or with the wires they share, as the lab drew them. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineMap, MapNode } from '../../../sim/contract/machine-map.ts';
import { text } from '../../text/text.ts';
import type { LayerDrawing } from './layer-graphs.ts';
import type { TopologyNode, TopologyThing } from './topology-graph.ts';

export const machineLayers = ['virtual', 'wires'] as const;
export type MachineLayer = (typeof machineLayers)[number];
export const isMachineLayer = (layer: string): layer is MachineLayer =>
  (machineLayers as readonly string[]).includes(layer);

/** What stands in rooms is held by the page; machines are known by what the map says of them. */
function thingOf(entities: ReadonlyMap<EntityId, Entity>, node: MapNode): TopologyThing {
  const { id, kind, name, parent } = node;
  return entities.get(id) ?? { id, kind, name, parent };
}

function nodeOf(entities: ReadonlyMap<EntityId, Entity>, node: MapNode): TopologyNode {
  const { contents, machineStates } = text().topology;
  const { inside, state, note, isOpen } = node;
  return {
    entity: thingOf(entities, node),
    parent: null,
    depth: 0,
    isExpanded: isOpen,
    contents: inside === null ? null : contents[inside.kind](inside.count),
    note: state === null ? note : machineStates[state],
  };
}

export const machineLayer = (
  map: Pick<MachineMap, 'nodes' | 'edges'>,
  entities: ReadonlyMap<EntityId, Entity>,
): LayerDrawing => ({
  nodes: map.nodes.map((node) => nodeOf(entities, node)),
  edges: map.edges.map(({ from, to }) => ({ id: `${from}>${to}`, from, to, kind: 'power' })),
});
