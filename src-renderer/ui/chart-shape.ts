/** What a chart is made of. */
import { numberText, withUnit } from './numbers.ts';

export type ChartSeries = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly ink: 'text' | 'text-2' | 'text-3' | 'accent' | 'critical' | 'major';
  readonly unit: string;
  readonly decimals: number;
  /** The second scale stands at the right. */
  readonly side?: 'left' | 'right';
  readonly dash?: boolean;
  /** What the numbers mean, by their place in the list: drawn in steps, written as words. */
  readonly words?: readonly string[];
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

/** A value as it is written: its word where it has one. */
export const seriesText = (
  { words, decimals, unit }: Pick<ChartSeries, 'words' | 'decimals' | 'unit'>,
  value: number,
): string => words?.[Math.round(value)] ?? withUnit(numberText(value, decimals), unit);
