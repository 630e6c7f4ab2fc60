/** The topology's nodes and lines as React Flow takes them. */
import type { Edge } from '@xyflow/react';
import { MarkerType, Position } from '@xyflow/react';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type Impact, sideOf, sideOfLine } from '../../canvas/topology/impact.ts';
import {
  farDepth,
  type TopologyEdge,
  type TopologyNode,
  type TopologyThing,
} from '../../canvas/topology/topology-graph.ts';
import { layTree, type Place } from '../../canvas/topology/tidy-tree.ts';
import { type DetailLevel, nodeSize, type NodeReading, type ThingFlowNode } from './thing-node.tsx';

const spacing = { column: nodeSize.width + 60, row: nodeSize.height + 8, gap: 4 } as const;
/** Layers have more lines between their columns than a tree has. */
export const layerSpacing = {
  column: nodeSize.width + 110,
  row: nodeSize.height + 12,
  lane: nodeSize.width + 16,
} as const;

export const treePlaces = (nodes: readonly TopologyNode[]): ReadonlyMap<string, Place> =>
  layTree(
    nodes.map(({ entity, parent }) => ({ id: entity.id, parent })),
    spacing,
  );

export type NodeLook = {
  readonly places: ReadonlyMap<string, Place>;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly readingOf: (entity: TopologyThing) => NodeReading | null;
  readonly selected: EntityId | null;
  readonly cursor: EntityId | null;
  readonly level: DetailLevel;
  readonly impact: Impact | null;
  /** Another hand draws them; they only say how large the drawing is. */
  readonly isDrawnAsOne: boolean;
  readonly isDraggable: boolean;
  readonly onToggle: (id: EntityId) => void;
};

/** Below this a node's name cannot be read; below the second nothing can. */
export const farZoom = 0.6;
const speckZoom = 0.22;

export const levelAt = (zoom: number): DetailLevel =>
  zoom >= farZoom ? 'near' : zoom >= speckZoom ? 'far' : 'speck';

/** From afar the tree's racks fold into their row's chip; rows stay where they are, so nothing jumps. */
export const inRange = (nodes: readonly TopologyNode[], level: DetailLevel): readonly TopologyNode[] =>
  level === 'near' ? nodes : nodes.filter((node) => node.depth < farDepth);

/** React Flow draws every node that it has not measured, wherever it is: thousands of them, at each change of level. */
const middle = nodeSize.height / 2;
const known: Pick<ThingFlowNode, 'measured' | 'handles'> = {
  measured: nodeSize,
  handles: [
    { type: 'target', position: Position.Left, x: 0, y: middle },
    { type: 'source', position: Position.Right, x: nodeSize.width, y: middle },
  ],
};

/** From afar more nodes than this are drawn by one pen. */
const mostApart = 300;
export const isDrawnAsOne = (count: number, level: DetailLevel, isArranging: boolean): boolean =>
  count > mostApart && level !== 'near' && !isArranging;

export function flowNodes(nodes: readonly TopologyNode[], look: NodeLook): ThingFlowNode[] {
  return nodes.map(({ entity, contents, isExpanded, note }) => ({
    id: entity.id,
    type: 'thing',
    position: look.places.get(entity.id) ?? { x: 0, y: 0 },
    ...nodeSize,
    ...known,
    hidden: look.isDrawnAsOne,
    draggable: look.isDraggable,
    selectable: false,
    focusable: false,
    data: {
      entity,
      contents,
      note: note ?? null,
      isExpanded,
      mark: look.marks.get(entity.id) ?? null,
      reading: look.readingOf(entity),
      isSelected: entity.id === look.selected,
      isCursor: entity.id === look.cursor,
      level: look.level,
      side: look.impact === null ? null : sideOf(look.impact, entity.id),
      canMigrate: !look.isDraggable,
      onToggle: look.onToggle,
    },
  }));
}

/** So many lines are no burden from afar. */
const fewLines = 400;
const leaves: readonly Kind[] = ['pdu', 'rack', 'device', 'vm', 'blade'];

/** Where single lines cannot be told apart, those to racks are left out, unless they are followed. */
export function linesInRange(
  edges: readonly TopologyEdge[],
  {
    level,
    impact,
    kindOf,
  }: Pick<NodeLook, 'level' | 'impact'> & { readonly kindOf: (id: EntityId) => Kind | null },
): readonly TopologyEdge[] {
  if (level !== 'speck' || edges.length <= fewLines) return edges;
  return edges.filter((edge) => {
    const kind = kindOf(edge.to);
    const isLeaf = kind !== null && leaves.includes(kind);
    return !isLeaf || (impact !== null && sideOfLine(impact, edge) !== 'apart');
  });
}

const insideLook = {
  type: 'smoothstep',
  focusable: false,
  style: { stroke: 'var(--line-strong)', strokeWidth: 1 },
} as const;

const lineLook = (colour: string, opacity: number, dashes?: string) => ({
  type: 'default',
  focusable: false,
  zIndex: opacity === 1 ? 2 : 1,
  style: {
    stroke: colour,
    strokeWidth: opacity === 1 ? 1.75 : 1,
    opacity,
    ...(dashes === undefined ? {} : { strokeDasharray: dashes }),
  },
  markerEnd: { type: MarkerType.ArrowClosed, color: colour, width: 14, height: 14 },
});

const short = '5 4';

/** Upstream lines are whole, downstream ones dashed, and what is apart stays in the background. */
const impactLooks = {
  upstream: lineLook('var(--accent)', 1),
  downstream: lineLook('var(--accent)', 1, '9 4'),
  apart: lineLook('var(--text-3)', 0.2),
} as const;

export type LineLook = { readonly focus: EntityId | null; readonly impact: Impact | null };

/** Lines are many: those of what one looks at stand out, the others stay in the background. */
export function flowEdges(edges: readonly TopologyEdge[], { focus, impact }: LineLook): Edge[] {
  const near = lineLook('var(--accent)', 1, short);
  const rest = lineLook('var(--text-3)', focus === null ? 0.6 : 0.25, short);
  const lookOf = (edge: TopologyEdge) => {
    const side = impact === null ? null : sideOfLine(impact, edge);
    if (side === 'upstream' || side === 'downstream') return impactLooks[side];
    if (edge.kind === 'inside') return insideLook;
    if (side !== null) return impactLooks.apart;
    return edge.from === focus || edge.to === focus ? near : rest;
  };
  return edges.map((edge) => ({ id: edge.id, source: edge.from, target: edge.to, ...lookOf(edge) }));
}
