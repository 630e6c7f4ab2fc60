import type { Bytes } from '../bytes.ts';
import type { FileNode, Name, Tree } from './file-node.ts';
import { createNode, roundUp } from './file-node.ts';
import type { NodeRecord } from './node.ts';
import { baseAt, childOf, childrenOf, namesIn, own, put, setTwins, unname } from './tree.ts';

type Records = Map<Bytes, NodeRecord | null>;

/** What changed since this was asked last: to be laid over what was told then. */
export function takeTreeChanges(tree: Tree, into: Records): void {
  for (const path of tree.changed ?? []) {
    const node = nodeAt(tree, path);
    if (node === null) into.set(path, null);
    else if (node.isChanged) into.set(path, recordOf(node));
  }
  tree.changed = null;
  tree.lastMarked = null;
}

/** All that differs from the base. */
export function treeDelta(tree: Tree, into: Records): void {
  if (!tree.root.isBase) tell(tree, tree.root, { path: tree.at, into });
}

function tell(tree: Tree, node: FileNode, to: { readonly path: Bytes; readonly into: Records }): void {
  const { path, into } = to;
  if (node.isChanged) into.set(path === '' ? '/' : path, recordOf(node));
  if (node.kind !== 'directory') return;
  tellHidden(node, baseAt(tree, path), to);
  if (node.children === null) return;
  for (const [name, child] of node.children)
    if (child !== null) tell(tree, child, { path: `${path}/${name}`, into });
}

function tellHidden(
  node: FileNode,
  base: FileNode | null,
  { path, into }: { readonly path: Bytes; readonly into: Records },
): void {
  // A directory that still shows the base's through hides what it says it hides, and no more.
  const hiding = base === node.below ? node.children : (base?.children ?? null);
  if (hiding === null) return;
  for (const name of hiding.keys()) if (childOf(node, name) === null) into.set(`${path}/${name}`, null);
}

function recordOf(node: FileNode): NodeRecord {
  return {
    kind: node.kind,
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    modifiedAt: node.modifiedAt,
    ...(node.kind === 'file' || node.kind === 'link' ? { content: node.content } : {}),
    ...(node.kind !== 'directory' && node.links > 1 ? { twin: node.inode } : {}),
    ...(node.special === null ? {} : { special: node.special }),
    ...(node.changedAt === node.modifiedAt ? {} : { changedAt: node.changedAt }),
    ...(node.accessedAt === node.modifiedAt ? {} : { accessedAt: node.accessedAt }),
    ...(node.kind === 'file' && node.size !== node.content.length ? { size: node.size } : {}),
    ...(node.kind === 'file' && node.held !== roundUp(node.size) ? { allocated: node.held } : {}),
  };
}

function nodeAt(tree: Tree, path: Bytes): FileNode | null {
  let node = tree.root;
  for (const name of namesIn(tree, path)) {
    const child = node.kind === 'directory' ? childOf(node, name) : null;
    if (child === null) return null;
    node = child;
  }
  return node;
}

/** Lays a delta over a fresh tree. Parents first: their paths are shorter, so they sort before. */
export function restoreTree(tree: Tree, records: readonly (readonly [Bytes, NodeRecord | null])[]): void {
  const twins = new Map<number, FileNode>();
  for (const [, record] of records)
    if (record?.twin !== undefined) tree.nextInode = Math.max(tree.nextInode, record.twin + 1);
  for (const [path, record] of records.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    restoreOne(tree, path, { record, twins });
  tree.changed = null;
  tree.lastMarked = null;
}

type Restoring = { readonly record: NodeRecord | null; readonly twins: Map<number, FileNode> };

function restoreOne(tree: Tree, path: Bytes, restoring: Restoring): void {
  const { record } = restoring;
  const name = namesIn(tree, path).at(-1);
  if (name === undefined) return restoreRoot(tree, record);
  const above = nodeAt(tree, path.slice(0, path.lastIndexOf('/')));
  if (above?.kind !== 'directory') return;
  const existing = childOf(above, name);
  const isKept = existing?.kind === 'directory' && record?.kind === 'directory';
  if (isKept) return dress(own(tree, existing), record);
  if (existing === null && record === null) return;
  const parent = own(tree, above);
  if (existing !== null) forget(tree, { parent, name }, existing);
  if (record !== null) enterRecord(tree, { parent, name }, { ...restoring, record });
}

function restoreRoot(tree: Tree, record: NodeRecord | null): void {
  if (record !== null) dress(own(tree, tree.root), record);
}

type Entering = Restoring & { readonly record: NodeRecord };

function enterRecord(tree: Tree, name: Name, { record, twins }: Entering): void {
  const twin = record.twin === undefined ? undefined : twins.get(record.twin);
  if (twin !== undefined) return restoreTwin(tree, twin, name);
  const node = created(tree, record);
  put(name.parent, name.name, node);
  if (node.kind === 'directory') name.parent.links += 1;
  if (record.twin !== undefined) twins.set(record.twin, node);
}

function forget(tree: Tree, name: Name, node: FileNode): void {
  if (node.kind === 'directory') {
    const directory = own(tree, node);
    for (const [child, below] of Array.from(childrenOf(directory)))
      forget(tree, { parent: directory, name: child }, below);
  }
  unname(tree, name, node);
}

function restoreTwin(tree: Tree, twin: FileNode, name: Name): void {
  const first = twin.parent === null ? [] : [{ parent: twin.parent, name: twin.name }];
  setTwins(tree, twin, [...(tree.twins?.get(twin) ?? first), name]);
  twin.links += 1;
  put(name.parent, name.name, twin);
}

function created(tree: Tree, record: NodeRecord): FileNode {
  const inode = record.twin ?? tree.nextInode;
  if (record.twin === undefined) tree.nextInode += 1;
  const { kind, mode, uid, gid, special } = record;
  const begin = { kind, mode, uid, gid, inode, at: record.modifiedAt, content: record.content ?? '' };
  const node = createNode({ ...begin, special: special ?? null, isBase: false, live: null });
  dress(node, record);
  tree.usedInodes += 1;
  tree.usedBytes += node.held;
  tree.ledger.bytes += node.content.length;
  return node;
}

function dress(node: FileNode, record: NodeRecord): void {
  node.mode = record.mode;
  node.uid = record.uid;
  node.gid = record.gid;
  node.modifiedAt = record.modifiedAt;
  node.changedAt = record.changedAt ?? record.modifiedAt;
  node.accessedAt = record.accessedAt ?? record.modifiedAt;
  node.isChanged = true;
  if (node.kind !== 'file') return;
  node.size = record.size ?? node.content.length;
  node.held = record.allocated ?? roundUp(node.size);
}
