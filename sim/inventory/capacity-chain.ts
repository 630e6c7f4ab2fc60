import type { Entity, EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { InventoryView } from './inventory.ts';

/** A rack's PDUs of one feed, a floor PDU or a UPS: what must bear all that hangs on it when the other feed is lost. */
export type ChainNode = {
  readonly id: EntityId;
  /** kW. */
  readonly limit: number;
  /** The next node towards the grid, by the feeder that it prefers. */
  readonly up: number | null;
  /** kW at rating that may come to hang on it. */
  demand: number;
};

export type Chain = {
  readonly nodes: ChainNode[];
  /** All nodes that what hangs on these feeders may load, by whatever way. */
  readonly above: (feeders: readonly EntityId[]) => readonly number[];
  /** The nearest node over these feeders, by the way that is preferred. */
  readonly nearest: (feeders: readonly EntityId[]) => number | null;
};

/** Looks entities up. */
export type Ground = Pick<InventoryView, 'get'>;

type Rated = EntityOf<'ups'> | EntityOf<'panel'>;
const isRated = (entity: Entity): entity is Rated => entity.kind === 'ups' || entity.kind === 'panel';

/**
 * Panels and UPSes with their limits. Transformers, switches and gensets are looked through: they carry cooling and
 * losses besides, and are judged by `what-if`.
 */
export function createChain(inventory: Ground, rated: readonly Rated[]): Chain {
  const nodes: ChainNode[] = [];
  const at = new Map<EntityId, number>();
  const nearest = (feeders: readonly EntityId[]): number | null =>
    nearestRated(inventory, feeders, (unit) => nodeOf(unit));
  const nodeOf = (unit: Rated): number => {
    const known = at.get(unit.id);
    if (known !== undefined) return known;
    const number = nodes.length;
    at.set(unit.id, number);
    nodes.push({ id: unit.id, limit: unit.spec.ratedPower, up: null, demand: 0 });
    return number;
  };
  for (const unit of rated) nodeOf(unit);
  for (const [number, node] of nodes.entries()) {
    const up = nearest(inventory.get(node.id)?.links.fedBy ?? []);
    // A ring of feeders feeds nothing; it is cut where it closes.
    nodes[number] = { ...node, up: up !== null && up !== number && !leadsTo(nodes, up, number) ? up : null };
  }
  const known = new Map<string, readonly number[]>();
  return {
    nodes,
    nearest,
    above: (feeders) => {
      const key = feeders.join(' ');
      const found = known.get(key) ?? ratedAbove(inventory, feeders, at);
      known.set(key, found);
      return found;
    },
  };
}

function leadsTo(nodes: readonly ChainNode[], from: number, goal: number): boolean {
  for (let at: number | null = from; at !== null; at = nodes[at]?.up ?? null) if (at === goal) return true;
  return false;
}

function nearestRated(
  inventory: Ground,
  feeders: readonly EntityId[],
  nodeOf: (unit: Rated) => number,
): number | null {
  const seen = new Set<EntityId>();
  for (let id = feeders[0]; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const entity = inventory.get(id);
    if (entity === undefined) return null;
    if (isRated(entity)) return nodeOf(entity);
    id = entity.links.fedBy?.[0];
  }
  return null;
}

function ratedAbove(
  inventory: Ground,
  feeders: readonly EntityId[],
  at: ReadonlyMap<EntityId, number>,
): readonly number[] {
  const seen = new Set<EntityId>();
  const waiting = [...feeders];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(inventory.get(id)?.links.fedBy ?? []));
  }
  return [...seen].flatMap((id) => at.get(id) ?? []);
}

export const headroom = ({ limit, demand }: ChainNode): number => limit - demand;
