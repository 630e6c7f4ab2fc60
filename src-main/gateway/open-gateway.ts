/** The one door of the host for people and programs: HTTP and one WebSocket, on this machine only. */
import { createServer, type Server } from 'node:http';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import type { Host } from '../host/host.ts';
import type { Log } from '../host/log.ts';
import type { Press } from '../services/reports/print/press.ts';
import { createApiDocuments } from './describe/api-documents.ts';
import { refuseUnreadable } from './http/client-error.ts';
import { createTokenCheck, ownHosts } from './http/guard.ts';
import { createRoutes } from './http/routes.ts';
import { createHttpHandler } from './http/serve-http.ts';
import { createStaticFiles } from './http/static-files.ts';
import { clearUploads, createUploads } from './http/uploads.ts';
import { createKnock } from './knock.ts';
import type { GatewayLimits } from './limits.ts';
import { createLiveHub } from './live/live-hub.ts';
import { createUpgradeHandler } from './live/live-upgrade.ts';
import { createTerminalUpgrade, isTerminalPath } from './live/terminal-upgrade.ts';

/** Never another: who wants the lab elsewhere puts a proxy with its own locks in front. */
const address = '127.0.0.1';

export type GatewayOptions = {
  readonly host: Host;
  /** 0: any that is free. */
  readonly port: number;
  /** Letters, digits, `-` and `_` only: it also travels as a WebSocket subprotocol. */
  readonly token: string;
  /** Where the built control room lies; null serves none. */
  readonly uiDirectory: string | null;
  readonly uploadsDirectory: string;
  readonly exportsDirectory: string;
  readonly version: string;
  readonly log: Log;
  readonly limits: GatewayLimits;
  /** Paths outside of uploads and exports that a page may name: those its user chose in a dialog. */
  readonly mayUse?: (file: string) => boolean;
  /** What prints reports; a browser of this machine where left out. */
  readonly press?: Press;
};

export type Gateway = {
  readonly port: number;
  readonly url: string;
  readonly close: () => Promise<void>;
};

export async function openGateway(options: GatewayOptions): Promise<Result<Gateway>> {
  if (!/^[A-Za-z0-9_-]{16,}$/.test(options.token))
    throw new Error('a token needs 16 or more of A-Z a-z 0-9 _ -');
  await clearUploads(options.uploadsDirectory);
  const { limits } = options;
  const server = createServer({
    headersTimeout: limits.headersMillis,
    requestTimeout: limits.requestMillis,
    connectionsCheckingInterval: limits.sweepMillis,
    keepAliveTimeout: 30_000,
    maxHeaderSize: 16_384,
    // curl offers h2c to everyone; that is no reason to refuse its request.
    shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.idleMillis;
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  const port = listening.value;
  const closeParts = serve(server, options, port);
  options.log.info('gateway open', { port });
  return accepted({ port, url: `http://${address}:${port}`, close: createClose(server, closeParts) });
}

async function listen(server: Server, port: number): Promise<Result<number>> {
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: address, exclusive: true }, () => resolve(null));
  });
  if (failure !== null) return portRefused(port, failure);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');
  return accepted(bound.port);
}

function portRefused(port: number, failure: NodeJS.ErrnoException): Result<never> {
  const hint = 'Start with another --port, or with --port 0 for any that is free.';
  switch (failure.code) {
    case 'EADDRINUSE':
      return refused('busy', `Port ${port} is taken by another program, perhaps by another Coldaisle.`, {
        hint,
      });
    case 'EACCES':
      return refused('not-allowed', `This user may not listen on port ${port}.`, { hint });
    default:
      return refused('unsupported', `Cannot listen on ${address}:${port}: ${failure.message}`, { hint });
  }
}

/** Joins the parts; answers how to stop those that outlive a request. */
function serve(server: Server, options: GatewayOptions, port: number): () => void {
  const { host, limits, log, version, exportsDirectory, uploadsDirectory } = options;
  const hosts = ownHosts(port);
  const isToken = createTokenCheck(options.token);
  const mayUse = options.mayUse ?? (() => false);
  const knock = createKnock({ host, uploadsDirectory, exportsDirectory, mayUse });
  const uploads = createUploads({
    directory: uploadsDirectory,
    limit: limits.uploadBytes,
    atOnce: limits.uploads,
  });
  const documents = createApiDocuments(version);
  const findRoute = createRoutes({
    host,
    knock,
    uploads,
    documents,
    exportsDirectory,
    version,
    bodyBytes: limits.bodyBytes,
    ...(options.press === undefined ? {} : { press: options.press }),
  });
  const staticFiles = createStaticFiles(options.uiDirectory);
  const hub = createLiveHub({ host, knock, limits, log });
  const guard = { hosts: () => hosts, isToken, limits, log };
  server.on('request', createHttpHandler({ ...guard, findRoute, staticFiles }));
  const live = createUpgradeHandler({ ...guard, hub });
  const terminal = createTerminalUpgrade({
    ...guard,
    terminals: host.terminals ?? null,
    pingMillis: limits.pingMillis,
  });
  server.on('upgrade', (request, socket, head) =>
    (isTerminalPath(request.url) ? terminal.upgrade : live)(request, socket, head),
  );
  server.on('clientError', refuseUnreadable);
  return () => {
    terminal.close();
    hub.close();
  };
}

/** Twice is once. Sockets get a moment to say goodbye; whoever keeps one open does not keep the host. */
function createClose(server: Server, closeParts: () => void): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    closeParts();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    await closed;
    clearTimeout(cut);
  };
  return () => (closing ??= close());
}
