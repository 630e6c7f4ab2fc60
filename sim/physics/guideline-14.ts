/**
 * How well a model agrees with what was measured, by ASHRAE Guideline 14: the bias (NMBE) and the scatter (CV-RMSE)
 * as a share of the measured mean, with one degree of freedom taken off for a calibrated simulation.
 */
type Pair = { readonly measured: number; readonly modelled: number };

export type Agreement = {
  readonly count: number;
  readonly mean: number;
  /** In the quantity's own unit. */
  readonly rootMeanSquare: number;
  /** %; more than 0 where the model is too low. */
  readonly bias: number;
  /** %. */
  readonly scatter: number;
};

const parameters = 1;

/** The limits of the guideline for a calibrated simulation, %. */
export const limits = {
  hourly: { bias: 10, scatter: 30 },
  monthly: { bias: 5, scatter: 15 },
} as const;
export type Interval = keyof typeof limits;

/** Null for fewer than two pairs, or a measured mean of 0: the guideline's ratios mean nothing there. */
export function agreementOf(pairs: readonly Pair[]): Agreement | null {
  const count = pairs.length;
  if (count <= parameters) return null;
  const mean = pairs.reduce((sum, { measured }) => sum + measured, 0) / count;
  if (mean === 0) return null;
  let off = 0;
  let squares = 0;
  for (const { measured, modelled } of pairs) {
    const difference = measured - modelled;
    off += difference;
    squares += difference * difference;
  }
  const freedom = count - parameters;
  const rootMeanSquare = Math.sqrt(squares / freedom);
  const size = mean < 0 ? -mean : mean;
  return {
    count,
    mean,
    rootMeanSquare,
    bias: (100 * off) / freedom / mean,
    scatter: (100 * rootMeanSquare) / size,
  };
}

export function isWithin({ bias, scatter }: Agreement, interval: Interval): boolean {
  const limit = limits[interval];
  return bias <= limit.bias && bias >= -limit.bias && scatter <= limit.scatter;
}

type Timed = Pair & {
  /** Unix seconds. */
  readonly second: number;
};

/** Means over spans of so many seconds, counted from 1970; the guideline judges hours and months, not samples. */
export function averaged(pairs: readonly Timed[], seconds: number): Pair[] {
  const spans = new Map<number, { measured: number; modelled: number; count: number }>();
  for (const { second, measured, modelled } of pairs) {
    const key = Math.floor(second / seconds);
    const span = spans.get(key) ?? { measured: 0, modelled: 0, count: 0 };
    span.measured += measured;
    span.modelled += modelled;
    span.count += 1;
    spans.set(key, span);
  }
  return [...spans.values()].map(({ measured, modelled, count }) => ({
    measured: measured / count,
    modelled: modelled / count,
  }));
}
