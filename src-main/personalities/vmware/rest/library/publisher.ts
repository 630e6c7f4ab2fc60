/** What a subscriber sees of a published library: of this server by its papers, of another by its list (VCSP). */
import type { Stored } from '../../files/blobs.ts';
import { isPassword } from '../../server/users.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, isFields, listIn, numberIn, textIn } from '../rest-call.ts';
import type { Fields } from '../rest-call.ts';
import { itemsOf, libraryOf } from './book.ts';
import type { Checksum, Hand, Item, LibraryFile, Subscription } from './book.ts';
import { plainPathOf } from './data-path.ts';
import { fetchFrom, jsonFrom } from './fetch.ts';
import { contentIn } from './shelf.ts';

export type PublishedFile = {
  readonly name: string;
  readonly size: number;
  readonly version: number;
  readonly checksum: Checksum;
  readonly bring: () => Promise<Reply<Stored>>;
};

export type PublishedItem = Pick<
  Item,
  'name' | 'description' | 'type' | 'contentVersion' | 'metadataVersion'
> & {
  readonly source: string;
  readonly files: readonly PublishedFile[];
};

type Published = { readonly items: readonly PublishedItem[] };

type Asked = Pick<Subscription, 'url' | 'user' | 'password' | 'thumbprint'>;

export async function publishedAt(hand: Hand, asked: Asked): Promise<Reply<Published>> {
  const id = /\/cls\/vcsp\/lib\/([^/]+)(?:\/lib\.json)?$/.exec(pathIn(asked.url))?.[1] ?? '';
  const own = libraryOf(hand.vc, id);
  return own === undefined ? elsewhere(hand, asked) : here(hand, id, asked);
}

const pathIn = (url: string): string => (URL.canParse(url) ? plainPathOf(new URL(url)) : '');

async function here(hand: Hand, id: string, { user, password }: Asked): Promise<Reply<Published>> {
  const publication = libraryOf(hand.vc, id)?.publication;
  if (publication === undefined || publication === null || !publication.isPublished)
    return refuse('invalid_argument', 'The library is not published.');
  if (!(await mayRead(publication, { user, password })))
    return refuse('invalid_argument', 'The publisher does not know this name and password.');
  return told({
    items: itemsOf(hand.vc, id).map((item) => ({
      source: item.id,
      name: item.name,
      description: item.description,
      type: item.type,
      contentVersion: item.contentVersion,
      metadataVersion: item.metadataVersion,
      files: item.files.map((file) => ({ ...file, bring: () => handOver(hand, item, file) })),
    })),
  });
}

export const mayRead = async (
  { user, hash }: { readonly user: string; readonly hash: string },
  given: { readonly user: string; readonly password: string },
): Promise<boolean> => hash === '' || (given.user === user && (await isPassword(given.password, hash)));

/** What lies on the same machine is the same bytes. */
async function handOver(hand: Hand, item: Item, { name, sha, size }: LibraryFile): Promise<Reply<Stored>> {
  return sha === '' || contentIn(hand, item, name) === undefined
    ? refuse('not_found', `The publisher does not have ${name} any more.`)
    : told({ sha, size });
}

async function elsewhere(hand: Hand, asked: Asked): Promise<Reply<Published>> {
  const url = asked.url.endsWith('.json') ? asked.url : `${asked.url.replace(/\/+$/, '')}/lib.json`;
  const list = await jsonFrom(url, asked);
  if (!list.ok) return list;
  const itemsHref = isFields(list.value) ? textIn(list.value, 'itemsHref') : undefined;
  if (itemsHref === undefined)
    return refuse('invalid_argument', `${url} is no list of a published library: it has no itemsHref.`);
  const items = await jsonFrom(new URL(itemsHref, url).href, asked);
  if (!items.ok) return items;
  const rows = isFields(items.value) ? listIn(items.value, 'items').filter(isFields) : [];
  return told({ items: rows.map((row) => listed(hand, row, { asked, url })) });
}

type Listed = { readonly asked: Asked; readonly url: string };

function listed(hand: Hand, row: Fields, from: Listed): PublishedItem {
  const contentVersion = Number(textIn(row, 'contentVersion') ?? textIn(row, 'version')) || 1;
  return {
    source: (textIn(row, 'id') ?? '').replace(/^urn:uuid:/, ''),
    name: textIn(row, 'name') ?? '',
    description: textIn(row, 'description') ?? '',
    type: (textIn(row, 'type') ?? '').replace(/^vcsp\./, '').replace(/^other$/, ''),
    contentVersion,
    metadataVersion: Number(textIn(row, 'metadataVersion')) || contentVersion,
    files: listIn(row, 'files')
      .filter(isFields)
      .map((file) => ({
        name: textIn(file, 'name') ?? '',
        size: numberIn(file, 'size') ?? 0,
        version: 1,
        checksum: {
          algorithm: textIn(fieldsIn(file, 'checksum'), 'algorithm') ?? 'SHA256',
          checksum: textIn(fieldsIn(file, 'checksum'), 'checksum') ?? '',
        },
        bring: () => brought(hand, file, from),
      })),
  };
}

async function brought({ blobs }: Hand, file: Fields, { asked, url }: Listed): Promise<Reply<Stored>> {
  const [href] = listIn(file, 'hrefs').filter((each) => typeof each === 'string');
  if (href === undefined) return refuse('not_found', `The list of ${url} does not say where a file is.`);
  const found = await fetchFrom(new URL(href, url).href, asked);
  if (!found.ok) return found;
  try {
    return told(await blobs.put(found.value));
  } catch (error) {
    return refuse('error', `${href} broke off: ${error instanceof Error ? error.message : ''}`);
  }
}
