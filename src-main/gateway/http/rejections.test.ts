import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPlainHost } from '../plain-host.fixture.ts';
import { openTestGateway, type TestGateway, testToken } from '../test-gateway.fixture.ts';

const plain = createPlainHost();
let one: TestGateway;

beforeAll(async () => {
  one = await openTestGateway({ host: plain.host });
});
afterAll(() => one.close());

const json = { 'content-type': 'application/json' };
const pause = JSON.stringify({ command: { type: 'clock.pause' } });

/** Bytes as they are, for what no client library would send. */
async function raw(gateway: TestGateway, text: string): Promise<string> {
  const socket = connect(gateway.gateway.port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

test.each([
  'evil.example',
  '127.0.0.1',
  '127.0.0.1:1',
  'localhost',
  '127.0.0.1.evil.example:80',
  '[::1]',
  '0.0.0.0:80',
])('FR-200-010 a request for the host %s is answered 421', async (host) => {
  const answer = await one.ask({ path: '/healthz', headers: { host } });
  expect(answer.status).toBe(421);
  expect(answer.headers['content-type']).toBe('application/problem+json');
});

test.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])(
  'FR-200-010 %s at the right port is this gateway',
  async (name) => {
    const answer = await one.ask({ path: '/healthz', headers: { host: `${name}:${one.gateway.port}` } });
    expect(answer.status).toBe(200);
  },
);

test('FR-200-010 two Host headers are none', async () => {
  const host = `127.0.0.1:${one.gateway.port}`;
  const text = await raw(
    one,
    `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  expect(text).toMatch(/^HTTP\/1.1 4(00|21) /);
});

test('FR-200-011 an Origin that is not our own is answered 403, on every address', async () => {
  const strangers = [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${one.gateway.port}`,
    'http://127.0.0.1:1',
  ];
  for (const origin of strangers) {
    for (const path of ['/api/v1/status', '/healthz', '/', '/openapi.json']) {
      const answer = await one.api({ path, headers: { origin } });
      expect([`${origin} ${path}`, answer.status]).toEqual([`${origin} ${path}`, 403]);
    }
  }
});

test('FR-200-011 our own Origin may ask, and no answer ever allows another', async () => {
  const answer = await one.api({ path: '/api/v1/status', headers: { origin: one.gateway.url } });
  expect(answer.status).toBe(200);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['none', {}],
  ['a wrong one', { authorization: 'Bearer wrong' }],
  ['half of it', { authorization: `Bearer ${testToken.slice(0, -1)}` }],
  ['it as Basic', { authorization: `Basic ${testToken}` }],
  ['an empty one', { authorization: 'Bearer ' }],
])(
  'FR-200-012 a request with %s for a token is answered 401, known address or not',
  async (_name, headers) => {
    for (const path of ['/api/v1/status', '/api/v1/nothing', '/api/v1/exports/x', '/api/']) {
      const answer = await one.ask({ path, headers });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  },
);

test('FR-200-012 the token is not taken from the address', async () => {
  const answer = await one.ask({ path: `/api/v1/status?token=${testToken}` });
  expect(answer.status).toBe(401);
});

test('FR-200-013 a body that is not plain JSON is answered 415', async () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonp',
    '',
  ];
  for (const type of types) {
    const answer = await one.api({
      method: 'POST',
      path: '/api/v1/commands',
      headers: { 'content-type': type },
      body: pause,
    });
    expect([type, answer.status]).toEqual([type, 415]);
  }
  const headers = { ...json, 'content-encoding': 'gzip' };
  expect((await one.api({ method: 'POST', path: '/api/v1/desk', headers, body: pause })).status).toBe(415);
});

test.each(['', '{', '[]', '"x"', 'null', '{"key":"12345678"}x', '{"command":{},"key":"short"}'])(
  'FR-200-014 the body %s is answered 400 with the reason',
  async (body) => {
    const answer = await one.api({ method: 'POST', path: '/api/v1/commands', headers: json, body });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-input', status: 400, message: expect.any(String) });
  },
);

test('FR-200-014 bytes that are no UTF-8, and JSON deeper than anything of ours, are answered 400', async () => {
  const post = (body: string | Uint8Array) =>
    one.api({ method: 'POST', path: '/api/v1/commands', headers: json, body });
  expect((await post(Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400);
  const deep = `{"command":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect((await post(deep)).json()).toMatchObject({
    status: 400,
    message: expect.stringContaining('deeper'),
  });
});

test('FR-200-015 a body above 1 MiB is answered 413, announced or not', async () => {
  const body = `{"command":"${'x'.repeat(1024 * 1024)}"}`;
  const told = await one.api({ method: 'POST', path: '/api/v1/commands', headers: json, body });
  expect(told.status).toBe(413);
  const headers = { ...json, 'transfer-encoding': 'chunked' };
  const untold = await one.api({ method: 'POST', path: '/api/v1/commands', headers, body });
  expect(untold.status).toBe(413);
  expect(untold.json()).toMatchObject({ code: 'too-large' });
});

test('FR-200-016 a method that an address does not take is answered 405 with those it does', async () => {
  const cases = [
    ['DELETE', '/api/v1/status', 'GET, HEAD'],
    ['GET', '/api/v1/commands', 'POST'],
    ['PUT', '/api/v1/upload', 'POST'],
    ['POST', '/', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/commands', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['TRACE', '/openapi.json', 'GET, HEAD'],
  ] as const;
  for (const [method, path, allow] of cases) {
    const answer = await one.api({ method, path });
    expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 405]);
    expect(answer.headers.allow).toBe(allow);
  }
});

test('FR-200-017 FR-000-004 an address that is not there is answered 404 as a problem', async () => {
  for (const path of [
    '/api/v1/nothing',
    '/api/v1/__proto__',
    '/api/v2/status',
    '/schemas/none.json',
    '/api/v1/status/',
  ]) {
    const answer = await one.api({ path });
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.json()).toMatchObject({
      type: '/api-docs#fault-no-such-page',
      code: 'not-found',
      status: 404,
    });
  }
});

test('FR-200-017 a target that is no path of ours is answered 400', async () => {
  for (const path of ['//evil.example/', 'http://evil.example/healthz', '*']) {
    expect([path, (await one.ask({ path })).status]).toEqual([path, 400]);
  }
});

test('FR-200-018 who asks faster than the limit is answered 429 with the time to wait', async () => {
  const slow = await openTestGateway({ host: plain.host, limits: { requestRate: 0.1, requestBurst: 2 } });
  const host = `127.0.0.1:${slow.gateway.port}`;
  const get = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n`;
  const text = await raw(slow, `${get}\r\n${get}\r\n${get}Connection: close\r\n\r\n`);
  expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 429']);
  expect(text).toMatch(/retry-after: 10/i);
  await slow.close();
});

test('FR-200-019 headers that never end, and a body that never ends, are cut off with 408', async () => {
  const strict = await openTestGateway({
    host: plain.host,
    limits: { headersMillis: 100, requestMillis: 200, sweepMillis: 20 },
  });
  const host = `127.0.0.1:${strict.gateway.port}`;
  expect(await raw(strict, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n`)).toMatch(/^HTTP\/1.1 408 /);
  const start = `POST /api/v1/commands HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${testToken}\r\n`;
  const text = await raw(strict, `${start}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
  expect(text).toMatch(/^HTTP\/1.1 408 /);
  await strict.close();
});

test('FR-200-019 a connection on which nothing moves is closed', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { idleMillis: 100 } });
  plain.answer('hash', () => new Promise(() => {}));
  const start = `GET /api/v1/hash HTTP/1.1\r\nHost: 127.0.0.1:${strict.gateway.port}\r\n`;
  expect(await raw(strict, `${start}Authorization: Bearer ${testToken}\r\n\r\n`)).toBe('');
  await strict.close();
});

test('FR-200-019 connections above the limit are not taken', async () => {
  const strict = await openTestGateway({ host: plain.host, limits: { connections: 1 } });
  const first = connect(strict.gateway.port, '127.0.0.1');
  const get = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${strict.gateway.port}\r\n\r\n`;
  first.write(get);
  await once(first, 'data');
  expect(await raw(strict, get)).toBe('');
  first.destroy();
  await strict.close();
});

test('FR-200-019 a request that offers another protocol is answered in this one', async () => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
  const answer = await one.ask({ path: '/healthz', headers });
  expect(answer.status).toBe(200);
});

test('FR-200-019 what is not HTTP is answered 400, headers above 16 KiB 431', async () => {
  expect(await raw(one, 'SSH-2.0-OpenSSH_9.9\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  const text = await raw(one, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1.1 431 /);
});

test('FR-200-020 a client that calls itself something else is refused, and an unfit name becomes "local"', async () => {
  const post = (headers: Record<string, string>) =>
    one.api({ method: 'POST', path: '/api/v1/commands', headers: { ...json, ...headers }, body: pause });
  expect((await post({ 'x-coldaisle-client': 'system' })).status).toBe(400);
  const names = {
    'Ada%20L.': 'Ada L.',
    'J%C3%BCrgen': 'Jürgen',
    '%07': 'local',
    '': 'local',
    ['n'.repeat(81)]: 'local',
    'x%zz': 'x%zz',
  };
  for (const [sent, kept] of Object.entries(names)) {
    await post({ 'x-coldaisle-client': 'cli', 'x-coldaisle-name': sent });
    expect(plain.executed.at(-1)?.actor).toEqual({ origin: 'cli', name: kept, role: 'admin' });
  }
});

test('FR-200-021 a bug in the host is answered 500, says nothing of its inside and leaves the gateway up', async () => {
  plain.answer('labs', () => {
    throw new Error('secret of /home/someone');
  });
  const answer = await one.api({ path: '/api/v1/labs' });
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('secret');
  expect((await one.api({ path: '/api/v1/status' })).status).toBe(200);
});

test('FR-200-022 every answer forbids sniffing, framing, embedding and remembering', async () => {
  for (const path of [
    '/api/v1/status',
    '/api/v1/nothing',
    '/healthz',
    '/openapi.json',
    '/api-docs',
    '/missing.js',
  ]) {
    const { headers } = await one.api({ path });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});
