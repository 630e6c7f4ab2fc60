/** A time series. Only the frame is on the first load: uPlot comes with the first chart. */
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { text, useText } from '../text/text.ts';
import { type ChartProps, seriesText } from './chart-shape.ts';
import { Skeleton } from './states.tsx';

export type { ChartLimit, ChartProps, ChartSeries } from './chart-shape.ts';

const Canvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

function newest(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

const limitText = (value: number): string => String(value).replace('.', text().numbers.decimal);

export function chartWords({
  label,
  series,
  limits,
}: Pick<ChartProps, 'label' | 'series' | 'limits'>): string {
  const words = text().ui.chart;
  const values = series.map((one) => {
    const value = newest(one.values);
    return value === null ? words.noReadings(one.label) : words.value(one.label, seriesText(one, value));
  });
  const lines = (limits ?? []).map((limit) => words.limit(limit.label, limitText(limit.value)));
  return [label, ...values, ...lines].join('; ');
}

export function Chart(props: ChartProps): ReactNode {
  const words = useText().ui;
  return (
    <div
      role="img"
      aria-label={chartWords(props)}
      className="relative min-w-0"
      style={{ height: props.height }}
    >
      <Suspense fallback={<Skeleton className="h-full" label={words.loadingChart} />}>
        <Canvas {...props} />
      </Suspense>
    </div>
  );
}
