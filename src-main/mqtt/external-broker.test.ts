import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import mqtt from 'mqtt';
import { afterEach, expect, test } from 'vitest';
import { silentLog } from '../host/log.ts';
import type { Broker } from './broker.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';
import { openExternalBroker, type ExternalBrokerOptions } from './external-broker.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function openServer(port = 0): Promise<Broker> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  return opened.value;
}

async function openClient(url: string, options: Partial<ExternalBrokerOptions> = {}): Promise<Broker> {
  const limits = { firstRetryMillis: 5, lastRetryMillis: 10, ...options.limits };
  const opened = await openExternalBroker({ log: silentLog, ...options, url, limits });
  if (!opened.ok) throw new Error(opened.refusal.message);
  closers.push(opened.value.close);
  return opened.value;
}

// The seam has no event for its state, because nobody but a status screen asks.
const becomes = (broker: Broker, state: string): Promise<void> =>
  expect.poll(() => broker.state().state, { interval: 2, timeout: 5000 }).toBe(state);

function listen(broker: Broker, filter: string): string[] {
  const heard: string[] = [];
  broker.subscribe(filter, (topic, payload) => heard.push(`${topic} ${Buffer.from(payload).toString()}`));
  return heard;
}

const portOf = (broker: Broker): number => Number(new URL(broker.state().address).port);

test('FR-140-050 with an outside broker our own messages come back as hardware hears them', async () => {
  const server = await openServer();
  const outside = listen(server, 'dc/#');
  const broker = await openClient(server.state().address);
  const heard = listen(broker, 'dc/#');
  await becomes(broker, 'up');
  broker.publish({ topic: 'dc/a', payload: '1', qos: 0, retain: true });
  broker.publish({ topic: 'dc/b', payload: Buffer.from('2'), qos: 1, retain: false });
  await broker.drained();
  expect(heard.filter((line) => !line.includes('$'))).toEqual(['dc/a 1', 'dc/b 2']);
  expect(outside.filter((line) => !line.includes('$'))).toEqual(['dc/a 1', 'dc/b 2']);
  expect(broker.counts()).toEqual({ perMinute: 2, rejected: 0 });
});

test('FR-140-051 a broker that comes back finds us subscribed, and gets what waited', async () => {
  const first = await openServer();
  const broker = await openClient(first.state().address);
  const heard = listen(broker, 'dc/#');
  await becomes(broker, 'up');
  await first.close();
  await becomes(broker, 'down');
  broker.publish({ topic: 'dc/missed', payload: '1', qos: 0, retain: false });
  await broker.drained();
  expect(broker.state().detail).toContain('1 messages wait');
  const second = await openServer(portOf(first));
  await becomes(broker, 'up');
  second.publish({ topic: 'dc/after', payload: '2', qos: 0, retain: false });
  await expect.poll(() => heard.toSorted()).toEqual(['dc/after 2', 'dc/missed 1']);
});

test('FR-140-052 while the broker is away the oldest readings go first, and are counted', async () => {
  const first = await openServer();
  await first.close();
  const broker = await openClient(first.state().address, { limits: { maxWaiting: 3 } });
  for (let n = 0; n < 5; n += 1) broker.publish({ topic: 'dc/r', payload: `${n}`, qos: 0, retain: false });
  broker.publish({ topic: 'dc/alarm', payload: 'hot', qos: 1, retain: false });
  expect(broker.counts().rejected).toBe(2);
  const heard = listen(broker, 'dc/#');
  await openServer(portOf(first));
  await becomes(broker, 'up');
  await broker.drained();
  expect(heard.filter((line) => line.startsWith('dc/r'))).toEqual(['dc/r 2', 'dc/r 3', 'dc/r 4']);
  expect(heard).toContain('dc/alarm hot');
});

test.each(['http://127.0.0.1:1883', 'localhost', 'mqtt://', ''])(
  'FR-140-053 %j is refused with a hint',
  async (url) => {
    const opened = await openExternalBroker({ url, log: silentLog });
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'invalid-input', hint: expect.any(String) } });
  },
);

test('FR-140-053 no password of an address is ever shown', async () => {
  const opened = await openExternalBroker({ url: 'http://me:secret@host', log: silentLog });
  expect(JSON.stringify(opened)).not.toContain('secret');
  const broker = await openClient('mqtt://me:secret@127.0.0.1:9');
  expect(JSON.stringify(broker.state())).not.toContain('secret');
});

test('FR-140-054 overlapping subscriptions hear a message once each', async () => {
  const server = await openServer();
  const broker = await openClient(server.state().address);
  const wide = listen(broker, 'dc/#');
  const narrow = listen(broker, 'dc/+/alarms/#');
  await becomes(broker, 'up');
  server.publish({ topic: 'dc/s/alarms/alarm-1', payload: 'hot', qos: 1, retain: false });
  await broker.drained();
  expect([wide.filter((line) => !line.includes('$')), narrow]).toEqual([
    ['dc/s/alarms/alarm-1 hot'],
    ['dc/s/alarms/alarm-1 hot'],
  ]);
});

test('FR-140-055 what was retained before we asked is not taken for news', async () => {
  const server = await openServer();
  server.publish({ topic: 'dc/old', payload: '1', qos: 0, retain: true });
  await server.drained();
  const broker = await openClient(server.state().address);
  const heard = listen(broker, 'dc/#');
  await becomes(broker, 'up');
  server.publish({ topic: 'dc/new', payload: '2', qos: 0, retain: true });
  await broker.drained();
  expect(heard.filter((line) => !line.includes('$'))).toEqual(['dc/new 2']);
});

test('FR-140-056 should the host die, the broker says so for it', async () => {
  const server = await openServer();
  const sockets: Socket[] = [];
  const cable = createServer((socket) => {
    const onward = connect(portOf(server), '127.0.0.1');
    sockets.push(socket, onward);
    for (const one of [socket, onward]) one.on('error', () => {});
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => cable.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => cable.close(resolve)));
  const { port } = cable.address() as AddressInfo;
  const said = new Promise((resolve) =>
    server.subscribe('dc/$state', (_, payload) => resolve(Buffer.from(payload).toString())),
  );
  const broker = await openClient(`mqtt://127.0.0.1:${port}`, {
    will: { topic: 'dc/$state', payload: 'offline' },
  });
  await becomes(broker, 'up');
  for (const socket of sockets) socket.destroy();
  expect(await said).toBe('offline');
  const late = await mqtt.connectAsync(server.state().address, { reconnectPeriod: 0 });
  closers.push(() => late.endAsync(true));
  const kept = new Promise((resolve) => late.once('message', (_, payload) => resolve(payload.toString())));
  await late.subscribeAsync('dc/$state');
  expect(await kept).toBe('offline');
});

test('FR-140-075 at each connection the host is born again, and those who retain at the broker are told', async () => {
  const port = portOf(await openServer());
  await closers.pop()?.();
  let reached = 0;
  const broker = await openClient(`mqtt://127.0.0.1:${port}`, {
    birth: { topic: 'dc/$state', payload: 'online' },
  });
  const dispose = broker.onReached(() => (reached += 1));
  for (const times of [1, 2]) {
    const server = await openServer(port);
    const heard = listen(server, 'dc/$state');
    await becomes(broker, 'up');
    await broker.drained();
    expect([heard, reached]).toEqual([['dc/$state online'], times]);
    await closers.pop()?.();
    await becomes(broker, 'down');
  }
  dispose();
  await openServer(port);
  await becomes(broker, 'up');
  expect(reached).toBe(2);
});
