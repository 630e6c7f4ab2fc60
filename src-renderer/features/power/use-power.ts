/** What the power screen looks at: a site, its diagram and its live words. */
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { energised } from '../../canvas/one-line/energised.ts';
import type { Energised } from '../../canvas/one-line/energised.ts';
import { graphOf } from '../../canvas/one-line/one-line-graph.ts';
import { finished, readChain, siteOf } from '../../canvas/one-line/site-chain.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { createPowerHub } from './power-hub.ts';
import type { PowerSource } from './power-hub.ts';
import { usePower } from './power-state.ts';
import { useChain } from './use-chain.ts';
import type { ReadChain } from './use-chain.ts';
import { useFed, useWords } from './use-power-hub.ts';

export type PowerScene = {
  readonly inventory: Inventory;
  readonly sites: readonly EntityOf<'site'>[];
  readonly site: EntityOf<'site'> | null;
  readonly graph: OneLineGraph;
  /** The same with every group folded: does not change with what is shown. */
  readonly whole: OneLineGraph;
  readonly source: PowerSource;
  readonly flow: Energised;
  /** A large chain is not known yet. */
  readonly isReading: boolean;
};

const noSite = '' as EntityId;

/** The site that is asked for, else that of what is selected, else the first. */
function chosenSite(
  inventory: Inventory,
  sites: readonly EntityOf<'site'>[],
  wanted: { readonly asked: string | null; readonly selected: EntityId | null },
) {
  const around = wanted.selected === null ? null : siteOf(inventory.entities, wanted.selected);
  return (
    sites.find(({ id }) => id === wanted.asked) ?? sites.find(({ id }) => id === around) ?? sites[0] ?? null
  );
}

const foldedAlways: ReadonlySet<string> = new Set();
const emptyInventory: Inventory = { entities: new Map(), children: new Map() };
const readNothing = (): ReadChain => ({
  inventory: emptyInventory,
  chain: finished(readChain(emptyInventory, noSite)),
  hub: createPowerHub(emptyInventory, []),
});

export function usePowerScene(selected: EntityId | null): PowerScene {
  const inventory = useInventory();
  const [search] = useSearchParams();
  const asked = search.get('site');
  const open = usePower((state) => state.open);
  const sites = useMemo(
    () =>
      [...inventory.entities.values()].filter((entity): entity is EntityOf<'site'> => entity.kind === 'site'),
    [inventory],
  );
  const site = chosenSite(inventory, sites, { asked, selected });
  const siteId = site?.id ?? noSite;
  const [nothingRead] = useState(readNothing);
  const read = useChain(inventory, siteId) ?? nothingRead;
  const isReading = read === nothingRead;
  const whole = useMemo(() => graphOf(read.inventory, read.chain, foldedAlways), [read]);
  const graph = useMemo(() => graphOf(read.inventory, read.chain, open), [read, open]);
  const source = useFed(read.hub);
  const words = useWords(source);
  // `words` says that the words are others now; the source is the same one.
  const flow = useMemo(() => ({ ...energised(graph, source.wordOf), words }), [graph, source, words]);
  return { inventory: read.inventory, sites, site, graph, whole, source, flow, isReading };
}
