import { useEffect, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { labTimeNow } from '../../data/lab-clock.ts';
import { useWorld } from '../../data/world.ts';

const dayMillis = 86_400_000;
const leastMillis = 60_000;
const mostPoints = 288;
/** No finer than readings come, else a point would stand for the few sensors that spoke in it. */
const pointMillis = 150_000;
const renewMillis = 3000;

/** The end of the trends' window: lab time, renewed now and then so that a query is not made anew by each tick. */
function useLabMoment(): number | null {
  const [moment, setMoment] = useState<number | null>(null);
  const isReady = useWorld((state) => state.phase === 'ready');
  const story = useWorld((state) => state.story);
  useEffect(() => {
    if (!isReady || story === 0) return undefined;
    const read = () => {
      const { status, statusAt } = useWorld.getState();
      if (status !== null) setMoment(Math.round(labTimeNow({ status, statusAt, now: performance.now() })));
    };
    const first = setTimeout(read, 0);
    const timer = setInterval(read, renewMillis);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isReady, story]);
  return moment;
}

/** The last day, or the lab's whole life where that is shorter. */
export function trendWindow(epoch: number, to: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(to - leastMillis, Math.max(epoch, to - dayMillis)), to };
}

type Span = { readonly from: number; readonly to: number; readonly points: number };

export function trendSpan(epoch: number, now: number): Span {
  const { from, to } = trendWindow(epoch, now);
  return { from, to, points: Math.min(mostPoints, Math.max(12, Math.round((to - from) / pointMillis))) };
}

export type Trends = {
  readonly history: QueryState<QueryAnswer<'history'>>;
  readonly inlet: QueryState<QueryAnswer<'inlet-trend'>>;
};

/** The last 24 hours of lab time, of what is in sight. */
export function useTrends(overview: Overview | null, within: { readonly within?: EntityId }): Trends {
  const to = useLabMoment();
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const sensors = overview === null ? [] : trendSensors(overview);
  const span = to === null ? null : trendSpan(epoch, to);
  const history = useQuery('history', span === null || sensors.length === 0 ? null : { sensors, ...span });
  const inlet = useQuery('inlet-trend', span === null ? null : { ...span, ...within });
  return { history, inlet };
}

/** The meters of one site, or the two of each of several, and the UPS that would last the shortest. */
function trendSensors({ trends, resilience }: Overview): readonly EntityId[] {
  const { totalPower, pue, meters } = trends;
  const ids =
    meters.length > 1 ? meters.flatMap(({ total, equipment }) => [total, equipment]) : [totalPower, pue];
  return [...ids, resilience.upsRuntime?.sensor ?? null].filter((id) => id !== null);
}

export const seriesOf = (answer: QueryAnswer<'history'> | null, sensor: string | null): Series | null =>
  answer?.series.find((series) => series.sensor === sensor) ?? null;
