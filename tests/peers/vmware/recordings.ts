/** What clients asked a vcsim, the real one or ours: requests only, one of each shape, for tests that bend them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Recorded } from './recording-proxy.ts';

const FILE = fileURLToPath(new URL('recordings/requests.json.gz', import.meta.url));

export const readRecordings = (): Recorded[] =>
  JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as Recorded[];

export function writeRecordings(requests: readonly Recorded[]): void {
  writeFileSync(FILE, gzipSync(JSON.stringify(requests), { level: 9 }));
}

/** Requests that differ by no more than words and numbers are one. */
export function oneOfEach(requests: readonly Recorded[]): Recorded[] {
  const seen = new Map<string, Recorded>();
  for (const request of requests) {
    const shape = shapeOf(request);
    if (!seen.has(shape)) seen.set(shape, request);
  }
  return [...seen.values()];
}

/** Clients differ by how they wrap the same. */
const inEnvelope = (body: string): string =>
  body
    .replace(/^[\s\S]*?<(?:[\w-]+:)?Body[^>]*>/, '')
    .replace(/<\/(?:[\w-]+:)?Body>[\s\S]*$/, '')
    .replaceAll(/ versionId="[^"]*"/g, '');

function shapeOf({ method, path, body }: Recorded): string {
  const place = path
    .replace(/\?.*(action=[\w-]+).*/, '?$1')
    .replaceAll(/[\w-]*\d[\w.:-]*/g, '#')
    .replace(/^(\/(?:folder|nfc|guestFile))\/.*/, '$1');
  const text = body.startsWith('<')
    ? inEnvelope(body)
        .replaceAll(/>[^<]+</g, '><')
        .replaceAll(/(<(\w+)[^>]*><\/\2>)(?:\1)+/g, '$1')
    : body
        .trim()
        .replaceAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g, (found, text: string, colon?: string) =>
          colon !== undefined || /^[A-Z_]+$/.test(text) ? found : '""',
        )
        .replaceAll(/\d+/g, '0');
  return `${method} ${place} ${text.replaceAll(/operationID="?[^<"]*/g, '')}`;
}
