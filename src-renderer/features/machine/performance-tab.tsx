import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { countText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { chartRanges } from '../inspector/thing-chart.tsx';
import type { ChartRange } from '../inspector/thing-chart.tsx';
import { MachineCard } from './machine-card.tsx';

type Past = QueryAnswer<'machine-history'>;

/** As often as workloads change, in lab time at the usual speed. */
const renew = 10_000;
const height = 168;

type PerformanceProps = {
  readonly id: EntityId;
  readonly isOn: boolean;
  readonly kind: MachineRow['kind'];
};

export function PerformanceTab({ id, isOn, kind }: PerformanceProps): ReactNode {
  const words = useText().machine.performance;
  const [hours, setHours] = useState<ChartRange>(1);
  const state = useQuery('machine-history', isOn ? { id, hours } : null, { every: renew });
  if (!isOn) return <EmptyState text={words.off} />;
  return <PerformanceView state={state} kind={kind} hours={hours} onHours={setHours} />;
}

type ViewProps = {
  readonly state: QueryState<Past>;
  readonly kind: MachineRow['kind'];
  readonly hours: ChartRange;
  readonly onHours: (hours: ChartRange) => void;
};

function PerformanceView({ state, kind, hours, onHours }: ViewProps): ReactNode {
  const words = useText().machine;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex items-start gap-3 px-3 pt-2">
        <p className="max-w-3xl text-12 text-text-3">
          {kind === 'host' && state.data !== null
            ? words.performance.hostNote(countText(state.data.counted), countText(state.data.carried))
            : words.performance.note}
        </p>
        <span className="ml-auto">
          <RangeSwitch hours={hours} onHours={onHours} />
        </span>
      </div>
      <Face state={state} what={words.tabs.performance}>
        {(past) => <Charts past={past} hours={hours} />}
      </Face>
    </div>
  );
}

function RangeSwitch({ hours, onHours }: Pick<ViewProps, 'hours' | 'onHours'>): ReactNode {
  const words = useText().inspector.chart;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.range}
      value={String(hours)}
      onValueChange={(next) => {
        const range = chartRanges.find((one) => String(one) === next);
        if (range !== undefined) onHours(range);
      }}
      className="flex gap-0.5"
    >
      {chartRanges.map((range) => (
        <ToggleGroup.Item
          key={range}
          value={String(range)}
          className="min-h-6 rounded-sm px-2 text-11 text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
        >
          {range} h
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

const scaled = (values: readonly number[], by: number): readonly number[] =>
  values.map((value) => value * by);

function Charts({ past, hours }: { readonly past: Past; readonly hours: number }): ReactNode {
  const { machine } = useText();
  const words = machine.performance;
  const { series } = words;
  const line = (
    label: string,
    values: readonly number[],
    more: Pick<ChartSeries, 'unit' | 'decimals'> & Partial<ChartSeries>,
  ): ChartSeries => ({ label, values, ink: 'text', ...more });
  const rate = { unit: 'MB/s', decimals: 1 };
  const charts = [
    {
      title: words.charts.cpu,
      series: [line(series.share, scaled(past.share, 100), { unit: '%', decimals: 0 })],
    },
    {
      title: words.charts.ready,
      series: [line(series.ready, past.ready, { unit: 'ms/s', decimals: 0 })],
    },
    {
      title: words.charts.memory,
      series: [line(series.memory, scaled(past.memory, 1 / 1024), { unit: machine.gibibytes, decimals: 2 })],
    },
    {
      title: words.charts.disk,
      series: [
        line(series.read, past.read, rate),
        line(series.write, past.write, { ...rate, ink: 'accent', dash: true }),
      ],
    },
    {
      title: words.charts.network,
      series: [
        line(series.receive, past.receive, rate),
        line(series.send, past.send, { ...rate, ink: 'accent', dash: true }),
      ],
    },
  ];
  return (
    <div className="grid items-start gap-3 p-3 lg:grid-cols-2">
      {charts.map(({ title, series: drawn }) => (
        <MachineCard key={title} title={`${title}, ${drawn[0]?.unit ?? ''}`} note={<Legend series={drawn} />}>
          <div className="px-3">
            <Chart
              label={words.last(title, hours)}
              at={past.at}
              series={drawn}
              from={past.from}
              to={past.to}
              height={height}
            />
          </div>
        </MachineCard>
      ))}
    </div>
  );
}

/** Which line is which: drawn as in the chart. */
function Legend({ series }: { readonly series: readonly ChartSeries[] }): ReactNode {
  if (series.length < 2) return null;
  return (
    <span className="flex gap-3 text-11 text-text-2">
      {series.map(({ label, dash }) => (
        <span key={label} className="inline-flex items-center gap-1.5">
          <svg aria-hidden width={18} height={2} className={dash === true ? 'text-accent' : 'text-text'}>
            <path
              d="M0 1h18"
              stroke="currentColor"
              strokeWidth={2}
              {...(dash === true ? { strokeDasharray: '4 3' } : {})}
            />
          </svg>
          {label}
        </span>
      ))}
    </span>
  );
}
