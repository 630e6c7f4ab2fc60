import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { inlet, limitsOf, recommendedInlet } from './limits.ts';
import { seriesOf } from './use-trends.ts';
import type { Trends } from './use-trends.ts';

const chartHeight = 190;
const skeleton = <Skeleton className="m-3 h-[190px]" />;
const noReadings = (
  <EmptyState text="No readings in the last 24 hours of lab time. Let the lab run to see its trend." />
);

/** Which line is which: by its dashes as well as by its colour. */
const Legend = ({ series }: { readonly series: readonly ChartSeries[] }): ReactNode => (
  <ul aria-label="Lines" className="flex gap-3 text-12 text-text-2">
    {series.map(({ label, unit, ink, dash }) => (
      <li key={label} className="flex items-center gap-1.5">
        <svg aria-hidden width="18" height="4">
          <path
            d="M0 2H18"
            stroke={`var(--${ink})`}
            strokeWidth="2"
            {...(dash === true ? { strokeDasharray: '5 3' } : {})}
          />
        </svg>
        {unit === '' ? label : `${label}, ${unit}`}
      </li>
    ))}
  </ul>
);

type PowerProps = { readonly trends: Trends['history']; readonly ids: Overview['trends'] };

export function PowerChart({ trends, ids }: PowerProps): ReactNode {
  const power = seriesOf(trends.data, ids.totalPower);
  const pue = seriesOf(trends.data, ids.pue);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: 'Total power', values: power?.mean ?? [], ink: 'text', unit: 'kW', decimals: 1 },
      {
        label: 'PUE',
        values: pue?.mean ?? [],
        ink: 'accent',
        unit: '',
        decimals: 2,
        side: 'right',
        dash: true,
      },
    ],
    [power, pue],
  );
  return (
    <Panel title="Power and PUE" note="last 24 h" tools={<Legend series={series} />}>
      <Face state={trends} what="The trend of power" skeleton={skeleton}>
        {({ from, to }) =>
          power === null || power.at.length === 0 ? (
            noReadings
          ) : (
            <div className="px-2 pb-1">
              <Chart
                label="Total power and PUE over 24 hours"
                at={power.at}
                series={series}
                from={from}
                to={to}
                height={chartHeight}
              />
            </div>
          )
        }
      </Face>
    </Panel>
  );
}

type InletProps = { readonly trend: Trends['inlet']; readonly rules: readonly AlarmRule[] };

export function InletChart({ trend, rules }: InletProps): ReactNode {
  const data = trend.data?.series ?? null;
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: 'Mean inlet', values: data?.mean ?? [], ink: 'text', unit: '°C', decimals: 1 },
      { label: 'Max inlet', values: data?.max ?? [], ink: 'accent', unit: '°C', decimals: 1, dash: true },
    ],
    [data],
  );
  const limits = useMemo(
    () => limitsOf(rules, inlet).filter(({ value }) => value > recommendedInlet.low),
    [rules],
  );
  return (
    <Panel title="Inlet temperature" note="last 24 h, 18–27 °C shaded" tools={<Legend series={series} />}>
      <Face state={trend} what="The trend of inlet temperature" skeleton={skeleton}>
        {({ from, to }) =>
          data === null || data.at.length === 0 ? (
            noReadings
          ) : (
            <div className="px-2 pb-1">
              <Chart
                label="Mean and maximum inlet temperature over 24 hours"
                at={data.at}
                series={series}
                limits={limits}
                band={recommendedInlet}
                from={from}
                to={to}
                height={chartHeight}
              />
            </div>
          )
        }
      </Face>
    </Panel>
  );
}
