import { expect, test } from 'vitest';
import type { Kind } from './entities.ts';
import { alarmIdSchema } from './ids.ts';
import { alarmTopic, clockTopic, hostStateTopic, isReadingTopic, metaTopic, sensorTopic } from './topics.ts';

const at = (kind: Kind, name: string) => ({ kind, name });
const site = at('site', 'site1');
const room = at('room', 'room1');
const rack = [site, room, at('row', 'A'), at('rack', 'A01')];
const sensor = (metric: 'temperature' | 'power' | 'fan-speed' | 'load' | 'pue' | 'humidity', place: string) =>
  ({ spec: { metric, place, source: 'bot' } }) as const;

test.each([
  [rack, sensor('temperature', 'front-middle'), 'dc/site1/room1/rack-A01/temperature'],
  [rack, sensor('power', 'middle'), 'dc/site1/room1/rack-A01/power'],
  [rack, sensor('temperature', 'rear-top'), 'dc/site1/room1/rack-A01/temperature/rear-top'],
  [[...rack, at('pdu', 'pdu-a')], sensor('power', 'middle'), 'dc/site1/room1/rack-A01/pdu-a/power'],
  [
    [...rack, at('device', 'srv-a01-01')],
    sensor('fan-speed', 'middle'),
    'dc/site1/room1/rack-A01/srv-a01-01/fan-speed',
  ],
  [[site, room, at('ups', 'ups-01')], sensor('load', 'middle'), 'dc/site1/power/ups-01/load'],
  [[site, room, at('crac', 'crac-02')], sensor('fan-speed', 'middle'), 'dc/site1/cooling/crac-02/fan-speed'],
  [[site, room], sensor('humidity', 'north wall'), 'dc/site1/room1/humidity/north_wall'],
  [[site], sensor('pue', 'middle'), 'dc/site1/facility/pue'],
])('FR-140-020 the topic of a sensor is told by where it sits: %#', (path, one, topic) => {
  expect(sensorTopic(path, one)).toBe(topic);
});

test('FR-140-020 names keep their case, and nothing in them can split a topic or act as a wildcard', () => {
  const path = [at('site', 'Site One'), at('room', 'Room (B)'), at('row', 'A'), at('rack', 'A 01')];
  expect(sensorTopic(path, sensor('temperature', 'a/b+#'))).toBe(
    'dc/Site_One/Room_(B)/rack-A_01/temperature/a-b--',
  );
});

test('FR-140-021 alarms, clock, state and meta are not taken for readings', () => {
  const alarm = alarmTopic('site1', { id: alarmIdSchema.parse('alarm-7') });
  const topic = sensorTopic(rack, sensor('temperature', 'middle'));
  expect(alarm).toBe('dc/site1/alarms/alarm-7');
  expect([alarm, clockTopic, hostStateTopic, metaTopic(topic)].filter(isReadingTopic)).toEqual([]);
  expect(isReadingTopic(topic)).toBe(true);
});
