import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import mqtt from 'mqtt';
import { silentLog } from '../../src-main/host/log.ts';
import type { Broker } from '../../src-main/mqtt/broker.ts';
import { openEmbeddedBroker } from '../../src-main/mqtt/embedded-broker.ts';
import { openExternalBroker } from '../../src-main/mqtt/external-broker.ts';
import { createIngest } from '../../src-main/mqtt/ingest.ts';
import { createPublisher } from '../../src-main/mqtt/publisher.ts';
import { freePort, missing, startMosquitto } from '../peers/mosquitto.ts';

// Run by itself: node tests/performance/mqtt.bench.ts. Prints figures, asserts none.

const topics = Array.from({ length: 20_000 }, (_, n) => `dc/s/r/rack-${n}/temperature`);
const fanIn = { clients: 20, each: 10_000 };
const noCap = { messagesPerSecond: 1e9, burst: 1e9 };

type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Time until a new client has the retained message of each topic it asked for. */
async function retainedReplay(url: string, filters: readonly string[], expected: number): Promise<number> {
  const client = await mqtt.connectAsync(url, { reconnectPeriod: 0 });
  const all = new Promise<void>((resolve) => {
    let heard = 0;
    client.on('message', () => {
      heard += 1;
      if (heard === expected) resolve();
    });
  });
  const millis = await timed(async () => {
    for (const filter of filters) client.subscribe(filter);
    await all;
  });
  await client.endAsync(true);
  return millis;
}

async function inProcess(broker: Broker, count: number): Promise<number> {
  const heard = Promise.withResolvers<void>();
  let readings = 0;
  const ingest = createIngest({
    broker,
    log: silentLog,
    now: () => 0,
    onReading: () => {
      readings += 1;
      if (readings === count) heard.resolve();
    },
  });
  ingest.replaceIndex({
    topics: new Map(topics.map((topic, n) => [topic, n])),
    units: topics.map(() => 'Cel'),
  });
  const publisher = createPublisher(broker);
  publisher.replaceSensors(topics.map((topic) => ({ topic, metric: 'temperature' })));
  await broker.drained();
  const millis = await timed(async () => {
    for (let n = 0; n < count; n += 1) {
      publisher.reading(n % topics.length, 20 + (n % 100) / 10, n);
      // One turn of the pacer publishes about as many.
      if (n % 2000 === 1999) await broker.drained();
    }
    await heard.promise;
  });
  ingest.close();
  return millis;
}

async function tcpFanIn(broker: Broker, url: string): Promise<number> {
  const total = fanIn.clients * fanIn.each;
  const load = fileURLToPath(new URL('mqtt-load.ts', import.meta.url));
  const heard = Promise.withResolvers<number>();
  let count = 0;
  let from = 0;
  const dispose = broker.subscribe('dc/s/#', () => {
    if (count === 0) from = performance.now();
    count += 1;
    if (count === total) heard.resolve(performance.now() - from);
  });
  const child = spawn(process.execPath, [load, new URL(url).port, `${fanIn.clients}`, `${fanIn.each}`], {
    stdio: 'inherit',
  });
  const millis = await heard.promise;
  child.kill();
  dispose();
  return millis;
}

/** What the issue asks of the broker inside. */
const replayLimit = 200;

async function measure(name: string, broker: Broker, url: string): Promise<Row[]> {
  const inside = name === 'embedded';
  const count = inside ? 400_000 : 100_000;
  const perSecond = (messages: number, millis: number): number => messages / (millis / 1000);
  const singles = topics.filter((_, n) => n % 20 === 0);
  return [
    {
      name: `${name}: publisher → broker → ingest, retained`,
      value: perSecond(count, await inProcess(broker, count)),
      unit: '/s',
    },
    {
      name: `${name}: 1,000 single subscriptions over 20,000 retained`,
      value: await retainedReplay(url, singles, singles.length),
      unit: 'ms',
      ...(inside ? { limit: replayLimit } : {}),
    },
    {
      name: `${name}: one + subscription over 20,000 retained`,
      value: await retainedReplay(url, ['dc/s/r/+/temperature'], topics.length),
      unit: 'ms',
    },
    {
      name: `${name}: ${fanIn.clients} TCP clients → listener, QoS 0`,
      value: perSecond(fanIn.clients * fanIn.each, await tcpFanIn(broker, url)),
      unit: '/s',
    },
  ];
}

async function embedded(): Promise<Row[]> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog, limits: noCap });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const rows = await measure('embedded', opened.value, opened.value.state().address);
  await opened.value.close();
  return rows;
}

async function outside(): Promise<Row[]> {
  const reason = missing('mosquitto');
  if (reason !== null) {
    process.stdout.write(`without mosquitto: ${reason}\n`);
    return [];
  }
  const mosquitto = await startMosquitto(await freePort());
  const opened = await openExternalBroker({ url: mosquitto.url, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  while (opened.value.state().state !== 'up') await new Promise((resolve) => setTimeout(resolve, 10));
  const rows = await measure('mosquitto', opened.value, mosquitto.url);
  await opened.value.close();
  await mosquitto.kill();
  return rows;
}

export const run = async (): Promise<Row[]> => [...(await embedded()), ...(await outside())];
