/** The way from an HTTP upgrade to a socket, with a plain HTTP answer for whoever is not let in. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { liveSubprotocol } from '../../../sim/contract/live.ts';
import type { Log } from '../../host/log.ts';
import { actorOf } from '../actor.ts';
import { rejection, replyOfRefusal } from '../faults.ts';
import { checkHost, checkOrigin, noToken, type TokenCheck } from '../http/guard.ts';
import { writeRaw } from '../http/raw-reply.ts';
import type { Reply } from '../http/reply.ts';
import type { GatewayLimits } from '../limits.ts';
import type { LiveHub } from './live-hub.ts';

export const livePath = '/api/v1/live';

type UpgradeOptions = {
  readonly hosts: () => ReadonlySet<string>;
  readonly isToken: TokenCheck;
  readonly hub: LiveHub;
  readonly limits: GatewayLimits;
  readonly log: Log;
};

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export function createUpgradeHandler(options: UpgradeOptions): UpgradeHandler {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: options.limits.messageBytes,
    // Compression costs more than loopback does, and a small message may unfold into a huge one.
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => liveSubprotocol,
  });
  return (request, socket, head) => {
    socket.on('error', (error) => options.log.debug('a socket failed', { error }));
    const reply = checkUpgrade(options, request);
    if (reply !== null) {
      options.log.warn('a socket was refused', { status: reply.status });
      return writeRaw(socket, reply);
    }
    const fromPage = request.headers.origin !== undefined;
    const actor = actorOf(request.headers, fromPage ? 'ui' : 'api');
    if (!actor.ok) return writeRaw(socket, replyOfRefusal(actor.refusal));
    server.handleUpgrade(request, socket, head, (client) => {
      options.hub.join({ socket: client, actor: actor.value, fromPage });
    });
  };
}

function checkUpgrade(options: UpgradeOptions, request: IncomingMessage): Reply | null {
  const { headers } = request;
  return (
    checkHost(options.hosts(), request.headersDistinct['host']) ??
    checkOrigin(headers) ??
    checkPath(request.url) ??
    checkProtocols(options.isToken, headers['sec-websocket-protocol'] ?? '') ??
    checkRoom(options)
  );
}

function checkPath(url: string | undefined): Reply | null {
  if (url?.split('?')[0] === livePath) return null;
  return rejection('no-such-page', `The socket is at ${livePath}.`);
}

/** A browser can put nothing else on a WebSocket than its subprotocols, so the token is one of them. */
function checkProtocols(isToken: TokenCheck, header: string): Reply | null {
  const offered = header.split(',').map((name) => name.trim());
  const token = offered.find((name) => name.startsWith('tok.'))?.slice('tok.'.length) ?? null;
  if (!isToken(token)) return noToken();
  if (offered.includes(liveSubprotocol)) return null;
  return rejection('bad-request', `Offer the subprotocol ${liveSubprotocol} beside the token.`);
}

function checkRoom({ hub, limits }: UpgradeOptions): Reply | null {
  if (hub.count() < limits.sockets) return null;
  return rejection('too-many-sockets', `No more than ${limits.sockets} sockets at a time.`, {
    headers: { 'retry-after': '5' },
  });
}
