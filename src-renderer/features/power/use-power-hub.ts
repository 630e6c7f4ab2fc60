/** The hub of a site's power chain, fed while something shows it. */
import { useEffect, useSyncExternalStore } from 'react';
import { subscribeLanes } from '../../data/lanes.ts';
import { useWorld } from '../../data/world.ts';
import { paceNow } from '../../ui/live-value.tsx';
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

/** Fed as long as it is shown. */
export function useFed(hub: PowerHub): PowerSource {
  useEffect(() => feed(hub), [hub]);
  return hub;
}

/** Renders with a word that changes, not with a reading. */
export const useWords = (source: PowerSource): number =>
  useSyncExternalStore(source.listenWords, source.words);
