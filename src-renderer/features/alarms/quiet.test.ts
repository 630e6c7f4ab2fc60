import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { alarmOf } from './sample-alarm.ts';
import { childCounts, isQuiet, shelvedIn, shelvedKey } from './quiet.ts';

const shelf = (until: number) => ({ until, by: 'operator', reason: 'Fan is being changed' });
const facts = {
  shelved: new Set<string>(),
  sensorsOut: new Set<Alarm['sensor']>(),
  rulesOut: new Set<string>(),
};

test('FR-120-242 what another explains, what is shelved and what is out of service is kept out of feeds and counts', () => {
  const alarm = alarmOf('alarm-1');
  expect(isQuiet(alarm, facts)).toBe(false);
  expect(isQuiet(alarmOf('alarm-1', { root: 'alarm-9' }), facts)).toBe(true);
  expect(isQuiet(alarm, { ...facts, shelved: new Set(['alarm-1']) })).toBe(true);
  expect(isQuiet(alarm, { ...facts, sensorsOut: new Set([alarm.sensor]) })).toBe(true);
  expect(isQuiet(alarm, { ...facts, rulesOut: new Set([alarm.rule]) })).toBe(true);
});
test('FR-120-242 a shelf ends by time alone', () => {
  const alarms = [alarmOf('alarm-1', { shelved: shelf(100) }), alarmOf('alarm-2', { shelved: shelf(200) })];
  expect(shelvedKey(alarms, 99)).toBe('alarm-1 alarm-2');
  expect(shelvedKey(alarms, 100)).toBe('alarm-2');
  expect([...shelvedIn(shelvedKey(alarms, 200))]).toEqual([]);
});
test('FR-120-242 an alarm in a feed says how many it explains that are still open', () => {
  const alarms = [
    alarmOf('alarm-1'),
    alarmOf('alarm-2', { root: 'alarm-1' }),
    alarmOf('alarm-3', { root: 'alarm-1', state: 'RESOLVED' }),
  ];
  expect([...childCounts(alarms)]).toEqual([['alarm-1', 1]]);
});
