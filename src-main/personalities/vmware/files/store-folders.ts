/** Datastores that are directories of this machine: only a stand-in for vcsim has them, and nothing of a lab is in them. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { Chunks } from './blobs.ts';

type Store = EntityOf<'datastore'>;

export type RealEntry = {
  readonly is: 'file' | 'folder';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type StoreFolders = {
  /** Its path; made when it is first asked for. */
  readonly directoryOf: (store: Pick<Store, 'id' | 'name'>) => string;
  /** What lies in it now, whoever put it there, by path. */
  readonly list: (store: Pick<Store, 'id' | 'name'>) => ReadonlyMap<string, RealEntry>;
  readonly read: (
    store: Store,
    path: string,
    part: { readonly start: number; readonly end: number },
  ) => Chunks;
  /** What the store of contents keeps under this name lies there too. */
  readonly put: (store: Store, path: string, sha: string) => Promise<void>;
  readonly copy: (from: { store: Store; path: string }, to: { store: Store; path: string }) => Promise<void>;
  readonly makeFolder: (store: Store, path: string) => Promise<void>;
  /** A file, or a folder with what is in it. */
  readonly remove: (store: Pick<Store, 'id' | 'name'>, path: string) => Promise<void>;
};
