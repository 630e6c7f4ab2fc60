import type { Answer, Errno } from '../../answer.ts';
import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { dropFrom, treeFrom } from '../../files/attic.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import type { FileNode, FileSource, Place, Tree } from '../../files/file-node.ts';
import { alter, fresh, make, mark, own, pathOf } from '../../files/tree.ts';
import { sysRoot } from '../proc/sys.ts';
import { procRoot } from '../proc/proc.ts';
import type { Kernel } from '../process.ts';
import type { Device } from './disks.ts';
import { contentOf, diskPlace, homeOf, leaveTree, rootKey, writeHead } from './disks.ts';
import type { Usage } from './facts.ts';
import type { MountOptions } from './mount-options.ts';
import { readOptions } from './mount-options.ts';

/** Blocks that ext4 holds back for what it has promised. */
const mostHeldBack = 4096;
const lostAndFoundBytes = 16_384;
const firstInodes = 9;

type Mounting = Pick<FileSource, 'origin' | 'type' | 'options' | 'isReadOnly' | 'tree'> & {
  readonly root: (() => FileNode) | null;
  readonly part: Bytes | null;
  readonly top: { node: FileNode } | null;
};

/** Lays a file system over a place that somebody found. */
export function layOver(kernel: Kernel, place: Place, mounting: Mounting): Answer<FileSource> {
  const { space } = kernel;
  const { tree, part, top, ...rest } = mounting;
  const { source } = place;
  const node = source.tree === null ? place.node : own(source.tree, place.node);
  if (node.mounted !== null) return failed('EBUSY');
  const same = tree === null ? undefined : space.sources.find((one) => one.tree === tree);
  const made: FileSource = {
    ...rest,
    at: pathOf({ source, node }),
    device: same?.device ?? Math.max(...space.sources.map(({ device }) => device)) + 1,
    tree,
    root: mounting.root ?? (() => (tree as Tree).root),
    covers: { source, node },
    ...(part === null ? {} : { part }),
    ...(top === null ? {} : { top }),
  };
  node.mounted = made;
  space.sources.push(made);
  return done(made);
}

/** What a file system's head says of its room. */
function roomOf({ type, blockBytes, blocks, overheadBlocks, reservedBlocks, inodes }: Superblock): {
  readonly sizeBytes: number;
  readonly inodes: number;
  readonly reservedBytes: number;
} {
  const held = type === 'ext4' ? Math.min(Math.floor(blocks / 50), mostHeldBack) : 0;
  return {
    sizeBytes: (blocks - overheadBlocks) * blockBytes,
    inodes,
    reservedBytes: type === 'xfs' ? 0 : (reservedBlocks + held) * blockBytes,
  };
}

export type Wanted = {
  readonly place: Place;
  readonly source: Bytes;
  readonly type: Bytes | null;
  readonly options: readonly Bytes[];
  /** It was mounted all the time, and only its host is another. */
  readonly isBack?: true;
};

export function mountDevice(kernel: Kernel, device: Device, wanted: Wanted): Answer<FileSource> {
  const { key, facts } = device;
  if (wanted.place.node.kind !== 'directory') return failed('ENOTDIR');
  if (key === 'sda' || kernel.storage.swaps.some((swap) => swap.key === key)) return failed('EBUSY');
  const block = contentOf(kernel, key);
  const refusal = refusalOf(device, { block, type: wanted.type });
  if (refusal !== null || block === null) return failed(refusal ?? 'EINVAL');
  const options = readOptions(block.type, wanted.options, 0);
  if (options === null) return failed('EINVAL');
  const tree = treeOn(kernel, key, block);
  if (tree === null || isRootOf(wanted.place, tree)) return failed(tree === null ? 'EINVAL' : 'EBUSY');
  noteMount(kernel, key, { block, options, wanted });
  return layOver(kernel, wanted.place, {
    origin: `/dev/${facts.name}`,
    type: block.type,
    options: options.text,
    isReadOnly: options.isReadOnly || facts.isReadOnly,
    tree,
    root: null,
    part: null,
    top: null,
  });
}

function refusalOf(
  { key, facts }: Device,
  { block, type }: { readonly block: Superblock | null; readonly type: Bytes | null },
): Errno | null {
  if (block === null || (type !== null && !fits(type, block.type))) return 'EINVAL';
  if (block.type === 'swap') return 'ENODEV';
  if (block.blocks * block.blockBytes > facts.sizeBytes) return 'EINVAL';
  return block.home === homeOf(key) ? null : 'EUCLEAN';
}

/** ext4 reads what its elders wrote. */
const fits = (asked: Bytes, type: string): boolean =>
  asked === type || (asked === 'ext4' && type.startsWith('ext')) || (asked === 'ext3' && type === 'ext2');

const isRootOf = ({ source, node }: Place, tree: Tree): boolean =>
  source.tree === tree && source.top === undefined && node === source.root() && source.covers !== null;

type Noting = { readonly block: Superblock; readonly options: MountOptions; readonly wanted: Wanted };

function noteMount(kernel: Kernel, key: string, { block, options, wanted }: Noting): void {
  if (wanted.isBack === true || options.isReadOnly || block.type === 'xfs' || key === rootKey) return;
  const mountedAt = Math.floor(kernel.wall() / 1000);
  writeHead(kernel, key, { ...block, mountedAt, mounts: block.mounts + 1 });
}

const treeOn = (kernel: Kernel, key: string, block: Superblock): Tree | null =>
  key === rootKey ? kernel.space.root.tree : diskTree(kernel, key, block);

/** Files of what was made on a disk before are gone with it. */
function diskTree(kernel: Kernel, key: string, block: Superblock): Tree {
  const { space, emptyBase, ledger } = kernel;
  const at = `${diskPlace(key)}/${block.uuid.slice(0, 8)}`;
  dropFrom(space, diskPlace(key), at);
  const isExt = block.type !== 'xfs';
  const { reservedBytes, ...room } = roomOf(block);
  const taken = isExt
    ? { takenBytes: lostAndFoundBytes, takenInodes: firstInodes }
    : { takenBytes: Math.floor(room.sizeBytes / 140), takenInodes: 2 };
  const { tree, isNew } = treeFrom(space, { ...room, ...taken, at, base: emptyBase, ledger });
  Object.assign(tree, room, { reservedBytes });
  if (isNew) begin(tree, block);
  return tree;
}

export function usageOf(kernel: Kernel, { key }: Device): Answer<Usage> {
  const block = contentOf(kernel, key);
  if (block === null || block.type === 'swap' || block.home !== homeOf(key)) return failed('EINVAL');
  const tree = treeOn(kernel, key, block);
  return tree === null ? failed('EINVAL') : done({ usedBytes: tree.usedBytes, usedInodes: tree.usedInodes });
}

function begin(tree: Tree, { type, madeAt }: Superblock): void {
  const root = own(tree, tree.root);
  const none = { uid: 0, gid: 0, content: '', special: null };
  if (type !== 'xfs')
    make(tree, { parent: root, name: 'lost+found' }, { ...none, kind: 'directory', mode: 0o700 });
  for (const node of [root, ...(root.children?.values() ?? [])])
    if (node !== null) {
      node.modifiedAt = node.changedAt = node.accessedAt = madeAt * 1000;
      mark(tree, node);
    }
}

/** A file system that was made larger. */
export function adopt(kernel: Kernel, { key }: Device): Answer<void> {
  const block = contentOf(kernel, key);
  if (block === null) return failed('EINVAL');
  for (const { tree } of kernel.space.sources)
    if (tree?.at.startsWith(`${diskPlace(key)}/`) === true) Object.assign(tree, roomOf(block));
  return done(undefined);
}

export function mountMemory(
  kernel: Kernel,
  wanted: Wanted,
  kept: { readonly at: Bytes } | null,
): Answer<FileSource> {
  if (wanted.place.node.kind !== 'directory') return failed('ENOTDIR');
  const memory = kernel.view.memoryBytes();
  const options = readOptions('tmpfs', wanted.options, memory);
  if (options === null) return failed('EINVAL');
  const half = Math.floor(memory / 2);
  kernel.storage.memories += 1;
  const { tree, isNew } = treeFrom(kernel.space, {
    at: kept?.at ?? `//memory/${kernel.storage.memories}`,
    base: kernel.emptyBase,
    sizeBytes: options.sizeBytes ?? half,
    inodes: options.inodes ?? Math.max(1024, Math.floor(half / 4096)),
    takenBytes: -4096,
    takenInodes: 0,
    ledger: kernel.ledger,
  });
  if (isNew) {
    const root = own(tree, tree.root);
    root.mode = options.mode ?? 0o1777;
    alter(tree, root);
  }
  const { text, isReadOnly } = options;
  const plain = { origin: wanted.source, type: 'tmpfs', root: null, part: null, top: null };
  return layOver(kernel, wanted.place, { ...plain, options: text, isReadOnly, tree });
}

/** /proc and /sys for who lives in a part of the tree. */
export function mountMade(kernel: Kernel, wanted: Wanted): Answer<FileSource> {
  if (wanted.place.node.kind !== 'directory') return failed('ENOTDIR');
  const type = wanted.type === 'proc' ? 'proc' : 'sysfs';
  const options = readOptions(type, wanted.options, 0);
  if (options === null) return failed('EINVAL');
  const made = type === 'proc' ? procRoot(() => kernel) : sysRoot(() => kernel);
  const { text, isReadOnly } = options;
  const plain = { origin: wanted.source, type, tree: null, part: null, top: null };
  return layOver(kernel, wanted.place, { ...plain, options: text, isReadOnly, root: () => made });
}

export function mountPart(kernel: Kernel, from: Place, place: Place): Answer<FileSource> {
  const { source } = from;
  const { tree } = source;
  if ((from.node.kind === 'directory') !== (place.node.kind === 'directory')) return failed('ENOTDIR');
  if (place.node === from.node && place.node.mounted !== null) return failed('EBUSY');
  const node = tree === null ? from.node : own(tree, from.node);
  const top = { node };
  const inner = pathOf({ source: { at: '', tree }, node });
  const part = inner === '/' ? null : inner;
  const { origin, type, options, isReadOnly } = source;
  const root = tree === null ? (): FileNode => top.node : (): FileNode => fresh(tree, top.node);
  return layOver(kernel, place, { origin, type, options, isReadOnly, tree, root, part, top });
}

export function remount(kernel: Kernel, { source }: Place, given: readonly Bytes[]): Answer<void> {
  const before = source.options
    .split(',')
    .filter((option) => !/^(size|nr_inodes)=/.test(option) || !said(given, option));
  const isOwn = (option: Bytes): boolean => !/^(attr2|inode64|logbufs=8|logbsize=32k|noquota)$/.test(option);
  const memory = kernel.view.memoryBytes();
  const options = readOptions(source.type, [...before.filter(isOwn), ...given], memory);
  if (options === null) return failed('EINVAL');
  if (options.isReadOnly && !source.isReadOnly && isWritten(kernel, source)) return failed('EBUSY');
  if (source.tree !== null && source.type === 'tmpfs' && options.sizeBytes !== null) {
    if (options.sizeBytes < source.tree.usedBytes) return failed('EINVAL');
    source.tree.sizeBytes = options.sizeBytes;
  }
  source.options = options.text;
  source.isReadOnly = options.isReadOnly;
  return done(undefined);
}

const said = (given: readonly Bytes[], option: Bytes): boolean =>
  given.some((one) => one.split('=', 1)[0] === option.split('=', 1)[0]);

/** Somebody has a file of it open for writing. */
const isWritten = ({ processes }: Kernel, source: FileSource): boolean =>
  [...processes.values()].some(({ descriptors }) =>
    descriptors.some(
      (one) => one?.place?.source === source && one.access !== 'read' && one.place.node.kind === 'file',
    ),
  );

/** Somebody is in it, has something of it open, or something lies over it. */
function isBusy({ processes, space }: Kernel, source: FileSource): boolean {
  if (space.sources.some(({ covers }) => covers?.source === source)) return true;
  for (const { directory, descriptors } of processes.values()) {
    if (directory.source === source) return true;
    if (descriptors.some((one) => one?.place?.source === source)) return true;
  }
  return false;
}

export function unmount(kernel: Kernel, { source, node }: Place, how: 'free' | 'lazy'): Answer<void> {
  const { sources } = kernel.space;
  if (source.covers === null || node !== source.root())
    return failed(node === source.root() ? 'EBUSY' : 'EINVAL');
  if (sources.indexOf(source) < kernel.storage.builtIn) return failed('EBUSY');
  if (how === 'free' && isBusy(kernel, source)) return failed('EBUSY');
  takeOff(kernel, source);
  return done(undefined);
}

/** With what lies over it. */
function takeOff(kernel: Kernel, source: FileSource): void {
  const { sources } = kernel.space;
  for (const inner of sources.filter(({ covers }) => covers?.source === source)) takeOff(kernel, inner);
  sources.splice(sources.indexOf(source), 1);
  if (source.covers !== null) source.covers.node.mounted = null;
  if (source.tree !== null) leaveTree(kernel, source.tree);
}
