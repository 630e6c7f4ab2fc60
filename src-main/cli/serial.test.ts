import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';
import type { TerminalServerMessage } from '../../sim/contract/terminal.ts';
import { attachSerial } from './serial.ts';
import type { Keyboard } from './serial.ts';

let server: WebSocketServer | null = null;
afterEach(() => {
  for (const client of server?.clients ?? []) client.terminate();
  server?.close();
  server = null;
});

/** A host whose terminals are the test. */
async function openHost(): Promise<{
  url: string;
  heard: string[];
  asked: string[];
  server: WebSocketServer;
}> {
  const made = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server = made;
  const [heard, asked]: [string[], string[]] = [[], []];
  made.on('connection', (socket, request) => {
    asked.push(request.url ?? '', request.headers['sec-websocket-protocol'] ?? '');
    socket.on('message', (data: Buffer, isBinary) => {
      heard.push(isBinary ? `typed ${data.toString()}` : data.toString());
    });
    socket.send(Buffer.from('web-01 login: '));
  });
  await new Promise((done) => made.once('listening', done));
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, heard, asked, server: made };
}

function createKeyboard() {
  const keys: { type: (text: string) => void; resize: (columns: number, rows: number) => void } = {
    type: () => undefined,
    resize: () => undefined,
  };
  const seen = { shown: '', isListening: false };
  const keyboard: Keyboard = {
    columns: 90,
    rows: 30,
    show: (bytes) => void (seen.shown += bytes.toString()),
    listen: (typed) => {
      seen.isListening = true;
      keys.type = (text) => typed(Buffer.from(text));
      return () => void (seen.isListening = false);
    },
    onResize: (listener) => {
      keys.resize = listener;
      return () => undefined;
    },
  };
  return { keyboard, keys, seen };
}

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setTimeout(done, 2));
};

test('FR-190-270 dvm attach --serial shows the console, sends keys, and Ctrl-] leaves it', async () => {
  const { url, heard, asked } = await openHost();
  const { keyboard, keys, seen } = createKeyboard();
  const going = attachSerial({ url, token: 'secret' }, { machine: 'web-01', keyboard }, AbortSignal.any([]));
  await until(() => seen.shown === 'web-01 login: ');
  expect(asked).toEqual([
    '/api/v1/terminal?machine=web-01&kind=console&columns=90&rows=30',
    'coldaisle.terminal.v1,tok.secret',
  ]);
  keys.resize(100, 40);
  keys.type('root\r');
  await until(() => heard.length === 2);
  keys.type('\x1d');
  expect(await going).toMatchObject({ ok: true });
  await until(() => heard.length === 3);
  expect(heard).toEqual(['{"type":"resize","columns":100,"rows":40}', 'typed root\r', '{"type":"end"}']);
  expect(seen.isListening).toBe(false);
});

test('FR-190-270 what is refused, ended or cut is said, and the keyboard is given back', async () => {
  const { url, server: host } = await openHost();
  const ends: readonly TerminalServerMessage[] = [
    { type: 'refused', refusal: { code: 'not-found', message: 'There is no machine web-99' } },
    { type: 'ended', reason: 'lab-changed', status: null, message: 'Another lab was opened.' },
  ];
  for (const end of ends) {
    const { keyboard, seen } = createKeyboard();
    const going = attachSerial({ url, token: 't' }, { machine: 'web-99', keyboard }, AbortSignal.any([]));
    await until(() => seen.isListening && seen.shown !== '');
    for (const client of host.clients) client.send(JSON.stringify(end));
    const message = end.type === 'refused' ? end.refusal.message : 'Another lab was opened.';
    expect(await going).toMatchObject({ ok: false, refusal: { refusal: { message } } });
    expect(seen.isListening).toBe(false);
  }
  const { keyboard, seen } = createKeyboard();
  const going = attachSerial({ url, token: 't' }, { machine: 'web-01', keyboard }, AbortSignal.any([]));
  await until(() => seen.isListening);
  for (const client of host.clients) client.terminate();
  expect(await going).toMatchObject({ ok: false, refusal: { kind: 'lost' } });
});
