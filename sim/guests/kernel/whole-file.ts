import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { makeFound, treeOf } from '../files/change.ts';
import { readBytes, replaceBytes } from '../files/content.ts';
import type { Place } from '../files/file-node.ts';
import { isGone } from '../files/file-node.ts';
import { isAllowed, readBit, writeBit } from '../files/permission.ts';
import { own } from '../files/tree.ts';
import { find, walk } from '../files/walk.ts';
import { openDevice } from './device-stream.ts';
import { callerOf, createDescription } from './open.ts';
import type { Kernel, Process } from './process.ts';
import { outOfMemory } from './schedule.ts';

const mostAtOnce = 268_435_456;

export function readWhole(kernel: Kernel, process: Process, path: Bytes): Answer<Bytes> {
  const place = find(kernel.space, callerOf(process), { path, last: 'follow' });
  if (!place.ok) return place;
  const { node } = place.value;
  if (node.kind === 'directory') return failed('EISDIR');
  if (!isAllowed(node, process.who, readBit)) return failed('EACCES');
  if (node.live?.read !== undefined) return node.live.read({ who: process.who, pid: process.pid });
  if (node.kind === 'character' && node.special?.join(':') === '1:3') return done('');
  return node.kind === 'file' ? readKept(place.value) : failed('EINVAL');
}

function readKept(place: Place): Answer<Bytes> {
  const { node } = place;
  if (isGone(place)) return failed('EIO');
  return node.size > mostAtOnce ? failed('ENOMEM') : done(readBytes(node, 0, node.size));
}

export type WholeFile = { readonly path: Bytes; readonly content: Bytes; readonly mode: number };

export function writeWhole(
  kernel: Kernel,
  process: Process,
  { path, content, mode }: WholeFile,
): Answer<void> {
  const caller = callerOf(process);
  const found = walk(kernel.space, caller, { path, last: 'follow' });
  if (!found.ok) return found;
  const existing = found.value.place;
  if (existing === null && found.value.isDirectoryWanted) return failed('EISDIR');
  if (existing !== null) return replace(kernel, process, { place: existing, content, isNew: false });
  const node = { kind: 'file', mode: mode & 0o7777, content: '', special: null } as const;
  const made = makeFound(caller, found.value, node);
  return made.ok ? replace(kernel, process, { place: made.value, content, isNew: true }) : made;
}

/** What is new may be written by its maker whatever its mode says. */
type Replacing = { readonly place: Place; readonly content: Bytes; readonly isNew: boolean };

function replace(kernel: Kernel, process: Process, { place, content, isNew }: Replacing): Answer<void> {
  const { node } = place;
  if (node.kind === 'directory') return failed('EISDIR');
  if (!isNew && !isAllowed(node, process.who, writeBit)) return failed('EACCES');
  if (node.live !== null)
    return node.live.write?.(content, { who: process.who, pid: process.pid }) ?? failed('EACCES');
  if (node.kind === 'character') return toDevice(kernel, process, { place, content });
  if (node.kind !== 'file') return failed('EINVAL');
  const tree = treeOf(place);
  if (!tree.ok) return tree;
  const written = replaceBytes(tree.value, own(tree.value, node), content);
  if (!written.ok && written.errno === 'ENOMEM') outOfMemory(kernel, process);
  return written;
}

function toDevice(
  kernel: Kernel,
  process: Process,
  { place, content }: Pick<Replacing, 'place' | 'content'>,
): Answer<void> {
  const stream =
    place.node.special === null ? failed('ENXIO') : openDevice(kernel, process, place.node.special);
  if (!stream.ok) return stream;
  if (stream.value.kind === 'terminal') return failed('EINVAL');
  const access = { access: 'write', isAppending: false, path: '', place } as const;
  const written = stream.value.write(process, content, createDescription(stream.value, access));
  if (written === 'wait') return failed('EINVAL');
  return written.ok ? done(undefined) : written;
}
