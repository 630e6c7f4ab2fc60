/** What the power screen looks at: a site, its diagram and its live words. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { energised } from '../../canvas/one-line/energised.ts';
import type { Energised } from '../../canvas/one-line/energised.ts';
import { oneLineGraph, siteOf } from '../../canvas/one-line/one-line-graph.ts';
import type { Inventory, OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import { useInventory } from '../floor/use-inventory.ts';
import type { PowerSource } from './power-hub.ts';
import { usePower } from './power-state.ts';
import { usePowerHub, useWords } from './use-power-hub.ts';

export type PowerScene = {
  readonly inventory: Inventory;
  readonly sites: readonly EntityOf<'site'>[];
  readonly site: EntityOf<'site'> | null;
  readonly graph: OneLineGraph;
  /** The same with every group folded: does not change with what is shown. */
  readonly whole: OneLineGraph;
  readonly source: PowerSource;
  readonly flow: Energised;
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

/** Everything whose words and loads are shown, in an order that folding does not change. */
function shownIds(graph: OneLineGraph): readonly EntityId[] {
  const units = [...graph.nodes.values()].flatMap((node) =>
    node.type === 'unit' ? [node.entity.id, ...node.batteries.map(({ id }) => id)] : [],
  );
  return [...units, ...graph.feedersOf.keys()];
}

const foldedAlways: ReadonlySet<string> = new Set();

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
  const whole = useMemo(
    () => oneLineGraph(inventory, { site: siteId, open: foldedAlways }),
    [inventory, siteId],
  );
  const ids = useMemo(() => shownIds(whole), [whole]);
  const graph = useMemo(() => oneLineGraph(inventory, { site: siteId, open }), [inventory, siteId, open]);
  const source = usePowerHub(inventory, ids);
  const words = useWords(source);
  // `words` says that the words are others now; the source is the same one.
  const flow = useMemo(() => ({ ...energised(graph, source.wordOf), words }), [graph, source, words]);
  return { inventory, sites, site, graph, whole, source, flow };
}
