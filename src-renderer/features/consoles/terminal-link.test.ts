import { expect, test, vi } from 'vitest';
import { openTerminalLink, readTerminalMessage, type TerminalState } from './terminal-link.ts';

type Heard = { readonly data: string | ArrayBuffer };

/** A socket whose other end is the test. */
function createWire() {
  const sockets: { address: string; protocols: readonly string[]; sent: unknown[]; target: EventTarget }[] =
    [];
  const makeSocket = (address: string, protocols: readonly string[]): WebSocket => {
    const target = new EventTarget();
    const sent: unknown[] = [];
    sockets.push({ address, protocols, sent, target });
    return Object.assign(target, {
      readyState: 1,
      send: (data: unknown) => sent.push(data),
      close: () => target.dispatchEvent(new Event('close')),
    }) as unknown as WebSocket;
  };
  const last = () => {
    const one = sockets.at(-1);
    if (one === undefined) throw new Error('no socket yet');
    return one;
  };
  return {
    makeSocket,
    last,
    count: () => sockets.length,
    hear: (data: Heard['data']) => last().target.dispatchEvent(Object.assign(new Event('message'), { data })),
    cut: () => last().target.dispatchEvent(new Event('close')),
  };
}

const session = {
  session: 's-1',
  machine: 'vm-1',
  name: 'web-01',
  as: 'root',
  kind: 'shell',
  columns: 80,
  rows: 24,
  openedAt: 0,
  typing: 1,
  watching: 0,
  recording: 'off',
};

function createLine() {
  const wire = createWire();
  const states: TerminalState[] = [];
  const bytes: number[] = [];
  const replayed = vi.fn();
  const renewed = vi.fn();
  const link = openTerminalLink({
    wish: { machine: 'web-01', as: 'root', kind: 'shell', mode: 'control', session: null },
    size: { columns: 80, rows: 24 },
    makeSocket: wire.makeSocket,
    pass: { kind: 'start', token: 'secret' },
    origin: 'ws://host',
    onBytes: (some) => bytes.push(...some),
    onReplay: replayed,
    onRenewed: renewed,
    onState: (state) => states.push(state),
    onRecorded: vi.fn(),
    chance: () => 0,
  });
  return { wire, states, bytes, replayed, renewed, link };
}

test('FR-120-585 a terminal asks for its machine with its size and shows what comes', () => {
  const { wire, states, bytes, link } = createLine();
  expect(wire.last().address).toBe(
    'ws://host/api/v1/terminal?machine=web-01&as=root&kind=shell&mode=control&columns=80&rows=24',
  );
  expect(wire.last().protocols).toEqual(['coldaisle.terminal.v1', 'tok.secret']);
  wire.hear(JSON.stringify({ type: 'opened', session, mode: 'control', replay: 0 }));
  wire.hear(Uint8Array.of(104, 105).buffer);
  expect(states.map(({ phase }) => phase)).toEqual(['connecting', 'open']);
  expect(bytes).toEqual([104, 105]);
  link.type(Uint8Array.of(13));
  link.say({ type: 'resize', columns: 100, rows: 30 });
  expect(wire.last().sent).toEqual([Uint8Array.of(13), '{"type":"resize","columns":100,"rows":30}']);
});

test('FR-120-586 a line that was cut comes back to the same session and shows what stood there', () => {
  vi.useFakeTimers();
  const { wire, states, replayed, link } = createLine();
  wire.hear(JSON.stringify({ type: 'opened', session, mode: 'control', replay: 0 }));
  wire.cut();
  expect(states.at(-1)?.phase).toBe('lost');
  vi.advanceTimersByTime(1000);
  expect(wire.count()).toBe(2);
  expect(wire.last().address).toContain('session=s-1');
  wire.hear(JSON.stringify({ type: 'opened', session, mode: 'control', replay: 12 }));
  expect(replayed).toHaveBeenCalledTimes(2);
  link.close();
  vi.advanceTimersByTime(60_000);
  expect(wire.count()).toBe(2);
  vi.useRealTimers();
});

test('FR-120-661 a terminal whose session went with its host gets another one, and what stood there stays', () => {
  vi.useFakeTimers();
  const { wire, states, replayed, renewed, link } = createLine();
  wire.hear(JSON.stringify({ type: 'opened', session, mode: 'control', replay: 0 }));
  wire.cut();
  vi.advanceTimersByTime(1000);
  const refusal = { code: 'not-found', message: 'This terminal is open no more', where: 'session' };
  wire.hear(JSON.stringify({ type: 'refused', refusal }));
  wire.cut();
  vi.advanceTimersByTime(2000);
  expect(wire.count()).toBe(3);
  expect(wire.last().address).not.toContain('session=');
  wire.hear(
    JSON.stringify({ type: 'opened', session: { ...session, session: 's-2' }, mode: 'control', replay: 0 }),
  );
  expect([replayed.mock.calls.length, renewed.mock.calls.length]).toEqual([1, 1]);
  expect(states.at(-1)).toMatchObject({ phase: 'open', session: { session: 's-2' } });
  link.close();
  vi.useRealTimers();
});

test('FR-120-587 what was refused or has ended says why and is not tried again', () => {
  vi.useFakeTimers();
  const { wire, states } = createLine();
  wire.hear(
    JSON.stringify({
      type: 'refused',
      refusal: { code: 'wrong-state', message: 'web-01 is off.', hint: 'Start it first.' },
    }),
  );
  wire.cut();
  vi.advanceTimersByTime(60_000);
  expect(states.at(-1)).toEqual({ phase: 'over', message: 'web-01 is off. Start it first.' });
  expect(wire.count()).toBe(1);
  vi.useRealTimers();
});

test.each(['', 'nonsense', '[]', '{"type":1}'])('FR-120-587 %j is no message', (data) => {
  expect(readTerminalMessage(data)).toBeNull();
});
