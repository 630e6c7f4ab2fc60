import type { Database } from 'better-sqlite3';
import { asStorageError, StorageError } from './storage-error.ts';

export type Transactions = {
  /** On the disk when it returns. */
  readonly durable: <T>(work: () => T) => T;
  /** Without an fsync: survives the process, not the power. The next durable one carries it along. */
  readonly relaxed: <T>(work: () => T) => T;
};

export function createTransactions(database: Database, onRollback: () => void): Transactions {
  let broken: StorageError | null = null;

  const fail = (error: unknown): StorageError => {
    const failure = asStorageError(error);
    if (failure.code === 'broken') broken = failure;
    else if (database.open) onRollback();
    return failure;
  };

  const durable = <T>(work: () => T): T => {
    if (broken !== null) throw broken;
    if (!database.open) throw new StorageError('closed', 'the store is closed');
    try {
      return database.transaction(work)();
    } catch (error) {
      throw fail(error);
    }
  };

  const relaxed = <T>(work: () => T): T => {
    if (database.open) database.pragma('synchronous = NORMAL');
    try {
      return durable(work);
    } finally {
      if (database.open) database.pragma('synchronous = FULL');
    }
  };

  return { durable, relaxed };
}
