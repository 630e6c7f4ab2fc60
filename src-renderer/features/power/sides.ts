/** A left, B right, cooling between them: by the rack PDUs that hang below. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { NodeId } from '../../canvas/one-line/site-chain.ts';

export function sidesOf(graph: OneLineGraph): ReadonlyMap<NodeId, number> {
  const feeds = new Map<EntityId, number>();
  for (const pdus of graph.racks.values())
    for (const { id, spec } of pdus) feeds.set(id, spec.feed === 'A' ? -1 : 1);
  const sums = new Map<NodeId, { sum: number; count: number }>();
  for (const node of [...graph.nodes.values()].toReversed()) {
    const own = sums.get(node.id) ?? { sum: 0, count: 0 };
    if (node.type === 'group' && node.what === 'pdu')
      for (const id of node.members) {
        own.sum += feeds.get(id) ?? 0;
        own.count += 1;
      }
    sums.set(node.id, own);
    const [parent] = node.feeders;
    if (parent === undefined) continue;
    const above = sums.get(parent) ?? { sum: 0, count: 0 };
    sums.set(parent, { sum: above.sum + own.sum, count: above.count + own.count });
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, count === 0 ? 0 : sum / count]));
}
