import { expect, test } from 'vitest';
import type { Kind, Metric } from '../../sim/contract/entities.ts';
import type { Reading } from '../data/readings.ts';
import { isStale, liveText } from './live-value.tsx';
import type { Measured } from './value-words.ts';
import { clockSpan, labMoment, numberText, spanText } from './numbers.ts';

const reading = (more: Partial<Reading> = {}): Reading => ({
  value: 24.06,
  age: 2,
  quality: 'sim',
  live: true,
  ...more,
});

const of = (metric: Metric, kind: Kind | null = null): Measured => ({ kind, metric });

test('FR-120-016 a value has its fixed decimals, and its unit after a thin space', () => {
  expect(liveText(of('temperature'), reading(), false)).toBe('24.1\u2009°C');
  expect(liveText(of('pue'), reading({ value: 1.4 }), false)).toBe('1.40');
  expect(liveText(of('temperature'), reading({ value: null }), false)).toBe('–');
  expect(numberText(-1.25, 1)).toBe('\u22121.3');
});
test('FR-120-016 an old value says how old it is', () => {
  expect(liveText(of('temperature'), reading({ age: 14.6 }), true)).toBe('24.1\u2009°C, 14\u2009s ago');
  expect(liveText(of('temperature'), reading({ quality: 'bad' }), true)).toBe('24.1\u2009°C, in doubt');
});
test.each([
  { name: 'fresh', one: reading(), speed: 1, period: null, stale: false },
  { name: 'older than three of its periods', one: reading({ age: 31 }), speed: 1, period: 10, stale: true },
  { name: 'older than 90 lab seconds', one: reading({ age: 91 }), speed: 1, period: null, stale: true },
  {
    name: 'that old in a fast lab, where less is published',
    one: reading({ age: 91 }),
    speed: 1000,
    period: null,
    stale: false,
  },
  {
    name: 'marked stale by the host',
    one: reading({ quality: 'stale' }),
    speed: 1,
    period: null,
    stale: true,
  },
  { name: 'on a lost line', one: reading({ live: false }), speed: 1, period: null, stale: true },
])('FR-120-016 whether a reading $name is stale: $stale', ({ one, speed, period, stale }) => {
  expect(isStale(one, { speed, stretch: 1 }, period)).toBe(stale);
});
test('FR-120-016 where bots speak less often, a value may be older before it is stale', () => {
  const one = reading({ age: 200 });
  expect([1, 2, 3].map((stretch) => isStale(one, { speed: 1, stretch }, null))).toEqual([true, true, false]);
});

test('FR-120-016 spans and moments of lab time', () => {
  expect([spanText(14.9), spanText(119), spanText(180), spanText(8000)]).toEqual([
    '14\u2009s',
    '119\u2009s',
    '3\u2009min',
    '2\u2009h',
  ]);
  expect([clockSpan(250_000), clockSpan(90_061_000), clockSpan(-5)]).toEqual([
    '00:04:10',
    '1\u2009d 01:01:01',
    '00:00:00',
  ]);
  expect(labMoment(0)).toBe('1970-01-01 00:00:00');
});
