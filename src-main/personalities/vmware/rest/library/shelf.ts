/** The files of an item: `contentlib-<library>/<item>/<name>` on the datastore of its library. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Refusal } from '../../../../../sim/contract/result.ts';
import { keepFile } from '../../files/keep.ts';
import { filesOn } from '../../files/stored.ts';
import { contentOf } from '../../files/content.ts';
import type { Content } from '../../files/content.ts';
import type { Vc } from '../../vc.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { libraryOf } from './book.ts';
import type { Hand, Item, LibraryFile } from './book.ts';

export type Store = EntityOf<'datastore'>;
type Owned = Pick<Item, 'id' | 'library'>;

const libraryFolder = (id: string): string => `contentlib-${id}`;
export const pathOf = ({ id, library }: Owned, name: string): string =>
  `${libraryFolder(library)}/${id}/${name}`;

export function storeOf(vc: Vc, { library }: Pick<Item, 'library'>): Store | undefined {
  const id = libraryOf(vc, library)?.store;
  const store = id === undefined ? undefined : vc.world().inventory.get(id);
  return store?.kind === 'datastore' ? store : undefined;
}

const refusalOf = ({ code, message }: Refusal): Reply<never> =>
  refuse(code === 'over-capacity' ? 'unable_to_allocate_resource' : 'error', message);

export async function putFile(hand: Hand, item: Owned, file: LibraryFile): Promise<Reply<null>> {
  const { vc, caller } = hand;
  const store = storeOf(vc, item);
  if (store === undefined) return refuse('not_found', 'The datastore of the library is gone.');
  const { sha, size, name } = file;
  const did = await keepFile(vc, caller, {
    store,
    path: pathOf(item, name),
    file: { sha, size, at: vc.now() },
  });
  return did.ok ? told(null) : refusalOf(did.refusal);
}

export async function dropFiles(hand: Hand, item: Owned, names: readonly string[]): Promise<Reply<null>> {
  const { vc, caller } = hand;
  for (const name of names) {
    const store = storeOf(vc, item);
    const path = pathOf(item, name);
    if (store === undefined || filesOn(vc, store)[path] === undefined) continue;
    const did = await keepFile(vc, caller, { store, path, file: null });
    if (!did.ok) return refusalOf(did.refusal);
  }
  return told(null);
}

/** undefined where it does not lie there any more, or has not come yet. */
export function contentIn(hand: Hand, item: Owned, name: string): Content | undefined {
  const { vc, blobs } = hand;
  const store = storeOf(vc, item);
  const path = pathOf(item, name);
  if (store === undefined || filesOn(vc, store)[path] === undefined) return undefined;
  return contentOf(vc, blobs, { store, path }) ?? undefined;
}

/** Small files only: descriptors. */
export async function textIn(hand: Hand, item: Item, name: string): Promise<string | undefined> {
  const content = contentIn(hand, item, name);
  if (content === undefined || content.size > 16_777_216) return undefined;
  const chunks = await content.read(0, content.size);
  if (chunks === null) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces).toString();
}
