import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { EntityOf, Kind } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { RuleLimit } from '../../data/rule-limits.ts';
import { text, useText } from '../../text/text.ts';
import { Chart, type ChartLimit, type ChartSeries } from '../../ui/chart.tsx';
import { readableWord, wordsFor } from '../../ui/value-words.ts';
import { sensorLabel } from './fact-list.tsx';
import { isInlet } from './main-sensor.ts';
import { trailWindow } from './reading-trail.ts';
import type { TrailState } from './use-trail.ts';

export const chartRanges = [1, 6, 24] as const;
export type ChartRange = (typeof chartRanges)[number];

// ASHRAE TC 9.9 recommended inlet
const recommended = { low: 18, high: 27 } as const;
const height = 168;

export const chartLimits = (limits: readonly RuleLimit[]): readonly ChartLimit[] =>
  limits.map(({ limit, severity, level }) => ({
    value: limit,
    label: text().inspector.chart.limit(level),
    kind: severity === 'info' ? 'minor' : severity,
  }));

type ThingChartProps = {
  readonly sensor: EntityOf<'sensor'>;
  /** What it sits on. */
  readonly kind: Kind | null;
  readonly state: TrailState;
  readonly limits: readonly RuleLimit[];
  readonly hours: ChartRange;
  readonly onHours: (hours: ChartRange) => void;
};

function RangeSwitch({ hours, onHours }: Pick<ThingChartProps, 'hours' | 'onHours'>): ReactNode {
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

/** A state is drawn in steps, from word to word. */
function seriesOf({ sensor, kind, state }: Pick<ThingChartProps, 'sensor' | 'kind' | 'state'>): ChartSeries {
  const { decimals, symbol } = metricTable[sensor.spec.metric];
  const words = wordsFor({ kind, metric: sensor.spec.metric });
  return {
    label: sensorLabel(sensor),
    values: state.trail.values,
    ink: 'text',
    unit: symbol,
    decimals,
    ...(words === null ? {} : { words: words.map(readableWord) }),
  };
}

export function ThingChart({ sensor, kind, state, limits, hours, onHours }: ThingChartProps): ReactNode {
  const words = useText().inspector.chart;
  const { symbol } = metricTable[sensor.spec.metric];
  const { at } = state.trail;
  const label = sensorLabel(sensor);
  return (
    <div className="px-3 pt-1">
      <div className="flex items-center justify-between">
        <span className="text-12 text-text-2">
          {label}
          {symbol === '' ? '' : `, ${symbol}`}
        </span>
        <RangeSwitch hours={hours} onHours={onHours} />
      </div>
      {state.phase === 'ready' && at.length < 2 ? (
        <p style={{ height }} className="grid place-items-center text-12 text-text-3">
          {words.empty}
        </p>
      ) : (
        <Chart
          label={words.last(label, hours)}
          at={at}
          series={[seriesOf({ sensor, kind, state })]}
          limits={chartLimits(limits)}
          band={isInlet(sensor) ? recommended : null}
          {...trailWindow(state.trail, hours * 3_600_000)}
          height={height}
        />
      )}
      {state.phase === 'error' && <p className="text-11 text-text-3">{words.noPast}</p>}
    </div>
  );
}
