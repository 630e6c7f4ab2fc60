import { useMemo } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import { useScope } from '../../app/scope.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useRules } from '../alarms/use-rules.ts';
import { openOverTime } from './alarm-trend.ts';
import type { KpiTrends } from './kpi-strip.tsx';
import { noTrend, powerTrend } from './power-trend.ts';
import { seriesOf, useTrends } from './use-trends.ts';
import type { Trends } from './use-trends.ts';

export type OverviewData = {
  readonly overview: QueryState<Overview>;
  readonly rules: readonly AlarmRule[];
  readonly trends: Trends;
  readonly kpis: KpiTrends;
};

const noRules: readonly AlarmRule[] = [];
const alarmPoints = 96;

type Answers = {
  readonly ids: Overview['trends'] | null;
  readonly runtime: EntityId | null;
  readonly history: QueryAnswer<'history'> | null;
  readonly inlet: QueryAnswer<'inlet-trend'> | null;
  readonly alarms: QueryAnswer<'alarms'> | null;
};

function kpisOf({ ids, runtime, history, inlet, alarms }: Answers): KpiTrends {
  const power = ids === null ? noTrend : powerTrend(history, ids);
  const isCounted = inlet !== null && alarms !== null;
  return {
    power: power.power,
    pue: power.pue,
    runtime: seriesOf(history, runtime)?.mean ?? [],
    meanInlet: inlet?.series.mean ?? [],
    maxInlet: inlet?.series.max ?? [],
    alarms: isCounted
      ? openOverTime(alarms.items, { from: inlet.from, to: inlet.to, points: alarmPoints })
      : [],
  };
}

/** What is in sight of the facility, at a glance. */
export function useOverview(): OverviewData {
  const { asSite, asWithin } = useScope();
  const overview = useQuery('overview', asSite, { every: 2000 });
  const rules = useRules();
  const alarms = useQuery('alarms', { limit: 2000, ...asWithin }, { every: 10_000 }).data;
  const trends = useTrends(overview.data, asWithin);
  const ids = overview.data?.trends ?? null;
  const runtime = overview.data?.resilience.upsRuntime?.sensor ?? null;
  const history = trends.history.data;
  const inlet = trends.inlet.data;
  const kpis = useMemo(
    () => kpisOf({ ids, runtime, history, inlet, alarms }),
    [ids, runtime, history, inlet, alarms],
  );
  return { overview, rules: rules.data?.items ?? noRules, trends, kpis };
}
