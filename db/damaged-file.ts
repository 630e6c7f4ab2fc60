import { copyFileSync, existsSync, openSync, closeSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { BranchRow } from './schema/branches.ts';
import type { EntryRow } from './schema/log.ts';
import type { SnapshotRow } from './schema/snapshots.ts';
import { inventoryText, isWholeSnapshot, snapshotColumns } from './snapshot-table.ts';
import { entryColumns, isWhole } from './log-rows.ts';

/** What can still be read of a damaged lab file, row by row: a row on a bad page is null, the next may be good. */
export type DamagedLab = {
  readonly branches: () => BranchRow[] | null;
  readonly currentBranch: () => number | null;
  readonly entries: () => Iterable<EntryRow>;
  readonly snapshots: () => Iterable<SnapshotRow>;
  readonly inventory: (hash: string) => Buffer | null;
  readonly close: () => void;
};

/** Where the end of a table cannot be read: after so many rows missing in a row it is over. */
const patience = 20_000;
const pageSize = 4096;

/** Opens a copy; the damaged file itself is only read. `blank` is a new, empty lab file of this version. */
export function openDamaged(file: string, copy: string, blank: string): DamagedLab {
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const first = readable(copy);
  if (first !== null) return damagedLab(first);
  graftFirstPage(copy, blank);
  return damagedLab(new Database(copy));
}

function readable(file: string): Database.Database | null {
  const database = new Database(file);
  try {
    database.prepare('SELECT id FROM entries WHERE id = 0').get();
    database.prepare('SELECT id FROM snapshots WHERE id = 0').get();
    return database;
  } catch {
    database.close();
    return null;
  }
}

/**
 * The first page says where each table begins. Every lab file is made by the same statements in the same order,
 * so that of a new file says it just as well.
 */
function graftFirstPage(file: string, blank: string): void {
  const page = Buffer.alloc(pageSize);
  withFile(blank, 'r', (source) => readSync(source, page, 0, pageSize, 0));
  page.writeUInt32BE(Math.floor(statSync(file).size / pageSize), 28);
  withFile(file, 'r+', (target) => writeSync(target, page, 0, pageSize, 0));
}

function withFile(file: string, flags: 'r' | 'r+', work: (descriptor: number) => void): void {
  const descriptor = openSync(file, flags);
  try {
    work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function damagedLab(database: Database.Database): DamagedLab {
  const inventoryOf = attempted(() =>
    database.prepare<[string], Buffer>('SELECT body FROM inventories WHERE hash = ?').pluck(),
  );

  const inventory = (hash: string): Buffer | null => {
    const body = attempted(() => inventoryOf?.get(hash)) ?? null;
    return body !== null && inventoryText(body, hash) !== null ? body : null;
  };

  function* rows<Row>(table: 'entries' | 'snapshots', columns: string): Generator<Row, void, undefined> {
    const last = attempted(() => database.prepare<[], number>(`SELECT max(id) FROM ${table}`).pluck().get());
    const read = attempted(() =>
      database.prepare<[number], Row>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    );
    let missing = 0;
    for (let id = 1; last === null || last === undefined ? missing < patience : id <= last; id += 1) {
      const row = attempted(() => read?.get(id)) ?? null;
      missing = row === null ? missing + 1 : 0;
      if (row !== null) yield row;
    }
  }

  return {
    branches: () =>
      attempted(() =>
        database
          .prepare<[], BranchRow>(
            `SELECT id, parent, fork_tick AS forkTick, fork_revision AS forkRevision,
             head_tick AS headTick, head_revision AS headRevision, made_at AS madeAt FROM branches ORDER BY id`,
          )
          .all(),
      ),
    currentBranch: () =>
      attempted(() => database.prepare<[], number>('SELECT current_branch FROM store_state').pluck().get()) ??
      null,
    entries: function* () {
      for (const row of rows<EntryRow>('entries', entryColumns)) if (isWhole(row)) yield row;
    },
    snapshots: function* () {
      for (const row of rows<SnapshotRow>('snapshots', snapshotColumns)) {
        if (isWholeSnapshot(row) && inventory(row.inventory) !== null) yield row;
      }
    },
    inventory,
    close: () => void database.close(),
  };
}

/** Null where the page below is bad; anything else is a fault of ours. */
function attempted<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
