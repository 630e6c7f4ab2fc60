import { connectAsync } from 'mqtt';
import type { MqttClient } from 'mqtt';
import { expect, test } from 'vitest';
import type { HardwareState } from '../../../sim/contract/settings.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { handOver, layCable, onEnd, openBench, openBroker, sourcesOf } from './bench.fixture.ts';
import type { TestBench } from './bench.fixture.ts';
import { levelsHeard, mqttProblem } from './mqtt-filter.ts';

const portOf = (broker: Broker): number => Number(new URL(broker.state().address).port);

async function speaker(broker: Broker): Promise<MqttClient> {
  const client = await connectAsync(broker.state().address);
  onEnd(() => client.endAsync());
  return client;
}

const source = (url: string | undefined, points: readonly object[], id = 'hall') => ({
  kind: 'mqtt',
  id,
  ...(url === undefined ? {} : { url }),
  points,
});

async function look(bench: TestBench, input: unknown): Promise<HardwareState> {
  const [one] = sourcesOf([input]);
  if (one === undefined) throw new Error('No source');
  const told = await bench.hardware.preview(one);
  if (!told.ok) throw new Error(told.refusal.message);
  return told.value;
}

const up = ({ state }: HardwareState): string => state;

test.each([
  ['hall/+/temp', 'hall/r1/temp', ['r1']],
  ['+/+', 'a/b', ['a', 'b']],
  ['a/#', 'a/b/c', []],
  ['a/#', 'a', []],
  ['a/+', 'a', null],
  ['a', 'a/b', null],
  ['+/b', '$SYS/b', null],
])('FR-130-151 the filter %s hears %s with its wildcards', (filter, topic, levels) => {
  expect(levelsHeard(filter, topic)).toEqual(levels);
});

test('FR-130-151 a filter with a wildcard out of place is told', () => {
  for (const wrong of ['a/b+', 'a/#/c', 'a#']) expect(mqttProblem(wrong)).toContain('is not a topic filter');
  expect(mqttProblem('a/+/#')).toBeNull();
});

test('FR-130-151 one point with a wildcard speaks for every rack its filter hears', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  for (const topic of bench.topics) handOver(bench.world, topic);
  const pattern = bench.topics[0].replace(/rack-[^/]+/, 'rack-{1}');
  const names = bench.topics.map((topic) => /rack-([^/]+)/.exec(topic)?.[1] ?? '');
  bench.set([
    source(foreign.state().address, [
      { topic: pattern, from: 'hall/+/env', template: '{{ {1}.temp_f | offset -32 }}', scale: 5 / 9 },
    ]),
  ]);
  await bench.becomes('hall', up, 'up');
  const client = await speaker(foreign);
  for (const [at, name] of names.entries()) {
    await client.publishAsync(`hall/${name}/env`, JSON.stringify({ [name]: { temp_f: 68 + at * 9 } }), {
      qos: 1,
    });
  }
  await client.publishAsync('hall/attic/env', '{"attic":{"temp_f":50}}', { qos: 1 });
  await bench.becomes('hall', ({ readings }) => readings, 3);
  expect(bench.published).toEqual([
    `${bench.topics[0]} {"v":20,"u":"Cel","q":"good"}`,
    `${bench.topics[1]} {"v":25,"u":"Cel","q":"good"}`,
  ]);
  const shown = bench.stateOf('hall').points;
  expect(shown.map(({ value, speaker: who }) => [value, who])).toEqual([
    [20, 'hardware'],
    [25, 'hardware'],
    [10, null],
  ]);
  expect(shown[2]?.problem).toMatch(/No sensor of this lab speaks on .*rack-attic.*Did you mean /);
});

test('FR-130-152 what is published while the line is cut arrives after it, none lost and in order', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  const cable = await layCable(portOf(foreign));
  bench.set([source(`mqtt://127.0.0.1:${cable.port}`, [{ topic: bench.topics[0], from: 'probe' }])]);
  await bench.becomes('hall', up, 'up');
  const client = await speaker(foreign);
  await client.publishAsync('probe', '20', { qos: 1 });
  await bench.becomes('hall', ({ readings }) => readings, 1);

  await cable.cut();
  await bench.becomes('hall', up, 'failing');
  expect(bench.stateOf('hall').errors).toBe(1);
  for (let n = 1; n <= 300; n += 1) await client.publishAsync('probe', `${20 + n / 100}`, { qos: 1 });
  expect(bench.stateOf('hall').readings).toBe(1);
  await cable.mend();
  await bench.becomes('hall', ({ state, points }) => [state, points[0]?.value], ['up', 23]);
  const values = bench.published.map(
    (line) => (JSON.parse(line.slice(line.indexOf('{'))) as { v: number }).v,
  );
  // At least once, says QoS 1: the last before the cut may come again.
  const apart = values.filter((value, at) => value !== values[at - 1]);
  expect(apart).toEqual(Array.from({ length: 301 }, (_, n) => Number((20 + n / 100).toPrecision(12))));
});

test('FR-130-152 what is published while the host is down waits for it, and is let go with its source', async () => {
  const foreign = await openBroker();
  const first = await openBench({ machine: 'here' });
  const sources = [source(foreign.state().address, [{ topic: first.topics[0], from: 'probe' }])];
  first.set(sources);
  await first.becomes('hall', up, 'up');
  await first.hardware.close();
  const client = await speaker(foreign);
  for (const value of ['21', '22']) await client.publishAsync('probe', value, { qos: 1 });

  const second = await openBench({ machine: 'here', sources });
  await second.becomes('hall', ({ readings }) => readings, 2);
  expect(second.published.map((line) => line.split('"v":')[1]?.slice(0, 2))).toEqual(['21', '22']);
  second.set([]);
  expect(second.hardware.states()).toEqual([]);
  await second.hardware.close();
  await client.publishAsync('probe', '23', { qos: 1 });

  const third = await openBench({ machine: 'here', sources });
  await third.becomes('hall', up, 'up');
  await client.publishAsync('probe', '24', { qos: 1 });
  await third.becomes('hall', ({ points }) => points[0]?.value, 24);
  expect(third.stateOf('hall').readings).toBe(1);
});

test('FR-130-152 a value that was retained is marked stale, and never covers a live one', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  const client = await speaker(foreign);
  await client.publishAsync('probe', '19', { qos: 1, retain: true });
  const cable = await layCable(portOf(foreign));
  bench.set([source(`mqtt://127.0.0.1:${cable.port}`, [{ topic: bench.topics[0], from: 'probe' }])]);
  await bench.becomes('hall', ({ readings }) => readings, 1);
  await client.publishAsync('probe', '20', { qos: 1 });
  await bench.becomes('hall', ({ readings }) => readings, 2);
  await cable.cut();
  await bench.becomes('hall', up, 'failing');
  await cable.mend();
  await bench.becomes('hall', up, 'up');
  await client.publishAsync('probe', '21', { qos: 1 });
  await bench.becomes('hall', ({ points }) => points[0]?.value, 21);
  const [topic] = bench.topics;
  // Where the cable was cut before the receipt was through, the broker says it once more: at least once is its promise.
  expect([...new Set(bench.published)]).toEqual([
    `${topic} {"v":19,"u":"Cel","q":"stale"}`,
    `${topic} {"v":20,"u":"Cel","q":"good"}`,
    `${topic} {"v":21,"u":"Cel","q":"good"}`,
  ]);
});

test('FR-130-153 devices that speak on the lab’s own broker need no address, and no circle of topics goes round', async () => {
  const bench = await openBench();
  const [one, two] = bench.topics;
  bench.set([
    source(undefined, [
      { topic: one, from: 'esp/+/t' },
      { topic: one, from: one },
      { topic: two, from: one },
      { topic: one, from: two, offset: 1 },
    ]),
  ]);
  await bench.becomes('hall', up, 'up');
  const client = await speaker(bench.broker);
  await client.publishAsync('esp/7/t', '21', { qos: 1 });
  await bench.becomes('hall', ({ points }) => points[0]?.value, 21);
  await client.publishAsync('esp/7/t', '22', { qos: 1 });
  await bench.becomes('hall', ({ points }) => points[0]?.value, 22);
  await bench.broker.drained();
  expect(bench.published).toEqual([21, 22].map((v) => `${one} {"v":${v},"u":"Cel","q":"good"}`));
  // A bot's reading is no echo of ours: here a circle is cut after one turn.
  await client.publishAsync(one, '30', { qos: 1 });
  await bench.becomes('hall', ({ points }) => points[1]?.problem, expect.stringContaining('only repeat'));
  await bench.broker.drained();
  expect(bench.published.slice(2)).toEqual([`${two} {"v":30,"u":"Cel","q":"good"}`]);
});

test('FR-130-153 a point whose bot still speaks says so, until the bot is switched off', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  bench.set([
    source(foreign.state().address, [{ topic: bench.topics[0], from: 'probe', metric: 'temperature' }]),
  ]);
  await bench.becomes('hall', up, 'up');
  expect(bench.stateOf('hall')).toMatchObject({
    detail: 'its bot still speaks: switch it off',
    points: [{ speaker: 'bot', sensor: expect.stringMatching(/^sensor-/) }],
  });
  handOver(bench.world, bench.topics[0]);
  expect(bench.stateOf('hall')).toMatchObject({ detail: '', points: [{ speaker: 'hardware' }] });
});

test('FR-130-154 a topic nobody has, a wrong metric and a wildcard too many are problems with a way out', async () => {
  const bench = await openBench();
  const [topic] = bench.topics;
  const wrong = topic.replace('temperature', 'temprature').toUpperCase();
  bench.set([
    source(undefined, [
      { topic: wrong, from: 'a' },
      { topic, from: 'b', metric: 'humidity' },
      { topic: 'dc/{2}', from: 'c/+' },
      { topic, from: 'd/#/e' },
    ]),
  ]);
  await bench.becomes('hall', up, 'up');
  expect(bench.stateOf('hall').points.map(({ problem }) => problem)).toEqual([
    expect.stringContaining(`Did you mean ${topic}?`),
    expect.stringContaining('measures Temperature, not Humidity'),
    expect.stringContaining('{2} asks for wildcard 2 of c/+, which has 1'),
    expect.stringContaining('is not a topic filter'),
  ]);
  const client = await speaker(bench.broker);
  await client.publishAsync('a', '20', { qos: 1 });
  await client.publishAsync('b', '20', { qos: 1 });
  await bench.becomes('hall', ({ points }) => points.slice(0, 2).map(({ value }) => value), [20, 20]);
  expect(bench.published).toEqual([]);
});

test('FR-130-150 a preview shows what would be read, publishes nothing and disturbs no source at work', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  const client = await speaker(foreign);
  const point = { topic: bench.topics[0], from: 'probe', template: '{{ t }}' };
  const at = foreign.state().address;
  bench.set([source(at, [point])]);
  await bench.becomes('hall', up, 'up');
  await client.publishAsync('probe', '{"t":20}', { qos: 1, retain: true });
  await bench.becomes('hall', ({ readings }) => readings, 1);
  const seen = await look(
    bench,
    source(at, [point, { ...point, template: '{{ x }}' }, { ...point, from: 'quiet' }]),
  );
  expect(seen.points.map(({ raw, value, problem }) => problem ?? [raw, value])).toEqual([
    ['{"t":20}', 20],
    expect.stringContaining('There is no x in {"t":20}'),
    expect.stringContaining('Nothing has arrived there'),
  ]);
  expect(bench.published).toHaveLength(1);
  expect(bench.stateOf('hall')).toMatchObject({ state: 'up', errors: 0, readings: 1 });
  const around = await look(bench, source(at, []));
  expect(around.heard).toEqual([{ from: 'probe', raw: '{"t":20}' }]);
});

test('FR-130-150 a preview of what cannot be reached says why, and too many at once are refused', async () => {
  const bench = await openBench();
  const points = [{ topic: bench.topics[0], from: 'probe' }];
  const dead = await look(bench, source('mqtt://127.0.0.1:1', points));
  expect([dead.state, dead.detail]).toEqual(['failing', expect.stringContaining('nothing listens there')]);
  const foreign = await look(bench, source('http://127.0.0.1', points));
  expect([foreign.state, foreign.detail]).toEqual(['failing', expect.stringContaining('mqtt://HOST:PORT')]);
  const [one] = sourcesOf([source(undefined, points)]);
  if (one === undefined) throw new Error('No source');
  const looks = await Promise.all(Array.from({ length: 5 }, () => bench.hardware.preview(one)));
  expect(looks.map((told) => (told.ok ? 'seen' : told.refusal.code))).toEqual([
    'seen',
    'seen',
    'seen',
    'seen',
    'busy',
  ]);
});

test('FR-130-155 sources come, change, are switched off and go with the settings, and tell of it', async () => {
  const bench = await openBench();
  const foreign = await openBroker();
  const at = foreign.state().address;
  const heard = new Promise<void>((resolve) => {
    const dispose = bench.hardware.listen(() => {
      dispose();
      resolve();
    });
  });
  bench.set([
    source(at, [], 'one'),
    { ...source(at, [{ topic: bench.topics[0], from: 'p' }], 'two'), state: 'off' },
  ]);
  await heard;
  await bench.becomes('one', up, 'up');
  expect(bench.hardware.states().map(({ id, state, detail }) => [id, state, detail])).toEqual([
    ['one', 'up', 'Connected, but there is no point to read yet'],
    ['two', 'off', 'Switched off; its bot still speaks: switch it off'],
  ]);
  bench.set([source(at, [{ topic: bench.topics[0], from: 'p' }], 'two')]);
  await bench.becomes('two', up, 'up');
  expect(bench.hardware.states()).toHaveLength(1);
  const client = await speaker(foreign);
  await client.publishAsync('p', '20', { qos: 1 });
  await bench.becomes('two', ({ readings, lastAt }) => [readings, lastAt !== null], [1, true]);
});
