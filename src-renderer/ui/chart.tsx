/** A time series. Only the frame is on the first load: uPlot comes with the first chart. */
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { type ChartProps, seriesText } from './chart-shape.ts';
import { Skeleton } from './states.tsx';

export type { ChartLimit, ChartProps, ChartSeries } from './chart-shape.ts';

const Canvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

function newest(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

export function chartWords({
  label,
  series,
  limits,
}: Pick<ChartProps, 'label' | 'series' | 'limits'>): string {
  const values = series.map((one) => {
    const value = newest(one.values);
    return `${one.label} ${value === null ? 'without readings' : seriesText(one, value)}`;
  });
  const lines = (limits ?? []).map((limit) => `${limit.label} at ${limit.value}`);
  return [label, ...values, ...lines].join('; ');
}

export const Chart = (props: ChartProps): ReactNode => (
  <div
    role="img"
    aria-label={chartWords(props)}
    className="relative min-w-0"
    style={{ height: props.height }}
  >
    <Suspense fallback={<Skeleton className="h-full" label="Loading the chart" />}>
      <Canvas {...props} />
    </Suspense>
  </div>
);
