import { expect, test, vi } from 'vitest';
import { alarmSchema } from '../../sim/contract/alarms.ts';
import { readingPayloadSchema } from '../../sim/contract/telemetry.ts';
import type { Broker, Message } from './broker.ts';
import { createPublisher, type SensorCard } from './publisher.ts';
import { nextPayload, readingLine } from './reading-line.ts';

function bench() {
  const sent: Message[] = [];
  const broker: Pick<Broker, 'publish'> = { publish: (message) => sent.push(message) };
  return { sent, publisher: createPublisher(broker as Broker), take: () => sent.splice(0) };
}

const inlet: SensorCard = {
  topic: 'dc/s/r/rack-A01/temperature',
  metric: 'temperature',
  limits: { warning: 28 },
};
const load: SensorCard = { topic: 'dc/s/power/ups-01/load', metric: 'load', model: 'Line-interactive 20 kW' };

test('FR-140-040 a reading is rounded to what its metric can tell, retained, with unit, lab time and sequence', () => {
  const { publisher, take } = bench();
  publisher.replaceSensors([load, inlet]);
  take();
  publisher.reading(1, 22.360000000000003, 1_767_600_000_000);
  publisher.reading(1, 22.44, 1_767_600_001_000);
  const [first, second] = take();
  expect(first).toMatchObject({ topic: inlet.topic, qos: 0, retain: true });
  expect(first?.payload).toBe('{"v":22.4,"u":"Cel","t":1767600000000,"q":"sim","s":0}');
  expect(readingPayloadSchema.parse(JSON.parse(String(second?.payload)))).toMatchObject({ v: 22.4, s: 1 });
});

test('FR-140-040 what is not a number is never published', () => {
  const { publisher, take } = bench();
  publisher.replaceSensors([inlet]);
  take();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) publisher.reading(0, value, 0);
  publisher.reading(7, 1, 0);
  expect(take()).toEqual([]);
});

test('FR-140-041 meta is published when it changes; of a sensor that went, the retained messages are wiped', () => {
  const { publisher, take } = bench();
  publisher.replaceSensors([inlet, load]);
  expect(take().map(({ topic, payload }) => [topic, JSON.parse(String(payload))])).toEqual([
    [
      `${inlet.topic}/$meta`,
      { metric: 'temperature', label: 'Temperature', unit: 'Cel', decimals: 1, limits: { warning: 28 } },
    ],
    [
      `${load.topic}/$meta`,
      { metric: 'load', label: 'Load', unit: '%', decimals: 1, model: 'Line-interactive 20 kW' },
    ],
  ]);
  publisher.reading(0, 22, 0);
  take();
  publisher.replaceSensors([{ ...inlet, limits: { warning: 29 } }]);
  expect(take().map(({ topic, payload }) => [topic, payload === ''])).toEqual([
    [load.topic, true],
    [`${load.topic}/$meta`, true],
    [`${inlet.topic}/$meta`, false],
  ]);
  publisher.reading(0, 22, 0);
  expect(String(take()[0]?.payload)).toContain('"s":1');
});

test('FR-140-042 an alarm is retained with QoS 1 while it stands; resolved, it is told once more and wiped', () => {
  const { publisher, take } = bench();
  const alarm = alarmSchema.parse({
    id: 'alarm-7',
    rule: 'inlet-warning',
    sensor: 'sensor-1',
    source: 'rack-1',
    severity: 'major',
    state: 'ACTIVE',
    message: 'Inlet 28.4 °C above 28.0',
    value: 28.4,
    limit: 28,
    raisedAt: 0,
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: null,
  });
  publisher.alarm('site1', alarm);
  publisher.alarm('site1', { ...alarm, state: 'RESOLVED' });
  const topic = 'dc/site1/alarms/alarm-7';
  expect(take().map(({ payload, ...rest }) => [rest, payload === ''])).toEqual([
    [{ topic, qos: 1, retain: true }, false],
    [{ topic, qos: 1, retain: true }, false],
    [{ topic, qos: 1, retain: true }, true],
  ]);
});

const status: SensorCard = {
  topic: 'dc/s/power/ups-01/status',
  metric: 'state',
  words: ['off', 'online', 'eco', 'on-battery'],
};

test('FR-140-072 a metric whose values are words says the word beside the number, and meta lists them', () => {
  const { publisher, take } = bench();
  publisher.replaceSensors([status]);
  expect(JSON.parse(String(take()[0]?.payload))).toMatchObject({ metric: 'state', words: status.words });
  publisher.reading(0, 3, 7000);
  publisher.reading(0, 9, 8000);
  expect(take().map(({ payload }) => payload)).toEqual([
    '{"v":3,"u":"1","w":"on-battery","t":7000,"q":"sim","s":0}',
    '{"v":9,"u":"1","w":"unknown","t":8000,"q":"sim","s":1}',
  ]);
});

test('FR-140-073 each sensor counts its own readings, across a change of the inventory, to 2³² and round', () => {
  const { publisher, take } = bench();
  const sequences = (): number[] =>
    take()
      .filter(({ topic, payload }) => !topic.endsWith('$meta') && payload !== '')
      .map(({ payload }) => (JSON.parse(String(payload)) as { s: number }).s);
  publisher.replaceSensors([inlet, status]);
  publisher.reading(0, 22, 0);
  publisher.reading(0, 22, 0);
  publisher.reading(1, 1, 0);
  expect(sequences()).toEqual([0, 1, 0]);
  publisher.replaceSensors([load, inlet]);
  publisher.reading(1, 22, 0);
  publisher.reading(0, 40, 0);
  expect(sequences().slice(-2)).toEqual([2, 0]);
  const line = readingLine({ topic: inlet.topic, metric: 'temperature', words: null }, 2 ** 32 - 1);
  const stamp = { at: 0, quality: 'sim' } as const;
  expect(
    [nextPayload(line, 22, stamp), nextPayload(line, 22, stamp)].map((text) => JSON.parse(text)),
  ).toMatchObject([{ s: 2 ** 32 - 1 }, { s: 0 }]);
});

test('FR-140-074 the state of a thing is retained with QoS 1 when it changes, and wiped with the thing', () => {
  const { publisher, take } = bench();
  const [rack, ups] = ['dc/s/r/rack-A01', 'dc/s/power/ups-01'] as const;
  publisher.replaceDevices([rack, ups]);
  expect(take()).toEqual([]);
  publisher.deviceState(rack, 'online');
  publisher.deviceState(rack, 'online');
  publisher.deviceState(ups, 'stale');
  publisher.deviceState(rack, 'lost');
  expect(take()).toEqual([
    { topic: `${rack}/$state`, payload: 'online', qos: 1, retain: true },
    { topic: `${ups}/$state`, payload: 'stale', qos: 1, retain: true },
    { topic: `${rack}/$state`, payload: 'lost', qos: 1, retain: true },
  ]);
  publisher.replaceDevices([ups]);
  expect(take()).toEqual([{ topic: `${rack}/$state`, payload: '', qos: 1, retain: true }]);
  publisher.replaceDevices([rack, ups]);
  publisher.deviceState(rack, 'lost');
  expect(take()).toHaveLength(1);
});

test('FR-140-075 to a broker that came back, meta and states are said again, some at a time', async () => {
  const { publisher, take } = bench();
  const cards = Array.from({ length: 700 }, (_, n): SensorCard => ({
    topic: `dc/s/r/${n}`,
    metric: 'power',
  }));
  publisher.replaceSensors(cards);
  publisher.replaceDevices(['dc/s/r']);
  publisher.deviceState('dc/s/r', 'stale');
  const said = take();
  publisher.repeat();
  expect(take()).toEqual([]);
  await new Promise(setImmediate);
  expect(take()).toHaveLength(500);
  publisher.repeat();
  await vi.waitFor(() => expect(take()).toContainEqual(said.at(-1)));
  publisher.repeat();
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(take()).toEqual(said.map((message) => ({ ...message, qos: 1 })));
});

test('FR-140-043 the host says that it is there, and what time it is in the lab', () => {
  const { publisher, take } = bench();
  publisher.hostState('online');
  publisher.clock({ at: 1_767_600_000_000, running: true, speed: 60 });
  expect(take()).toEqual([
    { topic: 'dc/$state', payload: 'online', qos: 1, retain: true },
    { topic: 'dc/$clock', payload: '{"t":1767600000000,"running":true,"speed":60}', qos: 0, retain: true },
  ]);
});
