import type { Answer } from '../../answer.ts';
import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { dropFrom, putAway, treeFrom } from '../../files/attic.ts';
import { readBytes, writeBytes } from '../../files/content.ts';
import { geometryOf, usualBlockBytes } from '../../files/disk/geometry.ts';
import type { Superblock } from '../../files/disk/superblock.ts';
import { headBytes, readSuperblock, superblockBytes } from '../../files/disk/superblock.ts';
import type { FileNode, Tree } from '../../files/file-node.ts';
import { createNode } from '../../files/file-node.ts';
import { childOf, hide, make, markName, own, put, unname } from '../../files/tree.ts';
import { note } from '../life.ts';
import type { DiskView } from '../machine-view.ts';
import { uuidText } from '../proc/uuid-text.ts';
import type { Kernel } from '../process.ts';
import type { DeviceFacts, KnownDisk, SwapFacts } from './facts.ts';

const mebibyte = 1_048_576;
const scsi = 8;
const minorsPerDisk = 16;
const diskGroup = 6;
/** The part that the system lies on. */
export const rootKey = 'root';
const ownPlace = '//own';
export const diskPlace = (key: string): Bytes => `//disk/${key}`;

const keyOf = ({ key, name }: DiskView): string => key ?? name;
/** What is another machine's as well: its files wait for it. */
const isVolume = (key: string): boolean => key.startsWith('volume');

/** What stands on disks byte by byte, a file each. */
export function ownTree({ space, emptyBase, ledger }: Kernel): Tree {
  const room = { sizeBytes: Number.MAX_SAFE_INTEGER, inodes: 1_000_000, takenBytes: 0, takenInodes: 0 };
  return treeFrom(space, { ...room, at: ownPlace, base: emptyBase, ledger }).tree;
}

export function rawNode(kernel: Kernel, name: Bytes): FileNode | null {
  return kernel.space.attic === null ? null : childOf(ownTree(kernel).root, name);
}

export function rawFile(kernel: Kernel, name: Bytes): Answer<FileNode> {
  const existing = rawNode(kernel, name);
  if (existing !== null) return done(existing);
  const tree = ownTree(kernel);
  const plain = { kind: 'file', mode: 0o600, uid: 0, gid: 0, content: '', special: null } as const;
  return make(tree, { parent: own(tree, tree.root), name }, plain);
}

function dropRaw(kernel: Kernel, name: Bytes): void {
  const place = rawNode(kernel, name);
  if (place === null) return;
  const tree = ownTree(kernel);
  const parent = own(tree, tree.root);
  markName(tree, { parent, name });
  unname(tree, { parent, name }, place);
}

function headOf(kernel: Kernel, key: string): Bytes {
  const node = rawNode(kernel, key);
  if (node !== null) return readBytes(node, 0, headBytes).padEnd(headBytes, '\0');
  return key === rootKey ? superblockBytes(rootBlock(kernel)) : '';
}

export const contentOf = (kernel: Kernel, key: string): Superblock | null => {
  const head = headOf(kernel, key);
  return head === '' ? null : readSuperblock(head);
};

export function writeHead(kernel: Kernel, key: string, block: Superblock): Answer<void> {
  const raw = rawFile(kernel, key);
  return raw.ok ? writeBytes(ownTree(kernel), raw.value, { at: 0, bytes: superblockBytes(block) }) : raw;
}

/** A number of four bytes for each disk of a machine: the same in its copies, which have its files too. */
export function homeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Of the disk that the system was put on before anybody looked. */
function rootBlock(kernel: Kernel): Superblock {
  const { root } = kernel.space;
  const sizeBytes = root.tree?.sizeBytes ?? 0;
  const blockBytes = usualBlockBytes(sizeBytes);
  const { blocks } = geometryOf({ sizeBytes, blockBytes, hasJournal: true, inodeRatio: null });
  return {
    type: root.type === 'xfs' ? 'xfs' : 'ext4',
    uuid: uuidText(kernel, (Math.abs(kernel.seed) % 2_000_000_000) + 1),
    label: '',
    blockBytes,
    blocks,
    inodes: root.tree?.inodes ?? 0,
    reservedBlocks: 0,
    overheadBlocks: 0,
    home: homeOf(rootKey),
    madeAt: 1_735_689_600,
    mountedAt: Math.floor(kernel.view.bootedAt() / 1000),
    checkedAt: 1_735_689_600,
    mounts: 1,
  };
}

export function devicesOf(kernel: Kernel): readonly DeviceFacts[] {
  const [first] = kernel.view.disks();
  const system = first === undefined ? [] : systemDisk(kernel, first);
  return [...system, ...kernel.storage.disks.map((disk) => factsOf(kernel, disk))];
}

function systemDisk(kernel: Kernel, { sizeBytes, isReadOnly, model }: DiskView): readonly DeviceFacts[] {
  const same = { isReadOnly, model };
  return [
    { ...same, name: 'sda', kind: 'disk', of: null, special: [scsi, 0], sizeBytes, home: 0, content: null },
    {
      ...same,
      name: 'sda1',
      kind: 'part',
      of: 'sda',
      special: [scsi, 1],
      sizeBytes: sizeBytes - mebibyte,
      home: homeOf(rootKey),
      content: contentOf(kernel, rootKey),
    },
  ];
}

function factsOf(kernel: Kernel, disk: KnownDisk): DeviceFacts {
  const { name, sizeBytes, isReadOnly, model } = disk;
  const special = [scsi, disk.number * minorsPerDisk] as const;
  const content = contentOf(kernel, disk.key);
  const home = homeOf(disk.key);
  return { name, kind: 'disk', of: null, special, sizeBytes, isReadOnly, model, home, content };
}

export type Device = { readonly key: string; readonly facts: DeviceFacts };

/** By its numbers; null: no such device, or not any more. */
export function deviceAt(kernel: Kernel, special: readonly [number, number] | null): Device | null {
  const facts = devicesOf(kernel).find((one) => one.special.join(':') === special?.join(':'));
  if (facts === undefined) return null;
  if (facts.name === 'sda') return { key: 'sda', facts };
  const known = kernel.storage.disks.find(({ name }) => name === facts.name);
  return { key: known?.key ?? rootKey, facts };
}

const isSame = (known: readonly KnownDisk[], now: readonly DiskView[]): boolean =>
  known.length === now.length && now.every((view) => known.some(({ key }) => key === keyOf(view)));

/** The lab may have given it disks or taken some; false: it is as it was. */
export function hasOtherDisks({ view, storage }: Kernel): boolean {
  return !isSame(storage.disks, view.disks().slice(1));
}

/** Finds disks that came and loses those that went. */
export function syncDisks(kernel: Kernel): void {
  const { storage, view } = kernel;
  const now = view.disks().slice(1);
  if (isSame(storage.disks, now)) return;
  for (const disk of storage.disks) if (!now.some((one) => keyOf(one) === disk.key)) lose(kernel, disk);
  for (const one of now) if (!storage.disks.some(({ key }) => key === keyOf(one))) find(kernel, one);
}

function find(kernel: Kernel, { sizeBytes, model, isReadOnly, ...view }: DiskView): void {
  const { storage, space } = kernel;
  let number = 1;
  while (storage.disks.some((disk) => disk.number === number)) number += 1;
  const name = `sd${String.fromCharCode(97 + number)}`;
  const disk = { key: view.key ?? view.name, name, number, sizeBytes, model, isReadOnly };
  storage.disks = [...storage.disks, disk].toSorted((one, other) => one.number - other.number);
  const devices = space.sources.find(({ at }) => at === '/dev')?.tree ?? null;
  if (devices !== null) putDevice(kernel, devices, disk);
  const blocks = Math.floor(sizeBytes / 512);
  const gibi = (sizeBytes / 1_073_741_824).toPrecision(3);
  const giga = (sizeBytes / 1_000_000_000).toPrecision(3);
  note(kernel, `sd 0:0:${number}:0: [${name}] ${blocks} 512-byte logical blocks: (${giga} GB/${gibi} GiB)`);
  note(kernel, `sd 0:0:${number}:0: [${name}] Attached SCSI disk`);
}

/** Made anew each time, so the delta need not name it. */
function putDevice(kernel: Kernel, devices: Tree, { name, number }: KnownDisk): void {
  const special = [scsi, number * minorsPerDisk] as const;
  const begin = { kind: 'block', mode: 0o660, uid: 0, gid: diskGroup, inode: devices.nextInode } as const;
  const node = createNode({ ...begin, at: kernel.wall(), isBase: false, content: '', special, live: null });
  node.isChanged = false;
  devices.nextInode += 1;
  put(own(devices, devices.root), name, node);
}

function lose(kernel: Kernel, { key, name, number }: KnownDisk): void {
  const { storage, space } = kernel;
  storage.disks = storage.disks.filter((disk) => disk.key !== key);
  storage.swaps = storage.swaps.filter((swap) => swap.key !== key);
  const devices = space.sources.find(({ at }) => at === '/dev')?.tree ?? null;
  if (devices !== null) hide(own(devices, devices.root), name);
  for (const { tree, at } of space.sources)
    if (tree?.at.startsWith(`${diskPlace(key)}/`) === true) {
      tree.isGone = true;
      note(kernel, `EXT4-fs warning (device ${name}): ${at}: the device is gone`);
    }
  note(kernel, `sd 0:0:${number}:0: [${name}] Synchronize Cache(10) failed: Result: hostbyte=DID_NO_CONNECT`);
  if (isVolume(key)) return;
  dropRaw(kernel, key);
  if (!isMounted(kernel, key)) dropFrom(space, diskPlace(key), null);
}

export const isMounted = ({ space }: Kernel, key: string): boolean =>
  space.sources.some(({ tree }) =>
    key === rootKey ? tree?.at === '' : tree?.at.startsWith(`${diskPlace(key)}/`) === true,
  );

/** The last mount of a file system is gone. */
export function leaveTree(kernel: Kernel, tree: Tree): void {
  const { space } = kernel;
  if (space.sources.some((source) => source.tree === tree)) return;
  if (tree.at.startsWith('//memory/')) return dropFrom(space, tree.at, null);
  if (!tree.isGone) return;
  if (isVolume(tree.at.slice('//disk/'.length))) putAway(space, tree.at);
  else dropFrom(space, tree.at, null);
}

/** Its size as the lab has it by now. */
export function rescan(kernel: Kernel, name: string): Answer<void> {
  const { storage, view } = kernel;
  const disk = storage.disks.find((one) => one.name === name);
  if (disk === undefined) return name === 'sda' ? done(undefined) : failed('ENXIO');
  const seen = view.disks().find((one) => keyOf(one) === disk.key);
  if (seen === undefined || seen.sizeBytes === disk.sizeBytes) return done(undefined);
  storage.disks = storage.disks.map((one) => (one === disk ? { ...one, sizeBytes: seen.sizeBytes } : one));
  note(kernel, `${name}: detected capacity change from ${disk.sizeBytes / 512} to ${seen.sizeBytes / 512}`);
  return done(undefined);
}

export const swapsOf = ({ storage }: Kernel): readonly SwapFacts[] =>
  storage.swaps.flatMap(({ key, sizeBytes, priority }) => {
    const disk = storage.disks.find((one) => one.key === key);
    return disk === undefined ? [] : [{ device: `/dev/${disk.name}`, sizeBytes, priority }];
  });
