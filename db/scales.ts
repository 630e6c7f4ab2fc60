/** Decimals that are tried before a column is left as it is. */
const decimalScales = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;

/** The smallest power of ten by which all numbers become integers and come back the same; 0 where there is none. */
export function decimalScaleOf(numbers: Float64Array): number {
  let tried = 0;
  for (const number of numbers) {
    while (!comesBack(number, decimalScales[tried] ?? 0)) {
      tried += 1;
      if (tried === decimalScales.length) return 0;
    }
  }
  return decimalScales[tried] ?? 0;
}

const comesBack = (number: number, scale: number): boolean => Math.round(number * scale) / scale === number;

/** The longest step, in milliseconds, of which all times are multiples, as a scale (negative: it divides). */
export function timeScaleOf(times: Float64Array): number {
  const steps = [60_000, 1000, 100, 10, 1];
  const step = steps.find((each) => times.every((time) => time % each === 0)) ?? 1;
  return -step;
}
