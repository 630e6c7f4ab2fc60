import { expect, test } from 'vitest';
import { duration, labTime, readDuration, readMoment } from './lab-time.ts';

const epoch = Date.UTC(2026, 0, 5, 8, 0, 0);
const lab = { epoch, tick: 3600, now: epoch + 3_600_000 };

test.each([
  ['600', 600],
  ['0', 0],
  ['-10m', 3000],
  ['-1h', 0],
  ['-30m15s', 3600 - 1815],
  ['08:30', 1800],
  ['08:30:15', 1815],
  ['09:00', 3600],
  ['2026-01-05T08:10:00Z', 600],
  ['2026-01-05 08:10', 600],
  ['2026-01-05T09:10:00+01:00', 600],
])('FR-150-020 %s is tick %i', (text, tick) => {
  expect(readMoment(text, lab)).toEqual({ ok: true, value: tick });
});

test('FR-150-020 a time of day that is still to come today was yesterday', () => {
  const later = { epoch, tick: 86_400, now: epoch + 86_400_000 };
  expect(readMoment('23:00', later)).toEqual({ ok: true, value: 15 * 3600 });
});

test.each([
  ['tomorrow', /no moment/],
  ['25:00', /no moment/],
  ['-10', /no moment/],
  ['-2h', /before the lab began/],
  ['07:00', /before the lab began/],
  ['2026-01-05T12:00:00Z', /still to come/],
  ['2026-02-31', /no moment|still to come/],
])('FR-150-020 %s is refused', (text, reason) => {
  const read = readMoment(text, lab);
  expect(!read.ok && read.refusal.kind === 'usage' && read.refusal.message).toMatch(reason);
});

test.each([
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  ['m', null],
  ['10', null],
])('FR-150-020 the duration %s', (text, millis) => {
  expect(readDuration(text)).toBe(millis);
});

test('FR-150-009 durations and lab times are said briefly', () => {
  expect([0, 14_000, 59_600, 180_000, 7_500_000, 7_200_000, 400_000_000].map(duration)).toEqual([
    '0 s',
    '14 s',
    '1 min',
    '3 min',
    '2 h 5 min',
    '2 h',
    '4 d',
  ]);
  expect(labTime(epoch)).toBe('2026-01-05 08:00:00');
});
