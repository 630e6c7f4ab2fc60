/** The drawing from afar, made of the same nodes and lines as the one from near. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FarLine, FarScene, Tone } from '../../canvas/topology/far-drawing.ts';
import { type Impact, sideOfLine } from '../../canvas/topology/impact.ts';
import type { TopologyEdge } from '../../canvas/topology/topology-graph.ts';
import { nodeSize, type ThingFlowNode } from './thing-node.tsx';

function toneOf({ side, isSelected }: ThingFlowNode['data']): Tone {
  if (isSelected || side === 'self') return 'self';
  if (side === 'apart') return 'apart';
  return side === null ? 'plain' : 'followed';
}

type Followed = { readonly focus: EntityId | null; readonly impact: Impact | null };

function lineTone(edge: TopologyEdge, { focus, impact }: Followed): FarLine['tone'] {
  if (impact !== null) return sideOfLine(impact, edge) === 'apart' ? 'apart' : 'followed';
  if (focus === null || edge.kind === 'inside') return 'plain';
  return edge.from === focus || edge.to === focus ? 'followed' : 'plain';
}

export function farScene(
  elements: readonly ThingFlowNode[],
  lines: readonly TopologyEdge[],
  followed: Followed,
): FarScene {
  const places = new Map<string, ThingFlowNode['position']>(
    elements.map(({ id, position }) => [id, position]),
  );
  return {
    size: nodeSize,
    nodes: elements.map(({ id, position, data }) => ({
      id,
      ...position,
      name: data.entity.name,
      tone: toneOf(data),
      mark: data.mark?.severity ?? null,
      isCursor: data.isCursor,
    })),
    lines: lines.flatMap((edge): FarLine[] => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      return from === undefined || to === undefined ? [] : [{ from, to, tone: lineTone(edge, followed) }];
    }),
  };
}
