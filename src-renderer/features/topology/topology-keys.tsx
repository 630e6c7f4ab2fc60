/** The keyboard's way through the topology. Lies over the canvas, lets the pointer through, and says the node it is on. */
import { useId } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { isLayerKey, layerStep } from '../../canvas/topology/layer-walk.ts';
import type { TopologyNode } from '../../canvas/topology/topology-graph.ts';
import { isTreeKey, treeStep, type TreeStep } from '../../canvas/topology/tree-walk.ts';
import { text, useText } from '../../text/text.ts';
import type { TopologyCanvasProps } from './canvas-props.ts';

function wordsOf(node: TopologyNode, mark: RackMark | null, side: string): string {
  const { kinds, severities, topology } = text();
  const folded =
    node.contents === null
      ? []
      : [node.isExpanded ? topology.canvas.unfolded : topology.canvas.folded, node.contents];
  const alarm = mark === null ? [] : [topology.canvas.alarm(severities[mark.severity], mark.acknowledged)];
  return [`${kinds[node.entity.kind]} ${node.entity.name}`, side, ...folded, ...alarm]
    .filter((part) => part !== '')
    .join(', ');
}

/** A step of the keyboard while nodes are arranged. */
const nudge = 16;
const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-nudge, 0],
  ArrowRight: [nudge, 0],
  ArrowUp: [0, -nudge],
  ArrowDown: [0, nudge],
};

type TopologyKeysProps = TopologyCanvasProps & {
  readonly cursor: EntityId | null;
  readonly onCursor: (id: EntityId) => void;
  readonly treeRef: RefObject<HTMLDivElement | null>;
};

function stepOf({ nodes, edges, laid, cursor, selected }: TopologyKeysProps, key: string): TreeStep | null {
  const at = cursor ?? selected;
  if (laid === null) return isTreeKey(key) ? treeStep(nodes, at, key) : null;
  return isLayerKey(key) ? layerStep({ nodes, edges, laid }, at, key) : null;
}

function useKeys(props: TopologyKeysProps): (event: KeyboardEvent) => void {
  const { cursor, onCursor, onToggle, onSelect, places, isArranging, onMove } = props;
  const take = (step: TreeStep): void => {
    if (step.kind === 'go') onCursor(step.to);
    if (step.kind === 'expand') onToggle(step.id, true);
    if (step.kind === 'collapse') onToggle(step.id, false);
  };
  const moves = (event: KeyboardEvent): boolean => {
    const by = nudges[event.key];
    const place = cursor === null ? undefined : places.get(cursor);
    if (!isArranging || !event.shiftKey || by === undefined || cursor === null || place === undefined)
      return false;
    onMove(cursor, { x: place.x + by[0], y: place.y + by[1] });
    return true;
  };
  const walks = (event: KeyboardEvent): boolean => {
    const step = stepOf(props, event.key);
    if (step !== null) take(step);
    else if (event.key === 'Enter' && cursor !== null) onSelect(cursor);
    else if (event.key === 'Escape') onSelect(null);
    else return false;
    return true;
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!moves(event) && !walks(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

export function TopologyKeys(props: TopologyKeysProps): ReactNode {
  const { nodes, marks, selected, cursor, onMenuFor, laid, layer, impact, isArranging } = props;
  const { topology } = useText();
  const id = useId();
  const onKeyDown = useKeys(props);
  const at = nodes.findIndex((node) => node.entity.id === (cursor ?? selected));
  const index = Math.max(0, at);
  const node = nodes[index];
  const label =
    laid === null
      ? topology.canvas.tree(nodes.length)
      : topology.canvas.layer(topology.layers[layer], nodes.length);
  const side = node === undefined || impact === null ? null : props.sideOf(node.entity.id);
  const sideWords = side === 'upstream' || side === 'downstream' ? topology.canvas[side] : '';
  return (
    <div
      ref={props.treeRef}
      role="tree"
      aria-label={`${label}${isArranging ? topology.canvas.arranging : ''}`}
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
          aria-level={(laid?.columns.get(node.entity.id) ?? node.depth) + 1}
          {...(node.contents === null ? {} : { 'aria-expanded': node.isExpanded })}
          className="sr-only"
        >
          {wordsOf(node, marks.get(node.entity.id) ?? null, sideWords)}
        </div>
      )}
    </div>
  );
}
