import { expect, test } from 'vitest';
import type { Alarm } from '../contract/alarms.ts';
import type { AlarmId } from '../contract/ids.ts';
import { createAlarmBook, createLongBook } from './book.ts';

/** As the first version wrote it: no priority, condition, shelf, root or follower. */
const ofThen = (n: number, changed: object = {}): Alarm =>
  ({
    id: `alarm-${n}`,
    rule: 'inlet-warning',
    sensor: 'sensor-1',
    source: 'rack-1',
    severity: 'critical',
    state: 'RESOLVED',
    message: 'Inlet 29.0 °C over 28.0',
    value: 29,
    limit: 28,
    raisedAt: n * 1000,
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: n * 1000 + 500,
    ...changed,
  }) as never;
const id = (n: number): AlarmId => `alarm-${n}` as AlarmId;

test('FR-130-168 a snapshot of the first version gets the fields that alarms have gained since', () => {
  const book = createAlarmBook();
  book.restore([ofThen(1), ofThen(2), ofThen(3, { state: 'ACTIVE', resolvedAt: null })], 3);
  expect(book.get(id(1))).toMatchObject({ priority: 1, condition: 'gone', shelved: null, root: null });
  expect(book.get(id(1))?.followedBy).toBe('alarm-2');
  expect(book.get(id(2))?.followedBy).toBe('alarm-3');
  expect(book.get(id(3))).toMatchObject({ condition: 'present', followedBy: null });
});

test('FR-130-168 so does an event of the first version', () => {
  const book = createAlarmBook();
  const raised = ofThen(1, { state: 'ACTIVE', resolvedAt: null, severity: 'minor' });
  book.fold({ type: 'alarm.raised', alarm: raised });
  expect(book.get(id(1))).toMatchObject({ priority: 3, condition: 'present', shelved: null, root: null });
});

test('FR-130-169 the world remembers the last 2000 that are over and knows since when', () => {
  const book = createAlarmBook();
  const long = createLongBook();
  for (let n = 1; n <= 2100; n += 1) {
    const alarm = ofThen(n, { sensor: `sensor-${n}`, state: 'ACTIVE', resolvedAt: null });
    for (const one of [book, long]) {
      one.fold({ type: 'alarm.raised', alarm });
      one.fold({ type: 'alarm.resolved', id: id(n), at: (n * 1000 + 500) as never });
    }
    if (n === 2000) expect(book.remembersSince()).toBeNull();
  }
  expect(book.past()).toHaveLength(2000);
  expect(book.past()[0]?.id).toBe('alarm-101');
  expect(book.remembersSince()).toBe(101_500);
  expect(long.past()).toHaveLength(2100);
  expect(book.latest('inlet-warning', 'sensor-5' as never)).toBeUndefined();
});
