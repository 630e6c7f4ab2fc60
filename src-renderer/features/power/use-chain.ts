/** A site's power chain, read between other work where the lab is large: nothing on the page waits for it. */
import { useEffect, useMemo, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { inTurns } from '../../canvas/in-turns.ts';
import { finished, readChain } from '../../canvas/one-line/site-chain.ts';
import type { Inventory, Pieces, SiteChain } from '../../canvas/one-line/site-chain.ts';
import { hubOver, readLanes } from './power-hub.ts';
import type { PowerHub } from './power-hub.ts';

export type ReadChain = {
  readonly inventory: Inventory;
  readonly chain: SiteChain;
  readonly hub: PowerHub;
};

/** Up to this many things are read at once: it takes less than a frame. */
const atOnce = 3000;
/** Everything whose words and loads are shown, in an order that folding does not change. */
function* shownIds({ units, batteries, feedersOf }: SiteChain): Iterable<EntityId> {
  for (const { id } of units) {
    yield id;
    for (const battery of batteries.get(id) ?? []) yield battery.id;
  }
  yield* feedersOf.keys();
}

function* read(inventory: Inventory, site: EntityId): Pieces<ReadChain> {
  const chain = yield* readChain(inventory, site);
  const lanes = yield* readLanes(inventory, shownIds(chain));
  yield;
  return { inventory, chain, hub: hubOver(inventory, lanes) };
}

/** Null until it is read first; then the last one, until a change is read. */
export function useChain(inventory: Inventory, site: EntityId): ReadChain | null {
  const small = useMemo(
    () => (inventory.entities.size <= atOnce ? finished(read(inventory, site)) : null),
    [inventory, site],
  );
  const [large, setLarge] = useState<ReadChain | null>(null);
  const isSmall = small !== null;
  useEffect(
    () => (isSmall ? undefined : inTurns(read(inventory, site), setLarge)),
    [inventory, site, isSmall],
  );
  if (small !== null) return small;
  return large?.chain.site === site ? large : null;
}
