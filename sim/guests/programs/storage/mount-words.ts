import type { Errno } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Call } from '../files/command.ts';
import { misuse } from '../files/command.ts';

export const libmountVersion =
  'from util-linux 2.38.1 (libmount 2.38.1: selinux, smack, btrfs, verity, namespaces, idmapping, statx, assert, debug)';
/** Nothing was mounted, or nothing was let go of. */
export const failedStatus = 32;

export const badUsage = (call: Call): void => misuse(call, 1, 'bad usage');

const more = '\n       dmesg(1) may have more information after failed mount system call.\n';

export type Failed = {
  readonly source: Bytes;
  readonly at: Bytes;
  readonly type: Bytes | null;
  readonly isRemount: boolean;
};

/** What mount(8) says of what mount(2) answered. */
export const mountWords = (system: System, errno: Errno, of: Failed): Bytes =>
  `mount: ${shownPath(system, of.at)}: ${reason(system, errno, of)}.${more}`;

export function shownPath({ files }: System, path: Bytes): Bytes {
  const resolved = files.resolve(path);
  return resolved.ok ? resolved.value : path;
}

function reason(system: System, errno: Errno, of: Failed): Bytes {
  const { source, at, isRemount } = of;
  if (!system.files.stat(at).ok) return 'mount point does not exist';
  if (isRemount) return remountReason(errno);
  switch (errno) {
    case 'EBUSY':
      return busyReason(system, of);
    case 'ENOENT':
      return `special device ${source} does not exist`;
    case 'ENOTDIR':
      return 'mount point is not a directory';
    case 'ENOTBLK':
      return system.files.stat(source).ok
        ? `failed to setup loop device for ${source}`
        : `${source} is not a block device`;
    case 'ENXIO':
      return `${source} is not a valid block device`;
    case 'EPERM':
      return 'permission denied';
    case 'EINVAL':
      return `wrong fs type, bad option, bad superblock on ${source}, missing codepage or helper program, or other error`;
    case 'ENODEV':
      return `unknown filesystem type '${of.type ?? ''}'`;
    default:
      return `mount(2) system call failed: ${messageOf(errno)}`;
  }
}

function remountReason(errno: Errno): Bytes {
  if (errno === 'EBUSY') return 'mount point is busy';
  return errno === 'EINVAL' ? 'mount point not mounted or bad option' : messageOf(errno);
}

function busyReason(system: System, { source }: Failed): Bytes {
  const mounted = system.files.mounts().find((mount) => mount.source === source);
  return mounted === undefined
    ? `${source} already mounted or mount point busy`
    : `${source} already mounted on ${mounted.at}`;
}
