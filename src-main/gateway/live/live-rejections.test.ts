import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { accepted } from '../../../sim/contract/result.ts';
import { createPlainHost } from '../plain-host.fixture.ts';
import { openTestGateway, type TestGateway, testToken } from '../test-gateway.fixture.ts';

const plain = createPlainHost();
let one: TestGateway;

beforeAll(async () => {
  one = await openTestGateway({
    host: plain.host,
    limits: { sockets: 3, messageBytes: 10_000, pending: 2, viewsPerSocket: 2, sensorsPerSocket: 5 },
  });
});
afterAll(() => one.close());

const good = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'sec-websocket-protocol': `coldaisle.v1, tok.${testToken}`,
};

/** The status of an upgrade, by its bytes: a client library hides most of them. */
async function upgrade(
  gateway: TestGateway,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; socket: Socket }> {
  const { port } = gateway.gateway;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...good, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(chunk.toString())?.[1]), socket };
}

type Refused = { name: string; path: string; headers: Record<string, string>; status: number };

test.each<Refused>([
  { name: 'another host', path: '/api/v1/live', headers: { host: 'evil.example' }, status: 421 },
  { name: 'another origin', path: '/api/v1/live', headers: { origin: 'http://evil.example' }, status: 403 },
  { name: 'a sandboxed origin', path: '/api/v1/live', headers: { origin: 'null' }, status: 403 },
  { name: 'another path', path: '/api/v1/status', headers: {}, status: 404 },
  {
    name: 'no token',
    path: '/api/v1/live',
    headers: { 'sec-websocket-protocol': 'coldaisle.v1' },
    status: 401,
  },
  {
    name: 'a wrong token',
    path: '/api/v1/live',
    headers: { 'sec-websocket-protocol': 'coldaisle.v1, tok.wrong' },
    status: 401,
  },
  {
    name: 'the token elsewhere',
    path: `/api/v1/live?token=${testToken}`,
    headers: { 'sec-websocket-protocol': 'coldaisle.v1' },
    status: 401,
  },
  {
    name: 'no protocol of ours',
    path: '/api/v1/live',
    headers: { 'sec-websocket-protocol': `tok.${testToken}` },
    status: 400,
  },
  {
    name: 'an unknown client',
    path: '/api/v1/live',
    headers: { 'x-coldaisle-client': 'system' },
    status: 400,
  },
  {
    name: 'an old WebSocket version',
    path: '/api/v1/live',
    headers: { 'sec-websocket-version': '7' },
    status: 400,
  },
  { name: 'a broken key', path: '/api/v1/live', headers: { 'sec-websocket-key': 'short' }, status: 400 },
])('FR-200-060 an upgrade with $name is not let in', async ({ path, headers, status }) => {
  const answer = await upgrade(one, path, headers);
  expect(answer.status).toBe(status);
  answer.socket.destroy();
});

test('FR-200-060 the live address without an upgrade is answered 426', async () => {
  const answer = await one.api({ path: '/api/v1/live' });
  expect(answer.status).toBe(426);
  expect(answer.json()).toMatchObject({ hint: expect.stringContaining('coldaisle.v1') });
});

test('FR-200-061 one socket too many is answered 503, and there is room again when one leaves', async () => {
  const open = await Promise.all([1, 2, 3].map(() => upgrade(one, '/api/v1/live', {})));
  expect(open.map(({ status }) => status)).toEqual([101, 101, 101]);
  const fourth = await upgrade(one, '/api/v1/live', {});
  expect(fourth.status).toBe(503);
  for (const { socket } of [...open, fourth]) socket.destroy();
  await expect
    .poll(async () => {
      const { status, socket } = await upgrade(one, '/api/v1/live', {});
      socket.destroy();
      return status;
    })
    .toBe(101);
});

test('FR-200-062 what cannot be understood is answered with a fault, and the socket stays', async () => {
  const client = await one.live();
  const garbage = [
    '',
    'x',
    '{}',
    '[]',
    'null',
    '{"op":"dance"}',
    '{"op":"watch"}',
    '{"op":"query","id":-1}',
    '{"op":"lanes","view":70000,"sensors":[]}',
  ];
  for (const text of garbage) {
    client.say(text);
    expect([text, (await client.next('fault')).refusal.code]).toEqual([text, 'invalid-input']);
  }
  client.socket.send(new Uint8Array([1, 2, 3]));
  expect((await client.next('fault')).refusal.code).toBe('unsupported');
  client.say(`{"op":"execute","id":1,"command":${'['.repeat(1000)}${']'.repeat(1000)}}`);
  expect((await client.next('fault')).refusal.message).toContain('deeper');
  client.say({ op: 'query', id: 1, name: 'rules', params: {} });
  await client.next('result');
  client.socket.close();
});

test('FR-200-063 too many views, sensors or calls at a time are refused', async () => {
  const client = await one.live();
  const lanes = (view: number, count: number) =>
    client.say({ op: 'lanes', view, sensors: Array.from({ length: count }, (_, n) => `sensor-${n}`) });
  lanes(1, 6);
  expect((await client.next('fault')).refusal).toMatchObject({ code: 'too-many' });
  lanes(1, 2);
  lanes(2, 2);
  lanes(3, 1);
  expect((await client.next('fault')).refusal.message).toContain('views');
  lanes(2, 3);
  const waiting = Promise.withResolvers<void>();
  plain.answer('hash', async () => {
    await waiting.promise;
    return accepted(null);
  });
  for (const id of [1, 2, 3]) client.say({ op: 'query', id, name: 'hash', params: {} });
  expect(await client.next('refused')).toMatchObject({ id: 3, refusal: { code: 'too-many' } });
  waiting.resolve();
  await client.next('result');
  await client.next('result');
  expect(client.heard().filter(({ op }) => op === 'fault')).toEqual([]);
  client.socket.close();
});

test('FR-200-064 a message above the limit closes the socket with 1009', async () => {
  const client = await one.live();
  client.say(`"${'x'.repeat(10_001)}"`);
  expect((await client.closed).code).toBe(1009);
});

test('FR-200-065 who talks faster than the limit is closed with 4429', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { messageRate: 1, messageBurst: 5 } });
  const client = await strict.live();
  for (let n = 0; n < 10; n += 1) client.say({ op: 'unwatch' });
  expect(await client.closed).toEqual({ code: 4429, reason: 'tooMany' });
  await strict.close();
});

test('FR-200-065 a long message costs more than a short one', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { messageRate: 1, messageBurst: 20 } });
  const client = await strict.live();
  for (let n = 0; n < 3; n += 1)
    client.say({ op: 'query', id: n, name: 'rules', params: { text: 'x'.repeat(200_000) } });
  expect((await client.closed).code).toBe(4429);
  await strict.close();
});

test('FR-200-066 who reads too slowly is closed and resumes, and never loses an event in silence', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { backlogBytes: 100_000 } });
  const client = await strict.live();
  client.say({ op: 'watch', since: null, branch: null });
  const { revision } = await client.next('watching');
  client.socket.pause();
  const event: LoggedEvent['event'] = { type: 'lab.renamed', name: 'x'.repeat(500_000) };
  for (let n = 0; n < 40; n += 1) {
    plain.happen(event);
    await new Promise(setImmediate);
  }
  client.socket.resume();
  expect(await client.closed).toEqual({ code: 4408, reason: 'tooSlow' });
  const told = client
    .heard()
    .flatMap((message) => (message.op === 'events' ? message.items.map((item) => item.revision) : []));
  expect(told).toEqual(told.map((_, n) => revision + 1 + n));
  expect(told.length).toBeLessThan(40);
  const again = await strict.live();
  again.say({ op: 'watch', since: told.at(-1) ?? revision, branch: null });
  await again.next('watching');
  expect((await again.next('events')).items[0]?.revision).toBe((told.at(-1) ?? revision) + 1);
  await strict.close();
});

test('FR-200-067 who does not answer a ping is cut off, who does stays', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { pingMillis: 50 } });
  const living = await strict.live();
  const { socket } = await upgrade(strict, '/api/v1/live', {});
  await once(socket, 'close');
  living.say({ op: 'query', id: 1, name: 'rules', params: {} });
  expect(await living.next('result')).toMatchObject({ id: 1 });
  await strict.close();
});
