/** The hub of a site's power chain, fed while something shows it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../canvas/one-line/one-line-graph.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { useWorld } from '../../data/world.ts';
import { paceNow } from '../../ui/live-value.tsx';
import { createPowerHub } from './power-hub.ts';
import type { PowerHub, PowerSource } from './power-hub.ts';

/** The host takes 50,000 sensors a view. */
const perView = 40_000;

function feed(hub: PowerHub): () => void {
  const quits: (() => void)[] = [];
  for (let first = 0; first < hub.sensors.length; first += perView)
    quits.push(
      subscribeLanes(hub.sensors.slice(first, first + perView), (frame) => hub.put(frame, first, paceNow())),
    );
  quits.push(
    useWorld.subscribe((state, before) => {
      if (state.phase === 'lost' && before.phase !== 'lost') hub.lose();
    }),
  );
  return () => {
    for (const quit of quits) quit();
  };
}

export function usePowerHub(inventory: Inventory, ids: readonly EntityId[]): PowerSource {
  const hub = useMemo(() => createPowerHub(inventory, ids), [inventory, ids]);
  useEffect(() => feed(hub), [hub]);
  return hub;
}

/** Renders with a word that changes, not with a reading. */
export const useWords = (source: PowerSource): number =>
  useSyncExternalStore(source.listenWords, source.words);
