import type { Database } from 'better-sqlite3';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import type { Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import { createLabBranches, type Head, type LabBranches } from './lab-branches.ts';
import { removeOwner, writeOwner } from './lab-owner.ts';
import { createLabSnapshots } from './lab-snapshots.ts';
import type { LabStore, LogEntry, StoreProblem } from './lab-store.ts';
import { branchName, branchNumber, type Span } from './lines.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { entryOf } from './log-rows.ts';
import { createLogWriter, type LogWriter } from './log-writer.ts';
import { labMigrations } from './migrations/lab-migrations.ts';
import { bytesOf, damaged, openDatabase } from './open-database.ts';
import { copyDatabase } from './copy-database.ts';
import { asStorageError, StorageError } from './storage-error.ts';
import { createTransactions, type Transactions } from './transactions.ts';

/** 'CAIS': marks our lab files in SQLite's header. */
export const labApplicationId = 0x43_41_49_53;

export type LabStoreOptions = {
  readonly whenMissing: 'create' | 'refuse';
  readonly now: () => WallMillis;
};

export function openLabStore(file: string, options: LabStoreOptions): Result<LabStore> {
  const opened = openDatabase({
    file,
    whenMissing: options.whenMissing,
    applicationId: labApplicationId,
    migrations: labMigrations,
    synchronous: 'FULL',
  });
  if (!opened.ok) return opened;
  const database = opened.value;
  let store: LabStore | null = null;
  try {
    found(database, options.now());
    // Written after the first durable commit, so that a note without a write-ahead log means that somebody took it.
    writeOwner(file, options.now());
    store = labStoreOn(database, file, options.now);
    demandReadable(store);
    return accepted(store);
  } catch (error) {
    const { code, message } = asStorageError(error);
    removeOwner(file);
    if (store === null) database.close();
    else store.close();
    return code === 'full' || code === 'broken' ? refused('storage-failed', message) : damaged(message);
  }
}

/** The first branch of a new file; and a count, because a commit is what makes SQLite write its log's file. */
function found(database: Database, now: number): void {
  database.transaction(() => {
    const opened = database.prepare('UPDATE store_state SET openings = openings + 1').run();
    if (opened.changes > 0) return;
    database.prepare('INSERT INTO branches VALUES (1, NULL, 0, 0, 0, 0, ?)').run(now);
    database.prepare('INSERT INTO store_state VALUES (1, 1, 1)').run();
  })();
}

/** Reads what recovery will read: the commands from the newest good snapshot to the head must all be there. */
function demandReadable(store: LabStore): void {
  const { id, headTick, headRevision } = store.currentBranch();
  let revision: number = store.nearestSnapshot(id, headTick)?.revision ?? 0;
  for (const entry of store.entriesAfter(id, revision as Revision)) revision += entry.events.length;
  if (revision !== headRevision) {
    throw new StorageError('gap', `the log ends at revision ${revision} instead of ${headRevision}`);
  }
}

type Parts = {
  readonly branches: LabBranches;
  readonly reader: LogReader;
  readonly writer: LogWriter;
  readonly transactions: Transactions;
};

function labStoreOn(database: Database, file: string, now: () => WallMillis): LabStore {
  const problems = new Map<string, StoreProblem>();
  const report = (problem: StoreProblem): void => void problems.set(problem.message, problem);
  const branches = createLabBranches(database);
  const reader = createLogReader(database, (row) => {
    const message = `The command of revision ${row.firstRevision} is damaged.`;
    report({ kind: 'damaged-entry', branch: branchName(row.branch), tick: row.tick as Tick, message });
  });
  const writer = createLogWriter(database);
  const snapshots = createLabSnapshots(database, report);
  const transactions = createTransactions(database, () => {
    branches.reload();
    writer.rolledBack();
  });
  const parts: Parts = { branches, reader, writer, transactions };
  // At the end of the process the driver closes the file, log and all; the note must not outlive that.
  const close = (): void => {
    process.off('exit', close);
    if (!database.open) return;
    removeOwner(file);
    database.close();
  };
  process.on('exit', close);

  return {
    file,
    append: (entries) => appendTo(parts, entries),
    findKey: (key) => {
      const row = reader.findKey(branches.currentLine(), key);
      return row === null ? null : entryOf(row);
    },
    entriesAfter: (branch, revision) => reader.entriesAfter(branches.line(branch), revision),
    eventsBefore: (branch, query) => reader.eventsBefore(branches.line(branch), query),
    saveSnapshot: (branch, snapshot) => {
      transactions.relaxed(() => {
        snapshots.save(branchNumber(branch), snapshot);
        snapshots.thin(branchNumber(branch), branches.rows());
      });
    },
    nearestSnapshot: (branch, tick) => snapshots.nearest(branches.line(branch), tick),
    branches: branches.all,
    currentBranch: () => branches.branchOf(branches.current()),
    fork: (at) => transactions.durable(() => branches.fork(at, now())),
    setCurrent: (branch) => transactions.durable(() => branches.setCurrent(branch)),
    heartbeat: (tick) => {
      const { headTick, headRevision } = branches.current();
      if (tick > headTick) transactions.relaxed(() => branches.writeHead({ tick, revision: headRevision }));
    },
    problems: () => [...problems.values()],
    copyTo: (target, onProgress) => copyDatabase(database, target, onProgress),
    bytes: () => bytesOf(file),
    close,
  };
}

function appendTo({ branches, reader, writer, transactions }: Parts, entries: readonly LogEntry[]): void {
  if (entries.length === 0) return;
  transactions.durable(() => {
    const { id, headTick, headRevision } = branches.current();
    const line = branches.currentLine();
    let head: Head = { tick: headTick, revision: headRevision };
    for (const entry of entries) {
      demandNext(head, entry);
      if (entry.key !== null) demandNew(reader, line, entry.key);
      writer.write(id, entry);
      head = { tick: entry.tick, revision: head.revision + entry.events.length };
    }
    branches.writeHead({ tick: Math.max(head.tick, headTick), revision: head.revision });
  });
}

function demandNext(head: Head, entry: LogEntry): void {
  if (entry.firstRevision !== head.revision + 1) {
    throw new StorageError('misuse', `revision ${entry.firstRevision} cannot follow ${head.revision}`);
  }
}

function demandNew(reader: LogReader, line: readonly Span[], key: string): void {
  if (reader.findKey(line, key) !== null) throw new StorageError('misuse', `the key ${key} was used before`);
}
