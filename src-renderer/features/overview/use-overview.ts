import { useMemo } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useRules } from '../alarms/use-rules.ts';
import { openOverTime } from './alarm-trend.ts';
import type { KpiTrends } from './kpi-strip.tsx';
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
  readonly history: QueryAnswer<'history'> | null;
  readonly inlet: QueryAnswer<'inlet-trend'> | null;
  readonly alarms: QueryAnswer<'alarms'> | null;
};

const meanOf = (history: Answers['history'], sensor: string | null | undefined): readonly (number | null)[] =>
  seriesOf(history, sensor ?? null)?.mean ?? [];

function kpisOf({ ids, history, inlet, alarms }: Answers): KpiTrends {
  const isCounted = inlet !== null && alarms !== null;
  return {
    power: meanOf(history, ids?.totalPower),
    pue: meanOf(history, ids?.pue),
    meanInlet: inlet?.series.mean ?? [],
    maxInlet: inlet?.series.max ?? [],
    alarms: isCounted
      ? openOverTime(alarms.items, { from: inlet.from, to: inlet.to, points: alarmPoints })
      : [],
  };
}

/** The facility at a glance. */
export function useOverview(): OverviewData {
  const overview = useQuery('overview', {}, { every: 2000 });
  const rules = useRules();
  const alarms = useQuery('alarms', { limit: 2000 }, { every: 10_000 }).data;
  const trends = useTrends(overview.data);
  const ids = overview.data?.trends ?? null;
  const history = trends.history.data;
  const inlet = trends.inlet.data;
  const kpis = useMemo(() => kpisOf({ ids, history, inlet, alarms }), [ids, history, inlet, alarms]);
  return { overview, rules: rules.data?.items ?? noRules, trends, kpis };
}
