/** Virtual disks that no machine holds: made by the disk manager, or left when a machine let go of them. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import { findStore, readPath } from './datastore-path.ts';

export type StandaloneDisk = {
  readonly kilobytes: number;
  readonly isThin: boolean;
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
  const { [change.path]: _, ...others } = standaloneDisks(vc, store);
  const after = change.disk === null ? others : { ...others, [change.path]: change.disk };
  return {
    key: disksKey(store),
    value: Object.keys(after).length === 0 ? null : (JSON.parse(JSON.stringify(after)) as PaperValue),
  };
}
