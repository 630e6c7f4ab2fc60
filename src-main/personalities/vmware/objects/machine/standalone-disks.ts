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

export const standaloneDisks = (vc: Pick<Vc, 'papers'>, store: EntityId): Disks =>
  disksIn(vc, disksKey(store));

function disksIn(vc: Pick<Vc, 'papers'>, key: string): Disks {
  const paper = vc.papers.get(key);
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

/** `null` where it is no longer there by itself; `isTaken`: because a machine has it now. */
export type DiskChange = {
  readonly store: EntityId;
  readonly path: string;
  readonly disk: StandaloneDisk | null;
  readonly isTaken?: true;
};

type Item = { readonly key: string; readonly value: PaperValue };
type Disks = Readonly<Record<string, StandaloneDisk>>;

/** What first class disks are called and have, while machines hold them. */
const heldKey = (store: EntityId): string => `datastore/${store}/held-disks`;
export const heldFirstClass = (vc: Pick<Vc, 'papers'>, store: EntityId): Disks => disksIn(vc, heldKey(store));

export const heldWith = (
  vc: Pick<Vc, 'papers'>,
  store: EntityId,
  { path, disk }: { readonly path: string; readonly disk: StandaloneDisk },
): Item => asItem(heldKey(store), { ...heldFirstClass(vc, store), [path]: disk });

/** The papers after all of them: a first class disk stays one in a machine, and when it comes back. */
export const disksAfter = (vc: Pick<Vc, 'papers'>, changes: readonly DiskChange[]): readonly Item[] =>
  [...Map.groupBy(changes, ({ store }) => store)].flatMap(([store, of]) => {
    const [lying, held] = [standaloneDisks(vc, store), { ...heldFirstClass(vc, store) }];
    const back = of.map((change) => {
      const { path, disk, isTaken } = change;
      const known = held[path];
      if (isTaken === true && lying[path]?.firstClass !== undefined) held[path] = lying[path];
      if (disk === null || known === undefined) return change;
      delete held[path];
      return { ...change, disk: { ...known, ...disk } };
    });
    const isSame = JSON.stringify(held) === JSON.stringify(heldFirstClass(vc, store));
    return [withChanges(vc, store, back), ...(isSame ? [] : [asItem(heldKey(store), held)])];
  });

function withChanges(vc: Pick<Vc, 'papers'>, store: EntityId, changes: readonly DiskChange[]): Item {
  const after: Record<string, StandaloneDisk> = { ...standaloneDisks(vc, store) };
  for (const { path, disk } of changes) {
    if (disk === null) delete after[path];
    else after[path] = disk;
  }
  return asItem(disksKey(store), after);
}

const asItem = (key: string, disks: Disks): Item => ({
  key,
  value: Object.keys(disks).length === 0 ? null : (JSON.parse(JSON.stringify(disks)) as PaperValue),
});
