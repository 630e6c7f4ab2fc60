import type { Database } from 'better-sqlite3';
import type { LogEntry } from './lab-store.ts';
import { rowOf } from './log-rows.ts';
import type { EntryRow } from './schema/log.ts';

export type LogWriter = {
  readonly write: (branch: number, entry: LogEntry) => void;
  /** A row as it stands, with the types of the events in it. */
  readonly writeRow: (row: Omit<EntryRow, 'id'>, types: Iterable<string>) => void;
  /** Forgets numbers of types given out inside a transaction that was rolled back. */
  readonly rolledBack: () => void;
};

/** Inserts log rows; to be called inside a transaction. */
export function createLogWriter(database: Database): LogWriter {
  const insertRow = database.prepare(
    `INSERT INTO entries (branch, first_revision, event_count, tick, at, key, actor, command, events, ids, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertEntryType = database.prepare('INSERT INTO entry_types VALUES (?, ?, ?, ?)');
  const insertType = database.prepare<[string]>('INSERT INTO event_types (name) VALUES (?)');
  const findTypes = database.prepare<[], { id: number; name: string }>('SELECT id, name FROM event_types');
  const numbers = new Map<string, number>();

  const remember = (): void => {
    numbers.clear();
    for (const { id, name } of findTypes.all()) numbers.set(name, id);
  };

  const numberOf = (type: string): number => {
    const known = numbers.get(type);
    if (known !== undefined) return known;
    const given = Number(insertType.run(type).lastInsertRowid);
    numbers.set(type, given);
    return given;
  };

  const writeRow = (row: Omit<EntryRow, 'id'>, types: Iterable<string>): void => {
    const { branch, firstRevision, eventCount, tick, at, key, actor, command, events, ids, checksum } = row;
    const done = insertRow.run(
      branch,
      firstRevision,
      eventCount,
      tick,
      at,
      key,
      actor,
      command,
      events,
      ids,
      checksum,
    );
    for (const type of new Set(types))
      insertEntryType.run(numberOf(type), branch, firstRevision, done.lastInsertRowid);
  };

  remember();
  return {
    writeRow,
    write: (branch, entry) => {
      writeRow(
        rowOf(branch, entry),
        entry.events.map(({ type }) => type),
      );
    },
    rolledBack: remember,
  };
}
