import type { System } from '../kernel/program.ts';

/** What the calls answer, in a word. */
export const errno = (answer: { readonly ok: boolean; readonly errno?: string }): string =>
  answer.errno ?? 'ok';
export const text = ({ files }: System, path: string): string => {
  const read = files.readFile(path);
  return read.ok ? read.value : read.errno;
};
export const names = ({ files }: System, path: string): string => {
  const list = files.list(path);
  return list.ok
    ? list.value
        .map(({ name }) => name)
        .toSorted()
        .join(' ')
    : list.errno;
};
