import type { Answer, Errno } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { takeable, takeName, treeOf } from './change.ts';
import type { FileNode, Tree } from './file-node.ts';
import { isAllowed, mayTakeAway, runBit, writeBit } from './permission.ts';
import { alter, childrenOf, fresh, hide, isEmpty, mark, markName, own, put, setTwins } from './tree.ts';
import type { Caller, FileSpace, Found } from './walk.ts';
import { walk } from './walk.ts';

type Both = { readonly from: Found; readonly to: Found };

export function rename(
  space: FileSpace,
  caller: Caller,
  paths: { readonly from: Bytes; readonly to: Bytes },
): Answer<void> {
  const from = walk(space, caller, { path: paths.from, last: 'stay' });
  if (!from.ok) return from;
  const to = walk(space, caller, { path: paths.to, last: 'stay' });
  if (!to.ok) return to;
  if (from.value.name === '' || to.value.name === '') return failed('EBUSY');
  const taken = takeable(caller, from.value);
  if (!taken.ok) return taken;
  const { tree, place } = taken.value;
  const both = { from: from.value, to: to.value };
  const refusal = refusalOf(tree, caller, both);
  if (refusal !== null) return failed(refusal);
  if (to.value.place?.node === place.node) return done(undefined);
  if (to.value.place !== null) takeName(tree, to.value);
  move(tree, own(tree, place.node), both);
  return done(undefined);
}

function refusalOf(tree: Tree, caller: Caller, both: Both): Errno | null {
  const { from, to } = both;
  const node = from.place?.node;
  if (node === undefined) return 'ENOENT';
  if (to.parent.source !== from.parent.source) return 'EXDEV';
  const writable = treeOf(to.parent);
  if (!writable.ok) return writable.errno;
  if (isWithin(tree, to.parent.node, node)) return 'EINVAL';
  if (to.parent.node.links === 0) return 'ENOENT';
  if (!isAllowed(to.parent.node, caller.asker.who, writeBit | runBit)) return 'EACCES';
  if (to.place === null) return to.isDirectoryWanted && node.kind !== 'directory' ? 'ENOTDIR' : null;
  return refusalOver(caller, node, to);
}

function refusalOver(caller: Caller, node: FileNode, to: Found): Errno | null {
  const target = to.place?.node;
  if (target === undefined) return null;
  if (!mayTakeAway(to.parent.node, target, caller.asker.who)) return 'EPERM';
  if (to.place?.source !== to.parent.source || target.mounted !== null) return 'EBUSY';
  return target === node ? null : refusalOfKinds(node, target);
}

function refusalOfKinds(node: FileNode, target: FileNode): Errno | null {
  const isDirectory = target.kind === 'directory';
  if (isDirectory !== (node.kind === 'directory')) return isDirectory ? 'EISDIR' : 'ENOTDIR';
  return isDirectory && !isEmpty(target) ? 'ENOTEMPTY' : null;
}

function isWithin(tree: Tree, inner: FileNode, outer: FileNode): boolean {
  let here: FileNode | null = inner;
  while (here !== null) {
    if (here === outer) return true;
    here = here.parent === null ? null : fresh(tree, here.parent);
  }
  return false;
}

/**
 * The delta has no word for "moved": what lies below a moved directory is copied and named anew. Bytes are shared
 * with the base all the same, so that costs a record per node.
 */
function move(tree: Tree, node: FileNode, { from, to }: Both): void {
  const oldParent = own(tree, from.parent.node);
  const newParent = own(tree, to.parent.node);
  if (node.kind === 'directory') {
    materialise(tree, node);
    markBelow(tree, node);
  }
  markName(tree, { parent: oldParent, name: from.name });
  hide(oldParent, from.name);
  const twins = tree.twins?.get(node);
  const others = twins?.filter(({ parent, name }) => parent !== oldParent || name !== from.name);
  if (others !== undefined) setTwins(tree, node, [...others, { parent: newParent, name: to.name }]);
  put(newParent, to.name, node);
  if (node.kind === 'directory' && oldParent !== newParent) {
    oldParent.links -= 1;
    newParent.links += 1;
  }
  alter(tree, oldParent);
  alter(tree, newParent);
  node.changedAt = tree.now();
  mark(tree, node);
  if (node.kind === 'directory') markBelow(tree, node);
}

function materialise(tree: Tree, directory: FileNode): void {
  for (const [, child] of Array.from(childrenOf(directory))) {
    const copy = own(tree, child);
    copy.isChanged = true;
    if (copy.kind === 'directory') materialise(tree, copy);
  }
  for (const [name, child] of directory.children ?? []) if (child === null) directory.children?.delete(name);
  directory.below = null;
}

function markBelow(tree: Tree, directory: FileNode): void {
  for (const [name, child] of childrenOf(directory)) {
    markName(tree, { parent: directory, name });
    if (child.kind === 'directory') markBelow(tree, child);
  }
}
