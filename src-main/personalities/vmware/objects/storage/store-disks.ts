/** The disks that a datastore lies on: its first, and those that were added to it. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { settingOf } from '../host/settings.ts';

type Store = EntityOf<'datastore'>;

export type StoreDisk = {
  readonly name: string;
  /** Of the disk. */
  readonly gibibytes: number;
  /** Of it that the datastore has. */
  readonly taken: number;
};

export type ExtentsPaper = {
  /** The disk that it was made on, where a client chose one. */
  readonly first?: string;
  /** All of each is the datastore's. */
  readonly more?: readonly { readonly name: string; readonly gibibytes: number }[];
};

export const extentsKey = ({ id }: Pick<Store, 'id'>): string => `datastore/${id}/extents`;
export const extentsPaperOf = (vc: Pick<Vc, 'papers'>, store: Store): ExtentsPaper =>
  settingOf<ExtentsPaper>(vc, extentsKey(store), {});

/** Of its UUID, so that all hosts that mount it see the same one. */
const usualName = ({ aliases }: Store): string => `naa.6${(aliases.uuid ?? '').replaceAll('-', '').slice(1)}`;

/** The first may be larger than what the datastore has of it: it grew in the lab. */
export function firstDiskOf(vc: Pick<Vc, 'papers'>, store: Store): StoreDisk {
  const { first, more = [] } = extentsPaperOf(vc, store);
  const taken = Math.max(
    0,
    more.reduce((rest, { gibibytes }) => rest - gibibytes, store.spec.capacity),
  );
  return { name: first ?? usualName(store), taken, gibibytes: Math.max(taken, store.spec.disk ?? 0) };
}

export function disksOf(vc: Pick<Vc, 'papers'>, store: Store): readonly StoreDisk[] {
  const { more = [] } = extentsPaperOf(vc, store);
  return [firstDiskOf(vc, store), ...more.map((disk) => ({ ...disk, taken: disk.gibibytes }))];
}
