import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import { busyRefusal, wasLeftOpen } from './lab-owner.ts';
import { migrate, type Migration } from './migrations/migration.ts';
import { isBusy, isDamage, textOf } from './storage-error.ts';

export type OpenOptions = {
  readonly file: string;
  readonly whenMissing: 'create' | 'refuse';
  readonly applicationId: number;
  readonly migrations: readonly Migration[];
  readonly synchronous: 'FULL' | 'NORMAL';
};

/** How long to wait for a process that is just closing the file. */
const patience = 250;
const fullCheckLimit = 400 * 1024 * 1024;
/** A WAL that a burst made large is cut back to this after its checkpoint. */
const walLimit = 32 * 1024 * 1024;

/** Opens, locks, checks and migrates one SQLite file of ours. */
export function openDatabase(options: OpenOptions): Result<Database.Database> {
  const { file } = options;
  const isThere = existsSync(file);
  if (!isThere && options.whenMissing === 'refuse') return refused('not-found', `There is no ${file}.`);
  const lacksLog = isThere && wasLeftOpen(file) && sizeOf(`${file}-wal`) === 0;
  const opened = attempt(file, () => new Database(file, { timeout: patience }));
  if (!opened.ok) return opened;
  const database = opened.value;
  const ready = attempt(file, () => prepareDatabase(database, { ...options, lacksLog }));
  const result = ready.ok ? ready.value : ready;
  if (result.ok) return accepted(database);
  database.close();
  return result;
}

type Preparation = OpenOptions & {
  /** The process before us did not close the file, and yet its write-ahead log is not there. */
  readonly lacksLog: boolean;
};

function prepareDatabase(database: Database.Database, options: Preparation): Result<number> {
  // Set before the first read, so that the lock is held from then on and the WAL's index needs no shared file.
  database.pragma('locking_mode = EXCLUSIVE');
  const isNew = Number(database.pragma('schema_version', { simple: true })) === 0;
  if (isNew && options.whenMissing === 'refuse') return damaged('it is empty');
  if (!isNew && database.pragma('application_id', { simple: true }) !== options.applicationId) {
    return refused('foreign-file', 'The file is an SQLite database of another program.');
  }
  if (options.lacksLog) return damaged('its write-ahead log is missing, and with it the last commands');
  const fault = isNew ? null : findFault(database);
  if (fault !== null) return damaged(fault);
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${options.synchronous}`);
  database.pragma(`journal_size_limit = ${walLimit}`);
  if (isNew) database.pragma(`application_id = ${options.applicationId}`);
  return migrate(database, options.migrations);
}

/**
 * The first thing that SQLite finds wrong, or null. It walks every page, 1.2 ms per MB; beyond half a second
 * an opening would be felt, and then the pages that nobody needs now are checked when they are read.
 */
function findFault(database: Database.Database): string | null {
  const isSmall = sizeOf(database.name) <= fullCheckLimit;
  const found = String(
    database.pragma(isSmall ? 'quick_check(1)' : `quick_check(sqlite_schema)`, { simple: true }),
  );
  return found === 'ok' ? null : found;
}

export const damaged = (why: string): Result<never> =>
  refused('damaged-file', `The file is damaged: ${why}.`, {
    hint: 'What can be read of it can be recovered; the damaged file is kept aside.',
  });

function attempt<T>(file: string, work: () => T): Result<T> {
  try {
    return accepted(work());
  } catch (error) {
    if (isBusy(error)) return busyRefusal(file);
    if (isDamage(error)) return damaged(textOf(error));
    return refused('storage-failed', `The file cannot be opened: ${textOf(error)}.`);
  }
}

/** Bytes on disk, write-ahead log included. */
export const bytesOf = (file: string): number => sizeOf(file) + sizeOf(`${file}-wal`);

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
