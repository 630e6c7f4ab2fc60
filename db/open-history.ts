import type { Database } from 'better-sqlite3';
import { accepted, type Result } from '../sim/contract/result.ts';
import { copyDatabase } from './copy-database.ts';
import { createHistoryBlocks } from './history-blocks.ts';
import { createPageReader } from './history-pages.ts';
import { createSeriesReader } from './history-reader.ts';
import { createSeriesBook } from './history-series.ts';
import { createTrimmer } from './history-trimmer.ts';
import { createHistoryWriter } from './history-writer.ts';
import type { History } from './history.ts';
import { historyMigrations } from './migrations/history-migrations.ts';
import { bytesOf, damaged, openDatabase } from './open-database.ts';
import { asStorageError, textOf } from './storage-error.ts';

/** 'CAIH': marks our history files in SQLite's header. */
export const historyApplicationId = 0x43_41_49_48;

/** Half of the second that kill -9 may cost: a busy host is late sometimes. */
const flushMillis = 500;

/** Pages in the write-ahead log before they are carried into the file: 1 MB takes some 4 ms, SQLite's usual 4 MB take 15. */
const checkpointPages = 100;

export type HistoryOptions = { readonly whenMissing: 'create' | 'refuse' };

export function openHistory(file: string, { whenMissing }: HistoryOptions): Result<History> {
  const opened = openDatabase({
    file,
    whenMissing,
    applicationId: historyApplicationId,
    migrations: historyMigrations,
    synchronous: 'NORMAL',
  });
  if (!opened.ok) return opened;
  try {
    return accepted(historyOn(opened.value, file));
  } catch (error) {
    opened.value.close();
    return damaged(textOf(error));
  }
}

function historyOn(database: Database, file: string): History {
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  const problems = new Set<string>();
  const report = (problem: string): void => void problems.add(problem);
  const book = createSeriesBook(database);
  const blocks = createHistoryBlocks(database, report);
  const writer = createHistoryWriter({ database, book, blocks, onProblem: report });

  const flushQuietly = (): void => {
    try {
      writer.flush();
    } catch (error) {
      report(`Readings could not be written: ${asStorageError(error).message}.`);
    }
  };
  const timer = setInterval(flushQuietly, flushMillis);
  timer.unref();

  const flush = (): void => {
    try {
      writer.flush();
    } catch (error) {
      throw asStorageError(error);
    }
  };

  return {
    append: (branch, readings) => {
      writer.append(branch, readings);
      if (writer.isBurst()) flushQuietly();
    },
    flush,
    series: createSeriesReader(book, blocks),
    page: createPageReader(book, blocks),
    trim: createTrimmer({ database, book }),
    problems: () => [...problems],
    copyTo: (target, onProgress) => {
      flush();
      return copyDatabase(database, target, onProgress);
    },
    bytes: () => bytesOf(file),
    close: () => {
      clearInterval(timer);
      if (!database.open) return;
      flushQuietly();
      database.close();
    },
  };
}
