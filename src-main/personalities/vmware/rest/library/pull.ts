/** Files that are fetched for an update session, from our datastores or from a server of this machine. */
import { createHash } from 'node:crypto';
import { contentOf } from '../../files/content.ts';
import { storeAsked } from '../../files/folder-route.ts';
import { mayBrowse } from '../../files/may-use.ts';
import type { Chunks, Stored } from '../../files/blobs.ts';
import { plainPath } from '../../files/stored.ts';
import { takeUpload } from '../../files/take-upload.ts';
import type { Store } from '../../files/stored.ts';
import type { Vc } from '../../vc.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { RestCall } from '../rest-call.ts';
import type { Checksum, Hand } from './book.ts';
import { plainPathOf } from './data-path.ts';
import { fetchFrom, noTrust } from './fetch.ts';
import type { Source } from './transfer-book.ts';

/** `ds:///vmfs/volumes/<uuid>/a/b`, a file of our own `/folder`, or an address of this machine. */
export function sourceOf(call: RestCall, uri: string, thumbprint: string): Reply<Source> {
  if (!URL.canParse(uri)) return refuse('invalid_argument', `'${uri}' is no address.`);
  const url = new URL(uri);
  const onStore = storePlace(call, url);
  if (onStore !== null) return onStore;
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse(
      'unsupported',
      `Files are fetched from ds:, http: and https: addresses, not from ${url.protocol}`,
    );
  return told({ is: 'url', url: uri, thumbprint });
}

/** null: it is no place on a datastore of ours. */
function storePlace(call: RestCall, url: URL): Reply<Source> | null {
  const { vc, request } = call;
  const isOwn = url.origin === new URL(request.origin).origin && url.pathname.startsWith('/folder/');
  if (url.protocol !== 'ds:' && !isOwn) return null;
  const { store, path } = isOwn ? inFolder(vc, url) : inVolume(vc, url);
  if (store === undefined || path === undefined || path === '')
    return refuse('not_found', `${url.href} names no file of a datastore.`);
  const allowed = mayBrowse(vc, call.caller, store);
  return allowed === null
    ? told({ is: 'store', store: store.id, path })
    : refuse('unauthorized', allowed.message);
}

type Named = { readonly store: Store | undefined; readonly path: string | undefined };

const inFolder = (vc: Vc, url: URL): Named => ({
  store: storeAsked(vc, url.searchParams),
  path: plainPath(plainPathOf(url).slice('/folder/'.length)),
});

function inVolume(vc: Vc, url: URL): Named {
  const [, uuid = '', rest = ''] = /^\/vmfs\/volumes\/([^/]+)\/(.*)$/.exec(plainPathOf(url)) ?? [];
  return { store: storeWith(vc, uuid), path: plainPath(rest) };
}

const storeWith = (vc: Vc, uuid: string): Store | undefined =>
  vc
    .world()
    .inventory.ofKind('datastore')
    .find(({ aliases, id }) => aliases.uuid === uuid || id === uuid);

/** Beside it: what a descriptor names. */
export const beside = (source: Source, name: string): Source =>
  source.is === 'store'
    ? { ...source, path: [...source.path.split('/').slice(0, -1), name].join('/') }
    : { ...source, url: new URL(name, source.url).href };

async function opened({ vc, blobs }: Hand, source: Source): Promise<Reply<Chunks>> {
  if (source.is === 'url') return fetchFrom(source.url, { ...noTrust, thumbprint: source.thumbprint });
  const store = vc.world().inventory.get(source.store);
  const content = store?.kind === 'datastore' ? contentOf(vc, blobs, { store, path: source.path }) : null;
  const chunks = content === null ? null : await content.read(0, content.size);
  return chunks === null
    ? refuse('not_found', `There is no file ${source.path} on the datastore.`)
    : told(chunks);
}

export async function pulled(hand: Hand, source: Source, checksum: Checksum | null): Promise<Reply<Stored>> {
  const chunks = await opened(hand, source);
  if (!chunks.ok) return chunks;
  try {
    return await checked(hand, chunks.value, checksum);
  } catch (error) {
    return refuse('error', `It broke off: ${error instanceof Error ? error.message : ''}`);
  }
}

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA512: 'sha512',
};

export const isAlgorithm = (word: string): boolean => algorithms[word.toUpperCase()] !== undefined;

/** Kept, if it has the sum that it should have. */
export async function checked(
  { blobs }: Pick<Hand, 'blobs'>,
  chunks: Chunks,
  checksum: Checksum | null,
): Promise<Reply<Stored>> {
  if (checksum === null) return kept(blobs, chunks);
  const hash = createHash(algorithms[checksum.algorithm.toUpperCase()] ?? 'sha1');
  const summed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const stored = await kept(blobs, summed());
  const sum = hash.digest('hex');
  if (!stored.ok) return stored;
  return sum === checksum.checksum.toLowerCase()
    ? stored
    : refuse('invalid_argument', `Its ${checksum.algorithm} is ${sum}, not ${checksum.checksum}.`);
}

async function kept(blobs: Hand['blobs'], chunks: Chunks): Promise<Reply<Stored>> {
  const taken = await takeUpload(blobs, { chunks, room: Infinity, place: 'the library' });
  return taken.ok ? told(taken.value) : refuse('unable_to_allocate_resource', taken.refusal.message);
}
