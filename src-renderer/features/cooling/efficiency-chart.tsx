import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import type { Sensors } from './plant-of.ts';

type Props = {
  readonly trend: QueryState<QueryAnswer<'history'>>;
  readonly meters: Sensors;
  readonly height: number;
};

export function EfficiencyChart({ trend, meters, height }: Props): ReactNode {
  const words = useText().cooling.efficiency;
  const find = (id: EntityId | undefined) => trend.data?.series.find(({ sensor }) => sensor === id) ?? null;
  const efficiency = find(meters['cooling-efficiency']);
  const outdoor = find(meters['outdoor-temperature']);
  const wetBulb = find(meters['wet-bulb']);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: words.line, values: efficiency?.mean ?? [], ink: 'text', unit: '', decimals: 2 },
      {
        label: words.outdoor,
        values: outdoor?.mean ?? [],
        ink: 'accent',
        unit: '°C',
        decimals: 1,
        side: 'right',
        dash: true,
      },
      {
        label: words.wetBulb,
        values: wetBulb?.mean ?? [],
        ink: 'text-3',
        unit: '°C',
        decimals: 1,
        side: 'right',
        dash: true,
      },
    ],
    [efficiency, outdoor, wetBulb, words],
  );
  return (
    <Face state={trend} what={words.what} skeleton={<Skeleton className="m-3 h-40" />}>
      {({ from, to }) =>
        efficiency === null || efficiency.at.length === 0 ? (
          <EmptyState text={words.none} />
        ) : (
          <div className="px-2 pb-1">
            <Chart
              label={words.chart}
              at={efficiency.at}
              series={series}
              from={from}
              to={to}
              height={height}
            />
            <Legend label={words.lines} series={series} />
          </div>
        )
      }
    </Face>
  );
}

/** Which line is which: by its dashes as well as by its colour. */
export const Legend = ({
  label,
  series,
}: {
  readonly label: string;
  readonly series: readonly ChartSeries[];
}): ReactNode => (
  <ul aria-label={label} className="flex flex-wrap gap-x-3 text-11 text-text-2">
    {series.map((one) => (
      <li key={one.label} className="flex items-center gap-1.5">
        <svg aria-hidden width="18" height="4">
          <path
            d="M0 2H18"
            stroke={`var(--${one.ink})`}
            strokeWidth="2"
            {...(one.dash === true ? { strokeDasharray: '5 3' } : {})}
          />
        </svg>
        {one.unit === '' ? one.label : `${one.label}, ${one.unit}`}
      </li>
    ))}
  </ul>
);
