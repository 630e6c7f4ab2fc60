import { expect, test } from 'vitest';
import type { Alarm, AlarmView } from '../../../sim/contract/alarms.ts';
import { byIsaNeed, byNeed, countAlarms, everyAlarm, filterAlarms } from './alarm-order.ts';
import { alarmOf } from './sample-alarm.ts';

const alarm = (id: string, more: Partial<Record<keyof Alarm, unknown>> = {}): Alarm =>
  ({
    id,
    severity: 'minor',
    state: 'ACTIVE',
    message: `Inlet of ${id}`,
    source: 'rack-1',
    note: null,
    notes: [],
    assignedTo: null,
    priority: 3,
    raisedAt: 0,
    ...more,
  }) as Alarm;
const nameOf = () => 'B03';

test('FR-120-031 what needs a person comes first: unacknowledged, then severe, then new', () => {
  const alarms = [
    alarm('resolved', { state: 'RESOLVED', severity: 'critical' }),
    alarm('acknowledged', { state: 'ACKNOWLEDGED', severity: 'critical' }),
    alarm('old'),
    alarm('new', { raisedAt: 9 }),
    alarm('severe', { severity: 'critical' }),
  ];
  expect(alarms.toSorted(byNeed).map(({ id }) => id)).toEqual([
    'severe',
    'new',
    'old',
    'acknowledged',
    'resolved',
  ]);
});
test('FR-120-032 alarms are filtered by severity, state and words in any order', () => {
  const alarms = [
    alarm('one', { severity: 'critical' }),
    alarm('two', { state: 'ACKNOWLEDGED', note: 'Fan swapped' }),
  ];
  const idsOf = (filter: Partial<typeof everyAlarm>) =>
    filterAlarms(alarms, { ...everyAlarm, ...filter }, nameOf).map(({ id }) => id);
  expect(idsOf({})).toEqual(['one', 'two']);
  expect(idsOf({ severities: new Set(['critical']) })).toEqual(['one']);
  expect(idsOf({ state: 'ACKNOWLEDGED' })).toEqual(['two']);
  expect(idsOf({ text: 'swapped b03' })).toEqual(['two']);
  expect(idsOf({ text: 'nothing' })).toEqual([]);
});
test('FR-120-033 resolved alarms are not counted, and the worst names the colour', () => {
  const alarms = [
    alarm('one'),
    alarm('two', { severity: 'major', state: 'ACKNOWLEDGED' }),
    alarm('three', { severity: 'critical', state: 'RESOLVED' }),
  ];
  expect(countAlarms(alarms)).toEqual({ total: 2, unacknowledged: 1, worst: 'major' });
  expect(countAlarms([])).toEqual({ total: 0, unacknowledged: 0, worst: null });
});
test('FR-120-240 among the states of the standard too, what needs a person comes first; of as severe ones the first in priority', () => {
  const isa = (id: string, state: AlarmView['isa'], more: Parameters<typeof alarmOf>[1] = {}) =>
    alarmOf(id, { isa: state, ...more });
  const alarms = [
    isa('suppressed', 'suppressed', { severity: 'critical' }),
    isa('acknowledged', 'acknowledged', { severity: 'critical' }),
    isa('returned', 'returned'),
    isa('second', 'unacknowledged', { priority: 2, raisedAt: 9 }),
    isa('first', 'unacknowledged', { priority: 1 }),
  ];
  expect(alarms.toSorted(byIsaNeed).map(({ id }) => id)).toEqual([
    'first',
    'second',
    'returned',
    'acknowledged',
    'suppressed',
  ]);
});
