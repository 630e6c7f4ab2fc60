import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import { newHead, type Head } from './history-heads.ts';
import { branchName, branchNumber } from './lines.ts';

type SeriesRow = {
  readonly id: number;
  readonly branch: number;
  readonly sensor: string;
  readonly sealedRow: number;
};

/** Every sensor on every branch that has readings, with its head. */
export type SeriesBook = {
  readonly find: (branch: BranchId, sensor: string) => Head | undefined;
  readonly ensure: (branch: BranchId, sensor: string) => Head;
  readonly byId: (series: number) => Head | undefined;
  readonly heads: () => readonly Head[];
  /** Journal rows up to this one are in the series' blocks already; as it was when the file was opened. */
  readonly sealedRow: (series: number) => number;
  /** Inside a transaction: writes those that are new. */
  readonly writeNew: () => void;
  /** That transaction was committed. */
  readonly written: () => void;
};

export function createSeriesBook(database: Database): SeriesBook {
  const insert = database.prepare('INSERT INTO series (id, branch, sensor, sealed_row) VALUES (?, ?, ?, 0)');
  const rows = database.prepare<[], SeriesRow>(
    'SELECT id, branch, sensor, sealed_row AS sealedRow FROM series',
  );
  const bySensor = new Map<BranchId, Map<string, Head>>();
  const byId = new Map<number, Head>();
  const heads: Head[] = [];
  const sealedRows = new Map<number, number>();
  let unwritten: Omit<SeriesRow, 'sealedRow'>[] = [];
  let lastId = 0;

  const add = (branch: BranchId, sensor: string, id: number): Head => {
    const head = newHead(id);
    let ofBranch = bySensor.get(branch);
    if (ofBranch === undefined) {
      ofBranch = new Map();
      bySensor.set(branch, ofBranch);
    }
    ofBranch.set(sensor, head);
    byId.set(id, head);
    heads.push(head);
    lastId = Math.max(lastId, id);
    return head;
  };

  for (const row of rows.all()) {
    add(branchName(row.branch), row.sensor, row.id);
    sealedRows.set(row.id, row.sealedRow);
  }

  const find = (branch: BranchId, sensor: string): Head | undefined => bySensor.get(branch)?.get(sensor);
  return {
    find,
    ensure: (branch, sensor) => {
      const known = find(branch, sensor);
      if (known !== undefined) return known;
      const head = add(branch, sensor, lastId + 1);
      unwritten.push({ id: head.series, branch: branchNumber(branch), sensor });
      return head;
    },
    byId: (series) => byId.get(series),
    heads: () => heads,
    sealedRow: (series) => sealedRows.get(series) ?? 0,
    writeNew: () => {
      for (const { id, branch, sensor } of unwritten) insert.run(id, branch, sensor);
    },
    written: () => {
      unwritten = [];
    },
  };
}
