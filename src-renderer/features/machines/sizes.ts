import { numberText, withUnit } from '../../ui/numbers.ts';

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1);

export function gibibytesText(gibibytes: number): string {
  if (gibibytes < 1024) return withUnit(numberText(gibibytes, decimalsOf(gibibytes)), 'GiB');
  const tebibytes = gibibytes / 1024;
  return withUnit(numberText(tebibytes, decimalsOf(tebibytes)), 'TiB');
}

export const mebibytesText = (mebibytes: number): string =>
  mebibytes < 1024 ? withUnit(numberText(mebibytes, 0), 'MiB') : gibibytesText(mebibytes / 1024);
