import type { BaseEntry } from './base.ts';

type Device = readonly [path: string, mode: number, gid: number, special: readonly [number, number]];

const character: readonly Device[] = [
  ['/null', 0o666, 0, [1, 3]],
  ['/zero', 0o666, 0, [1, 5]],
  ['/full', 0o666, 0, [1, 7]],
  ['/random', 0o666, 0, [1, 8]],
  ['/urandom', 0o666, 0, [1, 9]],
  ['/kmsg', 0o644, 0, [1, 11]],
  ['/tty', 0o666, 5, [5, 0]],
  ['/console', 0o600, 5, [5, 1]],
  ['/ptmx', 0o666, 5, [5, 2]],
];

/** The first disk and what the system lies on; others come when they are found. */
const blocks: readonly Device[] = [
  ['/sda', 0o660, 6, [8, 0]],
  ['/sda1', 0o660, 6, [8, 1]],
];

const links: readonly (readonly [path: string, goal: string])[] = [
  ['/fd', '/proc/self/fd'],
  ['/stdin', '/proc/self/fd/0'],
  ['/stdout', '/proc/self/fd/1'],
  ['/stderr', '/proc/self/fd/2'],
];

/** What is in every machine's /dev, from its root on. */
export const deviceEntries: readonly BaseEntry[] = [
  ...character.map(([path, mode, gid, special]) => ({
    path, kind: 'character' as const, mode, uid: 0, gid, modifiedAt: 0, special,
  })),
  ...blocks.map(([path, mode, gid, special]) => ({
    path, kind: 'block' as const, mode, uid: 0, gid, modifiedAt: 0, special,
  })),
  ...links.map(([path, content]) => ({
    path, kind: 'link' as const, mode: 0o777, uid: 0, gid: 0, modifiedAt: 0, content,
  })),
  { path: '/pts', kind: 'directory', mode: 0o755, uid: 0, gid: 0, modifiedAt: 0 },
  { path: '/shm', kind: 'directory', mode: 0o1777, uid: 0, gid: 0, modifiedAt: 0 },
];
