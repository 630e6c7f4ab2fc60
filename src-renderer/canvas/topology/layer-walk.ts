/** Arrow keys on a layered drawing: left and right along the lines, up and down within a column. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Layered } from './layered.ts';
import type { TopologyEdge, TopologyNode } from './topology-graph.ts';
import type { TreeStep } from './tree-walk.ts';

export type LayerWalk = {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly laid: Layered;
};

const stay: TreeStep = { kind: 'stay' };
const go = (id: string | undefined): TreeStep =>
  id === undefined ? stay : { kind: 'go', to: id as EntityId };

/** The neighbour whose height is nearest; of two as near the upper one. */
function along({ edges, laid }: LayerWalk, cursor: EntityId, way: 'before' | 'after'): TreeStep {
  const beside = edges.flatMap(({ from, to }) => {
    if (way === 'after') return from === cursor ? [to] : [];
    return to === cursor ? [from] : [];
  });
  const own = laid.places.get(cursor)?.y ?? 0;
  const far = (id: string): number => Math.abs((laid.places.get(id)?.y ?? 0) - own);
  return go(beside.toSorted((one, other) => far(one) - far(other))[0]);
}

function within({ laid }: LayerWalk, cursor: EntityId, by: 1 | -1): TreeStep {
  const column = laid.order[laid.columns.get(cursor) ?? -1] ?? [];
  return go(column[column.indexOf(cursor) + by]);
}

export function layerStep(walk: LayerWalk, cursor: EntityId | null, key: string): TreeStep {
  const node = walk.nodes.find(({ entity }) => entity.id === cursor);
  if (cursor === null || node === undefined) return go(walk.laid.order.flat()[0]);
  switch (key) {
    case 'ArrowRight':
      return along(walk, cursor, 'after');
    case 'ArrowLeft':
      return along(walk, cursor, 'before');
    case 'ArrowDown':
      return within(walk, cursor, 1);
    case 'ArrowUp':
      return within(walk, cursor, -1);
    case 'Home':
      return go(walk.laid.order[0]?.[0]);
    case 'End':
      return go(walk.laid.order.at(-1)?.at(-1));
    case ' ':
      return node.contents === null ? stay : { kind: node.isExpanded ? 'collapse' : 'expand', id: cursor };
    default:
      return stay;
  }
}

export const isLayerKey = (key: string): boolean =>
  ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', ' '].includes(key);
