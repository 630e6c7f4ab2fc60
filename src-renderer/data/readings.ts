/** Single live values: all of a page's share one view, so a hundred numbers cost one subscription. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { qualityCodes } from '../../sim/contract/lane-frame.ts';
import type { LaneFrame } from '../../sim/contract/lane-frame.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';
import { connection } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Dispose } from './emitter.ts';
import { subscribeLanes } from './lanes.ts';
import type { SubscribeLanes } from './lanes.ts';

export type Reading = {
  /** Null where the sensor was never read. */
  readonly value: number | null;
  /** Lab seconds since it was measured. */
  readonly age: number;
  readonly quality: Quality;
  /** False while the line to the host is lost: the value is the last one seen. */
  readonly live: boolean;
};

export type WatchReading = (sensor: EntityId, listener: (reading: Reading) => void) => Dispose;

type Watched = { readonly listeners: Set<(reading: Reading) => void>; last: Reading | null };

const gatherMillis = 30;

function readingAt(frame: LaneFrame, index: number): Reading {
  const value = frame.values[index] ?? Number.NaN;
  const quality = qualityCodes[frame.qualities[index] ?? 0] ?? 'sim';
  return { value: Number.isNaN(value) ? null : value, age: frame.ages[index] ?? 0, quality, live: true };
}

export function createReadings(subscribe: SubscribeLanes, line: Pick<Connection, 'onState'>): WatchReading {
  const watched = new Map<EntityId, Watched>();
  let order: readonly EntityId[] = [];
  let dispose: Dispose | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (sensor: EntityId, reading: Reading) => {
    const entry = watched.get(sensor);
    if (entry === undefined) return;
    entry.last = reading;
    for (const listener of entry.listeners) listener(reading);
  };
  const onFrame = (frame: LaneFrame) => {
    order.forEach((sensor, index) => tell(sensor, readingAt(frame, index)));
  };
  const renew = () => {
    timer = undefined;
    dispose?.();
    order = [...watched.keys()];
    dispose = order.length === 0 ? null : subscribe(order, onFrame);
  };
  const renewSoon = () => {
    timer ??= setTimeout(renew, gatherMillis);
  };
  line.onState((state) => {
    if (state.phase !== 'lost') return;
    for (const [sensor, { last }] of watched) if (last?.live === true) tell(sensor, { ...last, live: false });
  });

  return (sensor, listener) => {
    const entry = watched.get(sensor) ?? { listeners: new Set<(reading: Reading) => void>(), last: null };
    if (!watched.has(sensor)) {
      watched.set(sensor, entry);
      renewSoon();
    }
    entry.listeners.add(listener);
    if (entry.last !== null) listener(entry.last);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size > 0 || watched.get(sensor) !== entry) return;
      watched.delete(sensor);
      renewSoon();
    };
  };
}

export const watchReading = createReadings(subscribeLanes, connection);
