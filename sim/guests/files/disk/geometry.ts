/** How mke2fs divides a disk: what it says when it makes a file system, and what of it is left for files. */
export type Geometry = {
  readonly blockBytes: number;
  readonly blocks: number;
  readonly inodes: number;
  readonly groups: number;
  readonly inodesPerGroup: number;
  readonly journalBlocks: number;
  /** Blocks that no file gets. */
  readonly overheadBlocks: number;
  readonly backups: readonly number[];
};

const inodeBytes = 256;
const smallDisk = 512 * 1_048_576;
const bigDisk = 4 * 1_099_511_627_776;
const hugeDisk = 16 * 1_099_511_627_776;
const mostReservedTables = 1024;
const mostBlocks = 4_294_967_295;

export const usualBlockBytes = (sizeBytes: number): number => (sizeBytes < smallDisk ? 1024 : 4096);

/** As /etc/mke2fs.conf says for small, usual, big and huge disks. */
function bytesPerInode(sizeBytes: number): number {
  if (sizeBytes < smallDisk) return 4096;
  if (sizeBytes < bigDisk) return 16_384;
  return sizeBytes < hugeDisk ? 32_768 : 65_536;
}

const journalSizes: readonly (readonly [below: number, blocks: number])[] = [
  [2048, 0],
  [32_768, 1024],
  [262_144, 4096],
  [524_288, 8192],
  [4_194_304, 16_384],
  [8_388_608, 32_768],
  [16_777_216, 65_536],
  [33_554_432, 131_072],
];
const largestJournal = 262_144;

export type Dividing = {
  readonly sizeBytes: number;
  readonly blockBytes: number;
  readonly hasJournal: boolean;
  /** null: as is usual. */
  readonly inodeRatio: number | null;
};

export function geometryOf({ sizeBytes, blockBytes, hasJournal, inodeRatio }: Dividing): Geometry {
  const blocks = Math.floor(sizeBytes / blockBytes);
  const perGroup = blockBytes * 8;
  const first = blockBytes === 1024 ? 1 : 0;
  const groups = Math.max(1, Math.ceil((blocks - first) / perGroup));
  const wanted = (blocks * blockBytes) / (inodeRatio ?? bytesPerInode(sizeBytes));
  const perTable = blockBytes / inodeBytes;
  const inodesPerGroup = Math.max(perTable, Math.ceil(Math.ceil(wanted / groups) / perTable) * perTable);
  const journalBlocks = hasJournal
    ? (journalSizes.find(([below]) => blocks < below)?.[1] ?? largestJournal)
    : 0;
  const copies = backupGroups(groups);
  const tables = Math.ceil((groups * 64) / blockBytes);
  const perCopy = 1 + tables + reservedTables(blocks, { blockBytes, tables });
  return {
    blockBytes,
    blocks,
    groups,
    inodesPerGroup,
    inodes: inodesPerGroup * groups,
    journalBlocks,
    overheadBlocks:
      first + groups * (2 + inodesPerGroup / perTable) + journalBlocks + perCopy * (copies.length + 1),
    backups: copies.map((group) => group * perGroup + first),
  };
}

/** Room for the tables of a file system that grows a thousandfold. */
function reservedTables(
  blocks: number,
  { blockBytes, tables }: { blockBytes: number; tables: number },
): number {
  const groups = Math.ceil(Math.min(mostBlocks, blocks * 1024) / (blockBytes * 8));
  return Math.min(
    Math.min(mostReservedTables, blockBytes / 4),
    Math.ceil((groups * 64) / blockBytes) - tables,
  );
}

/** Of the groups that hold a copy of the superblock all but the first: 1 and the powers of 3, 5 and 7. */
function backupGroups(groups: number): readonly number[] {
  const found = groups > 1 ? [1] : [];
  for (const root of [3, 5, 7]) for (let group = root; group < groups; group *= root) found.push(group);
  return found.toSorted((one, other) => one - other);
}
