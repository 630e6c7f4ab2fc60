/** A time series. Only the frame is on the first load: uPlot comes with the first chart. */
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { numberText, withUnit } from './numbers.ts';
import { Skeleton } from './states.tsx';

export type ChartSeries = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly ink: 'text' | 'text-2' | 'text-3' | 'accent' | 'critical' | 'major';
  readonly unit: string;
  readonly decimals: number;
  /** The second scale stands at the right. */
  readonly side?: 'left' | 'right';
  readonly dash?: boolean;
};
export type ChartLimit = {
  readonly value: number;
  readonly label: string;
  readonly kind: 'critical' | 'major' | 'minor';
};

export type ChartProps = {
  /** What the chart shows, as a phrase: said to screen readers with the newest values. */
  readonly label: string;
  /** Lab time in milliseconds, ascending; as many as each series has values. */
  readonly at: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly limits?: readonly ChartLimit[];
  /** The recommended band, shaded. */
  readonly band?: { readonly low: number; readonly high: number } | null;
  /** The window in lab time, where it is wider than the readings. */
  readonly from?: number;
  readonly to?: number;
  readonly height: number;
};

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
    return `${one.label} ${value === null ? 'without readings' : withUnit(numberText(value, one.decimals), one.unit)}`;
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
