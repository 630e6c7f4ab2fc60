/** The serial console of a machine in this terminal, over the host's WebSocket. */
import { WebSocket } from 'ws';
import {
  terminalPath,
  terminalSubprotocol,
  type TerminalServerMessage,
} from '../../sim/contract/terminal.ts';
import { connectionFailure, whoAsks } from './client.ts';
import type { HostAddress } from './host-address.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** The terminal that dvm itself runs in. */
export type Keyboard = {
  readonly columns: number;
  readonly rows: number;
  readonly show: (bytes: Buffer) => void;
  /** Keys as bytes, from now until it is disposed of; then the terminal is as it was. */
  readonly listen: (typed: (bytes: Buffer) => void) => () => void;
  readonly onResize: (listener: (columns: number, rows: number) => void) => () => void;
};

/** Ctrl-], as of old: the way out that no shell wants for itself. */
const wayOut = 0x1d;

export type SerialRequest = { readonly machine: string; readonly keyboard: Keyboard };

/** Resolves when the user leaves, or the session ends. */
export function attachSerial(
  address: HostAddress,
  { machine, keyboard }: SerialRequest,
  signal: AbortSignal,
): Promise<Outcome<undefined>> {
  const { columns, rows } = keyboard;
  const url = new URL(terminalPath, address.url);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams({
    machine,
    kind: 'console',
    columns: String(columns),
    rows: String(rows),
  }).toString();
  const socket = new WebSocket(url, [terminalSubprotocol, `tok.${address.token}`], {
    headers: whoAsks(),
    perMessageDeflate: false,
  });
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const finish = (outcome: Outcome<undefined>): void => {
      for (const stop of stops.splice(0)) stop();
      socket.terminate();
      resolve(outcome);
    };
    const leave = (): void => {
      say(socket, { type: 'end' });
      finish(done);
    };
    signal.addEventListener('abort', leave, { once: true });
    stops.push(() => signal.removeEventListener('abort', leave));
    socket.on('open', () => stops.push(...wire(socket, keyboard, leave)));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return keyboard.show(data);
      const end = endIn(JSON.parse(data.toString()) as TerminalServerMessage);
      if (end !== null) finish(end);
    });
    socket.on('error', (error) => finish(connectionFailure(address, error)));
    socket.on('close', () => finish(failed({ kind: 'lost', message: 'The line to the host was cut' })));
  });
}

const say = (socket: WebSocket, message: object): void => {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
};

function wire(socket: WebSocket, keyboard: Keyboard, leave: () => void): readonly (() => void)[] {
  return [
    keyboard.listen((bytes) => {
      const out = bytes.indexOf(wayOut);
      const typed = out < 0 ? bytes : bytes.subarray(0, out);
      if (typed.length > 0) socket.send(typed);
      if (out >= 0) leave();
    }),
    keyboard.onResize((columns, rows) => say(socket, { type: 'resize', columns, rows })),
  ];
}

function endIn(message: TerminalServerMessage): Outcome<undefined> | null {
  switch (message.type) {
    case 'refused':
      return failed({ kind: 'refused', refusal: message.refusal });
    case 'ended':
      if (message.reason === 'ended' || message.reason === 'exited') return done;
      return failed({ kind: 'refused', refusal: { code: 'wrong-state', message: message.message } });
    case 'opened':
    case 'changed':
    case 'recorded':
      return null;
    default:
      return message satisfies never;
  }
}

/** Of this process: keys come one by one, none of them is dvm's own. */
export function ownKeyboard(): Keyboard {
  const { stdin, stdout } = process;
  return {
    columns: stdout.columns ?? 80,
    rows: stdout.rows ?? 24,
    show: (bytes) => void stdout.write(bytes),
    listen: (typed) => {
      const isTerminal = stdin.isTTY;
      if (isTerminal) stdin.setRawMode(true);
      stdin.on('data', typed);
      stdin.resume();
      return () => {
        stdin.off('data', typed);
        stdin.pause();
        if (isTerminal) stdin.setRawMode(false);
      };
    },
    onResize: (listener) => {
      const told = (): void => listener(stdout.columns ?? 80, stdout.rows ?? 24);
      stdout.on('resize', told);
      return () => stdout.off('resize', told);
    },
  };
}
