import type { Bytes } from '../bytes.ts';

export type NodeKind = 'file' | 'directory' | 'link' | 'pipe' | 'socket' | 'character' | 'block';

/** Who asks: what the kernel checks permissions against. */
export type Credentials = {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
};

/** As `stat` tells it. Times are lab milliseconds. */
export type Stat = {
  readonly kind: NodeKind;
  /** The twelve bits of permissions, set-uid, set-gid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly links: number;
  readonly inode: number;
  /** Of the file system it is on. */
  readonly device: number;
  readonly modifiedAt: number;
  readonly changedAt: number;
  readonly accessedAt: number;
  /** Major and minor number, of a device. */
  readonly special: readonly [major: number, minor: number] | null;
  /** Bytes it takes on its disk: what `du` counts. */
  readonly allocated: number;
};

export type DirectoryEntry = { readonly name: Bytes; readonly kind: NodeKind; readonly inode: number };

/**
 * One thing that differs from the base: what a lab file keeps of a guest. Keyed by its path; `null` says that
 * what the base has there is gone.
 */
export type NodeRecord = {
  readonly kind: NodeKind;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly modifiedAt: number;
  /** A file's bytes, a link's goal; absent of a directory. */
  readonly content?: Bytes;
  /** Several names of one file say the same number. */
  readonly twin?: number;
  readonly special?: readonly [major: number, minor: number];
  /** Where they are not `modifiedAt`. */
  readonly changedAt?: number;
  readonly accessedAt?: number;
  /** Of a file that goes on with zeros after its content. */
  readonly size?: number;
  /** Bytes on disk, of a file with holes. */
  readonly allocated?: number;
};
export type FileDelta = ReadonlyMap<Bytes, NodeRecord | null>;
