import { errnoTable } from './errno.table.ts';

export type Errno = keyof typeof errnoTable;

/** What a call of a guest answers: as a refusal is a value outside, an errno is one in here. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errno: Errno };

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });
export const failed = (errno: Errno): Answer<never> => ({ ok: false, errno });
export const messageOf = (errno: Errno): string => errnoTable[errno];
