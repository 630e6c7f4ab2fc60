import type { Bytes } from '../../bytes.ts';
import { big, bigAt, laidOut, little, littleAt, padded, textAt, uuidAt, uuidBytes } from './numbers.ts';

export type ExtType = 'ext2' | 'ext3' | 'ext4';
export type DiskContent = ExtType | 'xfs' | 'swap';

/** What stands in the first blocks of a disk that something was made on. */
export type Superblock = {
  readonly type: DiskContent;
  readonly uuid: string;
  readonly label: Bytes;
  readonly blockBytes: number;
  readonly blocks: number;
  /** None of swap. */
  readonly inodes: number;
  /** Blocks that only root gets. */
  readonly reservedBlocks: number;
  /** Blocks that no file gets. */
  readonly overheadBlocks: number;
  /** Of the disk that it was made on: what is copied byte by byte has its head, and not its files. */
  readonly home: number;
  /** Seconds since 1970; 0: never. */
  readonly madeAt: number;
  readonly mountedAt: number;
  /** Of ext4: when e2fsck last looked at all of it. */
  readonly checkedAt: number;
  readonly mounts: number;
};

/** So much of a disk holds all that tells what is on it. */
export const headBytes = 8192;

const extAt = 1024;
const extMagic = 0xef53;
const journalFeature = 0x4;
const extentFeature = 0x40;
const swapMagic = 'SWAPSPACE2';
const swapMagicAt = 4086;

export function readSuperblock(head: Bytes): Superblock | null {
  if (head.length < headBytes) return null;
  if (head.startsWith('XFSB')) return readXfs(head);
  if (head.startsWith(swapMagic, swapMagicAt)) return readSwap(head);
  return littleAt(head, extAt + 0x38, 2) === extMagic ? readExt(head) : null;
}

/** Where its signature is, and how it reads: what wipefs tells and takes away. */
export function signatureOf(type: DiskContent): { readonly at: number; readonly bytes: Bytes } {
  if (type === 'xfs') return { at: 0, bytes: 'XFSB' };
  if (type === 'swap') return { at: swapMagicAt, bytes: swapMagic };
  return { at: extAt + 0x38, bytes: little(extMagic, 2) };
}

/** The first blocks of the disk, whole: what stood there before is gone. */
export function superblockBytes(block: Superblock): Bytes {
  if (block.type === 'xfs') return xfsBytes(block);
  return block.type === 'swap' ? swapBytes(block) : extBytes(block, block.type);
}

function readExt(head: Bytes): Superblock {
  const at = (offset: number, size: number): number => littleAt(head, extAt + offset, size);
  const type =
    (at(0x60, 4) & extentFeature) !== 0 ? 'ext4' : (at(0x5c, 4) & journalFeature) !== 0 ? 'ext3' : 'ext2';
  return {
    type,
    uuid: uuidAt(head, extAt + 0x68),
    label: textAt(head, extAt + 0x78, 16),
    blockBytes: 1024 << at(0x18, 4),
    blocks: at(0x4, 4) + at(0x150, 4) * 4_294_967_296,
    inodes: at(0, 4),
    reservedBlocks: at(0x8, 4) + at(0x154, 4) * 4_294_967_296,
    overheadBlocks: at(0x248, 4),
    home: at(0xec, 4),
    madeAt: at(0x108, 4),
    mountedAt: at(0x2c, 4),
    checkedAt: at(0x40, 4),
    mounts: at(0x34, 2),
  };
}

function extBytes(block: Superblock, type: ExtType): Bytes {
  const small = block.blockBytes === 1024;
  const high = (value: number): number => Math.floor(value / 4_294_967_296);
  const fields: readonly (readonly [number, Bytes])[] = [
    [0, little(block.inodes, 4)],
    [0x4, little(block.blocks, 4)],
    [0x8, little(block.reservedBlocks, 4)],
    [0x14, little(small ? 1 : 0, 4)],
    [0x18, little(small ? 0 : 2, 4)],
    [0x20, little(block.blockBytes * 8, 4)],
    [0x2c, little(block.mountedAt, 4)],
    [0x34, little(block.mounts, 2)],
    [0x36, little(65_535, 2)],
    [0x38, little(extMagic, 2)],
    [0x3a, little(1, 2)],
    [0x3c, little(1, 2)],
    [0x40, little(block.checkedAt, 4)],
    [0x4c, little(1, 4)],
    [0x54, little(11, 4)],
    [0x58, little(256, 2)],
    [0x5c, little(type === 'ext2' ? 0x38 : 0x3c, 4)],
    [0x60, little(type === 'ext4' ? 0x2c2 : 0x2, 4)],
    [0x68, uuidBytes(block.uuid)],
    [0x78, padded(block.label, 16)],
    [0xec, little(block.home, 4)],
    [0x108, little(block.madeAt, 4)],
    [0x150, little(high(block.blocks), 4)],
    [0x154, little(high(block.reservedBlocks), 4)],
    [0x248, little(block.overheadBlocks, 4)],
  ];
  return laidOut(
    headBytes,
    fields.map(([at, bytes]) => [extAt + at, bytes] as const),
  );
}

function readXfs(head: Bytes): Superblock {
  return {
    type: 'xfs',
    uuid: uuidAt(head, 32),
    label: textAt(head, 108, 12),
    blockBytes: bigAt(head, 4, 4),
    blocks: bigAt(head, 8, 8),
    inodes: bigAt(head, 128, 8),
    reservedBlocks: 0,
    overheadBlocks: bigAt(head, 96, 4),
    home: bigAt(head, 512, 4),
    madeAt: bigAt(head, 516, 4),
    mountedAt: 0,
    checkedAt: 0,
    mounts: 0,
  };
}

const xfsBytes = (block: Superblock): Bytes =>
  laidOut(headBytes, [
    [0, 'XFSB'],
    [4, big(block.blockBytes, 4)],
    [8, big(block.blocks, 8)],
    [32, uuidBytes(block.uuid)],
    [96, big(block.overheadBlocks, 4)],
    [108, padded(block.label, 12)],
    [128, big(block.inodes, 8)],
    [512, big(block.home, 4)],
    [516, big(block.madeAt, 4)],
  ]);

function readSwap(head: Bytes): Superblock {
  const pages = littleAt(head, 1028, 4) + 1;
  const none = {
    inodes: 0,
    reservedBlocks: 0,
    overheadBlocks: 1,
    madeAt: 0,
    mountedAt: 0,
    checkedAt: 0,
    mounts: 0,
  };
  return {
    ...none,
    type: 'swap',
    uuid: uuidAt(head, 1036),
    label: textAt(head, 1052, 16),
    blockBytes: 4096,
    blocks: pages,
    home: littleAt(head, 1536, 4),
  };
}

const swapBytes = (block: Superblock): Bytes =>
  laidOut(headBytes, [
    [1024, little(1, 4)],
    [1028, little(block.blocks - 1, 4)],
    [1036, uuidBytes(block.uuid)],
    [1052, padded(block.label, 16)],
    [1536, little(block.home, 4)],
    [swapMagicAt, swapMagic],
  ]);
