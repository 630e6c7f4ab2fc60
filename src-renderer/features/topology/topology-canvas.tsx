import '@xyflow/react/dist/base.css';
import {
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MouseEvent as ReactMouseEvent, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { nodeAt } from '../../canvas/topology/far-drawing.ts';
import { insideEdges } from '../../canvas/topology/topology-graph.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { FarCanvas } from './far-canvas.tsx';
import { farScene } from './far-scene.ts';
import {
  farZoom,
  flowEdges,
  flowNodes,
  inRange,
  isDrawnAsOne,
  levelAt,
  linesInRange,
} from './flow-elements.ts';
import { ThingNode, type ThingFlowNode } from './thing-node.tsx';
import type { TopologyCanvasProps } from './canvas-props.ts';
import { fitAll, useCamera } from './topology-camera.ts';
import { TopologyKeys } from './topology-keys.tsx';

const nodeTypes = { thing: ThingNode };

const colourOf = ({ data }: ThingFlowNode): string => {
  if (data.isSelected) return 'var(--text)';
  if (data.side === 'upstream' || data.side === 'downstream') return 'var(--accent)';
  return data.mark === null ? 'var(--line-strong)' : `var(--${data.mark.severity})`;
};

function Zoom(): ReactNode {
  const flow = useReactFlow();
  const words = useText().topology.canvas;
  return (
    <Panel position="bottom-left" className="flex flex-col rounded-md border border-line bg-raised">
      <IconButton icon={Plus} label={words.closer} onClick={() => void flow.zoomIn()} />
      <IconButton icon={Minus} label={words.farther} onClick={() => void flow.zoomOut()} />
      <IconButton icon={Maximize} label={words.fit} onClick={() => void flow.fitView(fitAll)} />
    </Panel>
  );
}

function NearMap(): ReactNode {
  const words = useText().topology.canvas;
  return (
    <MiniMap<ThingFlowNode>
      pannable
      zoomable
      ariaLabel={words.map}
      nodeColor={colourOf}
      nodeStrokeWidth={0}
      style={{ width: 144, height: 96 }}
      bgColor="var(--surface)"
      maskColor="color-mix(in oklch, var(--bg) 70%, transparent)"
      className="overflow-hidden rounded-md border border-line max-lg:hidden"
    />
  );
}

/** What React Flow is given, made anew only where something of it changed. */
function useElements(props: TopologyCanvasProps, cursor: EntityId | null) {
  const { nodes, marks, readingOf, selected, powerEdges, onToggle, impact, places, isArranging, laid } =
    props;
  const level = useStore((state) => levelAt(state.transform[2]));
  const expandedOf = useMemo(() => new Map(nodes.map((node) => [node.entity.id, node.isExpanded])), [nodes]);
  const toggle = useCallback(
    (id: EntityId) => onToggle(id, !(expandedOf.get(id) ?? false)),
    [expandedOf, onToggle],
  );
  const shown = useMemo(() => (laid === null ? inRange(nodes, level) : nodes), [nodes, level, laid]);
  const asOne = isDrawnAsOne(shown.length, level, isArranging);
  const elements = useMemo(
    () =>
      flowNodes(shown, {
        isDrawnAsOne: asOne,
        places,
        marks,
        readingOf,
        selected,
        cursor,
        level,
        impact,
        isDraggable: isArranging,
        onToggle: toggle,
      }),
    [shown, places, marks, readingOf, selected, cursor, level, impact, isArranging, toggle, asOne],
  );
  const lines = useMemo(() => {
    if (laid === null)
      return [...insideEdges(shown), ...powerEdges(new Set(shown.map(({ entity }) => entity.id)))];
    const kinds = new Map(nodes.map(({ entity }) => [entity.id, entity.kind]));
    return linesInRange(props.edges, { level, impact, kindOf: (id) => kinds.get(id) ?? null });
  }, [laid, props.edges, shown, nodes, powerEdges, level, impact]);
  const focus = cursor ?? selected;
  const edges = useMemo(
    () =>
      asOne ? [] : flowEdges(lines, { focus: focus !== null && places.has(focus) ? focus : null, impact }),
    [lines, focus, places, impact, asOne],
  );
  const far = useMemo(
    () => (asOne ? farScene(elements, lines, { focus, impact }) : null),
    [asOne, elements, lines, focus, impact],
  );
  return { elements, edges, far };
}

/** Nodes are moved only while they are arranged, and nothing is ever joined: it is the inventory's picture. */
const fixed = {
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
} as const;

function Flow(props: TopologyCanvasProps): ReactNode {
  const { onMove, isArranging, layer } = props;
  const [cursor, setCursor] = useState<EntityId | null>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const { elements, edges, far } = useElements(props, cursor);
  const flow = useReactFlow();
  const pick = (id: EntityId): void => {
    setCursor(id);
    treeRef.current?.focus();
    props.onSelect(id);
  };
  const farAt = (event: MouseEvent | ReactMouseEvent): EntityId | null =>
    far === null
      ? null
      : (nodeAt(far, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })) as EntityId | null);
  useCamera(props, cursor);
  const onNodesChange = useCallback(
    (changes: NodeChange<ThingFlowNode>[]) => {
      for (const change of changes)
        if (change.type === 'position' && change.position !== undefined)
          onMove(change.id as EntityId, change.position);
    },
    [onMove],
  );
  return (
    <>
      <ReactFlow
        {...fixed}
        nodes={elements}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={isArranging}
        {...(isArranging ? { onNodesChange } : {})}
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ ...fitAll, maxZoom: 1, minZoom: layer === 'physical' ? farZoom : 0.2 }}
        minZoom={0.04}
        maxZoom={2}
        onNodeClick={(_event, node) => pick(node.data.entity.id)}
        onPaneClick={(event) => {
          const id = farAt(event);
          if (id !== null) pick(id);
        }}
        onNodeContextMenu={(_event, node) => props.onMenuFor(node.data.entity.id)}
        onPaneContextMenu={(event) => {
          const id = farAt(event);
          if (id === null) event.preventDefault();
          else props.onMenuFor(id);
        }}
        proOptions={{ hideAttribution: true }}
      >
        {far === null ? <NearMap /> : <FarCanvas scene={far} />}
        <Zoom />
      </ReactFlow>
      <TopologyKeys {...props} cursor={cursor} onCursor={setCursor} treeRef={treeRef} />
    </>
  );
}

export const TopologyCanvas = (props: TopologyCanvasProps): ReactNode => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
);
