import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConnection, readServerMessage } from './connection.ts';
import type { ConnectionState, Line } from './connection.ts';

/** The socket's part that the connection uses, with the other end in the test's hand. */
class FakeSocket extends EventTarget {
  readonly OPEN = 1;
  readyState = 1;
  binaryType = 'blob';
  readonly sent: string[] = [];
  readonly protocols: readonly string[];
  constructor(protocols: readonly string[]) {
    super();
    this.protocols = protocols;
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  say(data: unknown): void {
    this.dispatchEvent(
      new MessageEvent('message', { data: data instanceof ArrayBuffer ? data : JSON.stringify(data) }),
    );
  }
}

function setUp(whyRefused: Line['whyRefused'] = () => Promise.resolve(null)) {
  const sockets: FakeSocket[] = [];
  const states: ConnectionState['phase'][] = [];
  const connection = createConnection();
  connection.onState(({ phase }) => states.push(phase));
  const makeSocket = (_url: string, protocols: readonly string[]) => {
    const socket = new FakeSocket(protocols);
    sockets.push(socket);
    return socket as unknown as WebSocket;
  };
  const close = connection.open({ url: 'ws://127.0.0.1:1/live', token: 'secret', makeSocket, whyRefused });
  const last = () => sockets.at(-1) as FakeSocket;
  return { connection, sockets, states, last, close };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('FR-120-060 the token is offered as a subprotocol, and nothing is sent before hello', () => {
  const { connection, last, states } = setUp();
  expect(last().protocols).toEqual(['coldaisle.v1', 'tok.secret']);
  expect(connection.send({ op: 'unwatch' })).toBe(false);
  last().say({ op: 'hello' });
  expect(connection.send({ op: 'unwatch' })).toBe(true);
  expect(last().sent).toEqual(['{"op":"unwatch"}']);
  expect(states).toEqual(['connecting', 'open']);
});
test('FR-120-060 a lost line is dialled again, later each time, until it answers', async () => {
  const { sockets, last, states } = setUp();
  last().say({ op: 'hello' });
  last().close();
  expect(states.at(-1)).toBe('lost');
  await vi.advanceTimersByTimeAsync(250);
  expect(sockets).toHaveLength(2);
  last().close();
  await vi.advanceTimersByTimeAsync(250);
  expect(sockets).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(250);
  expect(sockets).toHaveLength(3);
  last().say({ op: 'hello' });
  expect(states.at(-1)).toBe('open');
});
test('FR-120-060 a silent line is a dead line', async () => {
  const { last, states } = setUp();
  last().say({ op: 'hello' });
  await vi.advanceTimersByTimeAsync(8000);
  expect(states.at(-1)).toBe('lost');
});
test('FR-120-060 a wrong token is told, and not tried again', async () => {
  const { connection, sockets, last } = setUp(() => Promise.resolve({ code: 'not-allowed', message: 'No.' }));
  last().close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connection.state()).toEqual({ phase: 'refused', refusal: { code: 'not-allowed', message: 'No.' } });
  expect(sockets).toHaveLength(1);
});
test('FR-120-060 binary frames go to those who draw, text to those who know', () => {
  const { connection, last } = setUp();
  const frames: ArrayBuffer[] = [];
  const texts: string[] = [];
  connection.onFrame((frame) => frames.push(frame));
  connection.onMessage(({ op }) => texts.push(op));
  last().say(new ArrayBuffer(4));
  last().say({ op: 'status' });
  last().say({ what: 'unknown' });
  expect([frames.length, texts]).toEqual([1, ['status']]);
});
test('FR-120-060 what is no message is passed over', () => {
  expect(readServerMessage('{')).toBeNull();
  expect(readServerMessage('null')).toBeNull();
  expect(readServerMessage('{"op":1}')).toBeNull();
  expect(readServerMessage('{"op":"tomorrow"}')).toEqual({ op: 'tomorrow' });
});
