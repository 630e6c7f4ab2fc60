/** A sensor's trail, kept up to date while something shows it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { query } from '../../data/client.ts';
import { watchReading } from '../../data/readings.ts';
import { useWorld } from '../../data/world.ts';
import { labNow } from './lab-now.ts';
import { emptyTrail, type Trail, withReading } from './reading-trail.ts';

const hour = 3_600_000;
const points = 360;
/** Wall milliseconds between two drawings: a chart is read, not watched. */
const restMillis = 1000;

export type TrailState = { readonly trail: Trail; readonly phase: 'loading' | 'ready' | 'error' };

type TrailHub = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => TrailState;
  readonly start: () => () => void;
};

type TrailOf = {
  readonly sensor: EntityId | null;
  readonly hours: number;
  /** The load of the page's tables. */ readonly story: number;
};

function createTrailHub({ sensor, hours }: TrailOf): TrailHub {
  const listeners = new Set<() => void>();
  const window = { span: hours * hour, grain: (hours * hour) / points };
  let state: TrailState = { trail: emptyTrail, phase: 'loading' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (next: TrailState): void => {
    if (next === state) return;
    state = next;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        for (const listener of listeners) listener();
      },
      state.phase === 'loading' ? 0 : restMillis,
    );
  };
  const load = async (id: EntityId, isLive: () => boolean): Promise<void> => {
    const to = labNow();
    const answer = await query('history', { sensors: [id], from: to - window.span, to, points });
    if (!isLive()) return;
    const series = answer.ok ? answer.value.series[0] : undefined;
    state =
      series === undefined
        ? { trail: state.trail, phase: answer.ok ? 'ready' : 'error' }
        : { trail: { at: series.at, values: series.mean }, phase: 'ready' };
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => state,
    start: () => {
      if (sensor === null) return () => undefined;
      let live = true;
      void load(sensor, () => live);
      const quit = watchReading(sensor, ({ value, age, live: isLive }) => {
        if (!isLive || state.phase !== 'ready') return;
        put({ ...state, trail: withReading(state.trail, { at: labNow() - age * 1000, value }, window) });
      });
      return () => {
        live = false;
        clearTimeout(timer);
        timer = undefined;
        quit();
      };
    },
  };
}

export function useTrail(sensor: EntityId | null, hours: number): TrailState {
  const story = useWorld((state) => state.story);
  // Another lab or another branch has another past.
  const hub = useMemo(() => createTrailHub({ sensor, hours, story }), [sensor, hours, story]);
  useEffect(() => hub.start(), [hub]);
  return useSyncExternalStore(hub.subscribe, hub.snapshot);
}
