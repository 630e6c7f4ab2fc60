import { WebSocket, type RawData } from 'ws';
import { decodeLaneFrame, type LaneFrame } from '../../sim/contract/lane-frame.ts';
import type { ClientMessage, ServerMessage } from '../../sim/contract/live.ts';
import { connectionFailure, whoAsks } from './client.ts';
import type { HostAddress } from './host-address.ts';
import { failed, type Outcome } from './outcome.ts';

/** As a caller writes it: ids are plain texts on the way out. */
export type Said =
  | Extract<ClientMessage, { op: 'unwatch' | 'lanes-off' }>
  | { readonly op: 'watch'; readonly since: number | null; readonly branch: string | null }
  | { readonly op: 'lanes'; readonly view: number; readonly sensors: readonly string[] };

export type Heard = ServerMessage | { readonly op: 'frame'; readonly frame: LaneFrame };

export type Live = {
  readonly say: (message: Said) => void;
  /** The next message. Fails with `lost` when the host goes, with `interrupted` on Ctrl-C. */
  readonly next: () => Promise<Outcome<Heard>>;
  readonly close: () => void;
};

/** Opens the host's one WebSocket and waits until it greets. */
export async function openLive(address: HostAddress, signal: AbortSignal): Promise<Outcome<Live>> {
  const url = new URL('/api/v1/live', address.url);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url, ['coldaisle.v1', `tok.${address.token}`], {
    headers: whoAsks(),
    perMessageDeflate: false,
  });
  socket.binaryType = 'arraybuffer';
  const live = listen(socket, address, signal);
  const hello = await live.next();
  if (!hello.ok) return hello;
  return { ok: true, value: live };
}

type Waiter = (heard: Outcome<Heard>) => void;

function listen(socket: WebSocket, address: HostAddress, signal: AbortSignal): Live {
  const heard: Heard[] = [];
  const waiting: Waiter[] = [];
  let end: Outcome<never> | undefined;

  const finish = (outcome: Outcome<never>): void => {
    end ??= outcome;
    for (const waiter of waiting.splice(0)) waiter(end);
  };
  const interrupt = (): void => {
    finish(failed({ kind: 'interrupted' }));
    socket.terminate();
  };

  socket.on('message', (data, isBinary) => {
    const message = isBinary ? frameOf(data) : (JSON.parse(textOf(data)) as ServerMessage);
    if (message === null) return;
    const waiter = waiting.shift();
    if (waiter === undefined) heard.push(message);
    else waiter({ ok: true, value: message });
  });
  socket.on('error', (error) => finish(connectionFailure(address, error)));
  socket.on('close', () => {
    signal.removeEventListener('abort', interrupt);
    finish(failed({ kind: 'lost', message: `The host at ${address.url} closed the connection` }));
  });
  if (signal.aborted) interrupt();
  else signal.addEventListener('abort', interrupt, { once: true });

  return {
    say: (message) => socket.send(JSON.stringify(message)),
    next: () => {
      const first = heard.shift();
      if (first !== undefined) return Promise.resolve({ ok: true, value: first });
      if (end !== undefined) return Promise.resolve(end);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => socket.close(),
  };
}

const textOf = (data: RawData): string =>
  new TextDecoder().decode(data instanceof ArrayBuffer ? data : Buffer.concat([data].flat()));

function frameOf(data: unknown): Heard | null {
  const frame = data instanceof ArrayBuffer ? decodeLaneFrame(data) : null;
  return frame === null ? null : { op: 'frame', frame };
}
