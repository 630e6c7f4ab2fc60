/** What is wrong with a text, before the host is asked; null where nothing is. The host has the last word. */
import { text } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';

export type Check = (written: string) => string | null;

const numberPattern = /^[+-]?\d+([.,]\d+)?$/;

const words = (): Catalogue['settings']['checks'] => text().settings.checks;

/** People write 0,5 as well as 0.5. */
export const numberIn = (written: string): number => {
  const trimmed = written.trim();
  return numberPattern.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN;
};

export const filledUpTo =
  (most: number): Check =>
  (written) => {
    const { length } = written.trim();
    if (length === 0) return words().empty;
    return length <= most ? null : words().tooLong(most, length);
  };

export const lengthBetween =
  (least: number, most: number): Check =>
  ({ length }) =>
    length >= least && length <= most ? null : words().length(least, most, length);

export const numberBetween =
  (least: number, most: number): Check =>
  (written) => {
    const value = numberIn(written);
    return value >= least && value <= most ? null : words().number(least, most);
  };

export const wholeBetween =
  (least: number, most: number): Check =>
  (written) => {
    const isFine = /^\d+$/.test(written.trim()) && Number(written) >= least && Number(written) <= most;
    return isFine ? null : words().whole(least, most);
  };

export const httpAddress: Check = (written) => {
  const url = URL.parse(written.trim());
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '') return null;
  return words().address('http://127.0.0.1:9090/api/v1/write');
};

export const enterpriseName: Check = (written) => {
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(written)) return words().enterprise;
  return written === 'dc' ? words().notDc : null;
};
