import '@xyflow/react/dist/base.css';
import { MiniMap, Panel, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { insideEdges, type TopologyEdge, type TopologyNode } from '../../canvas/topology/topology-graph.ts';
import { isTreeKey, treeStep, type TreeStep } from '../../canvas/topology/tree-walk.ts';
import { IconButton } from '../../ui/button.tsx';
import { flowEdges, flowNodes, inRange, placesOf } from './flow-elements.ts';
import { nodeSize, type NodeReading, ThingNode, type ThingFlowNode } from './thing-node.tsx';

export type TopologyCanvasProps = {
  readonly nodes: readonly TopologyNode[];
  readonly powerEdges: (visible: ReadonlySet<EntityId>) => readonly TopologyEdge[];
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly readingOf: (entity: Entity) => NodeReading | null;
  readonly selected: EntityId | null;
  readonly fitTurn: number;
  readonly onSelect: (id: EntityId | null) => void;
  readonly onToggle: (id: EntityId, isExpanded: boolean) => void;
  readonly onMenuFor: (id: EntityId | null) => void;
};

const nodeTypes = { thing: ThingNode };
/** Below this a node's name cannot be read. */
const farZoom = 0.6;

const colourOf = ({ data }: ThingFlowNode): string =>
  data.mark === null ? 'var(--line-strong)' : `var(--${data.mark.severity})`;

function wordsOf(node: TopologyNode | undefined, mark: RackMark | null): string {
  if (node === undefined) return '';
  const folded = node.contents === null ? [] : [node.isExpanded ? 'unfolded' : 'folded', node.contents];
  const alarm = mark === null ? [] : [`${mark.severity} alarm${mark.acknowledged ? ', acknowledged' : ''}`];
  return [`${node.entity.kind} ${node.entity.name}`, ...folded, ...alarm]
    .filter((part) => part !== '')
    .join(', ');
}

/** Brings a node into sight when it is chosen elsewhere or walked to, and the whole tree when asked. */
function useCamera(
  props: TopologyCanvasProps,
  places: ReturnType<typeof placesOf>,
  cursor: EntityId | null,
): void {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isReady = width > 0 && height > 0;
  const placesRef = useRef(places);
  placesRef.current = places;
  const target = cursor ?? props.selected;
  const known = target !== null && places.has(target);

  useEffect(() => {
    const place = target === null ? undefined : placesRef.current.get(target);
    if (place === undefined || !isReady) return;
    const view = flow.getViewport();
    const left = place.x * view.zoom + view.x;
    const top = place.y * view.zoom + view.y;
    const isSeen =
      left >= 0 &&
      top >= 0 &&
      left + nodeSize.width * view.zoom <= width &&
      top + nodeSize.height * view.zoom <= height;
    if (isSeen && view.zoom >= farZoom) return;
    void flow.setCenter(place.x + nodeSize.width / 2, place.y + nodeSize.height / 2, {
      zoom: Math.max(view.zoom, 0.8),
    });
  }, [target, known, isReady, width, height, flow]);
  useEffect(() => {
    if (props.fitTurn > 0 && isReady) void flow.fitView({ padding: 0.08 });
  }, [props.fitTurn, isReady, flow]);
}

function Zoom(): ReactNode {
  const flow = useReactFlow();
  return (
    <Panel position="bottom-left" className="flex flex-col rounded-md border border-line bg-raised">
      <IconButton icon={Plus} label="Zoom in" onClick={() => void flow.zoomIn()} />
      <IconButton icon={Minus} label="Zoom out" onClick={() => void flow.zoomOut()} />
      <IconButton
        icon={Maximize}
        label="Fit the topology"
        onClick={() => void flow.fitView({ padding: 0.08 })}
      />
    </Panel>
  );
}

/** The keyboard's way through the tree. Lies over the canvas, lets the pointer through, and says the node it is on. */
function TreeKeys(
  props: TopologyCanvasProps & {
    readonly cursor: EntityId | null;
    readonly onCursor: (id: EntityId) => void;
    readonly treeRef: RefObject<HTMLDivElement | null>;
  },
): ReactNode {
  const { nodes, marks, selected, cursor, onCursor, onToggle, onSelect, onMenuFor } = props;
  const id = useId();
  const index = Math.max(
    0,
    nodes.findIndex((node) => node.entity.id === (cursor ?? selected)),
  );
  const node = nodes[index];
  const take = (step: TreeStep): void => {
    if (step.kind === 'go') onCursor(step.to);
    if (step.kind === 'expand') onToggle(step.id, true);
    if (step.kind === 'collapse') onToggle(step.id, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTreeKey(event.key)) take(treeStep(nodes, cursor ?? selected, event.key));
    else if (event.key === 'Enter' && cursor !== null) onSelect(cursor);
    else if (event.key === 'Escape') onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={props.treeRef}
      role="tree"
      aria-label={`Topology, ${nodes.length} nodes in sight. Arrows walk, right unfolds, left folds, Enter opens.`}
      aria-activedescendant={`${id}-${index}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        onMenuFor(cursor);
        if (cursor === null) event.preventDefault();
      }}
      className="pointer-events-none absolute inset-0 z-10 -outline-offset-2"
    >
      {node !== undefined && (
        <div
          id={`${id}-${index}`}
          role="treeitem"
          aria-selected={node.entity.id === selected}
          aria-level={node.depth + 1}
          {...(node.contents === null ? {} : { 'aria-expanded': node.isExpanded })}
          className="sr-only"
        >
          {wordsOf(node, marks.get(node.entity.id) ?? null)}
        </div>
      )}
    </div>
  );
}

/** What React Flow is given, made anew only where something of it changed. */
function useElements(
  props: TopologyCanvasProps,
  places: ReturnType<typeof placesOf>,
  cursor: EntityId | null,
) {
  const { nodes, marks, readingOf, selected, powerEdges, onToggle } = props;
  const isFar = useStore((state) => state.transform[2] < farZoom);
  const expandedOf = useMemo(() => new Map(nodes.map((node) => [node.entity.id, node.isExpanded])), [nodes]);
  const toggle = useCallback(
    (id: EntityId) => onToggle(id, !(expandedOf.get(id) ?? false)),
    [expandedOf, onToggle],
  );
  const elements = useMemo(
    () => flowNodes(nodes, { places, marks, readingOf, selected, cursor, isFar, onToggle: toggle }),
    [nodes, places, marks, readingOf, selected, cursor, isFar, toggle],
  );
  const edges = useMemo(() => {
    const shown = inRange(nodes, isFar);
    const visible = new Set(shown.map((node) => node.entity.id));
    return flowEdges([...insideEdges(shown), ...powerEdges(visible)], cursor ?? selected);
  }, [nodes, isFar, powerEdges, cursor, selected]);
  return { elements, edges };
}

/** All that a viewer of a lab may not do with it here: it is the inventory's picture, not a drawing. */
const fixed = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
} as const;

function Flow(props: TopologyCanvasProps): ReactNode {
  const [cursor, setCursor] = useState<EntityId | null>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placesOf(props.nodes), [props.nodes]);
  const { elements, edges } = useElements(props, places, cursor);
  useCamera(props, places, cursor);
  return (
    <>
      <ReactFlow
        {...fixed}
        nodes={elements}
        edges={edges}
        nodeTypes={nodeTypes}
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ padding: 0.08, maxZoom: 1, minZoom: farZoom }}
        minZoom={0.08}
        maxZoom={2}
        onNodeClick={(_event, node) => {
          setCursor(node.data.entity.id);
          treeRef.current?.focus();
          props.onSelect(node.data.entity.id);
        }}
        onNodeContextMenu={(_event, node) => props.onMenuFor(node.data.entity.id)}
        onPaneContextMenu={(event) => event.preventDefault()}
        proOptions={{ hideAttribution: true }}
      >
        <MiniMap<ThingFlowNode>
          pannable
          zoomable
          ariaLabel="Map of the topology"
          nodeColor={colourOf}
          nodeStrokeWidth={0}
          style={{ width: 144, height: 96 }}
          bgColor="var(--surface)"
          maskColor="color-mix(in oklch, var(--bg) 70%, transparent)"
          className="overflow-hidden rounded-md border border-line max-lg:hidden"
        />
        <Zoom />
      </ReactFlow>
      <TreeKeys {...props} cursor={cursor} onCursor={setCursor} treeRef={treeRef} />
    </>
  );
}

export const TopologyCanvas = (props: TopologyCanvasProps): ReactNode => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
);
