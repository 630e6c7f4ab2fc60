import type { Database } from 'better-sqlite3';

type JournalRow = { readonly id: number; readonly body: Buffer };

export type JournalTable = {
  readonly insert: (row: number, body: Buffer) => void;
  readonly trim: (before: number) => void;
  /** The last row ever given out, as far as anything still tells of it. */
  readonly last: () => number;
  readonly rows: () => Iterable<JournalRow>;
};

export function createJournalTable(database: Database): JournalTable {
  const insert = database.prepare('INSERT INTO journal VALUES (?, ?)');
  const trim = database.prepare<[number]>('DELETE FROM journal WHERE id < ?');
  const lastRow = database.prepare<[], number | null>('SELECT max(id) FROM journal').pluck();
  const lastSealed = database.prepare<[], number | null>('SELECT max(sealed_row) FROM series').pluck();
  const rows = database.prepare<[], JournalRow>('SELECT id, body FROM journal ORDER BY id');
  return {
    insert: (row, body) => void insert.run(row, body),
    trim: (before) => void trim.run(before),
    last: () => Math.max(lastRow.get() ?? 0, lastSealed.get() ?? 0),
    rows: () => rows.iterate(),
  };
}
