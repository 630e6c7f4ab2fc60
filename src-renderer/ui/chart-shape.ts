/** What a chart is made of. */
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
