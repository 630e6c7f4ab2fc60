/** What went wrong below the door. `full` may pass; after `broken` the store takes nothing more until it is opened anew. */
export type StorageErrorCode = 'full' | 'broken' | 'damaged' | 'gap' | 'misuse' | 'closed';

/** Thrown, not returned: no caller of the store can mend it, the host says so once at its edge. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** SQLite's own codes: https://sqlite.org/rescode.html */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** SQLite could not do its work: neither damage nor a mistake in what was read. */
export const isFailure = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_') && !isDamage(error);

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL') return new StorageError('full', 'the disk is full', error);
  if (isDamage(error))
    return new StorageError('damaged', `the lab's file is damaged: ${textOf(error)}`, error);
  // After a failed fsync nobody knows what reached the disk, so trusting the next one would be a guess.
  if (code.startsWith('SQLITE_IOERR'))
    return new StorageError('broken', `the disk failed: ${textOf(error)}`, error);
  return new StorageError('misuse', textOf(error), error);
}
