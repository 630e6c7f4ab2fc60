import type { Answer } from '../../answer.ts';
import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { readBytes, writeBytes, zeros } from '../../files/content.ts';
import { headBytes, readSuperblock, superblockBytes } from '../../files/disk/superblock.ts';
import { note } from '../life.ts';
import type { Kernel, Stream } from '../process.ts';
import type { Device } from './disks.ts';
import { contentOf, deviceAt, ownTree, rawFile, rawNode, rootKey } from './disks.ts';

const mostAtOnce = 1_048_576;
/** Past this a disk keeps nothing but zeros of what is written to it byte by byte. */
const mostRaw = 1_048_576;

/** A disk byte by byte, as dd and mkfs see it. */
export function openBlock(kernel: Kernel, special: readonly [number, number] | null): Answer<Stream> {
  const device = deviceAt(kernel, special);
  if (device === null) return failed('ENXIO');
  return done({
    kind: 'device',
    terminal: null,
    readers: null,
    writers: null,
    isReadable: () => true,
    close: () => undefined,
    read: (_by, most, at) => {
      const bytes = read(kernel, device, { at: at.offset, most });
      if (bytes.ok) at.offset += bytes.value.length;
      return bytes;
    },
    write: (_by, bytes, at) => {
      const written = write(kernel, device, { at: at.offset, bytes });
      if (written.ok) at.offset += written.value;
      return written;
    },
  });
}

type Piece = { readonly at: number; readonly most: number };

function read(kernel: Kernel, device: Device, { at, most }: Piece): Answer<Bytes> {
  const now = deviceAt(kernel, device.facts.special);
  if (now === null) return failed('EIO');
  const count = Math.max(0, Math.min(most, mostAtOnce, now.facts.sizeBytes - at));
  const node = rawNode(kernel, now.key);
  if (node !== null) {
    const bytes = readBytes(node, at, count);
    return done(bytes + zeros(count - bytes.length));
  }
  const content = contentOf(kernel, now.key);
  const head = content === null ? '' : superblockBytes(content).slice(at, at + count);
  return done(head + zeros(count - head.length));
}

type Writing = { readonly at: number; readonly bytes: Bytes };

function write(kernel: Kernel, device: Device, { at, bytes }: Writing): Answer<number> {
  const now = deviceAt(kernel, device.facts.special);
  if (now === null) return failed('EIO');
  if (now.facts.isReadOnly) return failed('EPERM');
  const room = now.facts.sizeBytes - at;
  if (room <= 0) return failed('ENOSPC');
  const part = bytes.slice(0, room);
  if (now.key === 'sda' || (now.key === rootKey && !staysWhole(kernel, { at, bytes: part })))
    return failed('EBUSY');
  const isZero = part === zeros(part.length);
  if (at + part.length > mostRaw && !isZero) {
    note(
      kernel,
      `Buffer I/O error on dev ${now.facts.name}, logical block ${Math.floor(at / 4096)}: past its first MiB only zeros are kept`,
    );
    return failed('EIO');
  }
  const raw = rawFile(kernel, now.key);
  if (!raw.ok) return raw;
  const written = writeBytes(ownTree(kernel), raw.value, { at, bytes: part });
  return written.ok ? done(part.length) : written;
}

/** What the system runs from may get another label, and nothing else. */
function staysWhole(kernel: Kernel, { at, bytes }: Writing): boolean {
  const before = contentOf(kernel, rootKey);
  if (before === null || at + bytes.length > headBytes) return false;
  const head = superblockBytes(before);
  const after = readSuperblock(head.slice(0, at) + bytes + head.slice(at + bytes.length));
  return after !== null && after.uuid === before.uuid && after.blocks === before.blocks;
}
