import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { ChildProcess } from './host-link.ts';
import type { HostOrder } from './host-messages.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

const url = 'http://127.0.0.1:4317/#token=abc';

/** What each host in turn does once it is told to start; every one of them goes when told to close. */
type Turn = (emitter: EventEmitter) => void;
const ready: Turn = (emitter) => emitter.emit('message', { kind: 'ready', url });
const readyElsewhere: Turn = (emitter) =>
  emitter.emit('message', { kind: 'ready', url: 'http://10.0.0.1:80/' });
const fails: Turn = (emitter) => {
  emitter.emit('message', { kind: 'failed', message: 'port taken' });
  emitter.emit('exit', 1);
};

type Bench = {
  readonly supervisor: Supervisor;
  readonly told: string[];
  readonly emitters: EventEmitter[];
  /** Every file allowed, with the number of the host that was told. */
  readonly allowed: [number, string][];
  readonly asked: PromiseWithResolvers<void>;
};

function bench(turns: readonly Turn[], answers: readonly boolean[]): Bench {
  const [told, emitters, rest, replies]: [string[], EventEmitter[], Turn[], boolean[]] = [
    [],
    [],
    [...turns],
    [...answers],
  ];
  const allowed: [number, string][] = [];
  const asked = Promise.withResolvers<void>();
  const fork = (): ChildProcess => {
    const emitter = new EventEmitter();
    emitters.push(emitter);
    const turn = rest.shift();
    const number = emitters.length;
    const obey = (order: HostOrder): unknown => {
      if (order.kind === 'allow') return allowed.push([number, order.file]);
      return order.kind === 'start' ? turn?.(emitter) : emitter.emit('exit', 0);
    };
    return {
      on: (event: string, listener: Parameters<EventEmitter['on']>[1]) => emitter.on(event, listener),
      postMessage: (order) => queueMicrotask(() => obey(order)),
      kill: () => emitter.emit('exit', 137),
      stderr: null,
    };
  };
  const ask = (what: string) => (detail: string) => {
    told.push(`${what}: ${detail}`);
    asked.resolve();
    const answer = replies.shift();
    return answer === undefined ? new Promise<boolean>(() => undefined) : Promise.resolve(answer);
  };
  const supervisor = createSupervisor({
    fork,
    options: () =>
      Promise.resolve({
        dataDirectory: '/d',
        port: 0,
        lab: null,
        labFile: null,
        brokerUrl: null,
        mqttPort: 0,
        uiDirectory: null,
      }),
    dialogs: { hostFailed: ask('failed'), hostLost: ask('lost') },
    onReady: (where) => told.push(`ready ${where}`),
    giveUp: () => told.push('gave up'),
    log: () => undefined,
    print: () => Promise.reject(new Error('nobody prints')),
    graceMillis: 60_000,
  });
  return { supervisor, told, emitters, allowed, asked };
}

test('a host that starts is shown', async () => {
  const { supervisor, told } = bench([ready], []);
  await supervisor.start();
  expect(told).toEqual([`ready ${url}`]);
  expect([supervisor.url(), supervisor.origin()]).toEqual([url, 'http://127.0.0.1:4317']);
});

test('a host that fails is tried again as often as the user wants', async () => {
  const { supervisor, told } = bench([fails, fails, ready], [true, true]);
  await supervisor.start();
  expect(told).toEqual(['failed: port taken', 'failed: port taken', `ready ${url}`]);
});

test('a user who gives up is let go', async () => {
  const { supervisor, told } = bench([fails], [false]);
  await supervisor.start();
  expect(told).toEqual(['failed: port taken', 'gave up']);
});

test('a host that serves on another machine is not shown and not left behind', async () => {
  const { supervisor, told, emitters } = bench([readyElsewhere], [false]);
  const gone: number[] = [];
  const started = supervisor.start();
  await Promise.resolve();
  emitters[0]?.on('exit', (code: number) => gone.push(code));
  await started;
  expect(told[0]).toContain('not on this machine');
  expect([gone, supervisor.running(), supervisor.url()]).toEqual([[0], false, null]);
});

test('a lost host is started again when the user wants it', async () => {
  const { supervisor, told, emitters, asked } = bench([ready, ready], [true]);
  await supervisor.start();
  emitters[0]?.emit('exit', 11);
  expect(supervisor.origin()).toBeNull();
  await asked.promise;
  await expect.poll(() => told.length).toBe(3);
  expect(told).toEqual([`ready ${url}`, "lost: The host's process ended with code 11.", `ready ${url}`]);
});

test('a file that the user chose is allowed to this host and to the next', async () => {
  const { supervisor, told, emitters, allowed } = bench([ready, ready], [true]);
  supervisor.allow('/labs/first.coldaisle');
  await supervisor.start();
  supervisor.allow('/labs/second.coldaisle');
  emitters[0]?.emit('exit', 11);
  await expect.poll(() => told.length).toBe(3);
  expect(allowed).toEqual([
    [1, '/labs/first.coldaisle'],
    [1, '/labs/second.coldaisle'],
    [2, '/labs/first.coldaisle'],
    [2, '/labs/second.coldaisle'],
  ]);
});

test('a stopped host is not started again, whatever was being asked', async () => {
  const { supervisor, told, emitters } = bench([ready, ready], []);
  await supervisor.start();
  emitters[0]?.emit('exit', 11);
  await supervisor.stop();
  expect([told.length, emitters.length, supervisor.running()]).toEqual([2, 1, false]);
});

test('a stop during the start is no failure', async () => {
  const { supervisor, told } = bench([() => undefined], []);
  const started = supervisor.start();
  await expect.poll(() => supervisor.running()).toBe(true);
  await supervisor.stop();
  await started;
  expect(told).toEqual([]);
});
