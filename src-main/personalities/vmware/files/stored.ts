/** Files on a datastore that belong to no machine: papers `datastore/<id>/files`. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import type { Vc } from '../vc.ts';

export type StoredFile = {
  readonly size: number;
  /** Of its contents, where they are kept. */
  readonly sha?: string;
  /** Lab time. */
  readonly at: number;
};

type FoundFile = StoredFile & {
  /** It lies in a directory of this machine, and is read there. */
  readonly isReal?: true;
};

type StoredFiles = Readonly<Record<string, StoredFile>>;
type FoundFiles = Readonly<Record<string, FoundFile>>;
export type Store = EntityOf<'datastore'>;

const filesKey = (id: string): string => `datastore/${id}/files`;

function papersOn({ papers }: Pick<Vc, 'papers'>, { id }: Pick<Store, 'id'>): StoredFiles {
  const paper = papers.get(filesKey(id));
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper)
    ? (paper as unknown as StoredFiles)
    : {};
}

/** Where the datastore is a directory, what lies in it counts: people put files there, and take them away. */
export function filesOn(
  vc: Pick<Vc, 'papers' | 'storeFolders'>,
  store: Pick<Store, 'id' | 'name'>,
): FoundFiles {
  const own = papersOn(vc, store);
  if (vc.storeFolders === undefined) return own;
  const found: Record<string, FoundFile> = {};
  for (const [path, file] of Object.entries(own)) if (file.sha === undefined) found[path] = file;
  for (const [path, { is, size, at }] of vc.storeFolders.list(store))
    if (is === 'file')
      found[path] = { ...(own[path]?.size === size ? own[path] : { size, at }), isReal: true };
  return found;
}

/** The paper after these came, or went (null). */
export function filesWith(
  vc: Pick<Vc, 'papers'>,
  store: Pick<Store, 'id'>,
  changes: Readonly<Record<string, StoredFile | null>>,
): { readonly key: string; readonly value: PaperValue } {
  const all = Object.entries({ ...papersOn(vc, store), ...changes }).filter(([, file]) => file !== null);
  const value = all.length === 0 ? null : (Object.fromEntries(all) as unknown as PaperValue);
  return { key: filesKey(store.id), value };
}

/** `a//b/` and `/a/./b` are `a/b`; undefined for what would climb out. */
export function plainPath(path: string): string | undefined {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.includes('..') ? undefined : steps.join('/');
}
