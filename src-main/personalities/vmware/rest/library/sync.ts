/** A subscribed library takes over what its publisher has. */
import { randomUUID } from 'node:crypto';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { gone, isCached, itemOf, itemsOf, kept, librariesOf, libraryOf, touched, write } from './book.ts';
import type { Hand, Item, Library, LibraryFile } from './book.ts';
import { configurationOf } from './configuration.ts';
import { publishedAt } from './publisher.ts';
import type { PublishedFile, PublishedItem } from './publisher.ts';
import { dropFiles, putFile } from './shelf.ts';

/** `content`: the bytes come too, whatever the library says of waiting. */
type Wish = { readonly content: 'as-subscribed' | 'all'; readonly only?: string };

/** Templates are handed over by their publisher, not fetched. */
const isFetched = ({ type }: PublishedItem): boolean => type !== 'vm-template';

export async function syncLibrary(hand: Hand, library: Library, wish: Wish): Promise<Reply<undefined>> {
  const { subscription } = library;
  if (subscription === null)
    return refuse('invalid_argument', `${library.name} is not subscribed to any other.`);
  const published = await publishedAt(hand, subscription);
  if (!published.ok) return published;
  const wanted = published.value.items.filter(isFetched);
  for (const each of wanted.filter(({ source }) => wish.only === undefined || wish.only === source)) {
    const did = await takeOver(hand, library, { each, wish });
    if (!did.ok) return did;
  }
  if (wish.only === undefined) {
    const left = await leaveOut(hand, library, new Set(wanted.map(({ source }) => source)));
    if (!left.ok) return left;
  }
  const now = libraryOf(hand.vc, library.id) ?? library;
  return write(hand, [kept('lib', { ...touched(hand.vc, now), synced: hand.vc.now() })]);
}

type Taking = { readonly each: PublishedItem; readonly wish: Wish };

async function takeOver(hand: Hand, library: Library, { each, wish }: Taking): Promise<Reply<undefined>> {
  const { vc } = hand;
  const before = itemsOf(vc, library.id).find(({ source }) => source === each.source);
  const wantsBytes = wish.content === 'all' || library.subscription?.onDemand !== true;
  if (before !== undefined && isSame(before, each) && (!wantsBytes || isCached(before)))
    return told(undefined);
  const id = before?.id ?? randomUUID();
  const came = wantsBytes
    ? await allFetched(hand, { id, library: library.id }, each)
    : told(each.files.map((file) => ({ ...plain(file), sha: '' })));
  if (!came.ok) return came;
  const files = came.value;
  const dropped = await dropFiles(hand, { id, library: library.id }, lostNames(before, files));
  if (!dropped.ok) return dropped;
  return write(hand, [kept('item', taken({ id, library, each, files, now: vc.now(), before }))]);
}

const lostNames = (before: Item | undefined, files: readonly LibraryFile[]): readonly string[] =>
  (before?.files ?? []).flatMap(({ name }) => (files.some((one) => one.name === name) ? [] : [name]));

const isSame = (before: Item, each: PublishedItem): boolean =>
  before.contentVersion === each.contentVersion &&
  before.metadataVersion === each.metadataVersion &&
  before.files.length === each.files.length;

type Bringing = Pick<PublishedFile, 'bring'> & { readonly file: Omit<LibraryFile, 'sha'> };

async function allFetched(
  hand: Hand,
  item: Pick<Item, 'id' | 'library'>,
  { files }: PublishedItem,
): Promise<Reply<readonly LibraryFile[]>> {
  const came: LibraryFile[] = [];
  for (const { bring, ...file } of files) {
    const one = await fetched(hand, item, { file, bring });
    if (!one.ok) return one;
    came.push(one.value);
  }
  return told(came);
}

async function fetched(
  hand: Hand,
  item: Pick<Item, 'id' | 'library'>,
  { file, bring }: Bringing,
): Promise<Reply<LibraryFile>> {
  const stored = await bring();
  if (!stored.ok) return stored;
  const whole = { ...plain(file), ...stored.value };
  const put = await putFile(hand, item, whole);
  return put.ok ? told(whole) : put;
}

const plain = ({ name, size, version, checksum }: Omit<LibraryFile, 'sha'>): Omit<LibraryFile, 'sha'> => ({
  name,
  size,
  version,
  checksum,
});

type Taken = {
  readonly id: string;
  readonly library: Library;
  readonly each: PublishedItem;
  readonly files: readonly LibraryFile[];
  readonly now: number;
  readonly before: Item | undefined;
};

const taken = ({ id, library, each, files, now, before }: Taken): Item => ({
  id,
  library: library.id,
  name: each.name,
  description: each.description,
  type: each.type,
  created: before?.created ?? now,
  modified: now,
  synced: now,
  metadataVersion: each.metadataVersion,
  contentVersion: each.contentVersion,
  source: each.source,
  files,
  template: null,
  token: '',
});

/** What the publisher took away goes here too. */
async function leaveOut(
  hand: Hand,
  library: Library,
  sources: ReadonlySet<string>,
): Promise<Reply<undefined>> {
  const lost = itemsOf(hand.vc, library.id).filter(
    ({ source, template }) => template === null && !sources.has(source),
  );
  for (const item of lost) {
    const dropped = await dropFiles(
      hand,
      item,
      item.files.map(({ name }) => name),
    );
    if (!dropped.ok) return dropped;
  }
  return write(
    hand,
    lost.map(({ id }) => gone('item', id)),
  );
}

/** Its bytes go until they are asked for again. */
export async function evictItem(hand: Hand, item: Item): Promise<Reply<undefined>> {
  const dropped = await dropFiles(
    hand,
    item,
    item.files.map(({ name }) => name),
  );
  if (!dropped.ok) return dropped;
  return write(hand, [kept('item', { ...item, files: item.files.map((file) => ({ ...file, sha: '' })) })]);
}

/** With its bytes here: they are fetched where the library waited for somebody to ask. */
export async function wholeItem(hand: Hand, item: Item): Promise<Reply<Item>> {
  if (isCached(item)) return told(item);
  const library = libraryOf(hand.vc, item.library);
  if (library === undefined) return told(item);
  const did = await syncLibrary(hand, library, { content: 'all', only: item.source });
  return did.ok ? told(itemOf(hand.vc, item.id) ?? item) : did;
}

/** Those of this server that keep up with it by themselves. */
export async function followUp(hand: Hand, published: string): Promise<void> {
  const { vc } = hand;
  if (!configurationOf(hand).automatic_sync_enabled) return;
  for (const library of followers(hand, published)) {
    const did = await syncLibrary(hand, library, { content: 'as-subscribed' });
    if (!did.ok)
      vc.log.warn('a library did not follow its publisher', { library: library.name, ...did.problem });
  }
}

const followers = ({ vc }: Hand, published: string): readonly Library[] =>
  librariesOf(vc).filter(
    ({ subscription }) =>
      subscription?.isAutomatic === true && subscription.url.includes(`/cls/vcsp/lib/${published}`),
  );
