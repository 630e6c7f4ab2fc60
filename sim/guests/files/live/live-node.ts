import type { Answer } from '../../answer.ts';
import { done } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Asker, FileNode, LiveNode, Place } from '../file-node.ts';
import { createNode } from '../file-node.ts';
import type { NodeKind } from '../node.ts';

const generated = { uid: 0, gid: 0, at: 0, isBase: false, content: '', special: null } as const;

/** The same place has the same number each time it is made. */
function inodeOf(name: Bytes): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  // Below 2³¹: of larger numbers each node would hold a box of its own.
  return 1_879_048_192 + ((hash >>> 0) % 268_435_455);
}

export type LiveOptions = { readonly kind: NodeKind; readonly mode: number; readonly live: LiveNode };

export function liveNode(name: Bytes, options: LiveOptions): FileNode {
  const node = createNode({ ...generated, ...options, inode: inodeOf(name) });
  node.name = name;
  node.isChanged = false;
  return node;
}

export const liveText = (name: Bytes, read: (asker: Asker) => Bytes): FileNode =>
  liveNode(name, { kind: 'file', mode: 0o444, live: { read: (asker) => done(read(asker)) } });

export const liveSetting = (
  name: Bytes,
  read: () => Bytes,
  write: (bytes: Bytes, asker: Asker) => Answer<void>,
): FileNode => liveNode(name, { kind: 'file', mode: 0o644, live: { read: () => done(read()), write } });

export const liveDirectory = (name: Bytes, list: (asker: Asker) => readonly FileNode[]): FileNode =>
  liveNode(name, { kind: 'directory', mode: 0o555, live: { list } });

export const liveLink = (name: Bytes, goal: (asker: Asker) => Bytes): FileNode =>
  liveNode(name, { kind: 'link', mode: 0o777, live: { goal } });

/** A link that leads where its text does not: to what is open, whether it has a name or not. */
export const liveJump = (name: Bytes, goal: () => Bytes, jump: () => Place | null): FileNode =>
  liveNode(name, { kind: 'link', mode: 0o700, live: { goal, jump } });
