import type { Database } from 'better-sqlite3';
import type { LoggedEvent } from '../sim/contract/events.ts';
import type { LogEntry } from './lab-store.ts';
import type { Span } from './lines.ts';
import { createLogPages, isOn, type EventQuery } from './log-pages.ts';
import { entryOf, eventsOf, isWhole, lastRevisionOf } from './log-rows.ts';
import type { EntryRow } from './schema/log.ts';
import { StorageError } from './storage-error.ts';

export type LogReader = {
  readonly findKey: (line: readonly Span[], key: string) => EntryRow | null;
  readonly entriesAfter: (line: readonly Span[], revision: number) => IterableIterator<LogEntry>;
  readonly eventsBefore: (line: readonly Span[], query: EventQuery) => LoggedEvent[];
};

export function createLogReader(database: Database, onDamage: (row: EntryRow) => void): LogReader {
  const pages = createLogPages(database);

  function* entriesAfter(line: readonly Span[], revision: number): Generator<LogEntry, void, undefined> {
    const start = beginOf(line, revision);
    let expected = start + 1;
    for (const span of line.filter(({ to }) => to >= start)) {
      for (const row of pages.after(span, start)) {
        if (!isWhole(row)) {
          onDamage(row);
          throw new StorageError('damaged', `the command after revision ${expected - 1} is damaged`);
        }
        demandNext(expected, row);
        expected = lastRevisionOf(row) + 1;
        yield entryOf(row);
      }
    }
  }

  /** A command is told whole: who knows of a part of it gets it from its beginning. */
  const beginOf = (line: readonly Span[], revision: number): number => {
    const span = line.find(({ after, to }) => after < revision && revision <= to);
    const row = span && pages.before(span, revision + 1, { before: null, limit: 1, types: null })[0];
    if (span === undefined || row === undefined || !isWhole(row) || !isOn(span, row)) return revision;
    return lastRevisionOf(row) > revision ? row.firstRevision - 1 : revision;
  };

  const eventsBefore = (line: readonly Span[], query: EventQuery): LoggedEvent[] => {
    const events: LoggedEvent[] = [];
    for (const span of line.toReversed()) {
      const before = Math.min(query.before ?? Number.MAX_SAFE_INTEGER, span.to + 1);
      for (const row of pages.before(span, before, query)) {
        if (events.length >= query.limit) break;
        if (isWhole(row)) events.push(...askedOf(row, before, query.types));
        else onDamage(row);
      }
    }
    return events.slice(0, query.limit);
  };

  return {
    entriesAfter,
    eventsBefore,
    findKey: (line, key) => pages.withKey(key).find((row) => line.some((span) => isOn(span, row))) ?? null,
  };
}

function demandNext(expected: number, row: EntryRow): void {
  if (row.firstRevision === expected) return;
  throw new StorageError('gap', `revisions ${expected} to ${row.firstRevision - 1} are missing from the log`);
}

/** A row's events that are asked for, newest first. */
function askedOf(row: EntryRow, before: number, types: readonly string[] | null): LoggedEvent[] {
  const isAsked = ({ revision, event }: LoggedEvent): boolean =>
    revision < before && (types === null || types.includes(event.type));
  return eventsOf(row).filter(isAsked).toReversed();
}
