import type { Bytes } from '../bytes.ts';
import { restoreTree, treeDelta } from './delta.ts';
import type { BaseTree, Ledger, Tree } from './file-node.ts';
import type { FileDelta, NodeRecord } from './node.ts';
import { createTree } from './tree.ts';
import type { Attic, FileSpace } from './walk.ts';

/** In a machine's delta so begin the paths of what no path of the machine leads to. */
const stored = '//';

export const isStored = (path: Bytes): boolean => path.startsWith(stored);

export function atticOf(delta: FileDelta): Attic | null {
  let attic: Attic | null = null;
  for (const [path, record] of delta) if (isStored(path)) (attic ??= emptyAttic()).resting.set(path, record);
  return attic;
}

const emptyAttic = (): Attic => ({ resting: new Map(), trees: new Map(), gone: new Set() });

/** All that is kept, each once: a file system may be mounted in several places. */
export function keptTrees({ sources, attic }: FileSpace): ReadonlySet<Tree> {
  const trees = new Set<Tree>(attic?.trees.values());
  for (const { tree } of sources) if (tree !== null) trees.add(tree);
  return trees;
}

/** Something that the lab does not know yet. */
export function hasNews(space: FileSpace): boolean {
  if ((space.attic?.gone.size ?? 0) > 0) return true;
  for (const { changed } of keptTrees(space)) if ((changed?.size ?? 0) > 0) return true;
  return false;
}

export function takeGone({ attic }: FileSpace, into: Map<Bytes, NodeRecord | null>): void {
  if (attic === null) return;
  for (const path of attic.gone) into.set(path, null);
  attic.gone.clear();
}

export type Keeping = {
  /** What its paths begin with. */
  readonly at: Bytes;
  readonly base: BaseTree;
  readonly sizeBytes: number;
  readonly inodes: number;
  /** What the file system takes for itself. */
  readonly takenBytes: number;
  readonly takenInodes: number;
  readonly ledger: Ledger;
};

const isIn = (path: Bytes, at: Bytes): boolean => path === at || path.startsWith(`${at}/`);

/** A file system of the attic, as it was left; `isNew`: nothing was ever there. */
export function treeFrom(
  space: FileSpace,
  keeping: Keeping,
): { readonly tree: Tree; readonly isNew: boolean } {
  const attic = (space.attic ??= emptyAttic());
  const known = attic.trees.get(keeping.at);
  if (known !== undefined) return { tree: known, isNew: false };
  const { at, base, sizeBytes, inodes, ledger } = keeping;
  const tree = createTree({ at, base, sizeBytes, inodes, ledger, now: space.now });
  tree.usedBytes += keeping.takenBytes;
  tree.usedInodes += keeping.takenInodes;
  const records = [...attic.resting].filter(([path]) => isIn(path, keeping.at));
  for (const [path] of records) attic.resting.delete(path);
  restoreTree(tree, records);
  attic.trees.set(keeping.at, tree);
  return { tree, isNew: records.length === 0 };
}

/** Whatever begins so is no more, but for what begins with `but`. */
export function dropFrom(space: FileSpace, at: Bytes, but: Bytes | null): void {
  const { attic } = space;
  if (attic === null) return;
  const goes = (path: Bytes): boolean => isIn(path, at) && (but === null || !isIn(path, but));
  for (const path of attic.resting.keys())
    if (goes(path)) {
      attic.resting.delete(path);
      attic.gone.add(path);
    }
  for (const [place, tree] of attic.trees)
    if (goes(place)) {
      forget(attic, tree);
      attic.trees.delete(place);
    }
}

/** The tree leaves memory; what was in it is as the lab has it, and waits to be asked for. */
export function putAway(space: FileSpace, at: Bytes): void {
  const { attic } = space;
  for (const [place, tree] of attic?.trees ?? [])
    if (attic !== null && isIn(place, at)) {
      const records = recordsOf(tree);
      for (const [path, record] of records) attic.resting.set(path, record);
      giveBack(tree, records);
      attic.trees.delete(place);
    }
}

function recordsOf(tree: Tree): Map<Bytes, NodeRecord | null> {
  const records = new Map<Bytes, NodeRecord | null>();
  treeDelta(tree, records);
  return records;
}

function forget(attic: Attic, tree: Tree): void {
  const records = recordsOf(tree);
  for (const path of records.keys()) attic.gone.add(path);
  for (const path of tree.changed ?? []) attic.gone.add(path);
  giveBack(tree, records);
}

function giveBack(tree: Tree, records: ReadonlyMap<Bytes, NodeRecord | null>): void {
  for (const record of records.values()) tree.ledger.bytes -= record?.content?.length ?? 0;
}
