import type { Bytes } from '../bytes.ts';
import type { BaseTree, FileNode, Name } from './file-node.ts';
import { createNode } from './file-node.ts';
import type { NodeKind } from './node.ts';

/** One row of a distribution's table. Directories that no row names are made with 755 root:root. */
export type BaseEntry = {
  readonly path: Bytes;
  readonly kind: NodeKind;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly modifiedAt: number;
  /** A file's bytes, a link's goal. */
  readonly content?: Bytes;
  readonly twin?: number;
  readonly special?: readonly [major: number, minor: number];
};

type Making = {
  readonly root: FileNode;
  readonly twins: Map<FileNode, Name[]>;
  readonly byTwin: Map<number, Name & { readonly node: FileNode }>;
  nodes: number;
};

const firstInode = 2;

/** Built once, then shared by every guest: nothing changes it. Its first delta inode is its last plus one. */
export function buildBase(entries: Iterable<BaseEntry>): BaseTree {
  const making: Making = {
    root: nodeOf(rootEntry, firstInode),
    twins: new Map(),
    byTwin: new Map(),
    nodes: 1,
  };
  for (const entry of entries) place(making, entry);
  return { root: making.root, nodes: making.nodes, bytes: heldBelow(making.root), twins: making.twins };
}

const rootEntry: BaseEntry = { path: '/', kind: 'directory', mode: 0o755, uid: 0, gid: 0, modifiedAt: 0 };

function place(making: Making, entry: BaseEntry): void {
  const names = entry.path.split('/').filter((name) => name !== '');
  const last = names.pop();
  if (last === undefined) return dress(making.root, entry);
  const parent = names.reduce(
    (directory, name) => directoryIn(making, directory, { ...entry, path: name }),
    making.root,
  );
  const existing = parent.children?.get(last);
  if (existing && existing.kind === 'directory' && entry.kind === 'directory') return dress(existing, entry);
  if (existing) throw new Error(`The base has two entries for ${entry.path}: leave one out.`);
  const first = entry.twin === undefined ? undefined : making.byTwin.get(entry.twin);
  if (first) return addTwin(making, first, { parent, name: last });
  const node = add(making, { parent, name: last }, nodeOf(entry, firstInode + making.nodes));
  if (entry.twin !== undefined) making.byTwin.set(entry.twin, { parent, name: last, node });
}

function dress(node: FileNode, entry: BaseEntry): void {
  node.mode = entry.mode;
  node.uid = entry.uid;
  node.gid = entry.gid;
  node.modifiedAt = node.changedAt = node.accessedAt = entry.modifiedAt;
}

function directoryIn(making: Making, parent: FileNode, { path: name, modifiedAt }: BaseEntry): FileNode {
  const existing = parent.children?.get(name);
  if (existing?.kind === 'directory') return existing;
  if (existing) throw new Error(`The base has something under ${name}, which is no directory.`);
  const made = nodeOf({ ...rootEntry, modifiedAt }, firstInode + making.nodes);
  return add(making, { parent, name }, made);
}

function add(making: Making, { parent, name }: Name, node: FileNode): FileNode {
  parent.children ??= new Map();
  parent.children.set(name, node);
  node.parent = parent;
  node.name = name;
  making.nodes += 1;
  if (node.kind === 'directory') parent.links += 1;
  return node;
}

function addTwin(making: Making, first: Name & { readonly node: FileNode }, name: Name): void {
  name.parent.children ??= new Map();
  name.parent.children.set(name.name, first.node);
  first.node.links += 1;
  const names = making.twins.get(first.node) ?? [{ parent: first.parent, name: first.name }];
  making.twins.set(first.node, [...names, name]);
}

function nodeOf(entry: BaseEntry, inode: number): FileNode {
  return createNode({
    kind: entry.kind,
    mode: entry.mode,
    uid: entry.uid,
    gid: entry.gid,
    at: entry.modifiedAt,
    inode,
    isBase: true,
    content: entry.content ?? '',
    special: entry.special ?? null,
    live: null,
  });
}

function heldBelow(node: FileNode): number {
  let bytes = node.held;
  for (const child of node.children?.values() ?? []) if (child?.parent === node) bytes += heldBelow(child);
  return bytes;
}
