import type { Bytes } from '../../bytes.ts';
import { dayAt, momentOf } from './time-text.ts';

const units: Readonly<Record<string, number>> = {
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  w: 604_800_000,
  week: 604_800_000,
};

/** `2026-11-21 18:30`, `18:30`, `today`, `yesterday`, `now`, `-1h`, `10 min ago`. Null: it is no time. */
export function timeOf(text: Bytes, now: number): number | null {
  const { year, month, day } = momentOf(now);
  const today = dayAt(year, month, day);
  if (text === 'now') return now;
  if (text === 'today') return today;
  if (text === 'yesterday') return today - 86_400_000;
  return beforeNow(text, now) ?? calendarTime(text, today);
}

function beforeNow(text: Bytes, now: number): number | null {
  const back = /^-?\s*(\d+)\s*([a-z]+?)s?(?:\s+ago)?$/.exec(text);
  if (back === null || !(text.startsWith('-') || text.endsWith('ago'))) return null;
  const unit = units[back[2] ?? ''] ?? units[`${back[2] ?? ''}s`];
  return unit === undefined ? null : now - Number(back[1]) * unit;
}

function calendarTime(text: Bytes, today: number): number | null {
  const full = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:[ T]?(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (full === null || text === '') return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = full
    .slice(1)
    .map((part) => Number(part ?? '0'));
  const from = full[1] === undefined ? today : dayAt(year, month - 1, day);
  return from + hour * 3_600_000 + minute * 60_000 + second * 1000;
}
