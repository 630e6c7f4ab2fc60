import { afterEach, expect, test } from 'vitest';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import { silentLog } from '../host/log.ts';
import { dial } from './faced-lab.fixture.ts';
import { listenOn, type Listening, type ListenOptions } from './listen-on.ts';
import { createListeners, type Listeners, type ListenerLimits, type Place } from './listeners.ts';

const limits: ListenerLimits = {
  connectionsEach: 8,
  connectionsInAll: 3,
  idleMillis: 60_000,
  batch: 4,
  restMillis: 1,
  reserve: 5,
  retryMillis: 1,
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Machine = {
  readonly listen: (options: ListenOptions) => Promise<Result<Listening>>;
  readonly open: Set<number>;
  readonly tried: number[];
};

/** A machine that says yes or no as it is told, in place of the operating system. */
function machine(answer: (port: number, open: number) => Result<null>): Machine {
  const open = new Set<number>();
  const tried: number[] = [];
  return {
    open,
    tried,
    listen: async ({ port }) => {
      tried.push(port);
      const said = answer(port, open.size);
      if (!said.ok) return said;
      open.add(port);
      return accepted({
        port,
        close: async () => {
          open.delete(port);
        },
      });
    },
  };
}

const places = (count: number): Map<string, Place> =>
  new Map(Array.from({ length: count }, (_, n) => [`unit-${n}`, { host: '127.0.0.1', port: 1000 + n }]));

function listenersOn(
  listen: Machine['listen'],
  wish: () => ReadonlyMap<string, Place>,
  more: Partial<ListenerLimits> = {},
): Listeners {
  const listeners = createListeners({
    wish,
    listen,
    onSocket: (_, socket) => {
      socket.write('welcome\n');
      socket.resume().on('end', () => socket.end());
    },
    limits: { ...limits, ...more },
    log: silentLog,
  });
  closers.push(listeners.close);
  return listeners;
}

test('FR-130-122 where the machine has no more sockets some are given back, and the rest is told of', async () => {
  const small = machine((_, open) => (open >= 30 ? refused('too-many', 'no more') : accepted(null)));
  const listeners = listenersOn(small.listen, () => places(100));
  listeners.refresh();
  await listeners.settled();
  expect(listeners.count()).toBe(25);
  expect(small.open.size).toBe(25);
  expect(listeners.problems().size).toBe(75);
  expect(listeners.problems().get('unit-99')).toMatchObject({ hint: expect.stringContaining('ulimit') });
  // The next change does not run into the wall again.
  const tried = small.tried.length;
  listeners.refresh();
  await listeners.settled();
  expect(small.tried.length).toBe(tried);
  expect(listeners.count()).toBe(25);
});

test('FR-130-122 a taken port is tried again by itself, and no other is touched', async () => {
  let isTaken = true;
  const busy = machine((port) => (port === 1001 && isTaken ? refused('busy', 'taken') : accepted(null)));
  const listeners = listenersOn(busy.listen, () => places(3));
  listeners.refresh();
  await listeners.settled();
  expect([...listeners.problems().keys()]).toEqual(['unit-1']);
  isTaken = false;
  await expect.poll(() => listeners.problems().size, { interval: 1 }).toBe(0);
  expect(busy.open.size).toBe(3);
  expect(busy.tried.filter((port) => port !== 1001)).toEqual([1000, 1002]);
});

test('a wish that changes while it is fulfilled is fulfilled as it is at last', async () => {
  let count = 100;
  const patient = machine((port) => {
    if (port === 1010) {
      count = 2;
      listeners.refresh();
    }
    return accepted(null);
  });
  const listeners = listenersOn(patient.listen, () => places(count));
  listeners.refresh();
  await listeners.settled();
  expect(patient.open).toEqual(new Set([1000, 1001]));
  expect(patient.tried.length).toBeLessThan(20);
});

test('closed, it opens nothing more', async () => {
  const any = machine(() => accepted(null));
  const listeners = listenersOn(any.listen, () => places(100));
  listeners.refresh();
  await listeners.close();
  listeners.refresh();
  await listeners.settled();
  expect(any.open.size).toBe(0);
});

const anywhere = (): Map<string, Place> => new Map([['unit', { host: '127.0.0.1', port: 0 }]]);

test('FR-130-122 a connection that says nothing is ended', async () => {
  const listeners = listenersOn(listenOn, anywhere, { idleMillis: 20 });
  listeners.refresh();
  await listeners.settled();
  const line = await dial(listeners.at('unit')?.port ?? 0);
  await line.ended;
  expect(line.socket.destroyed).toBe(true);
});

test('FR-130-122 connections are counted over all devices, and those that ended make room', async () => {
  const listeners = listenersOn(listenOn, anywhere);
  listeners.refresh();
  await listeners.settled();
  const port = listeners.at('unit')?.port ?? 0;
  const [first] = [await dial(port), await dial(port), await dial(port)];
  await (
    await dial(port)
  ).ended;
  first.socket.destroy();
  await first.ended;
  const isKept = async (): Promise<string> => {
    const line = await dial(port);
    return line.line().catch(() => 'turned away');
  };
  await expect.poll(isKept).toBe('welcome');
});

test('an address that this machine does not have is said in words, with the way out', async () => {
  const opened = await listenOn({
    host: '192.0.2.1',
    port: 0,
    mostConnections: 1,
    idleMillis: 1,
    onSocket: () => {},
    onTurnedAway: () => {},
  });
  expect(opened).toMatchObject({
    ok: false,
    refusal: {
      message: '192.0.2.1 is not an address of this machine',
      hint: expect.stringContaining('ports instead of addresses'),
    },
  });
});
