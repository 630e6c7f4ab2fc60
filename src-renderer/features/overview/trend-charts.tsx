import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { inlet, limitsOf, recommendedInlet } from './limits.ts';
import { powerTrend } from './power-trend.ts';
import type { Trends } from './use-trends.ts';

const chartHeight = 160;
/** As high as the chart will be, so that nothing moves when it comes. */
const room = 'flex h-[166px] flex-col';
const skeleton = (
  <div className={room}>
    <Skeleton className="m-3 flex-1" />
  </div>
);

const NoReadings = (): ReactNode => (
  <div className={room}>
    <EmptyState text={useText().overview.trends.none} />
  </div>
);

/** Which line is which: by its dashes as well as by its colour. */
const Legend = ({ series }: { readonly series: readonly ChartSeries[] }): ReactNode => (
  <ul aria-label={useText().overview.trends.lines} className="flex gap-3 text-12 text-text-2">
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

type PowerProps = { readonly trends: Trends['history']; readonly meters: Overview['trends'] };

export function PowerChart({ trends, meters }: PowerProps): ReactNode {
  const { trends: words, figures } = useText().overview;
  const trend = useMemo(() => powerTrend(trends.data, meters), [trends.data, meters]);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: figures.power, values: trend.power, ink: 'text', unit: 'kW', decimals: 1 },
      {
        label: figures.pue,
        values: trend.pue,
        ink: 'accent',
        unit: '',
        decimals: 2,
        side: 'right',
        dash: true,
      },
    ],
    [trend, figures],
  );
  return (
    <Panel title={words.power} note={words.lastDay} tools={<Legend series={series} />}>
      <Face state={trends} what={words.powerWhat} skeleton={skeleton}>
        {({ from, to }) =>
          trend.at.length === 0 ? (
            <NoReadings />
          ) : (
            <div className="h-[166px] px-2">
              <Chart
                label={words.powerChart}
                at={trend.at}
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
  const words = useText().overview.trends;
  const data = trend.data?.series ?? null;
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: words.mean, values: data?.mean ?? [], ink: 'text', unit: '°C', decimals: 1 },
      { label: words.max, values: data?.max ?? [], ink: 'accent', unit: '°C', decimals: 1, dash: true },
    ],
    [data, words],
  );
  const limits = useMemo(
    () => limitsOf(rules, inlet).filter(({ value }) => value > recommendedInlet.low),
    [rules],
  );
  return (
    <Panel title={words.inlet} note={words.inletNote} tools={<Legend series={series} />}>
      <Face state={trend} what={words.inletWhat} skeleton={skeleton}>
        {({ from, to }) =>
          data === null || data.at.length === 0 ? (
            <NoReadings />
          ) : (
            <div className="h-[166px] px-2">
              <Chart
                label={words.inletChart}
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
