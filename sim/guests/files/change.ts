import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { FileNode, Place, Tree } from './file-node.ts';
import { isGone } from './file-node.ts';
import type { Credentials } from './node.ts';
import { isAllowed, isInGroup, mayTakeAway, owns, runBit, writeBit } from './permission.ts';
import { alter, isEmpty, make, mark, markName, own, put, setTwins, unname } from './tree.ts';
import type { Caller, FileSpace, Found } from './walk.ts';
import { find, walk } from './walk.ts';

export type Making = Pick<FileNode, 'kind' | 'mode' | 'content' | 'special'>;

/** The tree that keeps changes here, or why there is none. */
export function treeOf(place: Place): Answer<Tree> {
  const { source } = place;
  if (isGone(place)) return failed('EIO');
  if (source.isReadOnly) return failed('EROFS');
  return source.tree === null ? failed('EPERM') : done(source.tree);
}

export function makeAt(
  space: FileSpace,
  caller: Caller,
  { path, node }: { readonly path: Bytes; readonly node: Making },
): Answer<Place> {
  const found = walk(space, caller, { path, last: 'stay' });
  if (!found.ok) return found.errno === 'ENOTDIR' && path.endsWith('/') ? failed('EEXIST') : found;
  if (found.value.place !== null) return failed('EEXIST');
  if (found.value.isDirectoryWanted && node.kind !== 'directory') return failed('ENOENT');
  return makeFound(caller, found.value, node);
}

/** Where the walk found nothing. */
export function makeFound(caller: Caller, { parent, name }: Found, node: Making): Answer<Place> {
  const tree = entriesOf(caller, parent);
  if (!tree.ok) return tree;
  const directory = own(tree.value, parent.node);
  const inherits = (directory.mode & 0o2000) !== 0;
  const { who } = caller.asker;
  const made = make(
    tree.value,
    { parent: directory, name },
    {
      ...node,
      mode:
        (node.mode & ~(node.kind === 'link' ? 0 : caller.umask)) |
        (inherits && node.kind === 'directory' ? 0o2000 : 0),
      uid: who.uid,
      gid: inherits ? directory.gid : who.gid,
    },
  );
  return made.ok ? done({ source: parent.source, node: made.value }) : made;
}

/** The tree of a directory whose names the caller may change. */
function entriesOf(caller: Caller, parent: Place): Answer<Tree> {
  if (parent.source.tree === null && !parent.source.isReadOnly) return failed('ENOENT');
  const tree = treeOf(parent);
  if (!tree.ok) return tree;
  if (parent.node.links === 0) return failed('ENOENT');
  return isAllowed(parent.node, caller.asker.who, writeBit | runBit) ? tree : failed('EACCES');
}

export function makeTwin(
  space: FileSpace,
  caller: Caller,
  { existing, path }: { readonly existing: Bytes; readonly path: Bytes },
): Answer<void> {
  const old = find(space, caller, { path: existing, last: 'stay' });
  if (!old.ok) return old;
  const found = walk(space, caller, { path, last: 'stay' });
  if (!found.ok) return found;
  if (found.value.place !== null) return failed('EEXIST');
  if (old.value.node.kind === 'directory') return failed('EPERM');
  if (old.value.source !== found.value.parent.source) return failed('EXDEV');
  const tree = entriesOf(caller, found.value.parent);
  if (!tree.ok) return tree;
  if (found.value.isDirectoryWanted || old.value.node.links === 0) return failed('ENOENT');
  const node = own(tree.value, old.value.node);
  const parent = own(tree.value, found.value.parent.node);
  addName(tree.value, node, { parent, name: found.value.name });
  alter(tree.value, parent);
  return done(undefined);
}

function addName(
  tree: Tree,
  node: FileNode,
  name: { readonly parent: FileNode; readonly name: Bytes },
): void {
  const names =
    tree.twins?.get(node) ?? (node.parent === null ? [] : [{ parent: node.parent, name: node.name }]);
  setTwins(tree, node, [...names, name]);
  put(name.parent, name.name, node);
  node.links += 1;
  node.changedAt = tree.now();
  mark(tree, node);
}

/** A found name that the caller may take away, and the tree it is in. */
export function takeable(
  caller: Caller,
  found: Found,
): Answer<{ readonly tree: Tree; readonly place: Place }> {
  const { place, parent } = found;
  if (place === null) return failed('ENOENT');
  if (place.source !== parent.source) return failed('EBUSY');
  const tree = treeOf(parent);
  if (!tree.ok) return tree;
  if (!isAllowed(parent.node, caller.asker.who, writeBit | runBit)) return failed('EACCES');
  if (!mayTakeAway(parent.node, place.node, caller.asker.who)) return failed('EPERM');
  if (place.node.mounted !== null) return failed('EBUSY');
  return done({ tree: tree.value, place });
}

export function remove(space: FileSpace, caller: Caller, path: Bytes): Answer<void> {
  const found = walk(space, caller, { path, last: 'stay' });
  if (!found.ok) return found;
  if (found.value.name === '') return failed('EISDIR');
  const taken = takeable(caller, found.value);
  if (!taken.ok) return taken;
  if (taken.value.place.node.kind === 'directory') return failed('EISDIR');
  takeName(taken.value.tree, found.value);
  return done(undefined);
}

export function removeDirectory(space: FileSpace, caller: Caller, path: Bytes): Answer<void> {
  const found = walk(space, caller, { path, last: 'stay' });
  if (!found.ok) return found;
  const { place } = found.value;
  if (place !== null && place.node.kind !== 'directory') return failed('ENOTDIR');
  if (found.value.name === '') return failed(refusalOfDots(path));
  const taken = takeable(caller, found.value);
  if (!taken.ok) return taken;
  if (!isEmpty(taken.value.place.node)) return failed('ENOTEMPTY');
  takeName(taken.value.tree, found.value);
  return done(undefined);
}

function refusalOfDots(path: Bytes): 'EINVAL' | 'ENOTEMPTY' | 'EBUSY' {
  const last = path.split('/').findLast((name) => name !== '');
  if (last === '.') return 'EINVAL';
  return last === '..' ? 'ENOTEMPTY' : 'EBUSY';
}

/** Whoever has it open or works in it keeps it. */
export function takeName(
  tree: Tree,
  { place, parent, name }: Pick<Found, 'place' | 'parent' | 'name'>,
): void {
  if (place === null) return;
  const directory = own(tree, parent.node);
  // Its copy must be there before its name is not.
  const node = place.node.kind === 'directory' ? own(tree, place.node) : place.node;
  markName(tree, { parent: directory, name });
  unname(tree, { parent: directory, name }, node);
  alter(tree, directory);
}

export function changeMode(caller: Caller, place: Place, mode: number): Answer<void> {
  const { who } = caller.asker;
  const tree = attributesOf(place, who);
  if (!tree.ok) return tree;
  const node = own(tree.value, place.node);
  const isForeign = who.uid !== 0 && node.kind !== 'directory' && !isInGroup(who, node.gid);
  node.mode = mode & (isForeign ? 0o5777 : 0o7777);
  return touched(tree.value, node);
}

function attributesOf(place: Place, who: Credentials): Answer<Tree> {
  const tree = treeOf(place);
  if (!tree.ok) return tree;
  return owns(place.node, who) ? tree : failed('EPERM');
}

function touched(tree: Tree, node: FileNode): Answer<void> {
  node.changedAt = tree.now();
  mark(tree, node);
  return done(undefined);
}

export function changeOwner(
  caller: Caller,
  place: Place,
  to: { readonly uid: number | null; readonly gid: number | null },
): Answer<void> {
  const { who } = caller.asker;
  const tree = treeOf(place);
  if (!tree.ok) return tree;
  const uid = to.uid ?? place.node.uid;
  const gid = to.gid ?? place.node.gid;
  const isOwn =
    place.node.uid === who.uid && uid === who.uid && (gid === place.node.gid || isInGroup(who, gid));
  if (who.uid !== 0 && !isOwn) return failed('EPERM');
  const node = own(tree.value, place.node);
  node.uid = uid;
  node.gid = gid;
  // Whose file it becomes did not grant these rights.
  if (node.kind === 'file') node.mode &= (node.mode & 0o010) === 0 ? ~0o4000 : ~0o6000;
  return touched(tree.value, node);
}

export function changeTimes(
  caller: Caller,
  place: Place,
  to: { readonly accessedAt: number; readonly modifiedAt: number },
): Answer<void> {
  const { who } = caller.asker;
  const tree = treeOf(place);
  if (!tree.ok) return tree;
  const isNow = to.accessedAt === to.modifiedAt && to.modifiedAt === tree.value.now();
  if (!owns(place.node, who) && !(isNow && isAllowed(place.node, who, writeBit)))
    return failed(isNow ? 'EACCES' : 'EPERM');
  const node = own(tree.value, place.node);
  node.accessedAt = to.accessedAt;
  node.modifiedAt = to.modifiedAt;
  return touched(tree.value, node);
}
