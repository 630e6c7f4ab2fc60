import { createServer } from 'node:net';
import mqtt from 'mqtt';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../host/log.ts';
import { client, gone, next, nextAt, open } from './broker.fixture.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';

test('FR-140-001 what a client publishes reaches listeners inside, and the other way round', async () => {
  const broker = await open();
  const hardware = await client(broker);
  const heard = next(broker, 'dc/#');
  hardware.publish('dc/s/r/rack-A01/temperature', '22.4');
  expect(await heard).toEqual(['dc/s/r/rack-A01/temperature', '22.4']);
  await hardware.subscribeAsync('dc/+/alarms/#', { qos: 1 });
  const told = nextAt(hardware);
  broker.publish({ topic: 'dc/s/alarms/alarm-1', payload: 'hot', qos: 1, retain: false });
  expect(await told).toEqual(['dc/s/alarms/alarm-1', 'hot', false]);
});

test('FR-140-083 listeners inside are told who sent a message, and whether to be retained', async () => {
  const broker = await open();
  const hardware = await client(broker, { clientId: 'plc-7' });
  const heard: unknown[] = [];
  broker.subscribe('a/#', (topic, _, mark) => heard.push([topic, { ...mark }]));
  await hardware.publishAsync('a/1', 'x', { qos: 1, retain: true });
  await hardware.publishAsync('a/2', 'x', { qos: 1 });
  broker.publish({ topic: 'a/3', payload: 'x', qos: 0, retain: true });
  await broker.drained();
  expect(heard).toEqual([
    ['a/1', { retain: true, client: 'plc-7' }],
    ['a/2', { retain: false, client: 'plc-7' }],
    ['a/3', { retain: true, client: null }],
  ]);
});

test('FR-140-002 a late subscriber gets the last value of every matching topic, and no other', async () => {
  const broker = await open();
  broker.publish({ topic: 'dc/s/r/rack-A01/temperature', payload: '20', qos: 0, retain: true });
  broker.publish({ topic: 'dc/s/r/rack-A01/temperature', payload: '21', qos: 0, retain: true });
  broker.publish({ topic: 'dc/s/r/rack-A02/temperature', payload: '22', qos: 0, retain: true });
  broker.publish({ topic: 'dc/s/r/rack-A02/power', payload: '3', qos: 0, retain: true });
  broker.publish({ topic: 'dc/s/r/rack-A03/temperature', payload: '9', qos: 0, retain: true });
  broker.publish({ topic: 'dc/s/r/rack-A03/temperature', payload: '', qos: 0, retain: true });
  await broker.drained();
  const late = await client(broker);
  const heard: string[] = [];
  const ended = new Promise<void>((resolve) =>
    late.on('message', (topic, payload) => {
      heard.push(`${topic} ${payload.toString()}`);
      if (heard.length === 2) late.publish('end', '.');
      if (topic === 'end') resolve();
    }),
  );
  await late.subscribeAsync(['dc/+/+/+/temperature', 'end']);
  await ended;
  expect(heard.toSorted()).toEqual([
    'dc/s/r/rack-A01/temperature 21',
    'dc/s/r/rack-A02/temperature 22',
    'end .',
  ]);
});

test('FR-140-002 a late subscriber gets retained messages by the hundred, each once', async () => {
  const broker = await open();
  const topics = Array.from({ length: 500 }, (_, n) => `dc/s/r/rack-${n}/temperature`);
  for (const topic of topics) broker.publish({ topic, payload: 'x', qos: 0, retain: true });
  await broker.drained();
  const late = await client(broker);
  const heard: string[] = [];
  const all = new Promise<void>((resolve) =>
    late.on('message', (topic) => {
      if (heard.push(topic) === topics.length) resolve();
    }),
  );
  await late.subscribeAsync('dc/#');
  await all;
  expect(heard.toSorted()).toEqual(topics.toSorted());
});

test('FR-140-003 a taken port is refused with a hint and leaves nothing open', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  onTestFinished(() => new Promise<void>((resolve) => void other.close(() => resolve())));
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port, log: silentLog });
  expect(opened).toMatchObject({
    ok: false,
    refusal: { code: 'busy', hint: expect.stringContaining('--broker') },
  });
});

test('FR-140-004 drained waits for what was published before it, retained or not', async () => {
  const broker = await open();
  let heard = 0;
  broker.subscribe('a/#', () => {
    heard += 1;
  });
  for (let n = 0; n < 500; n += 1) {
    broker.publish({ topic: `a/${n}`, payload: 'x', qos: n % 2 === 0 ? 0 : 1, retain: n % 3 === 0 });
  }
  await broker.drained();
  expect(heard).toBe(500);
});

test('FR-140-005 a listener that throws harms neither the others nor the broker', async () => {
  const broker = await open();
  const heard: string[] = [];
  broker.subscribe('a', () => {
    throw new Error('listener at fault');
  });
  broker.subscribe('#', (topic) => heard.push(topic));
  broker.publish({ topic: 'a', payload: '1', qos: 1, retain: true });
  broker.publish({ topic: 'b', payload: '1', qos: 1, retain: true });
  await broker.drained();
  expect(heard).toEqual(['a', 'b']);
});

test('FR-140-006 QoS 0 over the rate cap is dropped and counted; QoS 1 ends the connection unacknowledged', async () => {
  const broker = await open({ now: () => 0, limits: { messagesPerSecond: 10, burst: 10 } });
  const heard: string[] = [];
  broker.subscribe('dc/#', (topic) => heard.push(topic));
  const loud = await client(broker);
  await Promise.all(Array.from({ length: 25 }, (_, n) => loud.publishAsync(`dc/${n}`, 'x')));
  const closed = gone(loud);
  loud.publish('dc/last', 'x', { qos: 1 });
  await closed;
  expect(heard).toHaveLength(10);
  expect(broker.counts()).toEqual({ perMinute: 10, rejected: 16 });
});

test('FR-140-007 a client may not write to topics that begin with $', async () => {
  const broker = await open();
  const heard: string[] = [];
  broker.subscribe('$coldaisle/#', (topic) => heard.push(topic));
  for (const topic of ['$SYS/x', '$coldaisle/health']) {
    const intruder = await client(broker);
    const closed = gone(intruder);
    intruder.publish(topic, 'x');
    await closed;
  }
  expect(heard).toEqual([]);
  expect(broker.counts().rejected).toBe(2);
});

test('FR-140-008 a packet over the size limit ends its connection before it is gathered', async () => {
  const broker = await open({ limits: { maxPacketBytes: 1000 } });
  const heard: string[] = [];
  broker.subscribe('#', (topic) => heard.push(topic));
  const big = await client(broker);
  await big.publishAsync('small', 'x'.repeat(900), { qos: 1 });
  const closed = gone(big);
  big.publish('big', 'x'.repeat(1001));
  await closed;
  expect(heard).toEqual(['small']);
  expect(broker.counts().rejected).toBe(1);
});

test('FR-140-009 one client more than the limit is turned away with "server unavailable"', async () => {
  const broker = await open({ limits: { maxClients: 2 } });
  await client(broker);
  const second = await client(broker);
  await expect(client(broker)).rejects.toMatchObject({ code: 3 });
  await second.endAsync();
  await expect(client(broker)).resolves.toBeDefined();
});

test('FR-140-010 a lasting session gets what it missed with QoS 1', async () => {
  const broker = await open();
  const session = { clientId: 'gateway-1', clean: false } as const;
  const first = await client(broker, session);
  await first.subscribeAsync('dc/#', { qos: 1 });
  await first.endAsync();
  for (const payload of ['1', '2', '3']) broker.publish({ topic: 'dc/a', payload, qos: 1, retain: false });
  await broker.drained();
  const heard: string[] = [];
  const again = mqtt.connect(broker.state().address, { ...session, reconnectPeriod: 0 });
  onTestFinished(() => again.endAsync(true));
  await new Promise<void>((resolve) =>
    again.on('message', (_, payload) => {
      if (heard.push(payload.toString()) === 3) resolve();
    }),
  );
  expect(heard).toEqual(['1', '2', '3']);
});

test('FR-140-011 the watchdog restarts a broker that does not answer, on the same port, with what it retained', async () => {
  const answers: ('well' | 'silent')[] = ['silent', 'well', 'silent', 'silent'];
  const broker = await open({
    limits: { watchdogMillis: 1 },
    probe: async () => answers.shift() ?? 'well',
  });
  const { address } = broker.state();
  broker.publish({ topic: 'a', payload: 'kept', qos: 0, retain: true });
  const inside: string[] = [];
  broker.subscribe('#', (topic) => inside.push(topic));
  const cut = mqtt.connect(address, { reconnectPeriod: 5 });
  onTestFinished(() => cut.endAsync(true));
  cut.on('error', () => {});
  await new Promise<void>((resolve) => cut.once('close', () => resolve()));
  await new Promise<void>((resolve) => cut.once('connect', () => resolve()));
  expect(broker.state()).toEqual({ state: 'up', address, detail: '' });
  const heard = nextAt(cut);
  await cut.subscribeAsync('a');
  expect(await heard).toEqual(['a', 'kept', true]);
  await cut.publishAsync('b', 'x', { qos: 1 });
  expect(inside).toContain('b');
});

test('FR-140-012 the real probe finds the broker well, even when it is full', async () => {
  const counted = { probes: 0 };
  const broker = await open({ limits: { watchdogMillis: 1, maxClients: 1 } });
  await client(broker);
  await new Promise<void>((resolve) =>
    broker.subscribe('$coldaisle/health', () => {
      counted.probes += 1;
      if (counted.probes === 3) resolve();
    }),
  );
  expect(broker.state().state).toBe('up');
  expect(broker.counts().rejected).toBe(0);
});

test('FR-140-013 a subscriber that stops reading stalls nobody', async () => {
  const broker = await open({ limits: { slowBytes: 100_000 } });
  const frozen = await client(broker);
  await frozen.subscribeAsync('dc/#');
  frozen.stream.pause();
  const publisher = await client(broker);
  let heard = 0;
  broker.subscribe('dc/#', () => {
    heard += 1;
  });
  // Far more than the kernel's socket buffers take.
  const payload = 'x'.repeat(60_000);
  for (let n = 0; n < 400; n += 1) await publisher.publishAsync(`dc/${n}`, payload, { qos: 1 });
  expect(heard).toBe(400);
  expect(broker.counts().rejected).toBeGreaterThan(0);
});

test('FR-140-017 a client gets so many subscriptions at a time, and a refusal for one more', async () => {
  const broker = await open({ limits: { maxSubscriptionsPerClient: 2 } });
  const greedy = await client(broker);
  await greedy.subscribeAsync(['a', 'b']);
  await greedy.subscribeAsync('a');
  await expect(greedy.subscribeAsync('c')).rejects.toThrow(/error/i);
  await greedy.unsubscribeAsync('a');
  await expect(greedy.subscribeAsync('c')).resolves.toBeDefined();
});

test('FR-140-018 retained topics and lasting sessions have a bound, and what has no room is counted', async () => {
  const broker = await open({ limits: { maxRetained: 2, maxSessions: 1, maxQueuedPerSession: 3 } });
  const session = { clientId: 'gateway-1', clean: false } as const;
  const gateway = await client(broker, session);
  await gateway.subscribeAsync('q/#', { qos: 1 });
  const second = await client(broker, { clientId: 'gateway-2', clean: false });
  const turnedAway = gone(second);
  second.subscribe('q/#', { qos: 1 });
  await turnedAway;
  await gateway.endAsync();
  for (const topic of ['a', 'b', 'c', 'a']) broker.publish({ topic, payload: 'x', qos: 0, retain: true });
  for (let n = 0; n < 5; n += 1) broker.publish({ topic: 'q/1', payload: `${n}`, qos: 1, retain: false });
  await broker.drained();
  expect(broker.counts().rejected).toBe(3);
  const heard: string[] = [];
  const again = mqtt.connect(broker.state().address, { ...session, reconnectPeriod: 0 });
  onTestFinished(() => again.endAsync(true));
  again.on('message', (topic, payload) => heard.push(`${topic} ${payload.toString()}`));
  const ended = new Promise<void>((resolve) => again.on('message', (topic) => topic === 'end' && resolve()));
  await again.subscribeAsync(['+', 'end']);
  again.publish('end', '.');
  await ended;
  expect(heard.filter((line) => line.startsWith('q/'))).toEqual(['q/1 0', 'q/1 1', 'q/1 2']);
  expect(heard).not.toContain('c x');
});
