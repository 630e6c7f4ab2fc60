import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../data/client.ts';
import { lineage } from '../../data/world.ts';
import { useLabMoment } from '../alarms/use-lab-moment.ts';
import { useRules } from '../alarms/use-rules.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { chartMetrics, chartPlan } from './chart-plan.ts';
import { RackCharts } from './rack-charts.tsx';
import type { RackModel } from './rack-model.ts';
import { ranges, useRacks } from './rack-state.ts';

const renewMillis = 10_000;
const chartPoints = 288;

/** Asks by itself, so that its answers do not render the elevations. */
export function LiveCharts({ model }: { readonly model: RackModel }): ReactNode {
  const rules = useRules().data?.items;
  const range = useRacks((state) => state.range);
  const now = useLabMoment(renewMillis);
  const inventory = useInventory();
  const plans = useMemo(() => {
    const path = lineage(inventory.entities, model.rack.id).map(({ id }) => id);
    return chartMetrics.map((metric) => chartPlan(metric, model, { items: rules ?? [], path }));
  }, [inventory, model, rules]);
  const sensors = plans.flatMap(({ lines }) => lines.map(({ sensor }) => sensor.id));
  const from = now === null ? 0 : now - ranges[range] * 3_600_000;
  const history = useQuery(
    'history',
    now === null || sensors.length === 0 ? null : { sensors, from, to: now, points: chartPoints },
  );
  return (
    <RackCharts
      plans={plans}
      history={history}
      rated={model.rack.spec.ratedPower}
      range={range}
      onRange={(next) => useRacks.setState({ range: next })}
    />
  );
}
