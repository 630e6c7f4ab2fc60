/** Decimals that are tried before a column is left as it is. */
export const decimalScales = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;

/** Steps of time, longest first; as scales they are negative, because they divide. */
const timeSteps = [60_000, 1000, 100, 10, 1] as const;

/** Every scale a column may have, by the byte that stands for it on disk. Only ever added to. */
export const scaleCodes: readonly number[] = [...decimalScales, -60_000, -1000, -100, -10, -1];

/** The smallest power of ten by which all numbers become integers and come back the same; 0 where there is none. */
export function decimalScaleOf(numbers: Float64Array): number {
  let tried = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    tried = decimalsOf(numbers[index] ?? 0, tried);
    if (tried === decimalScales.length) return 0;
  }
  return decimalScales[tried] ?? 0;
}

/** The place in `decimalScales` of the first scale, from `from` on, that brings the number back; else their count. */
export function decimalsOf(number: number, from: number): number {
  let tried = from;
  while (tried < decimalScales.length && !comesBack(number, decimalScales[tried] ?? 0)) tried += 1;
  return tried;
}

const comesBack = (number: number, scale: number): boolean => Math.round(number * scale) / scale === number;

/** The longest step, in milliseconds, of which all times are multiples, as a scale (negative: it divides). */
export function timeScaleOf(times: Float64Array): number {
  let step = 0;
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? 0;
    while (!Number.isInteger(time / (timeSteps[step] ?? 1))) step += 1;
  }
  return -(timeSteps[step] ?? 1);
}
