import type { Program } from '../../kernel/program.ts';
import { blkid } from './blkid.ts';
import { fdisk, mountpoint } from './fdisk.ts';
import { findmnt } from './findmnt.ts';
import { e2fsck, fsck, fsckXfs } from './fsck.ts';
import { resize2fs, xfsGrowfs, xfsInfo } from './grow.ts';
import { lsblk } from './lsblk.ts';
import { mke2fs } from './mke2fs.ts';
import { mkfs, mkfsXfs, mkswap } from './mkfs.ts';
import { mount } from './mount.ts';
import { swapoff, swapon } from './swap.ts';
import { dumpe2fs, e2label, tune2fs } from './tune2fs.ts';
import { umount } from './umount.ts';
import { wipefs } from './wipefs.ts';

/** Disks: what stands on them, and where it is mounted. */
export const storagePrograms: ReadonlyMap<string, Program> = new Map(Object.entries({
  blkid, dumpe2fs, e2fsck, e2label, fdisk, findmnt, fsck, lsblk, mke2fs, mkfs, mkswap, mount, mountpoint, resize2fs, swapoff, swapon, tune2fs, umount, wipefs,
  'fsck.ext2': e2fsck, 'fsck.ext3': e2fsck, 'fsck.ext4': e2fsck, 'fsck.xfs': fsckXfs,
  'mkfs.ext2': mke2fs, 'mkfs.ext3': mke2fs, 'mkfs.ext4': mke2fs, 'mkfs.xfs': mkfsXfs,
  xfs_growfs: xfsGrowfs, xfs_info: xfsInfo,
}));
