import type { Database } from 'better-sqlite3';
import type { LoggedEvent } from '../sim/contract/events.ts';
import type { LogEntry } from './lab-store.ts';
import type { Span } from './lines.ts';
import { entryColumns, entryOf, eventsOf, isWhole, lastRevisionOf } from './log-rows.ts';
import type { EntryRow } from './schema/log.ts';
import { StorageError } from './storage-error.ts';

export type LogReader = {
  readonly findKey: (line: readonly Span[], key: string) => EntryRow | null;
  readonly entriesAfter: (line: readonly Span[], revision: number) => IterableIterator<LogEntry>;
  readonly eventsBefore: (line: readonly Span[], query: EventQuery) => LoggedEvent[];
};

export type EventQuery = {
  readonly before: number | null;
  readonly limit: number;
  readonly types: readonly string[] | null;
};

/** Rows are read in pages, never by an open cursor: the store can be written to between two of them. */
const pageSize = 256;

const isOn = (span: Span, row: EntryRow): boolean =>
  row.branch === span.branch && row.tick <= span.toTick && lastRevisionOf(row) <= span.to;

export function createLogReader(database: Database, onDamage: (row: EntryRow) => void): LogReader {
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

  function* rowsAfter(span: Span, revision: number): Generator<EntryRow, void, undefined> {
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

  function* entriesAfter(line: readonly Span[], revision: number): Generator<LogEntry, void, undefined> {
    let expected = revision + 1;
    for (const span of line) {
      if (span.to < revision) continue;
      for (const row of rowsAfter(span, revision)) {
        if (!isWhole(row)) {
          onDamage(row);
          throw new StorageError('damaged', `the command after revision ${expected - 1} is damaged`);
        }
        if (row.firstRevision !== expected) {
          throw new StorageError('gap', `revisions ${expected} to ${row.firstRevision - 1} are missing from the log`);
        }
        expected = lastRevisionOf(row) + 1;
        yield entryOf(row);
      }
    }
  }

  const rowsBefore = (span: Span, before: number, query: EventQuery): EntryRow[] => {
    if (query.types === null) return pageBefore.all(span.branch, before, query.limit);
    const found = new Map<number, EntryRow>();
    for (const type of query.types) {
      for (const row of pageOfType.all(type, span.branch, before, query.limit)) found.set(row.id, row);
    }
    return [...found.values()].sort((a, b) => b.firstRevision - a.firstRevision);
  };

  const eventsBefore = (line: readonly Span[], query: EventQuery): LoggedEvent[] => {
    const events: LoggedEvent[] = [];
    const isAsked = ({ event }: LoggedEvent): boolean => query.types === null || query.types.includes(event.type);
    for (const span of line.toReversed()) {
      const before = Math.min(query.before ?? Number.MAX_SAFE_INTEGER, span.to + 1);
      for (const row of rowsBefore(span, before, query)) {
        if (events.length >= query.limit) return events.slice(0, query.limit);
        if (!isWhole(row)) onDamage(row);
        else events.push(...eventsOf(row).reverse().filter((item) => item.revision < before && isAsked(item)));
      }
    }
    return events.slice(0, query.limit);
  };

  return {
    entriesAfter,
    eventsBefore,
    findKey: (line, key) => byKey.all(key).find((row) => line.some((span) => isOn(span, row))) ?? null,
  };
}
