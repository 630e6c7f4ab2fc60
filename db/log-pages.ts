import type { Database } from 'better-sqlite3';
import type { Span } from './lines.ts';
import { entryColumns, isWhole, lastRevisionOf } from './log-rows.ts';
import type { EntryRow } from './schema/log.ts';

export type EventQuery = {
  readonly before: number | null;
  readonly limit: number;
  readonly types: readonly string[] | null;
};

/** Rows of the log, read in pages and never by an open cursor: the store can be written to between two of them. */
export type LogPages = {
  readonly withKey: (key: string) => EntryRow[];
  /** Oldest first; damaged rows too, because a reader must stop there. */
  readonly after: (span: Span, revision: number) => Iterable<EntryRow>;
  /** Newest first, at most as many as there can be events asked for. */
  readonly before: (span: Span, before: number, query: EventQuery) => EntryRow[];
};

const pageSize = 256;

export const isOn = (span: Span, row: EntryRow): boolean =>
  row.branch === span.branch && row.tick <= span.toTick && lastRevisionOf(row) <= span.to;

export function createLogPages(database: Database): LogPages {
  const byKey = database.prepare<[string], EntryRow>(`SELECT ${entryColumns} FROM entries WHERE key = ?`);
  const pageAfter = database.prepare<unknown[], EntryRow>(
    `SELECT ${entryColumns} FROM entries WHERE branch = ? AND (first_revision, id) > (?, ?)
     ORDER BY first_revision, id LIMIT ${pageSize}`,
  );
  const pageBefore = database.prepare<unknown[], EntryRow>(
    `SELECT ${entryColumns} FROM entries WHERE branch = ? AND first_revision < ? AND event_count > 0
     ORDER BY first_revision DESC LIMIT ?`,
  );
  const pageOfType = database.prepare<unknown[], EntryRow>(
    `SELECT ${entryColumns} FROM entries WHERE id IN (
       SELECT entry FROM entry_types WHERE type = (SELECT id FROM event_types WHERE name = ?)
         AND branch = ? AND first_revision < ? ORDER BY first_revision DESC LIMIT ?)`,
  );

  function* after(span: Span, revision: number): Generator<EntryRow, void, undefined> {
    // Commands without events carry the revision that the next event will get.
    let at = { revision: Math.max(revision, span.after), id: Number.MAX_SAFE_INTEGER };
    for (;;) {
      const rows = pageAfter.all(span.branch, at.revision, at.id);
      for (const row of rows) {
        if (row.firstRevision > span.to + 1) return;
        if (!isWhole(row) || isOn(span, row)) yield row;
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      at = { revision: last.firstRevision, id: last.id };
    }
  }

  const before = (span: Span, end: number, query: EventQuery): EntryRow[] => {
    if (query.types === null) return pageBefore.all(span.branch, end, query.limit);
    const found = new Map<number, EntryRow>();
    for (const type of query.types) {
      for (const row of pageOfType.all(type, span.branch, end, query.limit)) found.set(row.id, row);
    }
    return [...found.values()].toSorted((a, b) => b.firstRevision - a.firstRevision);
  };

  return { withKey: (key) => byKey.all(key), after, before };
}
