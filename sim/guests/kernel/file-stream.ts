import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { treeOf } from '../files/change.ts';
import { readBytes, writeBytes } from '../files/content.ts';
import type { FileNode, LiveNode, Place, Tree } from '../files/file-node.ts';
import { isGone } from '../files/file-node.ts';
import { fresh, release } from '../files/tree.ts';
import type { Description, Process, Stream } from './process.ts';

const alwaysReadable = (): boolean => true;
const nothing = (): void => undefined;
const still = { isReadable: alwaysReadable, readers: null, writers: null, terminal: null } as const;

export const directoryStream: Stream = {
  ...still,
  kind: 'directory',
  read: () => failed('EISDIR'),
  write: () => failed('EBADF'),
  close: nothing,
};

/** A regular file; what is open for writing is the guest's own copy already. */
export function openFileStream({ node }: Place): Stream {
  if (!node.isBase) node.opens += 1;
  return fileStream;
}

function placeAt({ place, path }: Description): Place {
  if (place === null) throw new Error(`${path} is no file.`);
  return place;
}

const nodeOf = (place: Place): FileNode => fresh(place.source.tree, place.node);

/** One for all: which file it is the description says. */
const fileStream: Stream = {
  ...still,
  kind: 'file',
  read: (_by, most, at) => {
    const place = placeAt(at);
    if (isGone(place)) return failed('EIO');
    const bytes = readBytes(nodeOf(place), at.offset, most);
    at.offset += bytes.length;
    return done(bytes);
  },
  write: (by, bytes, at) => {
    const place = placeAt(at);
    const node = nodeOf(place);
    const kept = treeOf(place);
    if (!kept.ok) return kept;
    if (at.isAppending) at.offset = node.size;
    if (isForRoot(kept.value, by, at.offset + bytes.length - node.size)) return failed('ENOSPC');
    const written = writeBytes(kept.value, node, { at: at.offset, bytes });
    if (!written.ok) return written;
    at.offset += bytes.length;
    dropRights(by, node);
    return done(bytes.length);
  },
  close: (at) => {
    const { source, node } = placeAt(at);
    if (node.isBase || source.tree === null) return;
    node.opens -= 1;
    release(source.tree, node);
  },
};

/** One of each for all machines. */
export const fileStreams: readonly Stream[] = [directoryStream, fileStream];

/** The last of a file system's room is root's. */
const isForRoot = (tree: Tree, by: Process, growth: number): boolean =>
  tree.reservedBytes > 0 &&
  growth > 0 &&
  by.who.uid !== 0 &&
  tree.usedBytes + growth > tree.sizeBytes - tree.reservedBytes;

/** What somebody else than root wrote runs with nobody else's rights. */
function dropRights(by: Process, node: FileNode): void {
  if (by.who.uid !== 0 && (node.mode & 0o6000) !== 0) node.mode &= ~0o6000;
}

/** Made when it is opened, so that reading it in pieces gives one text. */
export function liveStream(live: LiveNode, by: Process): Answer<Stream> {
  const asker = { who: by.who, pid: by.pid };
  let content: Bytes | null = null;
  return done({
    ...still,
    kind: 'file',
    read: (_by, most, at) => {
      if (content === null || at.offset === 0) {
        const made = live.read?.(asker) ?? failed('EINVAL');
        if (!made.ok) return made;
        content = made.value;
      }
      const bytes = content.slice(at.offset, at.offset + most);
      at.offset += bytes.length;
      return done(bytes);
    },
    write: (_by, bytes, at) => {
      const written = live.write?.(bytes, asker) ?? failed('EIO');
      if (!written.ok) return written;
      at.offset += bytes.length;
      return done(bytes.length);
    },
    close: nothing,
  });
}
