/** What is in a distribution's file system, as rows of tables. */
export const baseNames = ['debian-12', 'ubuntu-22.04', 'rhel-9', 'alpine-3.19'] as const;
export type BaseName = (typeof baseNames)[number];

/** Mode 644 and root:root where nothing else is said. */
export type FileRow = readonly [path: string, content: string, mode?: number, uid?: number, gid?: number];
export type DirectoryRow = readonly [path: string, mode: number, uid?: number, gid?: number];
export type LinkRow = readonly [path: string, goal: string];
export type UserRow = readonly [
  name: string,
  uid: number,
  gid: number,
  about: string,
  home: string,
  shell: string,
];
export type GroupRow = readonly [name: string, gid: number, members?: string];

export type Distribution = {
  readonly name: BaseName;
  readonly family: 'debian' | 'redhat' | 'alpine';
  /** As the boot loader and the first line of a console say it. */
  readonly title: string;
  readonly kernel: { readonly release: string; readonly version: string };
  /** Whom one logs in as, beside root. */
  readonly user: string;
  readonly isMerged: boolean;
  readonly users: readonly UserRow[];
  readonly groups: readonly GroupRow[];
  readonly directories: readonly DirectoryRow[];
  readonly files: readonly FileRow[];
  readonly links: readonly LinkRow[];
};
