import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Superblock } from '../../files/disk/superblock.ts';

/** A disk beside the first, as the kernel found it. */
export type KnownDisk = {
  readonly key: string;
  readonly name: string;
  /** Its place in the alphabet: b is 1. */
  readonly number: number;
  readonly sizeBytes: number;
  readonly model: string;
  readonly isReadOnly: boolean;
};

type Swap = { readonly key: string; readonly sizeBytes: number; readonly priority: number };

export type Storage = {
  disks: readonly KnownDisk[];
  swaps: readonly Swap[];
  /** Mounts that every machine has: they stay. */
  builtIn: number;
  /** File systems in memory that were ever mounted. */
  memories: number;
};

export const noStorage = (): Storage => ({ disks: [], swaps: [], builtIn: 0, memories: 0 });

export type DeviceFacts = {
  readonly name: string;
  readonly kind: 'disk' | 'part';
  /** A part's disk. */
  readonly of: string | null;
  readonly special: readonly [major: number, minor: number];
  readonly sizeBytes: number;
  readonly isReadOnly: boolean;
  readonly model: string;
  /** What is made on it says that it was made here. */
  readonly home: number;
  readonly content: Superblock | null;
};

export type SwapFacts = { readonly device: Bytes; readonly sizeBytes: number; readonly priority: number };

export type MountRequest = {
  /** A device's path, or any word for what needs none. */
  readonly source: Bytes;
  readonly at: Bytes;
  /** null: what the device says. */
  readonly type: Bytes | null;
  readonly options: readonly Bytes[];
};

export type Usage = { readonly usedBytes: number; readonly usedInodes: number };

/** Only root may do anything of it but ask. */
export type StorageCalls = {
  /** The first disk with its part, then the others. */
  readonly devices: () => readonly DeviceFacts[];
  readonly mount: (request: MountRequest) => Answer<void>;
  /** Shows a directory or a file in another place. */
  readonly bind: (source: Bytes, at: Bytes) => Answer<void>;
  readonly remount: (at: Bytes, options: readonly Bytes[]) => Answer<void>;
  readonly unmount: (at: Bytes, how: 'free' | 'lazy') => Answer<void>;
  /** What is mounted of a device takes its size from what stands on it now. */
  readonly adopt: (device: Bytes) => Answer<void>;
  readonly swapOn: (device: Bytes, priority: number | null) => Answer<void>;
  readonly swapOff: (device: Bytes) => Answer<void>;
  /** What files take on a device that has a file system. */
  readonly usage: (device: Bytes) => Answer<Usage>;
  readonly swaps: () => readonly SwapFacts[];
};
