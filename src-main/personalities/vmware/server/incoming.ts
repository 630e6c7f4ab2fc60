import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';

/** A request, as the parts of the face see it. */
export type Incoming = {
  readonly method: string;
  /** Without the query, percent signs undone. */
  readonly path: string;
  /** What stands in the path behind the route's prefix: empty, or beginning with `/`. */
  readonly rest: string;
  readonly query: () => URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** How the client reached us, `https://127.0.0.1:8989`: links in answers must lead there too. */
  readonly origin: string;
  readonly address: string;
  readonly userAgent: string;
  /** What the client showed of itself for the connection, in base64; undefined: nothing. */
  readonly certificate: () => string | undefined;
  /** The whole body, once; refused where it is too large or was cut off. */
  readonly body: () => Promise<Result<Buffer>>;
  /** For uploads: nothing is kept. */
  readonly stream: IncomingMessage;
  /** The client went away before it had its whole answer: work for it alone should stop. */
  readonly isGone: () => boolean;
  readonly gone: () => AbortSignal;
};

export type IncomingParts = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly scheme: 'http' | 'https';
  readonly path: string;
  readonly rest: string;
  readonly bodyBytes: number;
  /** Hears the body when it was read whole. */
  readonly onBody: (body: Buffer) => void;
};

export function incomingOf(parts: IncomingParts): Incoming {
  const { request, response } = parts;
  let controller: AbortController | null = null;
  const isGone = (): boolean => response.destroyed && !response.writableFinished;
  return {
    method: request.method ?? 'GET',
    path: parts.path,
    rest: parts.rest,
    query: () => new URLSearchParams(queryIn(request.url ?? '')),
    headers: request.headers,
    origin: `${parts.scheme}://${placeIn(request)}`,
    address: plainAddress(request.socket.remoteAddress ?? ''),
    userAgent: request.headers['user-agent'] ?? '',
    certificate: () => certificateOf(request),
    body: async () => {
      const body = await readWhole(request, parts.bodyBytes);
      if (body.ok) parts.onBody(body.value);
      return body;
    },
    stream: request,
    isGone,
    gone: () => {
      controller ??= watchFor(response, isGone);
      return controller.signal;
    },
  };
}

/** Asked for only where extensions come in. */
function certificateOf({ socket }: IncomingMessage): string | undefined {
  const raw = socket instanceof TLSSocket ? socket.getPeerCertificate().raw : undefined;
  return raw?.toString('base64');
}

function queryIn(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

/** The host that the client asked for, where that is one: it goes into links. */
function placeIn(request: IncomingMessage): string {
  const { host } = request.headers;
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? host : localPlace(request);
}

const localPlace = ({ socket }: IncomingMessage): string =>
  `${socket.localAddress ?? '127.0.0.1'}:${socket.localPort ?? 0}`;

/** A socket for both kinds of addresses writes the older ones as `::ffff:127.0.0.1`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:/, '');

function watchFor(response: ServerResponse, isGone: () => boolean): AbortController {
  const controller = new AbortController();
  const look = (): void => {
    if (isGone()) controller.abort();
  };
  look();
  response.once('close', look);
  return controller;
}

function readWhole(request: IncomingMessage, limit: number): Promise<Result<Buffer>> {
  const tooLarge = refused('too-large', `The request is larger than ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const cutOff = (): void => resolve(refused('invalid-input', 'The request was cut off'));
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else resolve(tooLarge);
      // It was told, and goes on.
      if (length > 2 * limit) request.destroy();
    });
    request.once('end', () => {
      const [only] = chunks;
      resolve(accepted(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length)));
    });
    request.once('error', cutOff);
    request.once('close', cutOff);
  });
}
