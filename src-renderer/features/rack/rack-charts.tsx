/** Temperature, humidity and power of one rack over a day or a week. */
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { useText } from '../../text/text.ts';
import type { QueryState } from '../../data/client.ts';
import { Chart, type ChartLimit, type ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { ChartLine, ChartPlan } from './chart-plan.ts';
import { type Range, ranges } from './rack-state.ts';
import { SensorValue } from './sensor-value.tsx';

type History = QueryAnswer<'history'>;

export type RackChartsProps = {
  readonly plans: readonly ChartPlan[];
  readonly history: QueryState<History>;
  /** kW, drawn as a line over the power. */
  readonly rated: number;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
};

const height = 128;
const rangeNames = ['day', 'week'] as const satisfies readonly Range[];

function RangeSwitch({ range, onRange }: Pick<RackChartsProps, 'range' | 'onRange'>): ReactNode {
  const words = useText().rack.charts;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.range}
      value={range}
      onValueChange={(next) => {
        const wanted = rangeNames.find((one) => one === next);
        if (wanted !== undefined) onRange(wanted);
      }}
      className="flex gap-0.5"
    >
      {rangeNames.map((one) => (
        <ToggleGroup.Item
          key={one}
          value={one}
          className="min-h-6 rounded-sm px-2 text-11 text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
        >
          {words.ranges[one]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** `Inlet top`; a sensor with a place of its own keeps its word. */
function useLineLabel(): (line: ChartLine, metric: ChartPlan['metric']) => string {
  const words = useText().rack.charts;
  return ({ sensor }, metric) => {
    if (metric !== 'temperature') return words[metric];
    const [face, place = ''] = sensor.spec.place.split('-');
    const side = face === 'front' || face === 'rear' ? words.place[face] : sensor.spec.place;
    const at = place === 'top' || place === 'middle' || place === 'bottom' ? ` ${words.heights[place]}` : '';
    return `${side}${at}`;
  };
}

function useLimits({ limits, metric }: ChartPlan, rated: number): readonly ChartLimit[] {
  const words = useText().rack.charts;
  const lines = limits.map(({ limit, severity, level }): ChartLimit => ({
    value: limit,
    label: words[level],
    kind: severity === 'info' ? 'minor' : severity,
  }));
  return metric === 'power' ? [...lines, { value: rated, label: words.rated, kind: 'minor' }] : lines;
}

type OneProps = {
  readonly plan: ChartPlan;
  readonly history: History;
  readonly rated: number;
  readonly range: Range;
};

/** A chart eats columns that all have the same moments: those of the first line. */
function seriesFor(plan: ChartPlan, history: History, labelOf: ReturnType<typeof useLineLabel>) {
  const found = plan.lines.flatMap((line) => {
    const series = history.series.find(({ sensor }) => sensor === line.sensor.id);
    return series === undefined ? [] : [{ line, series }];
  });
  const at = found[0]?.series.at ?? [];
  const { symbol, decimals } = metricTable[plan.metric];
  const series = found.map(({ line, series: { at: moments, mean } }): ChartSeries => {
    const isAligned = moments.length === at.length;
    const byMoment = isAligned
      ? null
      : new Map(moments.map((moment, index) => [moment, mean[index] ?? null]));
    const values = byMoment === null ? mean : at.map((moment) => byMoment.get(moment) ?? null);
    return {
      label: labelOf(line, plan.metric),
      values,
      ink: line.ink,
      unit: symbol,
      decimals,
      dash: line.dash ?? false,
    };
  });
  return { at, series };
}

function OneChart({ plan, history, rated, range }: OneProps): ReactNode {
  const words = useText().rack.charts;
  const labelOf = useLineLabel();
  const limits = useLimits(plan, rated);
  const { at, series } = seriesFor(plan, history, labelOf);
  const title = words[plan.metric];
  return (
    <section aria-label={title} className="min-w-0">
      <header className="flex min-h-6 flex-wrap items-baseline gap-x-2 text-12">
        <h3 className="font-medium text-text-2">{title}</h3>
        {plan.main !== null && (
          <SensorValue sensor={plan.main} showsMoment className="text-13 font-semibold" />
        )}
      </header>
      {plan.main === null || at.length < 2 ? (
        <p style={{ height }} className="grid place-items-center text-12 text-text-3">
          {plan.main === null ? words.noSensor : words.none}
        </p>
      ) : (
        <Chart
          label={words.last(title, words.ranges[range])}
          at={at}
          series={series}
          limits={limits}
          band={plan.band}
          from={history.to - ranges[range] * 3_600_000}
          to={history.to}
          height={height}
        />
      )}
    </section>
  );
}

export function RackCharts({ plans, history, rated, range, onRange }: RackChartsProps): ReactNode {
  const words = useText().rack.charts;
  return (
    <Panel title={words.title} className="shrink-0" tools={<RangeSwitch range={range} onRange={onRange} />}>
      <Face state={history} what={words.what}>
        {(data) => (
          <div className="grid gap-x-4 gap-y-2 px-3 py-2 @min-[720px]:grid-cols-2">
            {plans.map((plan) => (
              <OneChart key={plan.metric} plan={plan} history={data} rated={rated} range={range} />
            ))}
            <p className="self-end text-11 text-text-3">{words.key}</p>
          </div>
        )}
      </Face>
    </Panel>
  );
}
