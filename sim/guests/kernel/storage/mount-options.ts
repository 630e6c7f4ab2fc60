import type { Bytes } from '../../bytes.ts';

export type MountOptions = {
  /** As /proc/mounts has them. */
  readonly text: string;
  readonly isReadOnly: boolean;
  /** Of a file system in memory; null: as is usual. */
  readonly sizeBytes: number | null;
  readonly inodes: number | null;
  readonly mode: number | null;
};

/** What mount itself reads and the kernel never sees. */
const outer =
  /^(defaults|auto|noauto|user|nouser|users|owner|group|nofail|_netdev|loud|silent|async|dev|suid|exec|atime|diratime|iversion|noiversion|mand|nomand|strictatime|nolazytime|comment=.*|x-.*|remount|bind|rbind|rw|ro|relatime)$/;
const flags = ['nosuid', 'nodev', 'noexec', 'sync', 'dirsync', 'noatime', 'nodiratime', 'lazytime'] as const;

const own: Readonly<Record<string, RegExp>> = {
  ext: /^(acl|noacl|user_xattr|nouser_xattr|barrier(=[01])?|nobarrier|discard|nodiscard|errors=(continue|remount-ro|panic)|data=(journal|ordered|writeback)|commit=\d+|usrquota|grpquota|quota|noquota|noload|delalloc|nodelalloc|data_err=(abort|ignore)|journal_checksum|nouid32|bsddf|minixdf|stripe=\d+|grpid|nogrpid|resuid=\d+|resgid=\d+)$/,
  xfs: /^(discard|nodiscard|inode32|inode64|largeio|nolargeio|logbufs=\d+|logbsize=\d+k?|noquota|quota|uquota|usrquota|gquota|grpquota|pquota|prjquota|norecovery|nouuid|swalloc|wsync|allocsize=\d+[kmg]?)$/,
  tmpfs:
    /^(size=\d+[kKmMgG%]?|nr_inodes=\d+[kKmMgG]?|nr_blocks=\d+[kKmMgG]?|mode=[0-7]+|uid=\d+|gid=\d+|inode64|inode32|huge=\w+|mpol=.*)$/,
};

const units: Readonly<Record<string, number>> = { k: 1024, m: 1_048_576, g: 1_073_741_824 };

/** `64m`, `50%` of memory. */
function amount(text: string, memoryBytes: number): number {
  const value = Number.parseInt(text, 10);
  const unit = text.slice(-1).toLowerCase();
  if (unit === '%') return Math.floor((memoryBytes * value) / 100);
  return value * (units[unit] ?? 1);
}

const pageBytes = 4096;

/** null: there is one that this file system does not know. */
export function readOptions(type: string, given: readonly Bytes[], memoryBytes: number): MountOptions | null {
  const family = type.startsWith('ext') ? 'ext' : type;
  const said = given.filter((option) => option !== '');
  const isFlag = (option: string): boolean => flags.some((flag) => flag === option);
  const theirs = said.filter((option) => !outer.test(option) && !isFlag(option));
  if (theirs.some((option) => own[family]?.test(option) !== true)) return null;
  const valueOf = (name: string): string | null =>
    theirs.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const isReadOnly = said.findLast((option) => option === 'ro' || option === 'rw') === 'ro';
  const size = valueOf('size');
  const inodes = valueOf('nr_inodes');
  const mode = valueOf('mode');
  const sizeBytes = size === null ? null : Math.ceil(amount(size, memoryBytes) / pageBytes) * pageBytes;
  const time = said.includes('noatime') || said.includes('strictatime') ? [] : ['relatime'];
  return {
    text: [isReadOnly ? 'ro' : 'rw', ...setFlags(said), ...time, ...shownOf(family, theirs, sizeBytes)].join(
      ',',
    ),
    isReadOnly,
    sizeBytes,
    inodes: inodes === null ? null : amount(inodes, memoryBytes),
    mode: mode === null ? null : Number.parseInt(mode, 8),
  };
}

/** A later word takes back an earlier one: `noexec,exec`. */
const setFlags = (said: readonly Bytes[]): readonly string[] =>
  flags.filter((flag) => {
    const opposite = flag.startsWith('no') ? flag.slice(2) : flag === 'sync' ? 'async' : `no${flag}`;
    return said.lastIndexOf(flag) > said.lastIndexOf(opposite);
  });

function shownOf(family: string, theirs: readonly string[], sizeBytes: number | null): readonly string[] {
  if (family === 'xfs') return ['attr2', 'inode64', 'logbufs=8', 'logbsize=32k', 'noquota'];
  if (family === 'tmpfs') {
    const others = theirs.filter((option) => /^(nr_inodes|mode|uid|gid)=/.test(option));
    return [...(sizeBytes === null ? [] : [`size=${sizeBytes / 1024}k`]), ...others, 'inode64'];
  }
  const usual = [
    'acl',
    'user_xattr',
    'barrier',
    'barrier=1',
    'nodiscard',
    'data=ordered',
    'delalloc',
    'errors=continue',
  ];
  return theirs.filter((option) => !usual.includes(option));
}
