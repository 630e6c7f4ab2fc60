import { expect, test } from 'vitest';
import { did, facility } from '../../../sim/alarms/facility.fixture.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import { silentLog } from '../../host/log.ts';
import { createAlarmEngine } from './alarm-engine.ts';
import { workbench } from './engine-bench.fixture.ts';

test('FR-130-180 a limit that is passed for its delay rings, without a second reading, and lets go in the same way', async () => {
  const bench = workbench();
  await bench.say('A01', 'temperature', 28.4);
  await bench.wait(2);
  expect(bench.open()).toEqual([]);
  await bench.wait(1);
  expect(bench.open()).toEqual(['inlet-warning ACTIVE']);
  await bench.say('A01', 'temperature', 27.6);
  await bench.wait(60);
  expect(bench.open()).toHaveLength(1);
  await bench.say('A01', 'temperature', 27.4);
  await bench.wait(9);
  expect(bench.open()).toHaveLength(1);
  await bench.wait(1);
  expect(bench.open()).toEqual([]);
  expect(bench.asked.map(({ type }) => type)).toEqual(['alarm.raise', 'alarm.resolve']);
});

test('FR-130-180 a value that comes back before its delay is over never rings', async () => {
  const bench = workbench();
  await bench.say('A01', 'temperature', 29);
  await bench.wait(2);
  await bench.say('A01', 'temperature', 27.9);
  await bench.wait(60);
  expect(bench.asked).toEqual([]);
});

test('FR-130-180 a value that was calm, leaves its band and comes back to it in time never rings either', async () => {
  const bench = workbench();
  for (const value of [27, 27.1, 29, 27]) {
    await bench.say('A01', 'temperature', value);
    await bench.wait(1);
  }
  await bench.wait(60);
  expect(bench.asked).toEqual([]);
});

test('FR-130-180 a UPS on battery rings at once', async () => {
  const bench = workbench();
  await bench.say('ups-a', 'state', 3);
  expect(bench.open()).toEqual(['ups-on-battery ACTIVE']);
  await bench.say('ups-a', 'state', 1);
  expect(bench.open()).toEqual([]);
});

test('FR-130-181 while the door is slow, one alarm is asked for once', async () => {
  const bench = workbench();
  bench.hold();
  for (let n = 0; n < 5; n += 1) await bench.say('ups-a', 'state', 3);
  await bench.wait(30);
  expect(bench.asked).toHaveLength(1);
  await bench.letGo();
  await bench.say('ups-a', 'state', 3);
  expect([bench.asked.length, bench.open()]).toEqual([1, ['ups-on-battery ACTIVE']]);
});

test('FR-130-182 a deviation compares with the latest word of the other metric, and waits for one', async () => {
  const bench = workbench();
  await bench.change('crac-supply-high', { onDelay: 0, offDelay: 0 });
  await bench.say('crac-01', 'supply-temperature', 25);
  expect(bench.open()).toEqual([]);
  await bench.say('crac-01', 'setpoint', 20);
  await bench.say('crac-01', 'supply-temperature', 22.9);
  expect(bench.open()).toEqual([]);
  await bench.say('crac-01', 'supply-temperature', 23.1);
  expect(bench.lab.world.alarms.open()[0]?.message).toBe('Supply air 3.1 K over its set-point, 3.0 allowed');
  await bench.say('crac-01', 'supply-temperature', 22.4);
  expect(bench.open()).toEqual([]);
});

test('FR-130-182 a rate rings while the limit is still far', async () => {
  const bench = workbench();
  await bench.say('A01', 'temperature', 20);
  await bench.wait(60);
  await bench.say('A01', 'temperature', 26);
  await bench.wait(60);
  expect(bench.lab.world.alarms.open().map(({ rule, message }) => [rule, message])).toEqual([
    ['inlet-rise', 'Inlet rises 0.40 K/min, more than 0.37'],
  ]);
});

test('FR-130-183 a sensor that is silent for five of its periods rings, and stops when it speaks', async () => {
  const bench = workbench();
  const sensor = bench.lab.sensor('A01', 'temperature');
  await bench.say('A01', 'temperature', 22);
  const since = bench.lab.world.now();
  await bench.wait(100);
  bench.engine.lost(sensor, { since, period: 30_000 });
  await bench.wait(49);
  expect(bench.open()).toEqual([]);
  await bench.wait(1);
  expect(bench.lab.world.alarms.open()[0]?.message).toBe('Inlet has said nothing for 5 periods');
  bench.engine.back(sensor);
  await bench.settle();
  expect(bench.open()).toEqual([]);
});

test('FR-130-183 a silence that rang before the engine began ends with the first word', async () => {
  const bench = workbench();
  const sensor = bench.lab.sensor('A01', 'temperature');
  did(bench.lab.world, { type: 'alarm.raise', rule: 'sensor-stale', sensor, value: 5 });
  await bench.say('A01', 'temperature', 22);
  expect(bench.open()).toEqual([]);
});

test('FR-130-181 an alarm that someone else raised ends with the readings, however calm they were', async () => {
  const bench = workbench();
  const sensor = bench.lab.sensor('A01', 'temperature');
  for (const value of [22, 22.1, 22]) {
    await bench.say('A01', 'temperature', value);
    await bench.wait(1);
  }
  did(bench.lab.world, { type: 'alarm.raise', rule: 'inlet-critical', sensor, value: 40 });
  await bench.wait(1);
  await bench.say('A01', 'temperature', 22);
  await bench.wait(10);
  expect(bench.open()).toEqual([]);
});

test('FR-130-184 what is out of service is not asked for, and is judged anew when it is back', async () => {
  const bench = workbench();
  const sensor = bench.lab.sensor('ups-a', 'state');
  did(bench.lab.world, { type: 'alarm.service', sensor, service: 'out', reason: 'tested' });
  await bench.say('ups-a', 'state', 3);
  expect(bench.asked).toEqual([]);
  did(bench.lab.world, { type: 'alarm.service', sensor, service: 'in' });
  await bench.say('ups-a', 'state', 3);
  expect(bench.open()).toEqual(['ups-on-battery ACTIVE']);
  await bench.change('ups-on-battery', { service: 'out-of-service' });
  await bench.say('ups-a', 'state', 1);
  await bench.wait(5);
  expect(bench.open()).toEqual(['ups-on-battery ACTIVE']);
});

test('FR-130-184 a latched alarm is left alone once it returned, and raised again when its cause is', async () => {
  const bench = workbench();
  await bench.say('crac-01', 'leak', 1);
  await bench.say('crac-01', 'leak', 0);
  await bench.say('crac-01', 'leak', 0);
  expect(bench.asked).toHaveLength(2);
  expect(bench.lab.world.alarms.open()[0]?.condition).toBe('gone');
  await bench.say('crac-01', 'leak', 1);
  expect(bench.lab.world.alarms.open().map(({ id, condition }) => [id, condition])).toEqual([
    ['alarm-1', 'present'],
  ]);
});

test('FR-130-179 what outlasts its root for ten minutes of the lab rings for itself', async () => {
  const bench = workbench();
  await bench.say('crac-01', 'state', 3);
  await bench.wait(3);
  for (const rack of ['A01', 'A02']) await bench.say(rack, 'temperature', 29);
  await bench.wait(3);
  const roots = () => bench.lab.world.alarms.open().map(({ source, root }) => [source, root]);
  await bench.say('crac-01', 'state', 1);
  await bench.wait(300);
  await bench.say('A02', 'temperature', 22);
  await bench.wait(200);
  expect(roots()).toEqual([['rack-1', 'alarm-1']]);
  await bench.wait(240);
  expect(roots()).toEqual([['rack-1', null]]);
});

test('FR-130-185 a rule that changes is in force with the next tick, and ends what it no longer watches', async () => {
  const bench = workbench();
  await bench.say('A01', 'temperature', 26);
  await bench.wait(20);
  expect(bench.open()).toEqual([]);
  await bench.change('inlet-warning', { test: { type: 'limit', direction: 'above', limit: 25 } });
  await bench.say('A01', 'temperature', 26);
  await bench.wait(3);
  expect(bench.open()).toEqual(['inlet-warning ACTIVE']);
  await bench.change('inlet-warning', { within: [bench.lab.thing('A02')] });
  expect(bench.open()).toEqual([]);
  await bench.say('A02', 'temperature', 26);
  await bench.wait(3);
  expect(bench.open()).toEqual(['inlet-warning ACTIVE']);
  did(bench.lab.world, { type: 'rule.remove', id: 'inlet-warning' });
  await bench.wait(1);
  expect(bench.open()).toEqual([]);
});

test('FR-130-185 what waits for its delay is kept when other rules change, and forgotten when another world comes', async () => {
  const bench = workbench();
  await bench.say('A01', 'temperature', 29);
  await bench.wait(2);
  await bench.change('leak', { title: 'Water' });
  await bench.wait(1);
  expect(bench.open()).toEqual(['inlet-warning ACTIVE']);
  await bench.say('A02', 'temperature', 29);
  bench.use(facility(2).world);
  await bench.wait(30);
  expect(bench.open()).toEqual([]);
});

test('FR-130-181 a refusal is logged and the next reading asks again', async () => {
  const { world, sensor } = facility(1);
  const warned: string[] = [];
  let refusals = 0;
  const engine = createAlarmEngine({
    world: () => world,
    latest: () => Number.NaN,
    execute: async () => {
      refusals += 1;
      return refusals === 1 ? refused('fault-injected', 'chaos') : accepted(null);
    },
    log: { ...silentLog, warn: (message) => warned.push(message) },
  });
  engine.arrange([sensor('ups-a', 'state')]);
  for (let n = 0; n < 2; n += 1) {
    engine.judge(0, 3, 0);
    await new Promise((done) => setImmediate(done));
  }
  expect([refusals, warned]).toEqual([2, ['an alarm was refused']]);
});
