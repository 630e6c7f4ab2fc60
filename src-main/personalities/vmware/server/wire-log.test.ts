import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from './routes.ts';
import { openTestServer, type TestServer } from './server.fixture.ts';

const open: TestServer[] = [];
const start = async (routes: readonly Route[]): Promise<TestServer> => {
  const made = await openTestServer(routes);
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

describe('the wire log', () => {
  it('FR-020-025 the last 500 calls can be read with request, answer, client, user and time, without passwords', async () => {
    const login: Route = {
      prefix: '/sdk',
      dialect: 'soap',
      handle: async (request, answer) => {
        await request.body();
        answer.note({ method: 'Login', object: 'SessionManager:SessionManager', user: 'jane' });
        await answer.send(200, 'text/xml', '<LoginResponse/>');
      },
    };
    const { call, wireLog } = await start([login]);
    const body = '<Login><userName>jane</userName><password>secret&amp;</password></Login>';
    const heard: string[] = [];
    const dispose = wireLog.listen(({ method }) => heard.push(method));
    await call('/sdk', { method: 'POST', body, headers: { 'user-agent': 'govc/0.24.2' } });
    expect(wireLog.list()).toEqual([
      {
        number: 1,
        at: expect.any(Number),
        client: { agent: 'govc/0.24.2', address: '127.0.0.1' },
        user: 'jane',
        method: 'Login',
        object: 'SessionManager:SessionManager',
        millis: expect.any(Number),
        status: 200,
        fault: '',
        request: '<Login><userName>jane</userName><password>***</password></Login>',
        answer: '<LoginResponse/>',
        answerLength: 16,
      },
    ]);
    dispose();
    for (let at = 0; at < 510; at += 1) await call('/sdk', { method: 'POST', body: `${at}` });
    expect(heard).toEqual(['Login']);
    const calls = wireLog.list();
    expect(calls.length).toBe(500);
    expect([calls[0]?.request, calls.at(-1)?.request]).toEqual(['509', '10']);
    expect(wireLog.count()).toBe(511);
    wireLog.clear();
    expect(wireLog.list()).toEqual([]);
  });

  it('FR-020-373 a call is known while it waits for its answer, without passwords, and is open no longer once it has it', async () => {
    const gates: (() => void)[] = [];
    const slow: Route = {
      prefix: '/sdk',
      dialect: 'soap',
      handle: async (request, answer) => {
        await request.body();
        answer.note({ method: 'WaitForUpdatesEx', object: 'PropertyCollector:pc', user: 'jane' });
        await new Promise<void>((done) => gates.push(done));
        await answer.send(200, 'text/xml', '<WaitForUpdatesExResponse/>');
      },
    };
    const { call, wireLog } = await start([slow]);
    const body = '<password>secret</password>';
    const answered = call('/sdk', { method: 'POST', body, headers: { 'user-agent': 'pyvmomi' } });
    await expect.poll(() => gates.length).toBe(1);
    expect(wireLog.open()).toMatchObject([
      {
        number: 1,
        client: { agent: 'pyvmomi' },
        user: 'jane',
        method: 'WaitForUpdatesEx',
        status: 0,
        request: '<password>***</password>',
        answer: '',
      },
    ]);
    expect(wireLog.list()).toEqual([]);
    gates[0]?.();
    await answered;
    await expect.poll(() => wireLog.list().length).toBe(1);
    expect(wireLog.open()).toEqual([]);
  });

  it('FR-020-025 of a long text the wire log keeps the first 64 kB', async () => {
    const long: Route = {
      prefix: '/long',
      dialect: 'text',
      handle: async (request, answer) => {
        await request.body();
        await answer.stream(200, 'application/json', ['é'.repeat(40_000), 'x'.repeat(60_000)]);
      },
    };
    const { call, wireLog } = await start([long]);
    await call('/long', { method: 'POST', body: '{"password": "a\\"b", "name": "c"}'.padEnd(100_000) });
    const [entry] = wireLog.list();
    expect(entry?.answer.length).toBe(65_536);
    expect(entry?.answerLength).toBe(100_000);
    expect(entry?.request.startsWith('{"password": "***", "name": "c"}')).toBe(true);
  });
});
