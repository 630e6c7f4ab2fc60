/** Numbers as they are shown: fixed decimals, a real minus, the unit after a thin space. */
import type { Metric } from '../../sim/contract/entities.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';
import { text } from '../text/text.ts';

export const thinSpace = '\u2009';
const minus = '\u2212';

export function numberText(value: number, decimals: number): string {
  const digits = value.toFixed(decimals).replace('.', text().numbers.decimal);
  return digits.startsWith('-') ? `${minus}${digits.slice(1)}` : digits;
}

/** `1 240`: whole numbers of people's own size, grouped. */
export function countText(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, text().numbers.group);
}

export const withUnit = (value: string, symbol: string): string =>
  symbol === '' ? value : `${value}${thinSpace}${symbol}`;

export function metricText(metric: Metric, value: number | null): string {
  const { decimals, symbol } = metricTable[metric];
  return value === null ? '–' : withUnit(numberText(value, decimals), symbol);
}

/** `14 s`, `3 min`, `2 h`, `5 d`: the largest unit that fits, whole. */
export function spanText(seconds: number): string {
  if (seconds < 120) return withUnit(String(Math.floor(seconds)), 's');
  if (seconds < 7200) return withUnit(String(Math.floor(seconds / 60)), 'min');
  if (seconds < 172_800) return withUnit(String(Math.floor(seconds / 3600)), 'h');
  return withUnit(String(Math.floor(seconds / 86_400)), 'd');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `00:04:10`; days in front where there are any. */
export function clockSpan(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':');
  return days === 0 ? clock : withUnit(String(days), 'd') + ` ${clock}`;
}

/** Lab time is UTC: the lab has one clock wherever the page is read. */
export const labClock = (millis: number): string => new Date(millis).toISOString().slice(11, 19);
export const labDate = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
export const labMoment = (millis: number): string => `${labDate(millis)} ${labClock(millis)}`;

/** A moment of the user's own day, in the same form: 2026-01-31 09:05. */
export function wallMoment(millis: number): string {
  const at = new Date(millis);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function bytesText(bytes: number): string {
  if (bytes < 1e6) return withUnit(numberText(bytes / 1e3, 0), 'kB');
  if (bytes < 1e9) return withUnit(numberText(bytes / 1e6, 1), 'MB');
  return withUnit(numberText(bytes / 1e9, 2), 'GB');
}
