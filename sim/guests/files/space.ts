import type { Bytes } from '../bytes.ts';
import { restoreTree, takeTreeChanges, treeDelta } from './delta.ts';
import type { BaseTree, FileNode, FileSource, Ledger, Place, Tree } from './file-node.ts';
import { createNode } from './file-node.ts';
import type { FileDelta, NodeRecord } from './node.ts';
import { childOf, createTree, own, put } from './tree.ts';
import type { MountFacts } from '../kernel/program.ts';
import { atticOf, isStored, keptTrees, takeGone } from './attic.ts';
import type { FileSpace } from './walk.ts';

/** A file system to be mounted. What is kept of it is in the machine's one delta, by path. */
export type MountOptions = {
  readonly at: Bytes;
  readonly origin: Bytes;
  readonly type: string;
  readonly options: string;
  readonly isReadOnly: boolean;
  readonly content:
    | {
        readonly kind: 'kept';
        readonly base: BaseTree;
        readonly sizeBytes: number;
        readonly inodes: number;
      }
    | { readonly kind: 'live'; readonly root: () => FileNode };
};

export type SpaceOptions = {
  /** The root's first, a directory's before what is mounted in it. */
  readonly mounts: readonly MountOptions[];
  readonly delta: FileDelta;
  readonly ledger: Ledger;
  readonly now: () => number;
};

export function createSpace(options: SpaceOptions): FileSpace {
  const sources: FileSource[] = [];
  for (const mount of options.mounts) sources.push(mounted(options, mount, sources));
  const [root] = sources;
  if (root === undefined) throw new Error('A machine needs a file system at /.');
  return { root, sources, attic: atticOf(options.delta), now: options.now };
}

function mounted(options: SpaceOptions, mount: MountOptions, sources: readonly FileSource[]): FileSource {
  const { content } = mount;
  const at = mount.at === '/' ? '' : mount.at;
  const tree =
    content.kind === 'kept' ? createTree({ ...content, at, ledger: options.ledger, now: options.now }) : null;
  if (tree !== null) restoreTree(tree, recordsOf(options, at));
  const covers = at === '' ? null : coveredBy(sources, at);
  const source: FileSource = {
    at,
    origin: mount.origin,
    type: mount.type,
    options: mount.options,
    device: sources.length + 1,
    isReadOnly: mount.isReadOnly,
    tree,
    root: tree === null ? rootOfLive(content) : () => tree.root,
    covers,
  };
  if (covers !== null) covers.node.mounted = source;
  return source;
}

/** Made when somebody goes there. */
function rootOfLive(content: MountOptions['content']): () => FileNode {
  if (content.kind === 'kept') throw new Error('What is kept has its root in its tree.');
  let made: FileNode | null = null;
  return () => (made ??= content.root());
}

/** A record belongs to the innermost mount its path is in. */
function recordsOf(
  { delta, mounts }: SpaceOptions,
  at: Bytes,
): readonly (readonly [Bytes, NodeRecord | null])[] {
  if (delta.size === 0) return [];
  const isIn = (path: Bytes, place: Bytes): boolean =>
    place === '/' || path === place || path.startsWith(`${place}/`);
  const inner = mounts
    .map((mount) => mount.at)
    .filter((other) => other !== '/' && other !== at && isIn(other, at === '' ? '/' : at));
  return [...delta].filter(
    ([path]) =>
      !isStored(path) && isIn(path, at === '' ? '/' : at) && !inner.some((other) => isIn(path, other)),
  );
}

/** The directory to mount on; made where it is missing, for a mount without a place is a machine that does not start. */
function coveredBy(sources: readonly FileSource[], at: Bytes): Place {
  const inside = sources.findLast((source) => source.at === '' || at.startsWith(`${source.at}/`));
  if (inside === undefined || inside.tree === null)
    throw new Error(`Nothing can be mounted at ${at}: the root's file system comes first.`);
  const { tree } = inside;
  let node = own(tree, tree.root);
  for (const name of at.slice(inside.at.length + 1).split('/')) node = directoryIn(tree, node, name);
  return { source: inside, node };
}

function directoryIn(tree: Tree, parent: FileNode, name: Bytes): FileNode {
  const existing = childOf(parent, name);
  if (existing?.kind === 'directory') return own(tree, existing);
  const begin = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, at: 0, inode: tree.nextInode } as const;
  const made = createNode({ ...begin, content: '', special: null, isBase: false, live: null });
  // Made anew each time, so the delta need not name it.
  made.isChanged = false;
  tree.nextInode += 1;
  put(parent, name, made);
  return made;
}

export function takeSpaceChanges(space: FileSpace): FileDelta {
  const changes = new Map<Bytes, NodeRecord | null>();
  takeGone(space, changes);
  for (const tree of keptTrees(space)) if (tree.changed !== null) takeTreeChanges(tree, changes);
  return changes;
}

export function spaceDelta(space: FileSpace): FileDelta {
  const delta = new Map<Bytes, NodeRecord | null>(space.attic?.resting);
  for (const tree of keptTrees(space)) treeDelta(tree, delta);
  return delta;
}

export function mountFacts(space: FileSpace): readonly MountFacts[] {
  return space.sources.map((source) => ({
    at: source.at === '' ? '/' : source.at,
    source: source.origin,
    type: source.type,
    options: source.options,
    device: source.device,
    ...roomOf(source.tree),
    part: source.part ?? null,
  }));
}

type Room = Pick<MountFacts, 'sizeBytes' | 'usedBytes' | 'inodes' | 'usedInodes' | 'reservedBytes'>;

function roomOf(tree: Tree | null): Room {
  if (tree === null) return { sizeBytes: 0, usedBytes: 0, inodes: 0, usedInodes: 0, reservedBytes: 0 };
  const { sizeBytes, usedBytes, inodes, usedInodes, reservedBytes } = tree;
  return { sizeBytes, usedBytes, inodes, usedInodes, reservedBytes };
}
