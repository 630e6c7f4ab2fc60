import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { planMappers } from './plan.ts';
import { smallSite } from './small-site.fixture.ts';

test('FR-140-092 mappers are given each sensor with its device, place, words and speaker', () => {
  const site = smallSite();
  const { devices, sensors } = site.plan();
  const rear = sensors[site.sensorAt('dc/s/r/rack-a01/temperature/rear-top')];
  expect(rear).toMatchObject({
    levels: 'temperature/rear-top',
    metric: 'temperature',
    words: null,
    source: 'bot',
  });
  const rack = devices[rear?.device ?? -1];
  expect(rack).toMatchObject({ topic: 'dc/s/r/rack-a01', site: 's', room: 'r', model: null, kind: 'rack' });
  expect(rack?.sensors.map((index) => sensors[index]?.levels)).toEqual([
    'temperature',
    'temperature/rear-top',
  ]);
  expect(sensors[site.sensorAt('dc/s/power/u/status')]?.words).toContain('on-battery');
  expect(devices.find(({ kind }) => kind === 'utility')).toMatchObject({ room: null });
});

test('FR-140-092 an index that is behind the inventory makes no plan', () => {
  const site = smallSite();
  const options = { world: site, topics: ['t'], deviceOf: [0], limitsOf: () => ({}) };
  const id = (text: string): EntityId => text as EntityId;
  const sensor = site.sense('pdu-p', 'load').id;
  expect(planMappers({ ...options, sensors: [sensor], devices: [id('pdu-p')] })).not.toBeNull();
  expect(planMappers({ ...options, sensors: [id('sensor-gone')], devices: [id('pdu-p')] })).toBeNull();
  expect(planMappers({ ...options, sensors: [sensor], devices: [id('pdu-gone')] })).toBeNull();
});
