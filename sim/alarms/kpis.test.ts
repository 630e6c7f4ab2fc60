import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alarmKpisSchema } from '../contract/alarm-kpis.ts';
import type { Alarm } from '../contract/alarms.ts';
import { asSimMillis } from '../contract/units.ts';
import { findFloods, mostWithin } from './kpi-bursts.ts';
import { alarmKpis } from './kpis.ts';

const minute = 60_000;
const day = 86_400_000;

const alarm = (n: number, raisedAt: number, changed: Partial<Alarm> = {}): Alarm => ({
  id: `alarm-${n}` as Alarm['id'],
  rule: 'inlet-warning',
  sensor: `sensor-${n}` as Alarm['sensor'],
  source: `rack-${n}` as Alarm['source'],
  severity: 'major',
  priority: 3,
  state: 'RESOLVED',
  condition: 'gone',
  message: '',
  value: 29,
  limit: 28,
  raisedAt: asSimMillis(raisedAt),
  acknowledgedAt: asSimMillis(raisedAt + 30_000),
  acknowledgedBy: 'a',
  note: null,
  resolvedAt: asSimMillis(raisedAt + 120_000),
  shelved: null,
  root: null,
  followedBy: null,
  notes: [],
  assignedTo: null,
  ...changed,
});

const kpisOf = (alarms: readonly Alarm[], to = day) =>
  alarmKpisSchema.parse(alarmKpis({ from: asSimMillis(0), to: asSimMillis(to), alarms, extent: 'whole' }));

test('FR-130-186 144 alarms a day are one in ten minutes: just what one operator can bear', () => {
  const calm = kpisOf(Array.from({ length: 144 }, (_, n) => alarm(n, n * 10 * minute)));
  expect(calm.rate).toEqual({
    per10Minutes: { value: 1, target: 1, verdict: 'ok' },
    perHour: { value: 6, target: 6, verdict: 'ok' },
    perDay: { value: 144, target: 150, verdict: 'ok' },
    peak: { value: 1, target: 10, verdict: 'ok' },
  });
  const busy = kpisOf(Array.from({ length: 151 }, (_, n) => alarm(n, n * 9 * minute)));
  expect([busy.rate.per10Minutes.verdict, busy.rate.perDay]).toEqual([
    'over',
    { value: 151, target: 150, verdict: 'over' },
  ]);
});

test('FR-130-187 more than ten in ten minutes begin a flood, fewer than five end it', () => {
  const ten = Array.from({ length: 10 }, (_, n) => alarm(n, n * minute));
  expect(kpisOf(ten).floods.items).toEqual([]);
  // The tenth comes at nine minutes; the eleventh just before the first is ten minutes old.
  const flood = kpisOf([...ten, alarm(10, 10 * minute - 1)]).floods;
  expect(flood.items).toEqual([{ from: 0, to: 16 * minute, alarms: 11, peak: 11 }]);
  expect(flood.share.verdict).toBe('over');
  const lasting = kpisOf([...ten, alarm(10, 10 * minute - 1)], 12 * minute).floods;
  expect(lasting.items).toEqual([{ from: 0, to: null, alarms: 11, peak: 11 }]);
});

test('FR-130-187 floods are what a minute hand would find', () => {
  const times = fc
    .array(fc.integer({ min: 0, max: 7200 }), { maxLength: 80 })
    .map((seconds) => seconds.toSorted((a, b) => a - b).map((s) => asSimMillis(s * 1000)));
  fc.assert(
    fc.property(times, (all) => {
      const to = asSimMillis(10_000_000);
      const within = (at: number): number => all.filter((time) => time <= at && time > at - 600_000).length;
      let isFlood = false;
      const found: { from: number; to: number | null }[] = [];
      for (let at = 0; at <= to; at += 1000) {
        const count = within(at);
        if (!isFlood && count > 10) {
          isFlood = true;
          found.push({ from: all.find((time) => time > at - 600_000) ?? 0, to: null });
        } else if (isFlood && count < 5) {
          isFlood = false;
          const last = found.at(-1);
          if (last !== undefined) last.to = at;
        }
      }
      expect(findFloods(all, to).map((one) => ({ from: one.from, to: one.to }))).toEqual(found);
      expect(mostWithin(all, 600_000)).toBe(Math.max(0, ...all.map(within)));
    }),
    { numRuns: 60 },
  );
});

test('FR-130-188 three in a minute from one sensor chatter; what is open for a day is stale', () => {
  const chatty = [0, 20_000, 59_000].map((at, n) => alarm(n, at, { sensor: 'sensor-1' as never }));
  const quick = [0, 60_000, 120_000].map((at, n) => alarm(n + 10, at, { sensor: 'sensor-2' as never }));
  const standing = alarm(20, -1, { state: 'ACKNOWLEDGED', resolvedAt: null });
  const young = alarm(21, 1, { state: 'ACTIVE', resolvedAt: null, acknowledgedAt: null });
  const { chattering, stale } = kpisOf([...chatty, ...quick, standing, young]);
  expect(chattering).toMatchObject({
    count: { value: 1, verdict: 'over' },
    items: [{ sensor: 'sensor-1', alarms: 3, peak: 3 }],
  });
  expect(stale.items.map(({ id }) => id)).toEqual(['alarm-20']);
  expect(stale.count).toEqual({ value: 1, target: 5, verdict: 'ok' });
});

test('FR-130-188 priorities are held against 5, 15 and 80 percent, and times are means over those that have them', () => {
  const high = Array.from({ length: 6 }, (_, n) => alarm(n, n, { priority: 1 }));
  const medium = Array.from({ length: 15 }, (_, n) => alarm(n + 10, n, { priority: 2 }));
  const low = Array.from({ length: 79 }, (_, n) => alarm(n + 30, n, { priority: n % 2 === 0 ? 3 : 4 }));
  const waiting = alarm(200, 5, { acknowledgedAt: null, state: 'ACTIVE', resolvedAt: null, priority: 4 });
  const kpis = kpisOf([...high, ...medium, ...low, waiting]);
  expect(kpis.priorities.map(({ name, alarms, verdict }) => [name, alarms, verdict])).toEqual([
    ['high', 6, 'over'],
    ['medium', 15, 'ok'],
    ['low', 80, 'ok'],
  ]);
  expect(kpis.acknowledge).toEqual({ mean: 30_000, count: 100, waiting: 1 });
  expect(kpis.resolve).toEqual({ mean: 120_000, count: 100, open: 1 });
  expect(kpis.top.share.verdict).toBe('none');
});

test('FR-130-188 the ten that ring most are held against 5 percent once there are enough to say so', () => {
  const spread = Array.from({ length: 400 }, (_, n) => alarm(n, n * minute));
  expect(kpisOf(spread).top.share).toEqual({ value: 2.5, target: 5, verdict: 'ok' });
  const one = Array.from({ length: 40 }, (_, n) =>
    alarm(n + 500, n * minute, { sensor: 'sensor-0' as never }),
  );
  const { top } = kpisOf([...spread, ...one]);
  expect(top.share.verdict).toBe('over');
  expect(top.items[0]).toMatchObject({ sensor: 'sensor-0', alarms: 41 });
});

test('FR-130-186 what a root explained or a shelf hid is counted apart', () => {
  const shelved = { until: asSimMillis(day), by: 'a', reason: 'b' };
  const later = { until: asSimMillis(day), by: 'a', reason: 'b' };
  const kpis = kpisOf([
    alarm(1, 0),
    alarm(2, 0, { root: 'alarm-1' as never }),
    alarm(3, 0, { shelved }),
    alarm(4, -5, { shelved: later }),
  ]);
  expect([kpis.rang, kpis.quiet]).toEqual([1, 2]);
});

test('FR-130-186 without alarms there is nothing to judge', () => {
  const kpis = kpisOf([]);
  expect(kpis.rate.perDay).toEqual({ value: 0, target: 150, verdict: 'ok' });
  expect(kpis.priorities.every(({ verdict }) => verdict === 'none')).toBe(true);
  expect(kpis.acknowledge.mean).toBeNull();
});
