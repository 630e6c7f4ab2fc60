import type { IncomingMessage } from 'node:http';
import { rejection } from '../faults.ts';
import { parseJson } from '../parse-json.ts';
import type { Reply } from './reply.ts';

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reply: Reply };

/** A JSON body, or the rejection it earns: 415, 413 or 400. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (!isJson(request)) {
    const reply = rejection('wrong-media-type', 'The body must be plain JSON.', {
      hint: 'Send the header "Content-Type: application/json" and no Content-Encoding.',
    });
    return { ok: false, reply };
  }
  const bytes = await readBytes(request, limit);
  if (bytes === null) {
    const hint = 'Large work goes in several commands, files go to /api/v1/upload.';
    return {
      ok: false,
      reply: rejection('body-too-large', `The body is larger than ${limit} bytes.`, { hint }),
    };
  }
  const text = decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  if (parsed?.ok === true) return { ok: true, value: parsed.value };
  const message = parsed === null ? 'The body is not UTF-8.' : parsed.refusal.message;
  return { ok: false, reply: rejection('bad-request', message) };
}

function isJson(request: IncomingMessage): boolean {
  const type = request.headers['content-type'] ?? '';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) && encoding === 'identity';
}

/** Null where there are more bytes than allowed, by what the client announces or by what it sends. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
