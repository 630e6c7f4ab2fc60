import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { createGzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { ServerLimits } from './limits.ts';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** What the wire log is told of a call beside what can be seen of it from outside. */
export type CallNote = {
  readonly method: string;
  readonly object: string;
  readonly user: string;
  readonly fault: string;
};

/** The answer: one of `send`, `stream` and `bare`, once. */
export type Outgoing = {
  /** Before the answer begins; `set-cookie` may be said several times. */
  readonly header: (name: string, value: string) => void;
  readonly send: (status: number, type: string, body: string | Uint8Array) => Promise<void>;
  /** In pieces, as fast as the client takes them; ends early, and says so to the chunks, where it goes away. */
  readonly stream: (status: number, type: string, chunks: Chunks) => Promise<void>;
  /** Without a body. */
  readonly bare: (status: number) => void;
  readonly note: (more: Partial<CallNote>) => void;
  readonly isBegun: () => boolean;
  /** Node's own, for what needs it: files with ranges, sockets. */
  readonly raw: ServerResponse;
};

export type OutgoingParts = {
  readonly response: ServerResponse;
  readonly limits: ServerLimits;
  /** On another machine and able to read gzip. */
  readonly compress: 'gzip' | 'never';
  /** Hears the text of the answer as far as it is text, piece by piece. */
  readonly onText: (text: string) => void;
  readonly onNote: (more: Partial<CallNote>) => void;
};

export function outgoingOf(parts: OutgoingParts): Outgoing {
  const { response } = parts;
  return {
    header: (name, value) => void response.appendHeader(name, value),
    send: (status, type, body) => send(parts, { status, type, body }),
    stream: (status, type, chunks) => stream(parts, { status, type, chunks }),
    bare: (status) => {
      response.writeHead(status, { 'content-length': 0 });
      response.end();
    },
    note: parts.onNote,
    isBegun: () => response.headersSent,
    raw: response,
  };
}

type Whole = { readonly status: number; readonly type: string; readonly body: string | Uint8Array };

async function send(
  { response, limits, ...parts }: OutgoingParts,
  { status, type, body }: Whole,
): Promise<void> {
  if (typeof body === 'string') parts.onText(body);
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (parts.compress === 'never' || length < limits.gzipBytes || !isText(type)) {
    response.writeHead(status, { 'content-type': type, 'content-length': length });
    // Of ASCII alone, which most answers are, the faster encoding makes the same bytes.
    if (typeof body === 'string') response.end(body, length === body.length ? 'latin1' : 'utf8');
    else response.end(body);
    return;
  }
  const packed = await pack(body, { level: 1 });
  response.writeHead(status, { ...gzipped, 'content-type': type, 'content-length': packed.length });
  response.end(packed);
}

const pack = promisify<string | Uint8Array, { level: number }, Buffer>(gzip);
const gzipped: OutgoingHttpHeaders = { 'content-encoding': 'gzip', vary: 'accept-encoding' };
const isText = (type: string): boolean => /xml|json|^text\//.test(type);

type InPieces = { readonly status: number; readonly type: string; readonly chunks: Chunks };

async function stream(parts: OutgoingParts, { status, type, chunks }: InPieces): Promise<void> {
  const { response } = parts;
  const isPacked = parts.compress === 'gzip' && isText(type);
  response.writeHead(status, { 'content-type': type, ...(isPacked ? gzipped : {}) });
  const pack = isPacked ? createGzip({ level: 1 }) : null;
  // A client that goes away ends the packing too; nobody is left to be told of either.
  pack?.on('error', () => response.destroy());
  pack?.pipe(response);
  response.once('close', () => pack?.destroy());
  const target: Writable = pack ?? response;
  for await (const piece of inPieces(chunks, parts.limits.pieceLength)) {
    if (typeof piece === 'string') parts.onText(piece);
    if (response.destroyed) return;
    if (!written(target, piece)) await room(target, response);
  }
  target.end();
}

/** Of ASCII alone, which most answers are, the faster encoding makes the same bytes. */
const encodingOf = (text: string): 'latin1' | 'utf8' =>
  Buffer.byteLength(text) === text.length ? 'latin1' : 'utf8';

const written = (target: Writable, piece: string | Uint8Array): boolean =>
  typeof piece === 'string' ? target.write(piece, encodingOf(piece)) : target.write(piece);

/** Resolves when more may be written, or nobody reads any more. */
const room = (target: Writable, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      target.off('drain', over);
      response.off('close', over);
      resolve();
    };
    target.once('drain', over);
    response.once('close', over);
    if (response.destroyed) over();
  });

/** Small texts are gathered, so that each is not an HTTP chunk and a TLS record of its own. */
async function* inPieces(chunks: Chunks, length: number): AsyncGenerator<string | Uint8Array> {
  let gathered = '';
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      gathered += chunk;
      if (gathered.length < length) continue;
      yield gathered;
      gathered = '';
      continue;
    }
    if (gathered !== '') yield gathered;
    gathered = '';
    yield chunk;
  }
  if (gathered !== '') yield gathered;
}
