import type { Database } from 'better-sqlite3';

type JournalRow = { readonly id: number; readonly body: Buffer };

export type JournalTable = {
  readonly insert: (row: number, body: Buffer) => void;
  /** Takes a few of the rows before this one away, if there are any. */
  readonly trim: (before: number) => void;
  /** The last row ever given out, as far as anything still tells of it. */
  readonly last: () => number;
  readonly rows: () => Iterable<JournalRow>;
};

/** Rows are large, and to take many away at once would be felt. One comes for each flush. */
const trimmedAtOnce = 4;

export function createJournalTable(database: Database): JournalTable {
  const insert = database.prepare('INSERT INTO journal VALUES (?, ?)');
  const trim = database.prepare<[number]>('DELETE FROM journal WHERE id < ?');
  const firstRow = database.prepare<[], number | null>('SELECT min(id) FROM journal').pluck();
  const lastRow = database.prepare<[], number | null>('SELECT max(id) FROM journal').pluck();
  const lastSealed = database.prepare<[], number | null>('SELECT max(sealed_row) FROM series').pluck();
  const rows = database.prepare<[], JournalRow>('SELECT id, body FROM journal ORDER BY id');
  return {
    insert: (row, body) => void insert.run(row, body),
    trim: (before) => {
      const first = firstRow.get() ?? before;
      if (first < before) trim.run(Math.min(before, first + trimmedAtOnce));
    },
    last: () => Math.max(lastRow.get() ?? 0, lastSealed.get() ?? 0),
    rows: () => rows.iterate(),
  };
}
