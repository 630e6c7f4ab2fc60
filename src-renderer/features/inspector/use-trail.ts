/** A sensor's trail, kept up to date while something shows it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { query } from '../../data/client.ts';
import { watchReading } from '../../data/readings.ts';
import { useWorld } from '../../data/world.ts';
import { type Measured, wordOfStretch, wordsFor } from '../../ui/value-words.ts';
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

/** A sensor, and what it measures on what. */
export type TrailSensor = { readonly id: EntityId; readonly kind: Kind | null; readonly metric: Metric };

type TrailOf = {
  readonly sensor: EntityId | null;
  readonly measured: Measured | null;
  readonly hours: number;
  /** The load of the page's tables. */ readonly story: number;
};

type Series = { readonly mean: Values; readonly min: Values; readonly max: Values };
type Values = readonly (number | null)[];

/** The mean of two words would be a third that nobody said. */
const drawn = (measured: Measured | null, { mean, min, max }: Series): Values =>
  measured === null || wordsFor(measured) === null
    ? mean
    : min.map((least, index) => wordOfStretch(measured, least, max[index] ?? null));

function createTrailHub({ sensor, measured, hours }: TrailOf): TrailHub {
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
        : { trail: { at: series.at, values: drawn(measured, series) }, phase: 'ready' };
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

export function useTrail(sensor: TrailSensor | null, hours: number): TrailState {
  const story = useWorld((state) => state.story);
  const [id, kind, metric] = [sensor?.id ?? null, sensor?.kind ?? null, sensor?.metric ?? null];
  // Another lab or another branch has another past.
  const hub = useMemo(
    () => createTrailHub({ sensor: id, measured: metric === null ? null : { kind, metric }, hours, story }),
    [id, kind, metric, hours, story],
  );
  useEffect(() => hub.start(), [hub]);
  return useSyncExternalStore(hub.subscribe, hub.snapshot);
}
