/** From which panels new racks would be fed: only where a breaker is free. Pure. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { childrenOf, type Inventory } from './rack-sensors.ts';

export type Feed = 'A' | 'B';
export type FeedPlan = {
  /** Null: no panel has a free breaker. */
  readonly panel: EntityOf<'panel'> | null;
  /** So many of the racks get one. */
  readonly count: number;
};
export type FeedPlans = Readonly<Record<Feed, FeedPlan>>;

type Asked = { readonly room: EntityId; readonly count: number };

const pdusOf = (inventory: Inventory): readonly EntityOf<'pdu'>[] =>
  [...inventory.entities.values()].filter((entity): entity is EntityOf<'pdu'> => entity.kind === 'pdu');

function freeOn(pdus: readonly EntityOf<'pdu'>[], { id, spec }: EntityOf<'panel'>): number {
  const taken = pdus.filter(({ links }) => links.fedBy?.includes(id)).length;
  return spec.breakers === undefined ? Number.POSITIVE_INFINITY : Math.max(0, spec.breakers - taken);
}

const isPanel = ({ kind }: { readonly kind: string }): boolean => kind === 'panel';

/** The room's own first, then those of the other rooms of its site, which usually hold the other feed. */
function panelsFor(inventory: Inventory, room: EntityId): readonly EntityOf<'panel'>[] {
  const site = inventory.entities.get(room)?.parent ?? null;
  const others = site === null ? [] : childrenOf(inventory, site).filter(({ id }) => id !== room);
  return [room, ...others.map(({ id }) => id)].flatMap((id) =>
    childrenOf(inventory, id).filter((entity): entity is EntityOf<'panel'> => isPanel(entity)),
  );
}

/** What feeds most of the room's racks on a feed, feeds the next one too. */
function byHabit(
  inventory: Inventory,
  room: EntityId,
  feed: Feed,
): (one: EntityOf<'panel'>, other: EntityOf<'panel'>) => number {
  const racks = childrenOf(inventory, room).flatMap(({ id }) => childrenOf(inventory, id));
  const counts = new Map<string, number>();
  for (const pdu of racks.flatMap(({ id }) => childrenOf(inventory, id))) {
    if (pdu.kind !== 'pdu' || pdu.spec.feed !== feed) continue;
    for (const id of pdu.links.fedBy ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return (one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0);
}

/** A and B never hang on one panel: that would look redundant and not be. */
export function feedPlans(inventory: Inventory, { room, count }: Asked): FeedPlans {
  const pdus = pdusOf(inventory);
  const panels = panelsFor(inventory, room);
  const planOf = (feed: Feed, besides: EntityId | null): FeedPlan => {
    const panel = panels
      .filter((one) => one.id !== besides && freeOn(pdus, one) > 0)
      .toSorted(byHabit(inventory, room, feed))[0];
    return panel === undefined
      ? { panel: null, count: 0 }
      : { panel, count: Math.min(count, freeOn(pdus, panel)) };
  };
  const a = planOf('A', null);
  return { A: a, B: planOf('B', a.panel?.id ?? null) };
}
