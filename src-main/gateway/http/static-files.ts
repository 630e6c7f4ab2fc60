/** The control room's own files: read, tagged and compressed once, then served from memory. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { confinedFile } from '../confined-path.ts';
import { rejection } from '../faults.ts';
import { mediaTypes } from './media-types.table.ts';
import type { Reply } from './reply.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

type Encoding = 'br' | 'gzip' | 'identity';
type Loaded = {
  readonly changed: string;
  readonly tag: string;
  readonly bodies: Map<Encoding, Promise<Buffer>>;
};

export type StaticRequest = {
  /** As it stands in the request line, still percent-encoded, without the query. */
  readonly path: string;
  readonly host: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string;
};

export type StaticFiles = (request: StaticRequest) => Promise<Reply>;

/** Vite names assets by their content: such a name never means anything else. */
const hashed = /^\/assets\/(.+\/)?[^/]+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

export function pagePolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    // xterm and Monaco write style elements; without this there are 54 violations and no colours.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

export function createStaticFiles(directory: string | null): StaticFiles {
  const files = new Map<string, Loaded>();
  return async (request) => {
    if (directory === null) {
      return rejection('no-such-page', 'This host serves no control room.', {
        hint: 'Build it with npm run build.',
      });
    }
    const file = fileFor(directory, request.path);
    if (file === null) return rejection('no-such-page', 'There is no such file.');
    return fileReply(await load(files, file), file, request);
  };
}

/** The app's own addresses have no extension and mean its one page. */
function fileFor(directory: string, path: string): string | null {
  const found = confinedFile(directory, path);
  if (found !== null) return found;
  const isRoute = /^(\/[A-Za-z0-9_~-][A-Za-z0-9_~%-]*)*\/?$/.test(path);
  return isRoute ? confinedFile(directory, '/index.html') : null;
}

async function load(files: Map<string, Loaded>, file: string): Promise<Loaded> {
  const { mtimeMs, size } = await stat(file);
  const changed = `${mtimeMs}-${size}`;
  const known = files.get(file);
  if (known?.changed === changed) return known;
  const content = await readFile(file);
  const tag = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const loaded = { changed, tag, bodies: new Map([['identity' as Encoding, Promise.resolve(content)]]) };
  files.set(file, loaded);
  return loaded;
}

async function fileReply(loaded: Loaded, file: string, request: StaticRequest): Promise<Reply> {
  const media = mediaTypes[extname(file).toLowerCase()] ?? {
    type: 'application/octet-stream',
    squeeze: false,
  };
  const encoding = media.squeeze ? chosenEncoding(request.acceptEncoding) : 'identity';
  const etag = `"${loaded.tag}-${encoding}"`;
  const headers: Record<string, string> = {
    'content-type': media.type,
    'content-security-policy': pagePolicy(request.host),
    'cache-control': hashed.test(request.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    etag,
  };
  const isKnown = request.ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (isKnown) return { status: 304, headers, body: '' };
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return { status: 200, headers, body: await bodyOf(loaded, file, encoding) };
}

function chosenEncoding(accepted: string): Encoding {
  const offers = accepted
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';').map((part) => part.trim()))
    .filter(([, quality]) => quality === undefined || Number(quality.replace('q=', '')) > 0)
    .map(([name]) => name);
  if (offers.includes('br')) return 'br';
  return offers.includes('gzip') ? 'gzip' : 'identity';
}

function bodyOf(loaded: Loaded, file: string, encoding: Encoding): Promise<Buffer> {
  const known = loaded.bodies.get(encoding);
  if (known !== undefined) return known;
  const made = squeezed(loaded, file, encoding);
  loaded.bodies.set(encoding, made);
  made.catch(() => loaded.bodies.delete(encoding));
  return made;
}

/** The build may have left `x.js.br` beside `x.js`; then nothing is compressed here. */
async function squeezed(loaded: Loaded, file: string, encoding: Encoding): Promise<Buffer> {
  const beside = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
  const ready = confinedFile(
    join(file, '..'),
    `/${encodeURIComponent(beside.slice(join(file, '..').length + 1))}`,
  );
  if (ready !== null) return readFile(ready);
  const content = await (loaded.bodies.get('identity') ?? readFile(file));
  // Level 5 takes milliseconds for the first page; 11 would take seconds for a gain nobody sees on loopback.
  return encoding === 'br'
    ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : deflate(content);
}
