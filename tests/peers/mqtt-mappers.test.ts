import { afterEach, describe, expect, test } from 'vitest';
import { accepted, refused } from '../../sim/contract/result.ts';
import { settingsSchema } from '../../sim/contract/settings.ts';
import { silentLog } from '../../src-main/host/log.ts';
import type { Broker } from '../../src-main/mqtt/broker.ts';
import { createCommands } from '../../src-main/mqtt/commands/commands.ts';
import { openEmbeddedBroker } from '../../src-main/mqtt/embedded-broker.ts';
import { openExternalBroker } from '../../src-main/mqtt/external-broker.ts';
import { createMappers } from '../../src-main/mqtt/mappers/mappers.ts';
import { smallSite } from '../../src-main/mqtt/mappers/small-site.fixture.ts';
import { createHostApplication } from '../../src-main/mqtt/mappers/sparkplug/host-application.fixture.ts';
import { createPublisher } from '../../src-main/mqtt/publisher.ts';
import { freePort, missing, startMosquitto, startPeer } from './mosquitto.ts';
import type { Peer } from './mosquitto.ts';

const reason = missing('mosquitto') ?? missing('mosquitto_pub') ?? missing('mosquitto_sub');
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Opened = { readonly broker: Broker; readonly url: string; readonly at: readonly string[] };

const addressOf = (url: string): string[] => ['-h', new URL(url).hostname, '-p', new URL(url).port];

async function openInside(): Promise<Opened> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  const url = opened.value.state().address;
  return { broker: opened.value, url, at: addressOf(url) };
}

async function openOutside(): Promise<Opened> {
  const mosquitto = await startMosquitto(await freePort());
  closers.push(mosquitto.kill);
  const opened = await openExternalBroker({ url: mosquitto.url, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  await expect.poll(() => opened.value.state().state, { interval: 5, timeout: 10_000 }).toBe('up');
  return { broker: opened.value, url: mosquitto.url, at: addressOf(mosquitto.url) };
}

const brokers = [
  ['inside', openInside],
  ['outside', openOutside],
] as const;

function listen(args: readonly string[]): Peer {
  const peer = startPeer('mosquitto_sub', args);
  closers.push(peer.stop);
  return peer;
}

/** Never synchronously: the broker it talks to may live in this process. */
function publish(args: readonly string[]): Promise<number | null> {
  const peer = startPeer('mosquitto_pub', args);
  return new Promise((resolve) => peer.process.once('close', resolve));
}

function openMappers({ broker, url }: Opened, on: object) {
  const site = smallSite();
  const settings = settingsSchema.parse({ mappers: on });
  const mappers = createMappers({
    broker,
    brokerUrl: () => url,
    settings: { get: () => settings, listen: () => () => {} },
    plan: site.plan,
    source: site.source,
    now: () => Date.now(),
    log: silentLog,
  });
  closers.push(mappers.close);
  return { site, mappers };
}

describe.runIf(reason === null).each(brokers)('mosquitto-clients, the broker %s', (_, open) => {
  test('FR-140-094 mosquitto_sub that comes late reads the state of each thing', async () => {
    const { broker, at } = await open();
    const publisher = createPublisher(broker);
    publisher.replaceDevices(['dc/s/r/rack-A01', 'dc/s/power/u']);
    publisher.deviceState('dc/s/r/rack-A01', 'online');
    publisher.deviceState('dc/s/power/u', 'lost');
    await broker.drained();
    const late = listen([...at, '-q', '1', '-t', 'dc/+/+/+/$state', '-F', '%r %t %p']);
    const lines = [await late.line(), await late.line()];
    expect(lines.toSorted()).toEqual(['1 dc/s/power/u/$state lost', '1 dc/s/r/rack-A01/$state online']);
    publisher.deviceState('dc/s/power/u', 'online');
    expect(await late.line()).toBe('0 dc/s/power/u/$state online');
  });

  test('FR-140-094 mosquitto_pub gives an order and mosquitto_sub hears the answer', async () => {
    const { broker, at } = await open();
    const { inventory } = smallSite();
    const orders: unknown[] = [];
    const commands = createCommands({
      broker,
      world: () => ({ inventory }),
      isSensorTopic: () => false,
      execute: async (command) => {
        orders.push(command);
        return orders.length === 1 ? accepted(null) : refused('wrong-state', 'u has failed');
      },
      actorOf: () => ({ origin: 'api', name: 'mqtt', role: 'operator' }),
      log: silentLog,
    });
    closers.push(async () => commands.close());
    // A retained message that is there before tells when mosquitto_sub listens.
    broker.publish({ topic: 'my/answers/ready', payload: 'ready', qos: 1, retain: true });
    await broker.drained();
    const answers = listen([
      ...at,
      '-q',
      '1',
      '-t',
      'dc/+/+/+/cmd/+/response',
      '-t',
      'my/answers/#',
      '-F',
      '%q %t %p',
    ]);
    expect(await answers.line()).toContain('ready');
    const topic = 'dc/s/power/u/cmd/ups-eco';
    expect(await publish([...at, '-q', '1', '-t', topic, '-m', '{"id":"7"}'])).toBe(0);
    expect(await answers.line()).toBe(`1 ${topic}/response {"id":"7","ok":true}`);
    expect(orders).toEqual([{ type: 'plant.order', target: 'ups-u', verb: 'ups-eco', value: null }]);
    await publish([...at, '-q', '1', '-t', topic, '-m', '{"responseTopic":"my/answers/a"}']);
    expect(await answers.line()).toBe(
      '1 my/answers/a {"ok":false,"code":"wrong-state","message":"u has failed"}',
    );
    await publish([...at, '-q', '1', '-t', 'dc/s/power/u/cmd/jump', '-m', '{}']);
    expect(await answers.line()).toContain('"code":"unsupported"');
    await publish([...at, '-q', '1', '-t', topic, '-n']);
    expect(await answers.line()).toContain('"message":"The payload is empty."');
    expect(orders).toHaveLength(2);
  });

  test('FR-140-095 Home Assistant that comes late would find each sensor', async () => {
    const opened = await open();
    openMappers(opened, { homeAssistant: 'on' });
    const late = listen([...opened.at, '-t', 'homeassistant/#', '-F', '%r %t %p', '-C', '11']);
    const lines: string[] = [];
    while (lines.length < 11) lines.push(await late.line());
    const breaker = lines.find((line) => line.includes('binary_sensor/pdu-p/')) ?? '';
    expect(JSON.parse(breaker.slice(breaker.indexOf('{')))).toMatchObject({
      state_topic: 'dc/s/r/rack-a01/p/breaker',
      device_class: 'power',
    });
  });

  test('FR-140-095 mosquitto_sub hears the births of Sparkplug B in order, and the unified namespace', async () => {
    const opened = await open();
    const watch = listen([...opened.at, '-q', '1', '-t', 'spBv1.0/s/+/r/#', '-t', 'ready', '-F', '%t %x']);
    // Until mosquitto_sub hears this, it would miss a birth.
    const knock = setInterval(
      () => opened.broker.publish({ topic: 'ready', payload: 'x', qos: 0, retain: false }),
      20,
    );
    expect(await watch.line()).toContain('ready');
    clearInterval(knock);
    const { site, mappers } = openMappers(opened, { sparkplug: 'on', unifiedNamespace: 'on' });
    const application = createHostApplication();
    const next = async (): Promise<string> => {
      const line = await watch.line();
      const [topic = '', hex = ''] = line.split(' ');
      return topic === 'ready' ? next() : application.hear(topic, Buffer.from(hex, 'hex')).verb;
    };
    const verbs: string[] = [];
    while (verbs.length < 7) verbs.push(await next());
    expect(verbs).toEqual(['NBIRTH', ...Array.from({ length: 6 }, () => 'DBIRTH')]);
    mappers.reading(site.read('dc/s/r/rack-a01/temperature', 23.5, { at: 7000 }));
    expect(await next()).toBe('DDATA');
    expect(application.value('s/r/rack-a01', 'temperature')).toBe(23.5);
    const late = listen([...opened.at, '-t', 'coldaisle/#', '-F', '%r %t %p']);
    expect(await late.line()).toBe(
      '1 coldaisle/s/r/row-A/rack-a01/temperature {"v":23.5,"u":"Cel","t":7000,"q":"sim","s":0}',
    );
  });
});
