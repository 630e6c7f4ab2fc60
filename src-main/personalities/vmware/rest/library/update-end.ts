/** The end of an update session: what came becomes what the item holds, or the session tells why not. */
import { readOvf } from '../../files/ovf/descriptor.ts';
import type { Blobs } from '../../files/blobs.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { itemOf, write } from './book.ts';
import type { Hand, Item, LibraryFile } from './book.ts';
import { keepItem } from './items.ts';
import { unpackedOva } from './ova.ts';
import { dropFiles, putFile, textIn } from './shelf.ts';
import { filesIn, goneFile, keptSession } from './transfer-book.ts';
import type { UpdateFile, UpdateSession } from './transfer-book.ts';

type Came = Omit<LibraryFile, 'version'>;

/** Of an OVA what is in it. */
async function unpacked({ blobs }: Hand, item: Item, file: UpdateFile): Promise<Reply<readonly Came[]>> {
  const checksum = file.checksum ?? { algorithm: 'SHA256', checksum: file.sha };
  const came = { name: file.name, size: file.transferred, sha: file.sha, checksum };
  if (item.type !== 'ovf' || !file.name.toLowerCase().endsWith('.ova')) return told([came]);
  const chunks = await blobs.read(file.sha, 0, file.transferred);
  if (chunks === null) return refuse('not_found', `The bytes of ${file.name} are gone.`);
  const members = await unpackedOva(blobs, chunks);
  return members.ok
    ? told(members.value.map((each) => ({ ...each, checksum: { algorithm: 'SHA256', checksum: each.sha } })))
    : members;
}

/** Names of files that a descriptor speaks of, in text that is one. */
export function namedBy(descriptor: string): Reply<readonly string[]> {
  const ovf = readOvf(descriptor, '');
  return ovf.ok
    ? told(ovf.value.files.map(({ href }) => href))
    : refuse('invalid_argument', `The OVF descriptor cannot be read. ${ovf.refusal.message}`);
}

/** A stand-in for vcsim is content with a descriptor alone that it fetched, as vcsim is: the disks are empty then. */
export const takesHalf = ({ storeFolders }: Hand['vc']): boolean => storeFolders !== undefined;

type Gaps = { readonly missing: readonly string[]; readonly problem: string };

/** What a package still lacks, by its descriptor: one that came, or the one that is there. */
export async function gapsIn(hand: Hand, item: Item, came: readonly Came[]): Promise<Gaps> {
  if (item.type !== 'ovf') return { missing: [], problem: '' };
  const names = new Set([...item.files.map(({ name }) => name), ...came.map(({ name }) => name)]);
  const descriptors = [...names].filter((name) => name.toLowerCase().endsWith('.ovf'));
  const [descriptor] = descriptors;
  if (descriptor === undefined) return { missing: [], problem: 'An OVF package needs a descriptor (.ovf).' };
  if (descriptors.length > 1)
    return { missing: [], problem: `It has several descriptors: ${descriptors.join(', ')}.` };
  const fresh = came.find(({ name }) => name === descriptor);
  const text = fresh === undefined ? await textIn(hand, item, descriptor) : await blobText(hand.blobs, fresh);
  if (text === undefined) return { missing: [descriptor], problem: '' };
  const wanted = namedBy(text);
  return wanted.ok
    ? { missing: wanted.value.filter((name) => !names.has(name)), problem: '' }
    : { missing: [], problem: wanted.problem.message };
}

export async function blobText(
  blobs: Blobs,
  { sha, size }: { readonly sha: string; readonly size: number },
): Promise<string | undefined> {
  const chunks = size > 16_777_216 ? null : await blobs.read(sha, 0, size);
  if (chunks === null) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces).toString();
}

const ended = (hand: Hand, session: UpdateSession, error: string): Promise<Reply<undefined>> =>
  write(hand, [
    keptSession('update', { ...session, state: error === '' ? 'DONE' : 'ERROR', error, isEnding: false }),
  ]);

/** Refused where it could still be mended; told in the session where it could not. */
export async function endUpdate(hand: Hand, session: UpdateSession): Promise<Reply<undefined>> {
  const { vc } = hand;
  const item = itemOf(vc, session.item);
  if (item === undefined) return ended(hand, session, 'The item was removed meanwhile.');
  const came: Came[] = [];
  const sent = filesIn(vc, session.id);
  for (const file of sent) {
    const parts = await unpacked(hand, item, file);
    if (!parts.ok) return ended(hand, session, parts.problem.message);
    came.push(...parts.value);
  }
  const gaps = await gapsIn(hand, item, came);
  if (gaps.problem !== '') return ended(hand, session, gaps.problem);
  const isFetched = sent.length > 0 && sent.every(({ source }) => source !== null);
  if (gaps.missing.length > 0 && !(isFetched && takesHalf(vc)))
    return refuse(
      'not_allowed_in_current_state',
      `Files of the package are missing: ${gaps.missing.join(', ')}.`,
    );
  const taken = await takeIn(hand, { item, came, removed: session.removed });
  if (!taken.ok) return ended(hand, session, taken.problem.message);
  const done = await ended(hand, session, '');
  return done.ok ? write(hand, sent.map(goneFile)) : done;
}

type Taking = { readonly item: Item; readonly came: readonly Came[]; readonly removed: readonly string[] };

async function takeIn(hand: Hand, { item, came, removed }: Taking): Promise<Reply<undefined>> {
  const files = new Map(item.files.map((file) => [file.name, file]));
  const dropped = await dropFiles(hand, item, removed);
  if (!dropped.ok) return dropped;
  for (const name of removed) files.delete(name);
  for (const each of came) {
    const file = { ...each, version: (files.get(each.name)?.version ?? 0) + 1 };
    const put = await putFile(hand, item, file);
    if (!put.ok) return put;
    files.set(each.name, file);
  }
  return keepItem(hand, {
    ...item,
    files: [...files.values()],
    modified: hand.vc.now(),
    contentVersion: item.files.length === 0 ? item.contentVersion : item.contentVersion + 1,
  });
}
