/** One terminal's line to its machine: opens, comes back with what stood there, and says when it is over. */
import type {
  TerminalClientMessage,
  TerminalServerMessage,
  TerminalSession,
  terminalPath as contractPath,
  terminalSubprotocol as contractSubprotocol,
} from '../../../sim/contract/terminal.ts';
import { backoff } from '../../data/backoff.ts';
import type { Dispose } from '../../data/emitter.ts';

/** Typed by the contract's constants, which are not imported: zod would come along. */
const path: typeof contractPath = '/api/v1/terminal';
const subprotocol: typeof contractSubprotocol = 'coldaisle.terminal.v1';

export type TerminalWish = {
  readonly machine: string;
  readonly as: string;
  readonly kind: 'shell' | 'console';
  readonly mode: 'control' | 'view';
  /** One that is open already: to come back to it, or to look on. */
  readonly session: string | null;
};

export type TerminalState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open'; readonly session: TerminalSession; readonly mode: 'control' | 'view' }
  | { readonly phase: 'lost'; readonly session: TerminalSession | null }
  | { readonly phase: 'over'; readonly message: string };

export type TerminalLink = {
  readonly type: (bytes: Uint8Array) => void;
  readonly say: (message: TerminalClientMessage) => void;
  readonly close: Dispose;
};

export type LinkParts = {
  readonly wish: TerminalWish;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly makeSocket: (address: string, protocols: readonly string[]) => WebSocket;
  readonly token: string;
  /** Of the page: `ws://127.0.0.1:1234`. */
  readonly origin: string;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** What comes next is the whole of what stood there. */
  readonly onReplay: () => void;
  readonly onState: (state: TerminalState) => void;
  readonly onRecorded: (file: string) => void;
  /** In [0, 1). */
  readonly chance: () => number;
};

export function addressOf({ wish, size, origin }: LinkParts, session: string | null): string {
  const params = new URLSearchParams({
    machine: wish.machine,
    as: wish.as,
    kind: wish.kind,
    mode: wish.mode,
    columns: String(size.columns),
    rows: String(size.rows),
  });
  if (session !== null) params.set('session', session);
  return `${origin}${path}?${params.toString()}`;
}

export function readTerminalMessage(data: string): TerminalServerMessage | null {
  try {
    const value: unknown = JSON.parse(data);
    const isMessage =
      typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
    return isMessage ? (value as TerminalServerMessage) : null;
  } catch {
    return null;
  }
}

type Course = { session: TerminalSession | null; tries: number; isOver: boolean };

/** What the host says, into the course of the line. */
function hearer({ wish, onReplay, onState, onRecorded }: LinkParts, course: Course) {
  const finish = (message: string): void => {
    course.isOver = true;
    onState({ phase: 'over', message });
  };
  return (message: TerminalServerMessage): void => {
    switch (message.type) {
      case 'opened':
        course.session = message.session;
        course.tries = 0;
        onReplay();
        return onState({ phase: 'open', session: message.session, mode: message.mode });
      case 'changed':
        course.session = message.session;
        return onState({ phase: 'open', session: message.session, mode: wish.mode });
      case 'recorded':
        return onRecorded(message.file);
      case 'refused':
        return finish([message.refusal.message, message.refusal.hint ?? ''].join(' ').trim());
      case 'ended':
        return finish(message.message);
      default:
        return message satisfies never;
    }
  };
}

export function openTerminalLink(parts: LinkParts): TerminalLink {
  const { wish, makeSocket, token, onBytes, onState, chance } = parts;
  const course: Course = { session: null, tries: 0, isOver: false };
  const hear = hearer(parts, course);
  let socket: WebSocket | null = null;
  let { size } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    const address = addressOf({ ...parts, size }, course.session?.session ?? wish.session);
    const one = makeSocket(address, [subprotocol, `tok.${token}`]);
    one.binaryType = 'arraybuffer';
    socket = one;
    one.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (typeof data !== 'string') return onBytes(new Uint8Array(data));
      const message = readTerminalMessage(data);
      if (message !== null) hear(message);
    });
    one.addEventListener('close', () => {
      socket = null;
      if (course.isOver) return;
      onState({ phase: 'lost', session: course.session });
      timer = setTimeout(connect, backoff(course.tries, chance()));
      course.tries += 1;
    });
  };

  const send = (data: string | Uint8Array<ArrayBuffer>): void => {
    if (socket?.readyState === 1) socket.send(data);
  };

  onState({ phase: 'connecting' });
  connect();
  return {
    type: (bytes) => send(Uint8Array.from(bytes)),
    say: (message) => {
      if (message.type === 'resize') size = { columns: message.columns, rows: message.rows };
      send(JSON.stringify(message));
    },
    close: () => {
      course.isOver = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
