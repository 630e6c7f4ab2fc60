/** Which symbol the keyboard comes to next. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { nodeHolding } from '../../canvas/one-line/one-line-graph.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { OneLineLayout } from '../../canvas/one-line/one-line-layout.ts';
import { walk, walkCells } from '../../canvas/one-line/one-line-walk.ts';
import type { Arrow } from '../../canvas/one-line/one-line-walk.ts';
import { cellsPerLine } from './one-line-sizes.ts';

type Ground = { readonly graph: OneLineGraph; readonly layout: OneLineLayout };

function fromBattery(graph: OneLineGraph, at: string, arrow: Arrow): string | null {
  for (const node of graph.nodes.values()) {
    if (node.type !== 'unit') continue;
    const place = node.batteries.findIndex(({ id }) => id === at);
    if (place === -1) continue;
    if (arrow === 'ArrowRight') return node.id;
    const step = arrow === 'ArrowUp' ? -1 : arrow === 'ArrowDown' ? 1 : 0;
    return step === 0 ? null : (node.batteries[place + step]?.id ?? null);
  }
  return null;
}

function fromMember(graph: OneLineGraph, at: EntityId, arrow: Arrow): string | null {
  const holder = nodeHolding(graph, at);
  if (holder?.type !== 'group') return fromBattery(graph, at, arrow);
  const count = holder.members.length;
  const next = walkCells(arrow, holder.members.indexOf(at), { count, perLine: cellsPerLine(count) });
  if (next !== null) return holder.members[next] ?? null;
  return arrow === 'ArrowUp' ? holder.id : null;
}

/** A battery hangs at the left of its UPS; members stand in their open group; the rest are nodes. */
export function nextSpot(ground: Ground, at: string, arrow: Arrow): string | null {
  const { graph } = ground;
  const own = graph.nodes.get(at);
  if (own === undefined) return fromMember(graph, at as EntityId, arrow);
  if (own.type === 'group' && own.isOpen && arrow === 'ArrowDown') return own.members[0] ?? null;
  const battery = own.type === 'unit' && arrow === 'ArrowLeft' ? own.batteries[0] : undefined;
  return battery?.id ?? walk(ground, at, arrow);
}

/** Where something that is in the diagram is drawn: itself, or the folded group around it. */
export function spotFor(graph: OneLineGraph, id: EntityId | null): string | null {
  if (id === null) return null;
  const holder = nodeHolding(graph, id);
  if (holder === null) return null;
  return holder.type === 'group' && !holder.isOpen ? holder.id : id;
}
