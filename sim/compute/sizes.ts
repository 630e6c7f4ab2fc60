import type { Disk, VmSpec } from '../contract/machine-specs.ts';

/** Whole MiB: sums of them are exact, in whatever order they are taken. */
export const mebibytesOf = (gibibytes: number): number => Math.round(gibibytes * 1024);

/** What a disk takes of its store: a thin one what was written, a thick one all of it. */
export const takenBy = (disk: Disk): number => mebibytesOf(disk.isThin ? disk.used : disk.size);

/** What the snapshots of a machine hold back, and what removed ones left, on the store of its first disk. */
export const heldBack = ({ snapshots, leftovers }: VmSpec): number =>
  snapshots.reduce((sum, { size }) => sum + mebibytesOf(size), mebibytesOf(leftovers ?? 0));

export function sizeText(mebibytes: number): string {
  if (mebibytes < 1024) return `${mebibytes} MiB`;
  const tenths = Math.floor((mebibytes * 10) / 1024);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} GiB`;
}
