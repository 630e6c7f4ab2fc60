import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** 4 MB between two turns of the event loop: a millisecond or two. */
const pagesPerTurn = 1000;

/**
 * SQLite's online backup over the open connection: what is written meanwhile is in the copy too.
 * The copy is one plain file, without a write-ahead log of its own. Nothing runs between its last page and
 * the return: what the caller then reads of the source is true of the copy.
 */
export async function copyDatabase(
  source: Database.Database,
  target: string,
  onProgress: (part: number) => void,
): Promise<void> {
  rmSync(target, { force: true });
  await source.backup(target, {
    progress: ({ totalPages, remainingPages }) => {
      onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
      return pagesPerTurn;
    },
  });
  const copy = new Database(target);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
