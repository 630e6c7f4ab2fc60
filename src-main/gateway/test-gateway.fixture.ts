import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ServerMessage } from '../../sim/contract/live.ts';
import type { Host } from '../host/host.ts';
import { silentLog } from '../host/log.ts';
import { defaultLimits, type GatewayLimits } from './limits.ts';
import { type Gateway, openGateway } from './open-gateway.ts';

export const testToken = 'test-token-0123456789';

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  readonly json: () => Record<string, unknown>;
};
export type Asking = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
};

export type TestGateway = {
  readonly gateway: Gateway;
  readonly directory: string;
  readonly uploads: string;
  readonly exports: string;
  readonly ui: string;
  /** As written: nothing normalised, no header added but Host. */
  readonly ask: (asking: Asking) => Promise<Answered>;
  /** With the token. */
  readonly api: (asking: Asking) => Promise<Answered>;
  readonly live: (headers?: Readonly<Record<string, string>>) => Promise<TestSocket>;
  readonly close: () => Promise<void>;
};

type Settings = {
  readonly host: Host;
  readonly limits?: Partial<GatewayLimits>;
  readonly mayUse?: (file: string) => boolean;
};

export async function openTestGateway(settings: Settings): Promise<TestGateway> {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-gateway-'));
  const [uploads, exports, ui] = [
    join(directory, 'uploads'),
    join(directory, 'exports'),
    join(directory, 'ui'),
  ];
  for (const folder of [uploads, exports, ui]) mkdirSync(folder);
  const opened = await openGateway({
    ...settings,
    port: 0,
    token: testToken,
    uiDirectory: ui,
    uploadsDirectory: uploads,
    exportsDirectory: exports,
    version: '1.2.3',
    log: silentLog,
    limits: { ...defaultLimits, ...settings.limits },
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const gateway = opened.value;
  const ask = (asking: Asking) => send(gateway.port, asking);
  return {
    gateway,
    directory,
    uploads,
    exports,
    ui,
    ask,
    api: (asking) => ask({ ...asking, headers: { authorization: `Bearer ${testToken}`, ...asking.headers } }),
    live: (headers = {}) => openSocket(gateway.port, headers),
    close: async () => {
      await gateway.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function send(port: number, { method = 'GET', path, headers = {}, body }: Asking): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Node frames the body of a POST by itself, but not that of a GET.
    const isFramed = body === undefined || 'transfer-encoding' in headers || 'content-length' in headers;
    const framed = isFramed ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host: `127.0.0.1:${port}`, ...framed, ...headers },
    };
    const sent = request({ ...options, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const json = () => JSON.parse(text) as Record<string, unknown>;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export type TestSocket = {
  readonly socket: WebSocket;
  readonly say: (message: unknown) => void;
  /** The next text message that is no status, or the next of this kind. */
  readonly next: <Op extends ServerMessage['op']>(op: Op) => Promise<Extract<ServerMessage, { op: Op }>>;
  /** Everything heard and not yet taken. */
  readonly heard: () => readonly ServerMessage[];
  readonly frame: () => Promise<ArrayBuffer>;
  readonly frames: () => number;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
};

export async function openSocket(
  port: number,
  headers: Readonly<Record<string, string>>,
): Promise<TestSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, ['coldaisle.v1', `tok.${testToken}`], {
    headers,
  });
  const heard: ServerMessage[] = [];
  const frames: ArrayBuffer[] = [];
  const wakers = new Set<() => void>();
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.binaryType = 'arraybuffer';
  socket.on('message', (data, isBinary) => {
    if (isBinary) frames.push(data as ArrayBuffer);
    else heard.push(JSON.parse(Buffer.from(data as ArrayBuffer).toString()) as ServerMessage);
    for (const wake of wakers) wake();
  });
  const until = async <T>(take: () => T | undefined): Promise<T> => {
    for (;;) {
      const taken = take();
      if (taken !== undefined) return taken;
      await new Promise<void>((resolve) => {
        const wake = () => {
          wakers.delete(wake);
          resolve();
        };
        wakers.add(wake);
      });
    }
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    socket,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (op) =>
      until(() => {
        const place = heard.findIndex((message) => message.op === op);
        return place < 0
          ? undefined
          : (heard.splice(place, 1)[0] as Extract<ServerMessage, { op: typeof op }>);
      }),
    heard: () => heard,
    frame: () => until(() => frames.shift()),
    frames: () => frames.length,
  };
}
