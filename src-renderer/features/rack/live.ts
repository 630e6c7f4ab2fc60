/** Readings of a rack past React; on /states they come from samples. */
import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import { type Reading, type WatchReading, watchReading } from '../../data/readings.ts';
import { isStale, paceNow } from '../../ui/live-value.tsx';
import type { Inventory } from '../floor/rack-sensors.ts';
import { sensorFor } from '../floor/rack-sensors.ts';
import { feeds, type FeedState, type FeedStates } from './condition.ts';

export const WatchContext = createContext<WatchReading>(watchReading);

export type Readings = ReadonlyMap<EntityId, Reading>;

/** Hears of several sensors at once; `draw` writes to the page by itself. */
export function useReadings(sensors: readonly (EntityId | null)[], draw: (readings: Readings) => void): void {
  const watch = useContext(WatchContext);
  const onReading = useEffectEvent(draw);
  const wanted = sensors.filter((id) => id !== null).join(',');
  useEffect(() => {
    const readings = new Map<EntityId, Reading>();
    const ids = wanted === '' ? [] : (wanted.split(',') as EntityId[]);
    const quits = ids.map((id) =>
      watch(id, (reading) => {
        readings.set(id, reading);
        onReading(readings);
      }),
    );
    return () => {
      for (const quit of quits) quit();
    };
  }, [watch, wanted]);
}

export const valueIn = (readings: Readings, id: EntityId | null): number | null =>
  id === null ? null : (readings.get(id)?.value ?? null);

/** Whether any of them no longer looks live. */
export function isOldIn(readings: Readings, ids: readonly (EntityId | null)[]): boolean {
  const pace = paceNow();
  return ids.some((id) => {
    const reading = id === null ? undefined : readings.get(id);
    return reading !== undefined && reading.value !== null && isStale(reading, pace, null);
  });
}

type Said = { readonly feed: 'A' | 'B'; readonly word: string | null };

/** A feed is live while one of its PDUs is; unknown where no PDU of it has said how it is. */
export function feedStates(pdus: readonly EntityOf<'pdu'>[], said: readonly Said[]): FeedStates {
  const stateOf = (feed: 'A' | 'B'): FeedState => {
    if (!pdus.some(({ spec }) => spec.feed === feed)) return 'none';
    const words = said.filter((one) => one.feed === feed).map(({ word }) => word);
    if (words.includes('energised')) return 'live';
    return words.length === 0 || words.includes(null) ? 'unknown' : 'dead';
  };
  return { A: stateOf('A'), B: stateOf('B') };
}

/** Renders when a feed dies or comes back, and not for readings that say the same. */
export function useFeedStates(inventory: Inventory, pdus: readonly EntityOf<'pdu'>[]): FeedStates {
  const sensors = pdus.map((pdu) => ({
    feed: pdu.spec.feed,
    id: sensorFor(inventory, pdu.id, 'state')?.id ?? null,
  }));
  const [states, setStates] = useState(() => feedStates(pdus, []));
  useReadings(
    sensors.map(({ id }) => id),
    (readings) => {
      const said = sensors.map(({ feed, id }): Said => {
        const value = valueIn(readings, id);
        return { feed, word: value === null ? null : wordOf('pdu', 'state', value) };
      });
      const next = feedStates(pdus, said);
      setStates((last) => (feeds.every((feed) => last[feed] === next[feed]) ? last : next));
    },
  );
  return states;
}
