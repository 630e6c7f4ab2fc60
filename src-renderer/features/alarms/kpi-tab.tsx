import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { kpiRanges } from './kpi-range.ts';
import type { KpiRange } from './kpi-range.ts';
import { KpiView } from './kpi-view.tsx';
import { useLabMoment } from './use-lab-moment.ts';
import { useRules } from './use-rules.ts';

const renewMillis = 10_000;
const mostDrawn = 5000;

export function KpiTab(): ReactNode {
  const [range, setRange] = useState<KpiRange>('day');
  const now = useLabMoment(renewMillis);
  const { asWithin } = useScope();
  const select = useSelection((state) => state.select);
  const span = now === null ? null : { from: now - kpiRanges[range].millis, to: now };
  const kpis = useQuery('alarm-kpis', span);
  const alarms = useQuery('alarms', now === null ? null : { limit: mostDrawn, ...asWithin }, {
    every: renewMillis,
  });
  const { say } = useText().told;
  const rules = useRules().data?.items ?? [];
  return (
    <KpiView
      kpis={kpis}
      alarms={alarms.data?.items ?? []}
      range={range}
      onRange={setRange}
      ruleTitle={(id) => say(rules.find((rule) => rule.id === id)?.title ?? id)}
      nameOf={nameOfEntity}
      onSelect={(id: EntityId) => select(id)}
    />
  );
}
