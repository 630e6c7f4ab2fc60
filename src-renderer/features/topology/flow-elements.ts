/** The topology's nodes and lines as React Flow takes them. */
import type { Edge } from '@xyflow/react';
import { MarkerType } from '@xyflow/react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { farDepth, type TopologyEdge, type TopologyNode } from '../../canvas/topology/topology-graph.ts';
import { layTree, type Place } from '../../canvas/topology/tidy-tree.ts';
import { nodeSize, type NodeReading, type ThingFlowNode } from './thing-node.tsx';

const spacing = { column: nodeSize.width + 60, row: nodeSize.height + 8, gap: 4 } as const;

export const placesOf = (nodes: readonly TopologyNode[]): ReadonlyMap<string, Place> =>
  layTree(
    nodes.map(({ entity, parent }) => ({ id: entity.id, parent })),
    spacing,
  );

export type NodeLook = {
  readonly places: ReadonlyMap<string, Place>;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly readingOf: (entity: Entity) => NodeReading | null;
  readonly selected: EntityId | null;
  readonly cursor: EntityId | null;
  readonly isFar: boolean;
  readonly onToggle: (id: EntityId) => void;
};

/** From afar racks fold into their row's chip; rows stay where they are, so nothing jumps. */
export const inRange = (nodes: readonly TopologyNode[], isFar: boolean): readonly TopologyNode[] =>
  isFar ? nodes.filter((node) => node.depth < farDepth) : nodes;

export function flowNodes(nodes: readonly TopologyNode[], look: NodeLook): ThingFlowNode[] {
  return inRange(nodes, look.isFar).map(({ entity, contents, isExpanded }) => ({
    id: entity.id,
    type: 'thing',
    position: look.places.get(entity.id) ?? { x: 0, y: 0 },
    ...nodeSize,
    draggable: false,
    selectable: false,
    focusable: false,
    data: {
      entity,
      contents,
      isExpanded,
      mark: look.marks.get(entity.id) ?? null,
      reading: look.readingOf(entity),
      isSelected: entity.id === look.selected,
      isCursor: entity.id === look.cursor,
      isFar: look.isFar,
      onToggle: look.onToggle,
    },
  }));
}

const insideLook = {
  type: 'smoothstep',
  focusable: false,
  style: { stroke: 'var(--line-strong)', strokeWidth: 1 },
} as const;

const powerLook = (colour: string, opacity: number) => ({
  type: 'default',
  focusable: false,
  zIndex: opacity === 1 ? 2 : 1,
  style: { stroke: colour, strokeWidth: opacity === 1 ? 1.75 : 1, strokeDasharray: '5 4', opacity },
  markerEnd: { type: MarkerType.ArrowClosed, color: colour, width: 14, height: 14 },
});

/** Power lines are many: those of what one looks at stand out, the others stay in the background. */
export function flowEdges(edges: readonly TopologyEdge[], focus: EntityId | null): Edge[] {
  const near = powerLook('var(--accent)', 1);
  const rest = powerLook('var(--text-3)', focus === null ? 0.6 : 0.25);
  return edges.map(({ id, from, to, kind }) => {
    const look = kind === 'inside' ? insideLook : from === focus || to === focus ? near : rest;
    return { id, source: from, target: to, ...look };
  });
}
