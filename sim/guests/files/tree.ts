import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { BaseTree, FileNode, FileSource, Ledger, Name, Tree } from './file-node.ts';
import { createNode } from './file-node.ts';

export type TreeOptions = {
  readonly base: BaseTree;
  readonly at: Bytes;
  readonly sizeBytes: number;
  readonly inodes: number;
  readonly ledger: Ledger;
  readonly now: () => number;
};

export function createTree(options: TreeOptions): Tree {
  return {
    ...options,
    reservedBytes: 0,
    isGone: false,
    copies: null,
    twins: null,
    changed: null,
    lastMarked: null,
    root: options.base.root,
    usedBytes: options.base.bytes,
    usedInodes: options.base.nodes,
    nextInode: options.base.nodes + 2,
  };
}

/** A node of the base may have been copied since somebody took hold of it. */
export function fresh(tree: Tree | null, node: FileNode): FileNode {
  return node.isBase && tree !== null ? (tree.copies?.get(node) ?? node) : node;
}

export function childOf(directory: FileNode, name: Bytes): FileNode | null {
  const own = directory.children?.get(name);
  if (own !== undefined) return own;
  return directory.below?.children?.get(name) ?? null;
}

/** Names in the order they came, the base's first. */
export function* childrenOf(directory: FileNode): Generator<readonly [Bytes, FileNode]> {
  const own = directory.children;
  for (const [name, node] of directory.below?.children ?? [])
    if (node !== null && own?.has(name) !== true) yield [name, node];
  for (const [name, node] of own ?? []) if (node !== null) yield [name, node];
}

export function isEmpty(directory: FileNode): boolean {
  return childrenOf(directory).next().done === true;
}

/** The guest's own copy of a node, made with those of the directories above it when it is first changed. */
export function own(tree: Tree, node: FileNode): FileNode {
  if (!node.isBase) return node;
  const existing = tree.copies?.get(node);
  if (existing !== undefined) return existing;
  const below = node.kind === 'directory' ? node : null;
  const copy: FileNode = { ...node, isBase: false, isChanged: false, children: null, below };
  tree.copies ??= new Map();
  tree.copies.set(node, copy);
  tree.ledger.bytes += copy.content.length;
  if (node.parent === null) tree.root = copy;
  const names = tree.base.twins.get(node);
  if (names === undefined) {
    if (node.parent !== null) settle(own(tree, node.parent), node.name, copy);
    return copy;
  }
  const places = names.map(({ parent, name }) => ({ parent: own(tree, parent), name }));
  for (const { parent, name } of places) put(parent, name, copy);
  setTwins(tree, copy, places);
  return copy;
}

export function setTwins(tree: Tree, node: FileNode, names: Name[]): void {
  tree.twins ??= new Map();
  tree.twins.set(node, names);
}

function markPath(tree: Tree, path: Bytes): void {
  tree.changed ??= new Set();
  tree.changed.add(path);
}

/** Where the copy's name went to something else meanwhile, it has none. */
function settle(parent: FileNode, name: Bytes, copy: FileNode): void {
  if (parent.children?.has(name) !== true) return put(parent, name, copy);
  copy.parent = null;
  copy.links = 0;
}

export function put(directory: FileNode, name: Bytes, node: FileNode): void {
  directory.children ??= new Map();
  directory.children.set(name, node);
  node.parent = directory;
  node.name = name;
}

/** Takes a name away; what the base has there stays hidden. */
export function hide(directory: FileNode, name: Bytes): void {
  if (directory.below?.children?.has(name) === true) {
    directory.children ??= new Map();
    directory.children.set(name, null);
    return;
  }
  directory.children?.delete(name);
}

/** Takes a name from a node, and the node away where it was the last and nobody has it open. */
export function unname(tree: Tree, gone: Name, node: FileNode): void {
  hide(gone.parent, gone.name);
  if (node.kind === 'directory') gone.parent.links -= 1;
  // A base's file with one name needs no copy in order to be gone.
  if (node.isBase && node.kind !== 'directory' && !tree.base.twins.has(node)) {
    tree.usedBytes -= node.held;
    tree.usedInodes -= 1;
    return;
  }
  const copy = own(tree, node);
  dropName(tree, copy, gone);
  release(tree, copy);
}

function dropName(tree: Tree, node: FileNode, gone: Name): void {
  const isOther = ({ parent, name }: Name): boolean => parent !== gone.parent || name !== gone.name;
  const left = (tree.twins?.get(node) ?? []).filter(isOther);
  node.changedAt = tree.now();
  const [first] = left;
  if (first === undefined) {
    node.links = 0;
    tree.twins?.delete(node);
    return;
  }
  node.parent = first.parent;
  node.name = first.name;
  node.links = left.length;
  if (left.length === 1) tree.twins?.delete(node);
  else setTwins(tree, node, left);
  mark(tree, node);
}

export type NewNode = Pick<FileNode, 'kind' | 'mode' | 'uid' | 'gid' | 'content' | 'special'>;

export function make(tree: Tree, { parent, name }: Name, node: NewNode): Answer<FileNode> {
  const made = createNode({ ...node, at: tree.now(), inode: tree.nextInode, isBase: false, live: null });
  const room = reserve(tree, made.held);
  if (!room.ok) return room;
  if (tree.usedInodes >= tree.inodes) {
    tree.usedBytes -= made.held;
    return failed('ENOSPC');
  }
  tree.nextInode += 1;
  tree.usedInodes += 1;
  tree.ledger.bytes += made.content.length;
  put(parent, name, made);
  if (made.kind === 'directory') parent.links += 1;
  markChildren(tree, made, pathIn(tree, made));
  alter(tree, parent);
  return done(made);
}

/** A directory made where the base has one: what that holds must be said to be gone. */
function markChildren(tree: Tree, made: FileNode, path: Bytes): void {
  mark(tree, made);
  if (made.kind !== 'directory' || made.below !== null) return;
  for (const name of baseAt(tree, path)?.children?.keys() ?? []) markPath(tree, `${path}/${name}`);
}

export function reserve(tree: Tree, bytes: number): Answer<void> {
  if (bytes > 0 && tree.usedBytes + bytes > tree.sizeBytes) return failed('ENOSPC');
  tree.usedBytes += bytes;
  return done(undefined);
}

/** Without a name and not open: gone. */
export function release(tree: Tree, node: FileNode): void {
  if (node.links > 0 || node.opens > 0) return;
  tree.usedBytes -= node.held;
  tree.usedInodes -= 1;
  tree.ledger.bytes -= node.content.length;
}

/** A directory's or a file's content is another now. */
export function alter(tree: Tree, node: FileNode): void {
  node.modifiedAt = node.changedAt = tree.now();
  // A log that is written line by line need not be named each time.
  if (tree.lastMarked === node) return;
  mark(tree, node);
  tree.lastMarked = node;
}

export function mark(tree: Tree, node: FileNode): void {
  node.isChanged = true;
  tree.lastMarked = null;
  if (node.links === 0) return;
  for (const name of namesOf(tree, node)) markPath(tree, pathOfName(tree, name));
}

export function markName(tree: Tree, name: Name): void {
  tree.lastMarked = null;
  markPath(tree, pathOfName(tree, name));
}

function namesOf(tree: Tree, node: FileNode): readonly (Name | null)[] {
  return tree.twins?.get(node) ?? [node.parent === null ? null : { parent: node.parent, name: node.name }];
}

function pathOfName(tree: Tree, name: Name | null): Bytes {
  return name === null ? rootPath(tree) : `${pathIn(tree, name.parent).replace(/^\/$/, '')}/${name.name}`;
}

const rootPath = (tree: Tree): Bytes => (tree.at === '' ? '/' : tree.at);

export const pathIn = (tree: Tree, node: FileNode): Bytes => pathOf({ source: { at: tree.at, tree }, node });

/** From the machine's root. */
export function pathOf(place: {
  readonly source: Pick<FileSource, 'at' | 'tree'> & Partial<Pick<FileSource, 'root'>>;
  readonly node: FileNode;
}): Bytes {
  const { at, tree, root } = place.source;
  const top = root?.() ?? null;
  let path = '';
  for (let here = place.node; here.parent !== null && here !== top; here = fresh(tree, here.parent))
    path = `/${here.name}${path}`;
  return `${at}${path}` === '' ? '/' : `${at}${path}`;
}

/** What the base itself has at a path of the machine. */
export function baseAt(tree: Tree, path: Bytes): FileNode | null {
  let node: FileNode | null = tree.base.root;
  for (const name of namesIn(tree, path)) {
    node = node.children?.get(name) ?? null;
    if (node === null) return null;
  }
  return node;
}

export const namesIn = (tree: Tree, path: Bytes): readonly Bytes[] =>
  path
    .slice(tree.at.length)
    .split('/')
    .filter((name) => name !== '');
