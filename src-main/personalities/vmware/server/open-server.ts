/** The one socket of the endpoint: TLS, HTTP, routing by path; what lies behind the paths is others' business. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import type { Log } from '../../../host/log.ts';
import { createServer as createPlainServer } from '../../../host/node-http.ts';
import { createCallRecord } from './call-record.ts';
import { refuseUnreadable, tellDefect, writeRaw } from './failures.ts';
import { incomingOf, plainAddress } from './incoming.ts';
import type { ServerLimits } from './limits.ts';
import { outgoingOf } from './outgoing.ts';
import { createRouteTable, type Route, type RouteTable } from './routes.ts';
import type { WireLog } from './wire-log.ts';

export type ServerOptions = {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** PEM; null speaks plain HTTP. */
  readonly tls: { readonly key: string; readonly cert: string } | null;
  /** Clients may show certificates: extensions do. Whether one is believed is for who asks. */
  readonly asksCertificate?: boolean;
  readonly routes: readonly Route[];
  readonly wireLog: WireLog;
  readonly limits: ServerLimits;
  readonly log: Log;
};

export type OpenServer = {
  readonly port: number;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

export async function openServer(options: ServerOptions): Promise<Result<OpenServer>> {
  const server = makeServer(options);
  const listening = await listen(server, options);
  if (!listening.ok) return listening;
  const parts = { ...options, find: createRouteTable(options.routes) };
  const sockets = new Set<Duplex>();
  let connections = 0;
  server.on(options.tls === null ? 'connection' : 'secureConnection', (socket: Duplex) => {
    connections += 1;
    socket.once('close', () => {
      connections -= 1;
    });
  });
  server.on('request', (request, response) => serve(request, response, parts));
  server.on('clientError', refuseUnreadable);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    upgrade(parts, { request, socket, head });
  });
  return accepted({
    port: listening.value,
    connections: () => connections,
    close: createClose(server, { sockets, graceMillis: options.limits.graceMillis }),
  });
}

function makeServer({ tls, limits, asksCertificate = false }: ServerOptions): Server {
  const common = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMillis,
    requestTimeout: limits.requestMillis,
    keepAliveTimeout: limits.keepAliveMillis,
    noDelay: true,
  };
  const server =
    tls === null
      ? createPlainServer(common)
      : createTlsServer({
          ...common,
          key: tls.key,
          cert: tls.cert,
          minVersion: 'TLSv1.2',
          requestCert: asksCertificate,
          // Believing one is for who is asked by an extension: here all may speak.
          rejectUnauthorized: !asksCertificate,
        });
  server.maxConnections = limits.connections;
  return server;
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<Result<number>> {
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => resolve(null));
  });
  if (failure !== null) return notListening(`${host}:${port}`, failure);
  // Past this point it can only fail to take one caller, for want of a file handle; the next may fit.
  server.on('error', () => {});
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');
  return accepted(bound.port);
}

function notListening(where: string, failure: NodeJS.ErrnoException): Result<never> {
  switch (failure.code) {
    case 'EADDRINUSE':
      return refused('busy', `${where} is taken by another program`, {
        hint: 'Stop that program or choose another port',
      });
    case 'EACCES':
      return refused('not-allowed', `This user may not listen on ${where}`, {
        hint: 'Choose a port above 1023',
      });
    default:
      return refused('unsupported', `Cannot listen on ${where}: ${failure.message}`);
  }
}

type Parts = ServerOptions & { readonly find: RouteTable };

function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): void {
  // A socket that fails with nobody listening ends the process.
  response.on('error', () => response.destroy());
  request.on('error', () => {});
  const record = createCallRecord(request, response, parts.wireLog);
  const answer = outgoingOf({
    response,
    limits: parts.limits,
    compress: mayCompress(request) ? 'gzip' : 'never',
    onText: record.heardText,
    onNote: record.note,
  });
  const path = pathOf(request.url ?? '');
  const found = path === null ? null : parts.find(path);
  if (path === null || found === null) {
    void answer.send(
      path === null ? 400 : 404,
      'text/plain; charset=utf-8',
      'There is nothing at this address.\n',
    );
    return;
  }
  const incoming = incomingOf({
    request,
    response,
    scheme: parts.tls === null ? 'http' : 'https',
    path,
    rest: found.rest,
    bodyBytes: parts.limits.bodyBytes,
    onBody: record.heardBody,
  });
  const { route } = found;
  // Also what is thrown before the first await.
  const work = async (): Promise<void> => route.handle(incoming, answer);
  work().catch((error: unknown) => {
    if (incoming.isGone()) {
      parts.log.debug('a client went away', { path, error });
      return;
    }
    parts.log.error('a call failed', { method: request.method, path, error });
    tellDefect(answer, route.dialect).catch(() => response.destroy());
  });
}

/** Null where it is no path of ours: another host's address, or percent signs that mean nothing. */
function pathOf(url: string): string | null {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.startsWith('/')) return null;
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** On this machine the packing costs more time than it saves. */
function mayCompress({ headers, socket }: IncomingMessage): boolean {
  if (!/\bgzip\b/.test(headers['accept-encoding']?.toString() ?? '')) return false;
  return !/^(127\.|::1$)/.test(plainAddress(socket.remoteAddress ?? ''));
}

type Upgrade = { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer };

function upgrade({ find, log }: Parts, { request, socket, head }: Upgrade): void {
  const path = pathOf(request.url ?? '');
  const route = path === null ? undefined : find(path)?.route;
  if (route?.upgrade === undefined) {
    writeRaw(socket, '404 Not Found');
    return;
  }
  try {
    route.upgrade(request, socket, head);
  } catch (error) {
    log.error('a WebSocket could not be opened', { path, error });
    writeRaw(socket, '500 Internal Server Error');
  }
}

type Ending = { readonly sockets: ReadonlySet<Duplex>; readonly graceMillis: number };

/** Twice is once. Calls under way get a moment; whoever keeps a connection open does not keep the host. */
function createClose(server: Server, { sockets, graceMillis }: Ending): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const socket of sockets) socket.destroy();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), graceMillis);
    await closed;
    clearTimeout(cut);
  };
  return () => (closing ??= close());
}
