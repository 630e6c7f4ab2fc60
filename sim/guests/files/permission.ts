import type { FileNode } from './file-node.ts';
import type { Credentials } from './node.ts';

export const readBit = 4;
export const writeBit = 2;
export const runBit = 1;

export const isInGroup = (who: Credentials, gid: number): boolean =>
  who.gid === gid || who.groups.includes(gid);

/** The first class that fits decides alone: an owner without a right is not helped by the group's. */
export function isAllowed(node: FileNode, who: Credentials, bits: number): boolean {
  if (who.uid === 0) return rootIsAllowed(node, bits);
  if (node.uid === who.uid) return ((node.mode >> 6) & bits) === bits;
  if (isInGroup(who, node.gid)) return ((node.mode >> 3) & bits) === bits;
  return (node.mode & bits) === bits;
}

function rootIsAllowed(node: FileNode, bits: number): boolean {
  if ((bits & runBit) === 0 || node.kind === 'directory') return true;
  return (node.mode & 0o111) !== 0;
}

/** In a sticky directory only the file's owner, the directory's or root takes a name away. */
export function mayTakeAway(directory: FileNode, node: FileNode, who: Credentials): boolean {
  if ((directory.mode & 0o1000) === 0 || who.uid === 0) return true;
  return node.uid === who.uid || directory.uid === who.uid;
}

export const owns = (node: FileNode, who: Credentials): boolean => who.uid === 0 || node.uid === who.uid;
