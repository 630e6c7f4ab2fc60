import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { did, facility } from '../../../sim/alarms/facility.fixture.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { BranchId } from '../../../sim/contract/ids.ts';
import { notificationSchema } from '../../../sim/contract/notifications.ts';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import { wallClock } from '../../host/clock-face.ts';
import type { Announcement } from '../../host/announcement.ts';
import { silentLog } from '../../host/log.ts';
import { createDispatcher } from './dispatcher.ts';
import { createNotifier } from './notifier.ts';
import { openSmtpServer } from './smtp-server.fixture.ts';

type Hook = { readonly url: string; readonly bodies: unknown[]; readonly answer: (status: number) => void };

async function openHook(): Promise<Hook> {
  const bodies: unknown[] = [];
  let status = 200;
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(text));
      response.writeHead(status).end('thanks');
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path?key=secret`;
  return { url, bodies, answer: (next) => (status = next) };
}

/** A dispatcher with the wall clock in hand, for what takes minutes. */
function patient(notify: object) {
  const lab = facility(2);
  let wall = 0;
  const settings = settingsSchema.parse({ notify: { desktop: 'off', ...notify } });
  const dispatcher = createDispatcher({
    settings: () => settings.notify,
    world: () => lab.world,
    wall: { now: () => 1_795_000_000_000 + wall, steady: () => wall },
    desktop: () => {},
    log: silentLog,
  });
  return {
    lab,
    dispatcher,
    wait: async (seconds: number) => {
      wall += seconds * 1000;
      await dispatcher.beat();
    },
    fail: () =>
      did(lab.world, {
        type: 'alarm.raise',
        rule: 'crac-failed',
        sensor: lab.sensor('crac-01', 'state'),
        value: 3,
      }),
  };
}

test('FR-130-198 a mail reaches a real server, signed in, with what to do and that it is all simulated', async () => {
  const server = await openSmtpServer({ user: 'lab', password: 'geheim' });
  onTestFinished(server.close);
  const lab = facility(1);
  const listeners = new Set<(announcement: Announcement) => void>();
  const settings = settingsSchema.parse({
    notify: {
      desktop: 'off',
      smtp: {
        state: 'on',
        host: '127.0.0.1',
        port: server.port,
        user: 'lab',
        password: 'geheim',
        from: 'lab@here.test',
      },
      ladder: [{ afterMinutes: 0, to: ['one@there.test', 'two@there.test'] }],
    },
  });
  const notifier = createNotifier({
    settings: { get: () => settings },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    world: () => lab.world,
    wall: wallClock,
    desktop: () => {},
    log: silentLog,
  });
  const { events } = did(lab.world, {
    type: 'alarm.raise',
    rule: 'inlet-critical',
    sensor: lab.sensor('A01', 'temperature'),
    value: 33.04,
  });
  for (const hear of listeners)
    hear({
      kind: 'events',
      branch: 'branch-1' as BranchId,
      items: events.map((event) => ({ event }) as LoggedEvent),
    });
  await server.holds(1);
  await notifier.close();
  expect(listeners.size).toBe(0);
  const [mail] = server.mails;
  expect(mail).toMatchObject({
    from: 'lab@here.test',
    to: ['one@there.test', 'two@there.test'],
    user: 'lab',
    subject: '[Coldaisle, simulated] CRITICAL A01: Inlet 33.0 °C over 32.0',
  });
  expect(mail?.text).toContain('What to do: Restore cooling or move load away from the rack now.');
  expect(mail?.text).toContain('This is a simulated datacenter.');
  const [record] = notifier.sent(1);
  expect(notificationSchema.parse(record)).toMatchObject({ channel: 'mail', state: 'sent', attempts: 1 });
});

test('FR-130-198 a server that is busy is asked again later, with what has come meanwhile in the next mail', async () => {
  const server = await openSmtpServer();
  onTestFinished(server.close);
  const { lab, dispatcher, wait, fail } = patient({ smtp: { state: 'on', port: server.port } });
  server.answer('451 come back later');
  fail();
  for (const seconds of [1, 1]) await wait(seconds);
  expect(dispatcher.sent(9)).toMatchObject([
    { state: 'waiting', attempts: 1, detail: expect.stringContaining('451') },
  ]);
  did(lab.world, { type: 'alarm.raise', rule: 'ups-failed', sensor: lab.sensor('ups-a', 'state'), value: 5 });
  await wait(9);
  expect(dispatcher.sent(9)).toHaveLength(1);
  server.answer('250 kept');
  for (const seconds of [2, 11]) await wait(seconds);
  expect(server.mails.map(({ subject }) => subject)).toEqual([
    '[Coldaisle, simulated] CRITICAL crac-01 has failed',
    '[Coldaisle, simulated] CRITICAL ups-a has failed',
  ]);
});

test('FR-130-198 a server that is gone is given up after four more tries, one that refuses at once', async () => {
  const { dispatcher, wait, fail } = patient({ smtp: { state: 'on', port: 1 } });
  fail();
  for (const seconds of [1, 1, 10, 30, 120, 600, 9999]) await wait(seconds);
  expect(dispatcher.sent(9)).toMatchObject([
    { state: 'failed', attempts: 5, detail: expect.stringContaining(':1') },
  ]);
  const server = await openSmtpServer();
  onTestFinished(server.close);
  server.answer('550 we do not know you');
  const other = patient({ smtp: { state: 'on', port: server.port } });
  other.fail();
  for (const seconds of [1, 1]) await other.wait(seconds);
  expect(other.dispatcher.sent(9)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  expect(await other.dispatcher.test('mail')).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
});

test('FR-130-199 a webhook gets what it needs as JSON, by its own least severity, and its secrets are not shown', async () => {
  const hook = await openHook();
  const picky = await openHook();
  const { lab, dispatcher, wait } = patient({
    webhooks: [{ url: hook.url }, { url: picky.url, least: 'critical' }],
  });
  did(lab.world, {
    type: 'alarm.raise',
    rule: 'ups-on-battery',
    sensor: lab.sensor('ups-a', 'state'),
    value: 3,
  });
  for (const seconds of [1, 1]) await wait(seconds);
  expect(picky.bodies).toEqual([]);
  expect(hook.bodies).toMatchObject([
    {
      from: 'coldaisle',
      simulated: true,
      kind: 'rang',
      title: 'MAJOR ups-a is on battery',
      count: 1,
      alarms: [
        { id: 'alarm-1', source: { name: 'ups-a' }, raisedAt: '2026-01-05T08:00:00.000Z', explains: 0 },
      ],
    },
  ]);
  expect(dispatcher.sent(9)).toMatchObject([
    { channel: 'webhook', state: 'sent', to: [expect.not.stringContaining('secret')] },
  ]);
});

test('FR-130-199 a webhook that stumbles is tried again, one that refuses is not', async () => {
  const hook = await openHook();
  const { dispatcher, wait, fail } = patient({ webhooks: [{ url: hook.url }] });
  hook.answer(503);
  fail();
  for (const seconds of [1, 1]) await wait(seconds);
  expect(dispatcher.sent(9)).toMatchObject([
    { state: 'waiting', detail: 'it answered 503 Service Unavailable' },
  ]);
  hook.answer(200);
  await wait(11);
  expect(dispatcher.sent(9)).toMatchObject([{ state: 'sent', attempts: 2, detail: '' }]);
  hook.answer(404);
  expect(await dispatcher.test('webhook')).toMatchObject({
    ok: false,
    refusal: { message: 'The webhook was not taken: it answered 404 Not Found' },
  });
});
