/** One terminal's line to its machine: opens, comes back with what stood there, and says when it is over. */
import type {
  TerminalClientMessage,
  TerminalKind,
  TerminalServerMessage,
  TerminalSession,
  shareTokenPrefix as contractPrefix,
  terminalPath as contractPath,
  terminalSubprotocol as contractSubprotocol,
} from '../../../sim/contract/terminal.ts';
import { backoff } from '../../data/backoff.ts';
import type { Dispose } from '../../data/emitter.ts';

/** Typed by the contract's constants, which are not imported: zod would come along. */
const path: typeof contractPath = '/api/v1/terminal';
const subprotocol: typeof contractSubprotocol = 'coldaisle.terminal.v1';
const sharePrefix: typeof contractPrefix = 'look.';

/** What lets this page in: the start token, or a share of one terminal. */
export type Pass = { readonly kind: 'start' | 'share'; readonly token: string };

export type TerminalWish = {
  readonly machine: string;
  readonly as: string;
  readonly kind: TerminalKind;
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
  readonly pass: Pass;
  /** Of the page: `ws://127.0.0.1:1234`. */
  readonly origin: string;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** What comes next is the whole of what stood there. */
  readonly onReplay: () => void;
  /** What was open before is no more, and another was opened in its place. */
  readonly onRenewed: () => void;
  readonly onState: (state: TerminalState) => void;
  readonly onRecorded: (file: string) => void;
  /** In [0, 1). */
  readonly chance: () => number;
};

export function addressOf({ wish, size, origin }: LinkParts, session: string | null): string {
  const params = new URLSearchParams({
    // A shell of this computer is of no machine of the lab.
    ...(wish.kind === 'local' ? {} : { machine: wish.machine, as: wish.as }),
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

type Course = {
  session: TerminalSession | null;
  /** To come back to. */
  wanted: string | null;
  isRenewed: boolean;
  tries: number;
  isOver: boolean;
};

type Refused = Extract<TerminalServerMessage, { type: 'refused' }>['refusal'];

/** Its host was started anew, or it waited too long: its owner gets another one in its place. */
const isGone = ({ mode }: TerminalWish, course: Course, { code, where }: Refused): boolean =>
  mode === 'control' && course.wanted !== null && code === 'not-found' && where === 'session';

/** What the host says, into the course of the line. */
function hearer({ wish, onReplay, onRenewed, onState, onRecorded }: LinkParts, course: Course) {
  const finish = (message: string): void => {
    course.isOver = true;
    onState({ phase: 'over', message });
  };
  return (message: TerminalServerMessage): void => {
    switch (message.type) {
      case 'opened':
        course.session = message.session;
        course.wanted = message.session.session;
        course.tries = 0;
        if (course.isRenewed) onRenewed();
        else onReplay();
        course.isRenewed = false;
        return onState({ phase: 'open', session: message.session, mode: message.mode });
      case 'changed':
        course.session = message.session;
        return onState({ phase: 'open', session: message.session, mode: wish.mode });
      case 'recorded':
        return onRecorded(message.file);
      case 'refused':
        if (isGone(wish, course, message.refusal)) {
          course.wanted = null;
          course.isRenewed = true;
          return undefined;
        }
        return finish([message.refusal.message, message.refusal.hint ?? ''].join(' ').trim());
      case 'ended':
        return finish(message.message);
      default:
        return message satisfies never;
    }
  };
}

export function openTerminalLink(parts: LinkParts): TerminalLink {
  const { wish, makeSocket, pass, onBytes, onState, chance } = parts;
  const course: Course = {
    session: null,
    wanted: wish.session,
    isRenewed: false,
    tries: 0,
    isOver: false,
  };
  const proof = `${pass.kind === 'share' ? sharePrefix : 'tok.'}${pass.token}`;
  const hear = hearer(parts, course);
  let socket: WebSocket | null = null;
  let { size } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    const address = addressOf({ ...parts, size }, course.wanted);
    const one = makeSocket(address, [subprotocol, proof]);
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
