/** `/ticket/<ticket>`: a WebSocket that speaks VNC, once for each ticket. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { computerOf } from '../../../../sim/index.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import type { Pass } from './console-desk.ts';
import { createRfbSession } from './rfb/session.ts';
import type { Screen } from './screens.ts';

export const ticketPrefix = '/ticket';
const mostMessageBytes = 1_048_576;
/** Whoever asks for more than this without reading any of it goes. */
const mostUnreadBytes = 8_388_608;
/** Clients that name protocols understand at least the first. */
const protocols = ['binary', 'vnc'];

export function ticketRoute(vc: Vc): Route {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => protocols.find((each) => offered.has(each)) ?? false,
  });
  return {
    prefix: ticketPrefix,
    dialect: 'text',
    handle: (_, answer) =>
      answer.send(426, 'text/plain; charset=utf-8', 'A ticket opens a WebSocket that speaks VNC.\n'),
    upgrade: (request, socket, head) => {
      void open(vc, server, { request, socket, head }).catch((error: unknown) => {
        vc.log.error('a console could not be opened', { error });
        socket.destroy();
      });
    },
  };
}

type Asked = { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer };

const turnAway = (socket: Duplex, status: string, text: string): void => {
  const body = `${text}\n`;
  const length = Buffer.byteLength(body);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  );
};

async function open(vc: Vc, server: WebSocketServer, { request, socket, head }: Asked): Promise<void> {
  const ticket = (request.url ?? '').split('?')[0]?.slice(ticketPrefix.length + 1) ?? '';
  const pass = vc.consoles.tickets.take(ticket);
  if (pass === null)
    return turnAway(
      socket,
      '403 Forbidden',
      'The ticket was used, is too old, or was never given: ask for another.',
    );
  const computer = computerOf(vc.world(), pass.machine);
  if (computer === null) return turnAway(socket, '404 Not Found', 'The machine is there no more.');
  if (computer.spec.power === 'off') return turnAway(socket, '409 Conflict', `${computer.name} is off.`);
  const screen = await vc.consoles.screens.of(pass.machine);
  if (!screen.ok) return turnAway(socket, '409 Conflict', screen.refusal.message);
  if (socket.destroyed) return;
  server.handleUpgrade(request, socket, head, (client) =>
    serve(vc, client, { pass, screen: screen.value, name: computer.name, address: addressOf(request) }),
  );
}

const addressOf = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';

type Place = {
  readonly pass: Pass;
  readonly screen: Screen;
  readonly name: string;
  readonly address: string;
};

/** The codes of WebSockets: gone away, and not understood. */
const codes = { gone: 1001, wrong: 1002 } as const;

function serve(vc: Vc, client: WebSocket, { pass, screen, name, address }: Place): void {
  const session = createRfbSession({
    screen,
    glyphs: vc.consoles.glyphs,
    name,
    send: (bytes) => {
      client.send(bytes, () => session.taken());
      if (client.bufferedAmount > mostUnreadBytes) client.terminate();
    },
    isReady: () => client.bufferedAmount === 0,
    close: (problem) =>
      client.close(problem === null ? codes.gone : codes.wrong, problem ?? 'the console is there no more'),
  });
  const leave = vc.consoles.enter({
    machine: pass.machine,
    label: 'VNC over WebSocket',
    client: address,
    user: pass.user,
    close: () => client.close(codes.gone, 'the connection was dropped'),
  });
  client.on('message', (data: RawData, isBinary) => {
    if (isBinary) session.take(wholeOf(data));
    else client.close(codes.wrong, 'VNC is spoken in binary messages');
  });
  client.on('error', (error) => vc.log.debug('a console failed', { error }));
  client.once('close', () => {
    leave();
    session.end();
  });
}

const wholeOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data;
