import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import { newHead, type Head } from './history-heads.ts';
import { createPool } from './history-pool.ts';
import { branchName, branchNumber } from './lines.ts';

type SeriesRow = {
  readonly id: number;
  readonly branch: number;
  readonly sensor: string;
  readonly sealedRow: number;
  readonly rawFrom: number;
};

/** Every sensor on every branch that has readings, with its head. */
export type SeriesBook = {
  readonly find: (branch: BranchId, sensor: string) => Head | undefined;
  /** The series of one branch: looking the branch up for every reading would cost as much as keeping it. */
  readonly on: (branch: BranchId) => (sensor: string) => Head;
  readonly byId: (series: number) => Head | undefined;
  readonly heads: () => readonly Head[];
  /** Journal rows up to this one are in the series' blocks already; as it was when the file was opened. */
  readonly sealedRow: (series: number) => number;
  readonly unwritten: () => number;
  /** Inside a transaction: writes those that are new. */
  readonly writeNew: () => void;
  /** That transaction was committed. */
  readonly written: () => void;
};

export function createSeriesBook(database: Database): SeriesBook {
  const insert = database.prepare('INSERT INTO series (id, branch, sensor, sealed_row) VALUES (?, ?, ?, 0)');
  const rows = database.prepare<[], SeriesRow>(
    'SELECT id, branch, sensor, sealed_row AS sealedRow, raw_from AS rawFrom FROM series',
  );
  const bySensor = new Map<BranchId, Map<string, Head>>();
  const byId = new Map<number, Head>();
  const heads: Head[] = [];
  const pool = createPool();
  const sealedRows = new Map<number, number>();
  let unwritten: Pick<SeriesRow, 'id' | 'branch' | 'sensor'>[] = [];
  let lastId = 0;

  const branchOf = (branch: BranchId): Map<string, Head> => {
    const known = bySensor.get(branch);
    if (known !== undefined) return known;
    const made = new Map<string, Head>();
    bySensor.set(branch, made);
    return made;
  };
  const add = (ofBranch: Map<string, Head>, sensor: string, head: Head): Head => {
    ofBranch.set(sensor, head);
    byId.set(head.series, head);
    heads.push(head);
    lastId = Math.max(lastId, head.series);
    return head;
  };

  for (const row of rows.all()) {
    add(
      branchOf(branchName(row.branch)),
      row.sensor,
      newHead({ series: row.id, rawFrom: row.rawFrom, pool }),
    );
    sealedRows.set(row.id, row.sealedRow);
  }

  return {
    find: (branch, sensor) => bySensor.get(branch)?.get(sensor),
    on: (branch) => {
      const ofBranch = branchOf(branch);
      return (sensor) => {
        const known = ofBranch.get(sensor);
        if (known !== undefined) return known;
        unwritten.push({ id: lastId + 1, branch: branchNumber(branch), sensor });
        return add(ofBranch, sensor, newHead({ series: lastId + 1, rawFrom: Number.MIN_SAFE_INTEGER, pool }));
      };
    },
    byId: (series) => byId.get(series),
    heads: () => heads,
    sealedRow: (series) => sealedRows.get(series) ?? 0,
    unwritten: () => unwritten.length,
    writeNew: () => {
      for (const { id, branch, sensor } of unwritten) insert.run(id, branch, sensor);
    },
    written: () => {
      unwritten = [];
    },
  };
}
