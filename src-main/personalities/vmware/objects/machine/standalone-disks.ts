/** Virtual disks that no machine holds: made by the disk manager, or left when a machine let go of them. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import { findStore, readPath } from './datastore-path.ts';

export type StandaloneDisk = {
  readonly kilobytes: number;
  readonly isThin: boolean;
  /** All of it was written once: nothing old can be read from it. */
  readonly isEager?: boolean;
  /** Somebody said that it may go, though other disks stand on it. */
  readonly isDeletable?: boolean;
  readonly uuid?: string;
  readonly adapter?: string;
  /** It is known by itself, and its `uuid` is its name among such. */
  readonly firstClass?: FirstClass;
};

export type FirstClass = {
  readonly name: string;
  readonly createdAt: number;
  readonly keep: boolean;
  readonly snapshots: readonly { readonly id: string; readonly description: string; readonly at: number }[];
  readonly tags: readonly { readonly category: string; readonly tag: string }[];
  readonly metadata?: Readonly<Record<string, string>>;
};

/** First class disks whose files were taken away by other means: they are missed until the lists are brought into line. */
export const lostKey = (store: EntityId): string => `datastore/${store}/lost-disks`;

export function lostDisks({ papers }: Pick<Vc, 'papers'>, store: EntityId): readonly string[] {
  const paper = papers.get(lostKey(store));
  return Array.isArray(paper) ? paper.filter((each) => typeof each === 'string') : [];
}

export const disksKey = (store: EntityId): string => `datastore/${store}/disks`;

export function standaloneDisks(
  vc: Pick<Vc, 'papers'>,
  store: EntityId,
): Readonly<Record<string, StandaloneDisk>> {
  const paper = vc.papers.get(disksKey(store));
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper)
    ? (paper as Record<string, StandaloneDisk>)
    : {};
}

export function standaloneDisk(vc: Pick<Vc, 'papers' | 'world'>, text: string): StandaloneDisk | undefined {
  const path = readPath(text);
  const store = path === undefined ? undefined : findStore(vc, path.store, undefined);
  return store === undefined || path === undefined ? undefined : standaloneDisks(vc, store.id)[path.path];
}

/** The papers after it came (`disk`) or went (null). */
export function disksWith(
  vc: Pick<Vc, 'papers'>,
  store: EntityId,
  change: { readonly path: string; readonly disk: StandaloneDisk | null },
): { readonly key: string; readonly value: PaperValue } {
  return withChanges(vc, store, [{ store, ...change }]);
}

/** `null` where it is no longer there by itself. */
export type DiskChange = {
  readonly store: EntityId;
  readonly path: string;
  readonly disk: StandaloneDisk | null;
};

/** The papers after all of them. */
export const disksAfter = (
  vc: Pick<Vc, 'papers'>,
  changes: readonly DiskChange[],
): readonly { readonly key: string; readonly value: PaperValue }[] =>
  [...Map.groupBy(changes, ({ store }) => store)].map(([store, of]) => withChanges(vc, store, of));

function withChanges(vc: Pick<Vc, 'papers'>, store: EntityId, changes: readonly DiskChange[]) {
  const after: Record<string, StandaloneDisk> = { ...standaloneDisks(vc, store) };
  for (const { path, disk } of changes) {
    if (disk === null) delete after[path];
    else after[path] = disk;
  }
  return {
    key: disksKey(store),
    value: Object.keys(after).length === 0 ? null : (JSON.parse(JSON.stringify(after)) as PaperValue),
  };
}
