import type { Answer, Errno } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { makeFound, treeOf } from '../files/change.ts';
import { resize } from '../files/content.ts';
import type { FileNode, Place } from '../files/file-node.ts';
import { statOf } from '../files/file-node.ts';
import type { Stat } from '../files/node.ts';
import { isAllowed, readBit, writeBit } from '../files/permission.ts';
import { own, pathOf } from '../files/tree.ts';
import type { Caller } from '../files/walk.ts';
import { current, walk } from '../files/walk.ts';
import { openDevice } from './device-stream.ts';
import { directoryStream, liveStream, openFileStream } from './file-stream.ts';
import { letGo } from './life.ts';
import { createPipe, openEnd, placeOfOpen } from './pipe.ts';
import type { Description, Kernel, Nameless, PipeStream, Process, Stream } from './process.ts';
import type { OpenFlags } from './program.ts';
import { openBlock } from './storage/block-stream.ts';

/** What of a process a path is judged by. */
export type Standing = Pick<Process, 'who' | 'pid' | 'directory' | 'umask'>;

export const callerOf = (process: Standing): Caller => ({
  asker: { who: process.who, pid: process.pid },
  from: process.directory,
  umask: process.umask,
});

const plainFile = { kind: 'file', content: '', special: null } as const;

export type OpenRequest = { readonly path: Bytes; readonly flags: OpenFlags; readonly mode: number };

/** Finds or makes the file, checks rights, truncates: everything of `open` but waiting for a FIFO's other end. */
export function openFile(kernel: Kernel, process: Process, request: OpenRequest): Answer<Description> {
  const { path, flags, mode } = request;
  const caller = callerOf(process);
  const stays = flags.noFollow === true || (flags.create === true && flags.exclusive === true);
  const found = walk(kernel.space, caller, { path, last: stays ? 'stay' : 'follow' });
  if (!found.ok) return found;
  const existing = found.value.place;
  if (existing === null) {
    if (flags.create !== true) return failed('ENOENT');
    if (found.value.isDirectoryWanted) return failed('EISDIR');
    const made = makeFound(caller, found.value, { ...plainFile, mode: mode & 0o7777 });
    return made.ok ? describe(kernel, process, { place: made.value, flags }) : made;
  }
  const refusal = refusalOf(process, existing, flags);
  if (refusal !== null) return failed(refusal);
  return describe(kernel, process, { place: existing, flags });
}

function refusalOf(process: Process, place: Place, flags: OpenFlags): Errno | null {
  const { node } = place;
  const isWriting = flags.access !== 'read' || flags.truncate === true;
  const refusal = refusalOfKind(node, flags, isWriting ? 'writing' : 'reading');
  if (refusal !== null) return refusal;
  const bits = (flags.access === 'write' ? 0 : readBit) | (isWriting ? writeBit : 0);
  if (!isAllowed(node, process.who, bits)) return 'EACCES';
  return isWriting && node.kind === 'file' && place.source.isReadOnly ? 'EROFS' : null;
}

function refusalOfKind({ kind }: FileNode, flags: OpenFlags, purpose: 'reading' | 'writing'): Errno | null {
  const isMaking = flags.create === true;
  if (isMaking && flags.exclusive === true) return 'EEXIST';
  if (kind === 'link') return 'ELOOP';
  if (kind === 'socket') return 'ENXIO';
  if (kind === 'directory') return purpose === 'writing' || isMaking ? 'EISDIR' : null;
  return flags.directory === true ? 'ENOTDIR' : null;
}

type Opening = { readonly place: Place; readonly flags: OpenFlags };

function describe(kernel: Kernel, process: Process, { place: found, flags }: Opening): Answer<Description> {
  const place = prepared(found, flags);
  const stream = streamOf(kernel, process, place);
  if (!stream.ok) return stream;
  if (place.node.kind === 'pipe') openEnd(pipeOf(kernel, place.node).pipe, flags.access);
  return done(
    createDescription(stream.value, {
      place,
      access: flags.access,
      isAppending: flags.append === true,
      path: pathOf(place),
    }),
  );
}

/** Before the first byte is written the file is the guest's own. */
function prepared(place: Place, flags: OpenFlags): Place {
  const { tree } = place.source;
  const isKept = tree !== null && place.node.kind === 'file' && place.node.live === null;
  if (!isKept || flags.access === 'read') return place;
  const node = own(tree, place.node);
  if (flags.truncate === true && node.size > 0) resize(tree, node, 0);
  return { source: place.source, node };
}

function streamOf(kernel: Kernel, process: Process, place: Place): Answer<Stream> {
  const { node } = place;
  switch (node.kind) {
    case 'directory':
      return done(directoryStream);
    case 'file':
      return node.live === null ? done(openFileStream(place)) : liveStream(node.live, process);
    case 'pipe':
      return done(pipeOf(kernel, node));
    case 'character':
      return node.special === null ? failed('ENXIO') : openDevice(kernel, process, node.special);
    case 'block':
      return openBlock(kernel, node.special);
    case 'socket':
      return failed('ENXIO');
    case 'link':
      return failed('ELOOP');
    default:
      return node.kind satisfies never;
  }
}

/** One pipe for all who open the same FIFO. */
export function pipeOf(kernel: Kernel, node: FileNode): PipeStream {
  const existing = kernel.pipes.get(node);
  if (existing !== undefined) return existing;
  const pipe = createPipe(kernel, node);
  kernel.pipes.set(node, pipe);
  return pipe;
}

export type DescriptionOptions = Pick<Description, 'access' | 'isAppending' | 'path'> & {
  readonly place: Place;
};

export function createDescription(stream: Stream, options: DescriptionOptions): Description {
  const { place, path, access, isAppending } = options;
  return { stream, place, nameless: null, path, access, isAppending, offset: 0, holders: 0 };
}

/** Of a pipe or a socket. */
export const createNameless = (
  stream: Stream,
  { access, path, nameless }: Pick<Description, 'access' | 'path'> & { readonly nameless: Nameless },
): Description => ({
  stream,
  place: null,
  nameless,
  path,
  access,
  isAppending: false,
  offset: 0,
  holders: 0,
});

export const statOfOpen = (kernel: Kernel, description: Description): Stat =>
  statOf(current(placeOfOpen(kernel, description)));

export const mostDescriptors = (kernel: Kernel): number => kernel.limits.descriptors;

/** The lowest free number from `least` on. */
export function freeDescriptor(kernel: Kernel, process: Process, least: number): number | null {
  for (let at = least; at < mostDescriptors(kernel); at += 1)
    if (process.descriptors[at] === undefined) return at;
  return null;
}

export function install(kernel: Kernel, process: Process, description: Description): Answer<number> {
  const at = freeDescriptor(kernel, process, 0);
  description.holders += 1;
  if (at === null) {
    letGo(description);
    return failed('EMFILE');
  }
  setDescriptor(process, at, description);
  return done(at);
}

/** The array has no holes: V8 keeps those as slow dictionaries. */
export function setDescriptor(process: Process, at: number, description: Description | undefined): void {
  const { descriptors } = process;
  // No larger than it must be: most processes open a few files and keep them.
  if (at >= descriptors.length)
    process.descriptors = descriptors.concat(
      Array.from({ length: at - descriptors.length + 1 }, () => undefined),
    );
  process.descriptors[at] = description;
}

export function truncateTo(place: Place, size: number): Answer<void> {
  const tree = treeOf(place);
  if (!tree.ok) return tree;
  resize(tree.value, own(tree.value, current(place).node), size);
  return done(undefined);
}
