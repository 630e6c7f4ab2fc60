/** The one WebSocket to the gateway: opens, notices silence, comes back by itself. Knows nothing of the world. */
import type {
  ClientMessage,
  ServerMessage,
  liveSubprotocol as contractSubprotocol,
} from '../../sim/contract/live.ts';
import type { Refusal } from '../../sim/contract/result.ts';
import { backoff } from './backoff.ts';
import { createEmitter } from './emitter.ts';
import type { Dispose } from './emitter.ts';

/** Typed by the contract's constant, which is not imported: zod would come along on the first load. */
const liveSubprotocol: typeof contractSubprotocol = 'coldaisle.v1';

/** The gateway says its status once a second; after so long without a word the line is dead. */
const silenceMillis = 8000;

export type ConnectionState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'lost'; readonly since: number; readonly retryAt: number }
  | { readonly phase: 'refused'; readonly refusal: Refusal };

export type Line = {
  readonly url: string;
  readonly token: string;
  readonly makeSocket: (url: string, protocols: readonly string[]) => WebSocket;
  /** Asked when a socket closes before its first word: a browser does not tell why. */
  readonly whyRefused: () => Promise<Refusal | null>;
};

export type Connection = {
  readonly open: (line: Line) => Dispose;
  /** False where there is no line; whoever needs delivery asks again on `hello`. */
  readonly send: (message: ClientMessage) => boolean;
  readonly state: () => ConnectionState;
  readonly retryNow: () => void;
  readonly onState: (listener: (state: ConnectionState) => void) => Dispose;
  readonly onMessage: (listener: (message: ServerMessage) => void) => Dispose;
  readonly onFrame: (listener: (frame: ArrayBuffer) => void) => Dispose;
};

export function readServerMessage(text: string): ServerMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    const isMessage =
      typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'string';
    return isMessage ? (value as ServerMessage) : null;
  } catch {
    return null;
  }
}

type Emitters = {
  readonly states: ReturnType<typeof createEmitter<ConnectionState>>;
  readonly messages: ReturnType<typeof createEmitter<ServerMessage>>;
  readonly frames: ReturnType<typeof createEmitter<ArrayBuffer>>;
};

type SocketHandlers = { readonly hello: () => void; readonly closed: (saidHello: boolean) => void };

/** One socket's life. `closed` is called once, unless the socket was ended by us. */
function openSocket(
  line: Line,
  emitters: Emitters,
  handlers: SocketHandlers,
): { send: (text: string) => boolean; end: Dispose } {
  const socket = line.makeSocket(line.url, [liveSubprotocol, `tok.${line.token}`]);
  socket.binaryType = 'arraybuffer';
  let saidHello = false;
  let ended = false;
  let silence = setTimeout(() => socket.close(), silenceMillis);
  const finish = () => {
    clearTimeout(silence);
    if (ended) return;
    ended = true;
    handlers.closed(saidHello);
  };
  socket.addEventListener('close', finish);
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (ended) return;
    clearTimeout(silence);
    silence = setTimeout(() => {
      socket.close();
      finish();
    }, silenceMillis);
    if (data instanceof ArrayBuffer) return emitters.frames.emit(data);
    const message = typeof data === 'string' ? readServerMessage(data) : null;
    if (message === null) return;
    if (message.op === 'hello') {
      saidHello = true;
      handlers.hello();
    }
    emitters.messages.emit(message);
  });
  return {
    send: (text) => {
      if (!saidHello || ended || socket.readyState !== socket.OPEN) return false;
      socket.send(text);
      return true;
    },
    end: () => {
      ended = true;
      clearTimeout(silence);
      socket.close();
    },
  };
}

type Runner = { readonly dial: () => void; readonly stop: Dispose; readonly send: (text: string) => boolean };

function createRunner(line: Line, emitters: Emitters, setState: (state: ConnectionState) => void): Runner {
  let socket: ReturnType<typeof openSocket> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let lostSince: number | null = null;
  let stopped = false;

  const later = () => {
    const wait = backoff(attempt, Math.random());
    attempt += 1;
    lostSince ??= Date.now();
    setState({ phase: 'lost', since: lostSince, retryAt: Date.now() + wait });
    timer = setTimeout(dial, wait);
  };
  const closed = (saidHello: boolean) => {
    socket = null;
    if (saidHello) return later();
    void line.whyRefused().then((refusal) => {
      if (stopped) return;
      if (refusal === null) later();
      else setState({ phase: 'refused', refusal });
    });
  };
  const hello = () => {
    attempt = 0;
    lostSince = null;
    setState({ phase: 'open' });
  };
  function dial(): void {
    clearTimeout(timer);
    if (stopped || socket !== null) return;
    if (lostSince === null) setState({ phase: 'connecting' });
    socket = openSocket(line, emitters, { hello, closed });
  }
  return {
    dial,
    send: (text) => socket?.send(text) ?? false,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      socket?.end();
    },
  };
}

export function createConnection(): Connection {
  const emitters: Emitters = { states: createEmitter(), messages: createEmitter(), frames: createEmitter() };
  let state: ConnectionState = { phase: 'idle' };
  let runner: Runner | null = null;
  const setState = (next: ConnectionState) => {
    state = next;
    emitters.states.emit(next);
  };
  return {
    open: (line) => {
      runner?.stop();
      const mine = createRunner(line, emitters, setState);
      runner = mine;
      mine.dial();
      return () => {
        mine.stop();
        if (runner === mine) runner = null;
        setState({ phase: 'idle' });
      };
    },
    send: (message) => runner?.send(JSON.stringify(message)) ?? false,
    state: () => state,
    retryNow: () => runner?.dial(),
    onState: emitters.states.on,
    onMessage: emitters.messages.on,
    onFrame: emitters.frames.on,
  };
}

/** A page has one line to its host; nothing happens on it before main.tsx opens it. */
export const connection = createConnection();
