import { afterEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../src-main/host/log.ts';
import type { Broker } from '../../src-main/mqtt/broker.ts';
import { openEmbeddedBroker } from '../../src-main/mqtt/embedded-broker.ts';
import { openExternalBroker } from '../../src-main/mqtt/external-broker.ts';
import { createIngest } from '../../src-main/mqtt/ingest.ts';
import { createPublisher } from '../../src-main/mqtt/publisher.ts';
import { freePort, missing, startMosquitto, startPeer } from './mosquitto.ts';

const reason = missing('mosquitto') ?? missing('mosquitto_pub') ?? missing('mosquitto_sub');
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function openEmbedded(): Promise<{ readonly broker: Broker; readonly at: readonly string[] }> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  const { hostname, port } = new URL(opened.value.state().address);
  return { broker: opened.value, at: ['-h', hostname, '-p', port] };
}

async function openExternal(url: string): Promise<Broker> {
  const limits = { firstRetryMillis: 10, lastRetryMillis: 50 };
  const opened = await openExternalBroker({ url, log: silentLog, limits });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  return opened.value;
}

const topic = 'dc/site1/room1/rack-A01/temperature';

const firstReading = (broker: Broker): Promise<readonly [number, number, string]> =>
  new Promise((resolve) => {
    const ingest = createIngest({
      broker,
      log: silentLog,
      now: () => 0,
      onReading: (index, value, { quality }) => resolve([index, value, quality]),
    });
    ingest.replaceIndex({ topics: new Map([[topic, 3]]), units: ['', '', '', 'Cel'] });
  });

const becomes = (broker: Broker, state: string): Promise<void> =>
  expect.poll(() => broker.state().state, { interval: 5, timeout: 10_000 }).toBe(state);

describe.runIf(reason === null)('mosquitto', () => {
  test('FR-140-060 mosquitto_sub that comes late reads the last value and the meta of a sensor', async () => {
    const { broker, at } = await openEmbedded();
    const publisher = createPublisher(broker);
    publisher.replaceSensors([{ topic, metric: 'temperature', limits: { warning: 28, critical: 32 } }]);
    publisher.reading(0, 22.36, 1_767_600_000_000);
    await broker.drained();
    const late = startPeer('mosquitto_sub', [...at, '-t', 'dc/#', '-F', '%r %t %p']);
    closers.push(late.stop);
    const lines = [await late.line(), await late.line()];
    expect(lines.toSorted()).toEqual([
      `1 ${topic} {"v":22.4,"u":"Cel","t":1767600000000,"q":"sim","s":0}`,
      `1 ${topic}/$meta {"metric":"temperature","label":"Temperature","unit":"Cel","decimals":1,"limits":{"warning":28,"critical":32}}`,
    ]);
    publisher.reading(0, 23, 1_767_600_001_000);
    expect(await late.line()).toBe(`0 ${topic} {"v":23,"u":"Cel","t":1767600001000,"q":"sim","s":1}`);
  });

  test.each(['0', '1', '2'])(
    'FR-140-061 a reading of mosquitto_pub with QoS %s lands at its sensor',
    async (qos) => {
      const { broker, at } = await openEmbedded();
      const reading = firstReading(broker);
      const sender = startPeer('mosquitto_pub', [...at, '-q', qos, '-r', '-t', topic, '-m', '24.5']);
      closers.push(sender.stop);
      expect(await reading).toEqual([3, 24.5, 'good']);
    },
  );

  test('FR-140-062 a client of another protocol version, or one that writes to a reserved topic, is turned away', async () => {
    const { at } = await openEmbedded();
    const five = spawnPublish([...at, '-V', 'mqttv5', '-t', topic, '-m', '1']);
    const reserved = spawnPublish([...at, '-q', '1', '-t', '$SYS/x', '-m', '1']);
    expect([(await five) !== 0, (await reserved) !== 0]).toEqual([true, true]);
  });

  test('FR-140-063 with mosquitto outside, hardware and bots meet there', async () => {
    const mosquitto = await startMosquitto(await freePort());
    closers.push(mosquitto.kill);
    const broker = await openExternal(mosquitto.url);
    const reading = firstReading(broker);
    await becomes(broker, 'up');
    const { hostname, port } = new URL(mosquitto.url);
    const at = ['-h', hostname, '-p', port];
    expect(await spawnPublish([...at, '-t', topic, '-m', '{"v":25.5,"u":"Cel"}'])).toBe(0);
    expect(await reading).toEqual([3, 25.5, 'good']);
    broker.publish({ topic: `${topic}/$meta`, payload: 'kept', qos: 0, retain: true });
    await broker.drained();
    const late = startPeer('mosquitto_sub', [...at, '-t', 'dc/#', '-F', '%r %p']);
    closers.push(late.stop);
    expect(await late.line()).toBe('1 kept');
  });

  test('FR-140-064 mosquitto is killed and started again: no QoS 1 message is lost, none waits for ever', async () => {
    const port = await freePort();
    const first = await startMosquitto(port);
    const broker = await openExternal(first.url);
    const heard = new Set<string>();
    broker.subscribe('dc/site1/alarms/#', (_, payload) => heard.add(Buffer.from(payload).toString()));
    await becomes(broker, 'up');
    const send = (from: number, to: number): void => {
      for (let n = from; n < to; n += 1) {
        broker.publish({ topic: `dc/site1/alarms/alarm-${n}`, payload: `${n}`, qos: 1, retain: false });
      }
    };
    send(0, 500);
    await broker.drained();
    expect(heard.size).toBe(500);
    await first.kill();
    await becomes(broker, 'down');
    send(500, 1000);
    const second = await startMosquitto(port);
    closers.push(second.kill);
    await becomes(broker, 'up');
    send(1000, 1500);
    await broker.drained();
    expect(heard.size).toBe(1500);
    expect(broker.counts().rejected).toBe(0);
  });
});

/** Exit code of mosquitto_pub. Never synchronously: the broker it talks to may live in this process. */
function spawnPublish(args: readonly string[]): Promise<number | null> {
  const peer = startPeer('mosquitto_pub', args);
  return new Promise((resolve) => peer.process.once('close', resolve));
}
