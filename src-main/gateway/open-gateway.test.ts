import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { silentLog } from '../host/log.ts';
import { defaultLimits } from './limits.ts';
import { openGateway } from './open-gateway.ts';
import { createPlainHost } from './plain-host.fixture.ts';
import { openTestGateway, testToken } from './test-gateway.fixture.ts';

test('FR-200-023 the gateway listens on 127.0.0.1 and on no other address of the machine', async () => {
  const one = await openTestGateway({ host: createPlainHost().host });
  expect(one.gateway.url).toBe(`http://127.0.0.1:${one.gateway.port}`);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    .filter((address) => address !== '127.0.0.1');
  for (const host of [...others, '127.0.0.2', '::1']) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ port: one.gateway.port, host });
      socket.on('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('close', () => socket.destroy());
    });
    expect([host, reached]).toEqual([host, false]);
  }
  await one.close();
});

test('FR-200-024 a port that is taken is a refusal with a way out', async () => {
  const one = await openTestGateway({ host: createPlainHost().host });
  const second = await openGateway({
    host: createPlainHost().host,
    port: one.gateway.port,
    token: testToken,
    uiDirectory: null,
    uploadsDirectory: one.uploads,
    exportsDirectory: one.exports,
    version: '1.2.3',
    log: silentLog,
    limits: defaultLimits,
  });
  expect(second).toMatchObject({
    ok: false,
    refusal: { code: 'busy', hint: expect.stringContaining('--port 0') },
  });
  await one.close();
});

test('FR-200-025 closing ends sockets and connections, and a second close is the first', async () => {
  const one = await openTestGateway({ host: createPlainHost().host });
  const client = await one.live();
  await client.next('hello');
  await Promise.all([one.gateway.close(), one.gateway.close()]);
  expect(await client.closed).toEqual({ code: 1001, reason: 'leaving' });
  await expect(one.ask({ path: '/healthz' })).rejects.toThrow(/ECONNREFUSED/);
  await one.close();
});

test('FR-200-026 two gateways in one process know nothing of each other', async () => {
  const [first, second] = [createPlainHost(), createPlainHost()];
  const [one, two] = [
    await openTestGateway({ host: first.host }),
    await openTestGateway({ host: second.host }),
  ];
  await one.api({
    method: 'POST',
    path: '/api/v1/commands',
    headers: { 'content-type': 'application/json' },
    body: '{"command":{"type":"clock.pause"}}',
  });
  expect([first.executed.length, second.executed.length]).toEqual([1, 0]);
  await Promise.all([one.close(), two.close()]);
});
