import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a handler answers; written to the socket in one place. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | Readable;
};

/** On every answer: nothing may frame, embed, sniff or remember it, except where a reply says otherwise. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export const jsonReply = (value: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export async function writeReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  const { body } = reply;
  const headers: Record<string, string | number> = { ...commonHeaders, ...reply.headers };
  const sized = typeof body === 'string' || body instanceof Uint8Array;
  if (sized && reply.status !== 304) headers['content-length'] = Buffer.byteLength(body);
  // Whoever is refused in the middle of a long body must not be listened to to its end.
  if (!request.complete && reply.status >= 400) headers['connection'] = 'close';
  response.writeHead(reply.status, headers);
  if (request.method === 'HEAD' || reply.status === 304) {
    if (!sized) body.destroy();
    response.end();
    return;
  }
  if (sized) response.end(body);
  else await pipeline(body, response);
}
