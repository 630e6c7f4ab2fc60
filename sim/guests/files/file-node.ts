import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Credentials, NodeKind, Stat } from './node.ts';

/** Who walks: `self` in /proc depends on it, permissions on the credentials. */
export type Asker = { readonly who: Credentials; readonly pid: number };

/** Kept by reference: what is open or is somebody's working directory stays what it is when its name goes. */
export type FileNode = {
  kind: NodeKind;
  mode: number;
  uid: number;
  gid: number;
  modifiedAt: number;
  changedAt: number;
  accessedAt: number;
  inode: number;
  links: number;
  /** A link's goal or a file's bytes; the file goes on with zeros up to its size. */
  content: Bytes;
  size: number;
  /** Bytes it takes on its disk, whole blocks; less than its size where it has holes. */
  held: number;
  special: readonly [major: number, minor: number] | null;
  /** The directory it is in; null of a root and of what has no name any more. */
  parent: FileNode | null;
  name: Bytes;
  /** Of a base's directory all; of a guest's own what differs from `below`, null where that is gone. */
  children: Map<Bytes, FileNode | null> | null;
  below: FileNode | null;
  readonly isBase: boolean;
  /** Differs from the base, so the delta names it. */
  isChanged: boolean;
  opens: number;
  mounted: FileSource | null;
  live: LiveNode | null;
};

/** A node whose list, bytes or goal are made when asked for. */
export type LiveNode = {
  readonly list?: (asker: Asker) => readonly FileNode[];
  readonly find?: (name: Bytes, asker: Asker) => FileNode | null;
  readonly read?: (asker: Asker) => Answer<Bytes>;
  readonly write?: (bytes: Bytes, asker: Asker) => Answer<void>;
  readonly goal?: (asker: Asker) => Bytes;
  /** Where a link leads without a path: /proc/self/fd. */
  readonly jump?: (asker: Asker) => Place | null;
};

export type Place = { readonly source: FileSource; readonly node: FileNode };

/** One file system, as mounted. */
export type FileSource = {
  readonly at: Bytes;
  readonly origin: Bytes;
  readonly type: string;
  /** Both change when it is mounted anew. */
  options: string;
  readonly device: number;
  isReadOnly: boolean;
  /** Of one that shows only a part of its file system: which. */
  readonly part?: Bytes;
  /** Its root then. An object of its own, for the node is made anew where the machine was put away. */
  readonly top?: { node: FileNode };
  /** What can be changed and is kept; null: all of it is made when read. */
  readonly tree: Tree | null;
  readonly root: () => FileNode;
  /** The directory it lies over. */
  readonly covers: Place | null;
};

/** What every file system of one machine holds in the host's memory. */
export type Ledger = { bytes: number; readonly limit: number };

export type BaseTree = {
  readonly root: FileNode;
  readonly nodes: number;
  readonly bytes: number;
  /** Files of the base with several names. */
  readonly twins: ReadonlyMap<FileNode, readonly Name[]>;
};
export type Name = { readonly parent: FileNode; readonly name: Bytes };

/** A guest's own view of a base: what is not in here is the base's. */
export type Tree = {
  readonly base: BaseTree;
  /** Where it is mounted, '' at the root: paths of the delta are those of the machine. */
  readonly at: Bytes;
  sizeBytes: number;
  inodes: number;
  /** Of its bytes, those that only root may fill. */
  reservedBytes: number;
  /** The disk it is on was taken out. */
  isGone: boolean;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** Of these three most trees of most machines have none, so they come with the first. */
  copies: Map<FileNode, FileNode> | null;
  twins: Map<FileNode, Name[]> | null;
  changed: Set<Bytes> | null;
  lastMarked: FileNode | null;
  root: FileNode;
  usedBytes: number;
  usedInodes: number;
  nextInode: number;
};

/** Nothing of it can be read or changed any more. */
export const isGone = ({ source }: Place): boolean => source.tree !== null && source.tree.isGone;

export const blockBytes = 4096;
export const roundUp = (bytes: number): number => Math.ceil(bytes / blockBytes) * blockBytes;

export type Beginning = Pick<FileNode, 'kind' | 'mode' | 'uid' | 'gid' | 'inode' | 'isBase'> & {
  readonly at: number;
  readonly content: Bytes;
  readonly special: FileNode['special'];
  readonly live: LiveNode | null;
};

export function createNode(begin: Beginning): FileNode {
  const isDirectory = begin.kind === 'directory';
  const size = isDirectory && begin.live === null ? blockBytes : begin.content.length;
  return {
    kind: begin.kind,
    mode: begin.mode,
    uid: begin.uid,
    gid: begin.gid,
    modifiedAt: begin.at,
    changedAt: begin.at,
    accessedAt: begin.at,
    inode: begin.inode,
    links: isDirectory ? 2 : 1,
    content: begin.content,
    size,
    held: begin.kind === 'file' || isDirectory ? roundUp(size) : 0,
    special: begin.special,
    parent: null,
    name: '',
    children: null,
    below: null,
    isBase: begin.isBase,
    isChanged: !begin.isBase,
    opens: 0,
    mounted: null,
    live: begin.live,
  };
}

export function statOf({ source, node }: Place): Stat {
  return {
    kind: node.kind,
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    size: node.size,
    links: node.links,
    inode: node.inode,
    device: source.device,
    modifiedAt: node.modifiedAt,
    changedAt: node.changedAt,
    accessedAt: node.accessedAt,
    special: node.special,
    allocated: node.held,
  };
}
