/** What a thing depends on and what depends on it, along the lines that are drawn. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TopologyEdge } from './topology-graph.ts';

export type Impact = {
  readonly of: EntityId;
  readonly upstream: ReadonlySet<EntityId>;
  readonly downstream: ReadonlySet<EntityId>;
};
export type ImpactSide = 'self' | 'upstream' | 'downstream' | 'apart';

export function impactOf(edges: readonly Pick<TopologyEdge, 'from' | 'to'>[], of: EntityId): Impact {
  const after = Map.groupBy(edges, ({ from }) => from);
  const before = Map.groupBy(edges, ({ to }) => to);
  return {
    of,
    upstream: reached(of, (id) => (before.get(id) ?? []).map(({ from }) => from)),
    downstream: reached(of, (id) => (after.get(id) ?? []).map(({ to }) => to)),
  };
}

function reached(of: EntityId, next: (id: EntityId) => readonly EntityId[]): ReadonlySet<EntityId> {
  const seen = new Set<EntityId>();
  const waiting = [...next(of)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === of || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...next(id));
  }
  return seen;
}

export function sideOf(impact: Impact, id: EntityId): ImpactSide {
  if (id === impact.of) return 'self';
  if (impact.upstream.has(id)) return 'upstream';
  return impact.downstream.has(id) ? 'downstream' : 'apart';
}

/** A line belongs to one side where both its ends do. */
export function sideOfLine(impact: Impact, { from, to }: Pick<TopologyEdge, 'from' | 'to'>): ImpactSide {
  const start = sideOf(impact, from);
  const end = sideOf(impact, to);
  if (start === 'upstream' && (end === 'upstream' || end === 'self')) return 'upstream';
  if (end === 'downstream' && (start === 'downstream' || start === 'self')) return 'downstream';
  return 'apart';
}
