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

type StoredFiles = Readonly<Record<string, StoredFile>>;
export type Store = EntityOf<'datastore'>;

const filesKey = (id: string): string => `datastore/${id}/files`;

export function filesOn({ papers }: Pick<Vc, 'papers'>, { id }: Pick<Store, 'id'>): StoredFiles {
  const paper = papers.get(filesKey(id));
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper)
    ? (paper as unknown as StoredFiles)
    : {};
}

/** The paper after these came, or went (null). */
export function filesWith(
  vc: Pick<Vc, 'papers'>,
  store: Pick<Store, 'id'>,
  changes: Readonly<Record<string, StoredFile | null>>,
): { readonly key: string; readonly value: PaperValue } {
  const all = Object.entries({ ...filesOn(vc, store), ...changes }).filter(([, file]) => file !== null);
  const value = all.length === 0 ? null : (Object.fromEntries(all) as unknown as PaperValue);
  return { key: filesKey(store.id), value };
}

/** `a//b/` and `/a/./b` are `a/b`; undefined for what would climb out. */
export function plainPath(path: string): string | undefined {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.includes('..') ? undefined : steps.join('/');
}
