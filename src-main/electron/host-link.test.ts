import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type ChildProcess, createHostLink, type HostLink } from './host-link.ts';
import type { HostOptions, HostOrder } from './host-messages.ts';

const options: HostOptions = {
  dataDirectory: '/data',
  port: 0,
  lab: null,
  labFile: null,
  brokerUrl: null,
  mqttPort: 0,
  uiDirectory: null,
};
const url = 'http://127.0.0.1:4317/#token=abc';

type FakeChild = ChildProcess & {
  readonly orders: HostOrder[];
  readonly emitter: EventEmitter;
  killed: number;
};

function fakeChild(): FakeChild {
  const emitter = new EventEmitter();
  const orders: HostOrder[] = [];
  const child: FakeChild = {
    on: (event: string, listener: Parameters<EventEmitter['on']>[1]) => emitter.on(event, listener),
    postMessage: (order) => orders.push(order),
    kill: () => {
      child.killed += 1;
      return emitter.emit('exit', 137);
    },
    stderr: new PassThrough(),
    orders,
    emitter,
    killed: 0,
  };
  return child;
}

function linkTo(
  children: readonly FakeChild[],
  graceMillis = 60_000,
  print: (html: string) => Promise<Uint8Array> = () => Promise.reject(new Error('nobody prints')),
): { link: HostLink; lost: string[]; logged: string[] } {
  const rest = [...children];
  const lost: string[] = [];
  const logged: string[] = [];
  const fork = (): ChildProcess => {
    const child = rest.shift();
    if (child === undefined) throw new Error('one child too many');
    return child;
  };
  return {
    lost,
    logged,
    link: createHostLink({
      fork,
      onLost: (text) => lost.push(text),
      print,
      log: (text) => logged.push(text),
      graceMillis,
    }),
  };
}

test('a host is told how to start and says where it serves', async () => {
  const child = fakeChild();
  const { link } = linkTo([child]);
  const started = link.start(options);
  child.emitter.emit('message', { kind: 'ready', url });
  expect(await started).toEqual({ ok: true, url });
  expect(child.orders).toEqual([{ kind: 'start', options }]);
  expect(link.running()).toBe(true);
});

test('a host that cannot start says why', async () => {
  const child = fakeChild();
  const { link, lost } = linkTo([child]);
  const started = link.start(options);
  child.emitter.emit('message', { kind: 'failed', message: 'The lab is damaged.' });
  child.emitter.emit('exit', 1);
  expect(await started).toEqual({ ok: false, message: 'The lab is damaged.' });
  expect(lost).toEqual([]);
  expect(link.running()).toBe(false);
});

test('a host that dies before it is ready leaves its code and its last words', async () => {
  const child = fakeChild();
  const { link, logged } = linkTo([child]);
  const started = link.start(options);
  child.stderr?.emit('data', Buffer.from('Segmentation fault\n'));
  child.emitter.emit('exit', 139);
  expect(await started).toEqual({
    ok: false,
    message: "The host's process ended with code 139.\n\nSegmentation fault",
  });
  expect(logged).toEqual(['Segmentation fault\n']);
});

test('a host that goes away unasked is reported once', async () => {
  const child = fakeChild();
  const { link, lost } = linkTo([child]);
  const started = link.start(options);
  child.emitter.emit('message', { kind: 'ready', url });
  await started;
  child.emitter.emit('exit', 9);
  expect(lost).toEqual(["The host's process ended with code 9."]);
});

test('a stop is an order, and waits for the process to be gone', async () => {
  const child = fakeChild();
  const { link, lost } = linkTo([child]);
  const started = link.start(options);
  child.emitter.emit('message', { kind: 'ready', url });
  await started;
  let isStopped = false;
  const stopped = link.stop().then(() => (isStopped = true));
  await Promise.resolve();
  expect(child.orders.at(-1)).toEqual({ kind: 'close' });
  expect(isStopped).toBe(false);
  child.emitter.emit('exit', 0);
  await stopped;
  expect([child.killed, lost, link.running()]).toEqual([0, [], false]);
});

test('a host that does not listen is killed when its grace is over', async () => {
  const child = fakeChild();
  const { link, lost } = linkTo([child], 1);
  const started = link.start(options);
  child.emitter.emit('message', { kind: 'ready', url });
  await started;
  await link.stop();
  expect([child.killed, lost]).toEqual([1, []]);
});

test('what is no report of a host is not believed', async () => {
  const child = fakeChild();
  const { link } = linkTo([child]);
  const started = link.start(options);
  for (const message of [null, 'ready', { kind: 'ready' }, { kind: 'ready', url: 'file:///etc/passwd' }]) {
    child.emitter.emit('message', message);
  }
  child.emitter.emit('exit', 1);
  expect(await started).toMatchObject({ ok: false });
});

test('after one host has gone the next can be started', async () => {
  const children = [fakeChild(), fakeChild()] as const;
  const { link } = linkTo(children);
  const first = link.start(options);
  children[0].emitter.emit('exit', 1);
  await first;
  const second = link.start(options);
  children[1].emitter.emit('message', { kind: 'ready', url });
  expect(await second).toEqual({ ok: true, url });
});

test('FR-120-571 a page that the host wants printed comes back as a PDF, or with why there is none', async () => {
  const child = fakeChild();
  const print = (html: string) =>
    html === '<p>no</p>'
      ? Promise.reject(new Error('no paper'))
      : Promise.resolve(Buffer.from(`%PDF-${html}`));
  const { link } = linkTo([child], 60_000, print);
  void link.start(options);
  child.emitter.emit('message', { kind: 'print', id: 1, html: '<p>yes</p>' });
  child.emitter.emit('message', { kind: 'print', id: 2, html: '<p>no</p>' });
  await expect.poll(() => child.orders.length).toBe(3);
  const pdf = Buffer.from('%PDF-<p>yes</p>').toString('base64');
  expect(child.orders.slice(1)).toEqual([
    { kind: 'printed', id: 1, pdf, problem: '' },
    { kind: 'printed', id: 2, pdf: null, problem: 'no paper' },
  ]);
});
