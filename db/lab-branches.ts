import type { Database } from 'better-sqlite3';
import type { BranchId, Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import type { Branch } from './lab-store.ts';
import { branchAt, branchName, branchNumber, lineOf, type Span } from './lines.ts';
import type { BranchRow } from './schema/branches.ts';
import { StorageError } from './storage-error.ts';

export type Head = { readonly tick: number; readonly revision: number };

/** The branches of one file. Few, so they are held in memory; writes go to the file first. */
export type LabBranches = {
  readonly all: () => Branch[];
  readonly rows: () => readonly BranchRow[];
  readonly current: () => BranchRow;
  readonly branchOf: (row: BranchRow) => Branch;
  readonly line: (branch: BranchId) => readonly Span[];
  readonly currentLine: () => readonly Span[];
  readonly writeHead: (head: Head) => void;
  readonly fork: (at: Head, madeAt: number) => Branch;
  readonly setCurrent: (branch: BranchId) => Branch;
  /** Reads the file again: after a rollback memory may know too much. */
  readonly reload: () => void;
};

const branchOf = (row: BranchRow): Branch => ({
  id: branchName(row.id),
  parent: row.parent === null ? null : branchName(row.parent),
  forkTick: row.forkTick as Tick,
  forkRevision: row.forkRevision as Revision,
  headTick: row.headTick as Tick,
  headRevision: row.headRevision as Revision,
  madeAt: row.madeAt as WallMillis,
});

const columns = `id, parent, fork_tick AS forkTick, fork_revision AS forkRevision,
  head_tick AS headTick, head_revision AS headRevision, made_at AS madeAt`;

const statementsOf = (database: Database) => ({
  readAll: database.prepare<[], BranchRow>(`SELECT ${columns} FROM branches ORDER BY id`),
  readCurrent: database.prepare<[], number>('SELECT current_branch FROM store_state WHERE id = 1').pluck(),
  insert: database.prepare('INSERT INTO branches VALUES (?, ?, ?, ?, ?, ?, ?)'),
  setHead: database.prepare('UPDATE branches SET head_tick = ?, head_revision = ? WHERE id = ?'),
  putCurrent: database.prepare<[number]>('UPDATE store_state SET current_branch = ? WHERE id = 1'),
});

/** A branch at the moment it begins: its head is its fork. */
const newRow = (place: Pick<BranchRow, 'id' | 'parent' | 'madeAt'>, { tick, revision }: Head): BranchRow => ({
  ...place,
  forkTick: tick,
  forkRevision: revision,
  headTick: tick,
  headRevision: revision,
});

export function createLabBranches(database: Database): LabBranches {
  const { readAll, readCurrent, insert, setHead, putCurrent } = statementsOf(database);
  const known = new Map<number, BranchRow>();
  let current = 1;
  let line: readonly Span[] = [];

  const reload = (): void => {
    known.clear();
    for (const row of readAll.all()) known.set(row.id, row);
    current = readCurrent.get() ?? 1;
    line = lineOf(known, current);
  };

  const rowOf = (id: number): BranchRow => {
    const row = known.get(id);
    if (row === undefined) throw new StorageError('misuse', `there is no ${branchName(id)}`);
    return row;
  };

  const makeCurrent = (id: number): Branch => {
    putCurrent.run(id);
    current = id;
    line = lineOf(known, id);
    return branchOf(rowOf(id));
  };

  const fork = (at: Head, madeAt: number): Branch => {
    const parent = branchAt(line, at);
    const id = Math.max(...known.keys()) + 1;
    insert.run(id, parent, at.tick, at.revision, at.tick, at.revision, madeAt);
    known.set(id, newRow({ id, parent, madeAt }, at));
    return makeCurrent(id);
  };

  reload();
  return {
    all: () => [...known.values()].map(branchOf),
    rows: () => [...known.values()],
    current: () => rowOf(current),
    branchOf,
    line: (branch) => lineOf(known, branchNumber(branch)),
    currentLine: () => line,
    writeHead: (head) => {
      setHead.run(head.tick, head.revision, current);
      known.set(current, { ...rowOf(current), headTick: head.tick, headRevision: head.revision });
    },
    fork,
    setCurrent: (branch) => makeCurrent(rowOf(branchNumber(branch)).id),
    reload,
  };
}
