import { connect } from 'node:net';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { serverMessageSchema } from '../../sim/contract/live.ts';
import { queries } from '../../sim/contract/queries.ts';
import { createTokenBucket } from './token-bucket.ts';
import { createPlainHost } from './plain-host.fixture.ts';
import { openTestGateway, testToken } from './test-gateway.fixture.ts';

const unlimited = { requestRate: 1e9, requestBurst: 1e9, messageRate: 1e9, messageBurst: 1e9 };
const paths = [
  '/',
  '/healthz',
  '/openapi.json',
  '/api-docs',
  '/api/v1/commands',
  '/api/v1/desk',
  '/api/v1/upload',
  '/api/v1/exports/x',
];
const queryPaths = Object.keys(queries).map((name) => `/api/v1/${name}`);
const path = fc.oneof(
  fc.constantFrom(...paths, ...queryPaths),
  fc.webPath(),
  fc
    .array(
      fc.constantFrom(
        '/',
        '.',
        '..',
        '%2e',
        '%2f',
        '%5c',
        '%00',
        '%',
        'api',
        'v1',
        'assets',
        '?',
        '&',
        '=',
        ';',
        '~',
      ),
      { maxLength: 12 },
    )
    .map((parts) => `/${parts.join('')}`),
);
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.json().map((command) => `{"command":${command}}`),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
const header = fc.constantFrom(
  'content-type',
  'origin',
  'host',
  'authorization',
  'x-coldaisle-client',
  'x-coldaisle-name',
  'accept-encoding',
  'if-none-match',
);
const value = fc.oneof(
  fc.constantFrom('application/json', 'null', 'br;q=x, gzip', `Bearer ${testToken}`, '"x"', 'ui', '*'),
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
);
const asking = fc.record({
  method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
  path,
  headers: fc.dictionary(header, value, { maxKeys: 3 }),
  body,
});

test(
  'FR-200-080 thousands of random requests are each answered, and none of them by a defect',
  { timeout: 60_000 },
  async () => {
    const one = await openTestGateway({ host: createPlainHost().host, limits: unlimited });
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 10, maxLength: 10 }), async (askings) => {
        const answers = await Promise.all(
          askings.map((each) =>
            one.api({ ...each, headers: { 'content-type': 'application/json', ...each.headers } }),
          ),
        );
        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter((status) => status < 200 || status === 500)).toEqual([]);
        const problems = answers
          .filter(({ status, text }) => status >= 400 && text !== '')
          .map(({ json }) => json());
        expect(problems.filter(({ code, message }) => code === undefined || message === undefined)).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
    expect((await one.api({ path: '/api/v1/status' })).status).toBe(200);
    await one.close();
  },
);

test('FR-200-080 random bytes on the port are survived', { timeout: 60_000 }, async () => {
  const one = await openTestGateway({
    host: createPlainHost().host,
    limits: { headersMillis: 200, requestMillis: 300, sweepMillis: 50 },
  });
  const throwAt = (bytes: Uint8Array) =>
    new Promise<void>((resolve) => {
      const socket = connect(one.gateway.port, '127.0.0.1', () => socket.end(bytes));
      socket.on('error', () => {});
      socket.on('close', () => resolve());
      socket.resume();
    });
  const start = fc.constantFrom(
    '',
    'GET / HTTP/1.1\r\n',
    'POST /api/v1/commands HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }),
      async (prefix, all) => {
        await Promise.all(all.map((bytes) => throwAt(Buffer.concat([Buffer.from(prefix), bytes]))));
      },
    ),
    { numRuns: 50 },
  );
  expect((await one.ask({ path: '/healthz' })).status).toBe(200);
  await one.close();
});

const id = fc.oneof(fc.nat(), fc.integer(), fc.string());
const sensors = fc.array(
  fc.oneof(
    fc.nat(50).map((n) => `sensor-${n}`),
    fc.string(),
  ),
  { maxLength: 20 },
);
const message = fc.oneof(
  fc.record({
    op: fc.constant('watch'),
    since: fc.option(fc.integer()),
    branch: fc.option(fc.constantFrom('branch-1', 'branch-2', '')),
  }),
  fc.record({ op: fc.constantFrom('unwatch', 'hello', '', '__proto__') }),
  fc.record({ op: fc.constant('lanes'), view: fc.integer({ min: -1, max: 70_000 }), sensors }),
  fc.record({ op: fc.constant('lanes-off'), view: fc.integer() }),
  fc.record({
    op: fc.constant('query'),
    id,
    name: fc.oneof(fc.constantFrom(...Object.keys(queries)), fc.string()),
    params: fc.dictionary(fc.string(), fc.jsonValue()),
  }),
  fc.record(
    { op: fc.constant('execute'), id, command: fc.jsonValue(), key: fc.string() },
    { requiredKeys: ['op', 'id', 'command'] },
  ),
  fc.jsonValue(),
);
const said = fc.oneof(
  message.map((each) => JSON.stringify(each)),
  fc.string(),
);

test(
  'FR-200-081 thousands of random messages are survived, and every answer is of the contract',
  { timeout: 60_000 },
  async () => {
    const plain = createPlainHost();
    plain.board.regroup(['sensor-1', 'sensor-2']);
    const one = await openTestGateway({ host: plain.host, limits: unlimited });
    const client = await one.live();
    const { hello } = { hello: await client.next('hello') };
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 20, maxLength: 20 }), async (texts) => {
        for (const text of texts) client.say(text);
        plain.board.write('sensor-1', asked);
        plain.happen({ type: 'lab.renamed', name: `${asked}` });
        const mark = 1_000_000_000 + asked;
        asked += 1;
        client.say({ op: 'query', id: mark, name: 'status', params: {} });
        for (let answer = await client.next('result'); answer.id !== mark;)
          answer = await client.next('result');
      }),
      { numRuns: 150 },
    );
    const wrong = [hello, ...client.heard()].filter((each) => !serverMessageSchema.safeParse(each).success);
    expect(wrong).toEqual([]);
    await one.close();
  },
);

test('FR-200-018 a bucket never gives more than its burst and its rate allow', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 200 }), (costs) => {
      const bucket = createTokenBucket(1e-9, 100);
      const given = costs.filter((cost) => bucket.take(cost) === 0).reduce((sum, cost) => sum + cost, 0);
      expect(given).toBeLessThanOrEqual(100);
    }),
  );
});
