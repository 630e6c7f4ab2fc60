import { numberText, withUnit } from '../../ui/numbers.ts';

const gibi = 1024;

/** Of MiB. */
export function memoryText(mebibytes: number): string {
  if (mebibytes < gibi) return withUnit(numberText(mebibytes, 0), 'MiB');
  const gibibytes = mebibytes / gibi;
  return withUnit(numberText(gibibytes, gibibytes < 10 && !Number.isInteger(gibibytes) ? 1 : 0), 'GiB');
}

/** Of GiB. */
export const diskText = (gibibytes: number): string =>
  withUnit(numberText(gibibytes, gibibytes < 10 && !Number.isInteger(gibibytes) ? 1 : 0), 'GiB');

export const rateText = (megabytes: number): string => withUnit(numberText(megabytes, 1), 'MB/s');
export const percentText = (share: number): string => withUnit(numberText(100 * share, 0), '%');
export const speedText = (megahertz: number): string => withUnit(numberText(megahertz / 1000, 1), 'GHz');
