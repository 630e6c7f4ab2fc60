/** Round numbers for an axis. */

/** The least of 1, 2, 2.5 and 5 times a power of ten that makes at most `parts` steps of a range. */
export function stepOf(range: number, parts: number): number {
  const rough = range / parts;
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return times * power;
}

export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

/** Whole steps around what is shown. From 0 where that is near anyway. */
export function scaleOf(values: readonly number[], parts: number): Scale {
  const least = values.length === 0 ? 0 : values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.length === 0 ? 1 : values.reduce((high, value) => Math.max(high, value), -Infinity);
  const begin = least > 0 && least < (most - least) * 1.5 ? 0 : least;
  const range = most > begin ? most - begin : Math.max(1, Math.abs(most) * 0.1);
  const step = stepOf(range, parts);
  const low = Math.floor(begin / step + 1e-9) * step;
  const count = Math.max(1, Math.ceil((begin + range - low) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { low, high: low + count * step, ticks };
}

/** As many decimals as a step needs. */
export function decimalsOf(step: number): number {
  const text = String(Number(step.toPrecision(3)));
  return text.includes('e') ? 6 : (text.split('.')[1]?.length ?? 0);
}
