/** Terminals of the control room: a WebSocket each, bytes in binary frames and everything else as JSON text. */
import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { pathText } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import {
  shareTokenPrefix,
  terminalClientMessageSchema,
  terminalPath,
  terminalRequestSchema,
  terminalSubprotocol,
} from '../../../sim/contract/terminal.ts';
import type { TerminalServerMessage } from '../../../sim/contract/terminal.ts';
import type { Seat, Viewer } from '../../guests/terminal-life.ts';
import type { Terminals } from '../../guests/terminals.ts';
import type { Log } from '../../host/log.ts';
import { rejection } from '../faults.ts';
import { checkHost, checkOrigin, noToken } from '../http/guard.ts';
import type { TokenCheck } from '../http/guard.ts';
import { writeRaw } from '../http/raw-reply.ts';
import type { Reply } from '../http/reply.ts';
import type { UpgradeHandler } from './live-upgrade.ts';

export type TerminalUpgradeOptions = {
  readonly hosts: () => ReadonlySet<string>;
  readonly isToken: TokenCheck;
  readonly terminals: Rooms | null;
  readonly pingMillis: number;
  readonly log: Log;
};

type Rooms = Pick<Terminals, 'open' | 'lookOn' | 'isShare'>;

const mostMessageBytes = 1_048_576;
const mostSockets = 256;

export type TerminalUpgrade = { readonly upgrade: UpgradeHandler; readonly close: () => void };

export const isTerminalPath = (url: string | undefined): boolean => url?.split('?')[0] === terminalPath;

export function createTerminalUpgrade(options: TerminalUpgradeOptions): TerminalUpgrade {
  const sockets = new Set<WebSocket>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => terminalSubprotocol,
  });
  const ping = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, options.pingMillis);
  ping.unref();
  return {
    upgrade: (request, socket, head) => {
      socket.on('error', (error) => options.log.debug('a socket failed', { error }));
      const reply = check(options, request, sockets.size);
      if (reply !== null) return writeRaw(socket, reply);
      const { terminals } = options;
      if (terminals === null)
        return writeRaw(socket, rejection('no-such-page', 'This host has no terminals.'));
      server.handleUpgrade(request, socket, head, (client) => {
        sockets.add(client);
        client.once('close', () => sockets.delete(client));
        void serve(client, terminals, {
          url: request.url ?? '',
          share: tokenOf(protocolsOf(request.headers), shareTokenPrefix),
        });
      });
    },
    close: () => {
      clearInterval(ping);
      for (const socket of sockets) socket.close(1001);
    },
  };
}

function check(
  options: TerminalUpgradeOptions,
  { headers, headersDistinct }: IncomingMessage,
  open: number,
): Reply | null {
  const offered = protocolsOf(headers);
  const token = tokenOf(offered, 'tok.');
  const share = tokenOf(offered, shareTokenPrefix);
  const stranger = checkHost(options.hosts(), headersDistinct['host']) ?? checkOrigin(headers);
  if (stranger !== null) return stranger;
  const mayLookOn = share !== null && options.terminals?.isShare(share) === true;
  if (share === null ? !options.isToken(token) : !mayLookOn) return noToken();
  if (!offered.includes(terminalSubprotocol))
    return rejection('bad-request', `Offer the subprotocol ${terminalSubprotocol} beside the token.`);
  return open < mostSockets
    ? null
    : rejection('too-many-sockets', `No more than ${mostSockets} terminals at a time.`);
}

const protocolsOf = (headers: IncomingMessage['headers']): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

const tokenOf = (offered: readonly string[], prefix: string): string | null =>
  offered.find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null;

/** A share names its session itself: whatever else stands in the address is not heard. */
type Wanted = { readonly url: string; readonly share: string | null };

async function serve(socket: WebSocket, terminals: Rooms, { url, share }: Wanted): Promise<void> {
  const viewer = viewerOf(socket);
  if (share !== null) return take(socket, viewer, () => Promise.resolve(terminals.lookOn(share, viewer)));
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  const request = terminalRequestSchema.safeParse(query);
  if (!request.success) {
    const [issue] = request.error.issues;
    const where = pathText(issue?.path ?? []);
    return refuse(viewer, {
      code: 'invalid-input',
      message: `${where}: ${issue?.message ?? 'is not valid'}`,
      where,
    });
  }
  return take(socket, viewer, () => terminals.open(request.data, viewer));
}

async function take(socket: WebSocket, viewer: Viewer, enter: () => Promise<Result<Seat>>): Promise<void> {
  // What is typed before the session is there waits for it.
  const early: { data: RawData; isBinary: boolean }[] = [];
  let seat: Seat | null = null;
  socket.on('message', (data, isBinary) => {
    if (seat === null) early.push({ data, isBinary });
    else hear(seat, viewer, { data, isBinary });
  });
  const opened = await enter();
  if (!opened.ok) return refuse(viewer, opened.refusal);
  const taken = opened.value;
  if (socket.readyState !== socket.OPEN) return taken.leave();
  seat = taken;
  socket.once('close', taken.leave);
  for (const message of early) hear(taken, viewer, message);
}

type Refusal = Extract<TerminalServerMessage, { type: 'refused' }>['refusal'];

function refuse(viewer: Viewer, refusal: Refusal): void {
  viewer.send({ type: 'refused', refusal });
  viewer.close();
}

function viewerOf(socket: WebSocket): Viewer {
  return {
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    bytes: (bytes) => {
      if (socket.readyState === socket.OPEN) socket.send(Buffer.from(bytes, 'latin1'));
    },
    backlog: () => socket.bufferedAmount,
    close: () => socket.close(1000),
  };
}

type Message = { readonly data: RawData; readonly isBinary: boolean };

function hear(seat: Seat, viewer: Viewer, { data, isBinary }: Message): void {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  if (isBinary) {
    seat.input(bytes.toString('latin1'));
    return;
  }
  const message = terminalClientMessageSchema.safeParse(parsed(bytes.toString('utf8')));
  if (!message.success) {
    viewer.send({
      type: 'refused',
      refusal: { code: 'invalid-input', message: 'This message is not known here' },
    });
    return;
  }
  switch (message.data.type) {
    case 'resize':
      return seat.resize(message.data.columns, message.data.rows);
    case 'record':
      return seat.record(message.data.state);
    case 'end':
      return seat.end();
    default:
      message.data satisfies never;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
