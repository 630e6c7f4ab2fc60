/** Where an arrow key leads in the diagram: up to what feeds a thing, down to what it feeds, aside along its layer. Pure. */
import type { OneLineGraph } from './one-line-graph.ts';
import type { NodeId } from './site-chain.ts';
import type { Box } from './one-line-box.ts';
import type { OneLineLayout } from './one-line-layout.ts';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
export const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

type Ground = { readonly graph: OneLineGraph; readonly layout: OneLineLayout };

/** Of these, the one that stands nearest below or above. */
function nearest({ layout }: Ground, ids: readonly NodeId[], from: Box): NodeId | null {
  const boxes = ids.flatMap((id) => layout.boxes.get(id) ?? []);
  const [first] = boxes.toSorted((one, other) => Math.abs(one.x - from.x) - Math.abs(other.x - from.x));
  return first?.id ?? null;
}

function aside({ layout }: Ground, from: Box, step: 1 | -1): NodeId | null {
  const layer = [...layout.boxes.values()]
    .filter(({ y }) => y === from.y)
    .toSorted((one, other) => one.x - other.x);
  return layer[layer.findIndex(({ id }) => id === from.id) + step]?.id ?? null;
}

/** Null where the way ends. */
export function walk(ground: Ground, at: NodeId, arrow: Arrow): NodeId | null {
  const from = ground.layout.boxes.get(at);
  if (from === undefined) return null;
  switch (arrow) {
    case 'ArrowUp':
      return ground.graph.nodes.get(at)?.feeders[0] ?? null;
    case 'ArrowDown':
      return nearest(ground, ground.graph.children.get(at) ?? [], from);
    case 'ArrowLeft':
      return aside(ground, from, -1);
    case 'ArrowRight':
      return aside(ground, from, 1);
    default:
      return arrow satisfies never;
  }
}

/** Inside an open group: its members stand in lines. Null where the way leads out of it. */
export function walkCells(
  arrow: Arrow,
  at: number,
  { count, perLine }: { readonly count: number; readonly perLine: number },
): number | null {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perLine, ArrowDown: perLine } as const;
  const next = at + steps[arrow];
  return next < 0 || next >= count ? null : next;
}
